#include "visitor.hpp"

#include <stdexcept>

namespace loopbaankaart::visitor {

namespace {

// The value of an attribute in one start tag as our own writer makes them (double quotes, escaped), or empty.
std::string attribute(std::string_view tag, std::string_view name) {
    const std::string start = std::string{" "} + std::string{name} + "=\"";
    const std::size_t at = tag.find(start);
    if (at == std::string_view::npos) return {};
    std::string_view raw = tag.substr(at + start.size());
    raw = raw.substr(0, raw.find('"'));
    std::string text;
    for (std::size_t place = 0; place < raw.size(); ++place) {
        const std::string_view rest = raw.substr(place);
        bool replaced = false;
        for (const auto& [entity, sign] : {std::pair{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#13;", '\r'}})
            if (rest.starts_with(entity)) {
                text.push_back(sign);
                place += std::string_view{entity}.size() - 1;
                replaced = true;
                break;
            }
        if (!replaced) text.push_back(raw[place]);
    }
    return text;
}

web::Fields fields_of(const Values& values) {
    web::Fields fields;
    for (const auto& [name, value] : values) fields.add(name, value);
    return fields;
}

// As long as a browser would send it.
std::size_t size_of(const web::Fields& form) {
    std::size_t size = 0;
    for (const auto& [name, value] : form) size += web::encoded_size(name) + web::encoded_size(value) + 2;
    return size;
}

// A form larger than any other without files is asked about before it is read; what may not be sent is left out.
void leave_out(const web::Route& route, web::Request& request) {
    std::size_t size = size_of(request.form);
    for (const web::Upload& upload : request.uploads) size += upload.file.size();
    if (size <= web::Limits{}.form_bytes || !route.admits) return;
    const web::Reading reading = route.admits(request).reading;
    request.whole = reading == web::Reading::all;
    if (reading != web::Reading::all) request.uploads.clear();
    if (reading == web::Reading::nothing) request.form = {};
}

// What came before it was cut off.
std::string read_whole(const web::Stream& stream) {
    std::string body;
    while (body.size() < stream.length) {
        const auto piece = stream.read(body.size(), std::min<std::size_t>(web::Limits{}.stream_piece, stream.length - body.size()));
        if (!piece || piece->empty()) break;
        body += base::text_of(*piece);
    }
    return body;
}

}  // namespace

void Visitor::ask(web::Request request, std::string_view address) {
    const std::size_t question = address.find('?');
    request.path = address.substr(0, question);
    if (question != std::string_view::npos) request.query = web::parse_form(address.substr(question + 1)).value();
    request.site = site_;
    request.id = "test";
    request.client = client;
    request.secure = secure;
    request.language = language;
    for (const auto& [name, value] : cookies_) request.cookies.emplace_back(name, value);

    const web::Router::Match match = router_->find(request.method, request.path);
    if (match.route == nullptr) {
        reply_ = web::error_page(request, match.path_exists ? 405 : 404);
        return;
    }
    if (size_of(request.form) > web::largest_form(web::Limits{}, match.route->body)) {
        reply_ = web::error_page(request, 413);
        return;
    }
    leave_out(*match.route, request);
    request.parameters = match.parameters;
    web::Answer answer = match.route->handle(request);
    while (auto* slow = std::get_if<web::Slow>(&answer)) {
        web::Answer next = slow->work();
        answer = std::move(next);
    }
    if (auto* write = std::get_if<web::Write>(&answer))
        site_->school->write_now([&](storage::Writes& writes) { reply_ = write->work(writes); });
    else
        reply_ = std::get<web::Reply>(std::move(answer));

    if (reply_.packed) reply_.body = reply_.packed->plain;
    if (reply_.stream) reply_.body = read_whole(*std::exchange(reply_.stream, std::nullopt));
    for (const auto& [name, line] : reply_.headers) {
        if (name != "Set-Cookie") continue;
        const std::string pair = line.substr(0, line.find(';'));
        const std::size_t equals = pair.find('=');
        if (line.find("Max-Age=0") != std::string::npos)
            cookies_.erase(pair.substr(0, equals));
        else
            cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
}

// A browser keeps the fragment to itself.
void Visitor::get(std::string_view address, const Values& headers) {
    web::Request request{.method = web::Method::get};
    request.headers = fields_of(headers);
    ask(std::move(request), address.substr(0, address.find('#')));
}

void Visitor::post(std::string_view address, const Values& values, const Values& headers) {
    web::Request request{.method = web::Method::post};
    Values sent{{"origin", site_->address}, {"sec-fetch-site", "same-origin"}};
    for (const auto& [name, value] : headers) sent[name] = value;
    request.headers = fields_of(sent);
    request.form = fields_of(values);
    for (const auto& [field, bytes] : std::exchange(attached_, {})) {
        auto file = web::MemoryFile::make(web::Limits{}.archive_bytes).value();
        if (!file.append(bytes) || !file.seal()) throw std::logic_error{"no room for a file"};
        request.uploads.push_back({field, "bestand", "application/octet-stream", std::move(file)});
    }
    ask(std::move(request), address);
}

void Visitor::attach(std::string field, std::string_view bytes) { attached_.emplace_back(std::move(field), bytes); }

void Visitor::submit(std::string_view action, const Values& values) {
    const std::string_view page = reply_.body;
    for (std::size_t at = page.find("<form"); at != std::string_view::npos; at = page.find("<form", at + 1)) {
        const std::string_view tag = page.substr(at, page.find('>', at) - at);
        if (attribute(tag, "action") != action) continue;
        const std::string_view form = page.substr(at, page.find("</form>", at) - at);
        Values sent;
        for (std::size_t input = form.find("<input"); input != std::string_view::npos; input = form.find("<input", input + 1)) {
            const std::string_view field = form.substr(input, form.find('>', input) - input);
            if (attribute(field, "type") == "hidden") sent[attribute(field, "name")] = attribute(field, "value");
        }
        for (const auto& [name, value] : values) sent[name] = value;
        post(action, sent);
        return;
    }
    throw std::logic_error{"the page has no form for " + std::string{action}};
}

std::string_view Visitor::location() const {
    for (const auto& [name, value] : reply_.headers)
        if (name == "Location") return value;
    return {};
}

void Visitor::follow() { get(std::string{location()}); }

}  // namespace loopbaankaart::visitor

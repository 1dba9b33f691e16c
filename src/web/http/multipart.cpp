#include "multipart.hpp"

#include <base/base.hpp>

#include <algorithm>

#include "header_text.hpp"
#include "parameters.hpp"

namespace loopbaankaart::web {

namespace {

constexpr std::size_t longest_head = 4096;  // bytes, of one part
constexpr std::string_view line_end = "\r\n", head_end = "\r\n\r\n";

bool is_boundary(std::string_view text) {
    const auto fits = [](char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z') ||
               std::string_view{"'()+_,-./:=? "}.find(sign) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= 70 && !text.ends_with(' ') && std::ranges::all_of(text, fits);
}

// Browsers write a quote and line ends in a name as %22, %0D and %0A, and nothing else so (HTML, "multipart form data").
std::string undone(std::string_view name) {
    std::string text;
    while (!name.empty()) {
        std::size_t taken = 1;
        char sign = name.front();
        for (const auto& [code, meant] : {std::pair{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}})
            if (name.starts_with(code)) {
                sign = meant;
                taken = 3;
            }
        text.push_back(sign);
        name.remove_prefix(taken);
    }
    return text;
}

// Puts what one line says in the head; false when the part is refused for it. Lines that mean nothing here are passed over.
bool read_line(PartHead& head, bool& disposed, std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) || !is_clean(line)) return false;
    const std::string name = lower_case(line.substr(0, colon));
    const std::string_view value = base::trimmed(line.substr(colon + 1));
    if (name == "content-transfer-encoding") return false;
    if (name == "content-type") {
        if (!head.type.empty()) return false;
        head.type = lower_case(base::trimmed(value.substr(0, value.find(';'))));
        return !head.type.starts_with("multipart/");
    }
    if (name != "content-disposition") return true;
    const auto disposition = parse_parameters(value);
    if (disposed || !disposition || disposition->value != "form-data" || disposition->parameter("filename*")) return false;
    disposed = true;
    const auto field = disposition->parameter("name");
    const auto file = disposition->parameter("filename");
    if (field) head.name = undone(*field);
    if (file) head.file_name = undone(*file);
    return field.has_value();
}

// `text` starts behind the boundary: white space (transport padding), then a line each.
std::optional<PartHead> parse_part_head(std::string_view text) {
    PartHead head;
    bool disposed = false;
    const std::size_t padding = std::min(text.find(line_end), text.size());
    if (text.substr(0, padding).find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
    for (text.remove_prefix(padding); text.starts_with(line_end);) {
        text.remove_prefix(line_end.size());
        const std::string_view line = text.substr(0, text.find(line_end));
        if (!read_line(head, disposed, line)) return std::nullopt;
        text.remove_prefix(line.size());
    }
    return disposed ? std::optional{std::move(head)} : std::nullopt;
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
    const auto type = parse_parameters(content_type);
    if (!type || type->value != "multipart/form-data") return std::nullopt;
    auto boundary = type->parameter("boundary");
    return boundary && is_boundary(*boundary) ? boundary : std::nullopt;
}

// The first boundary may stand at the very start, without the line end that belongs to every other.
Multipart::Multipart(std::string_view boundary, PartReceiver& receiver)
    : delimiter_{std::string{"\r\n--"}.append(boundary)}, receiver_{receiver}, held_{line_end} {}

int Multipart::take(std::string_view bytes) {
    held_.append(bytes);
    std::string_view rest = held_;
    while (refused_ == 0 && step(rest)) {}
    held_.erase(0, held_.size() - rest.size());
    return refused_;
}

int Multipart::finish() {
    if (refused_ == 0 && state_ != State::epilogue) refused_ = 400;
    return refused_;
}

bool Multipart::step(std::string_view& rest) {
    if (state_ == State::head) return read_head(rest);
    if (state_ == State::empty_line) return read_empty_line(rest);
    if (state_ != State::epilogue) return read_content(rest);
    rest = {};
    return false;
}

// Whatever could still be the start of a boundary waits.
bool Multipart::read_content(std::string_view& rest) {
    const std::size_t found = rest.find(delimiter_);
    const bool whole = found != std::string_view::npos;
    const std::size_t sure = whole ? found : rest.size() - std::min(rest.size(), delimiter_.size() - 1);
    if (state_ == State::content && sure > 0) refused_ = receiver_.content(rest.substr(0, sure));
    rest.remove_prefix(sure);
    if (!whole || refused_ != 0) return false;
    rest.remove_prefix(delimiter_.size());
    if (state_ == State::content) refused_ = receiver_.end();
    state_ = State::head;
    return true;
}

bool Multipart::read_head(std::string_view& rest) {
    if (rest.starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    const std::size_t end = rest.substr(0, longest_head).find(head_end);
    if (end == std::string_view::npos) {
        if (rest.size() >= longest_head) refused_ = 400;
        return false;
    }
    auto head = parse_part_head(rest.substr(0, end));
    refused_ = head ? receiver_.begin(std::move(*head)) : 400;
    rest.remove_prefix(end + line_end.size());
    state_ = State::empty_line;
    return true;
}

// A part without content may have its boundary right here, so that one line end is the empty line's and the boundary's.
bool Multipart::read_empty_line(std::string_view& rest) {
    if (rest.size() < delimiter_.size() && delimiter_.starts_with(rest)) return false;
    if (!rest.starts_with(delimiter_)) rest.remove_prefix(line_end.size());
    state_ = State::content;
    return true;
}

}  // namespace loopbaankaart::web

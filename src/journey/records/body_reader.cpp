#include "body_reader.hpp"
#include "records_words.hpp"

#include <fmt/format.h>
#include <journey/words.hpp>

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

constexpr std::int64_t earliest = -2'208'988'800'000, latest = 253'402'300'799'999;  // 1900 to the end of 9999, in milliseconds

std::optional<std::size_t> place_in(std::span<const std::string_view> codes, const Json& value) {
    if (!value.is_string()) return std::nullopt;
    const auto found = std::ranges::find(codes, value.get_ref<const std::string&>());
    if (found == codes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - codes.begin());
}

std::optional<std::int64_t> number_in(const Json& value) {
    if (value.is_string()) return base::whole_number(base::trimmed(value.get_ref<const std::string&>()));
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))) return std::nullopt;
    return value.get<std::int64_t>();
}

// Most of what is read was kept tidy, and tidying costs more than opening it. Letters up to ˿ (U+02FF, two bytes from 0xC3) are composed by themselves; without
// control characters, and without white space at either end, nothing is left to do. For a line, one may not break. `text` is UTF-8.
bool is_tidy_already(std::string_view text, bool is_line) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    const auto is_broken = [](char sign) { return sign == '\n' || sign == '\t'; };
    if (is_broken(text.front()) || is_broken(text.back())) return false;
    return std::ranges::all_of(text, [&](char sign) {
        const auto byte = static_cast<unsigned char>(sign);
        if (byte < 0x20) return !is_line && is_broken(sign);
        return byte != 0x7F && byte != 0xC2 && byte <= 0xCB;  // 0x80 to 0xBF follow another
    });
}

}  // namespace

BodyReader::BodyReader(Json body) : BodyReader(std::move(body), {}, std::make_shared<web::FieldErrors>()) {}

BodyReader::BodyReader(Json body, std::string inside, std::shared_ptr<web::FieldErrors> faults)
    : body_(std::move(body)), inside_{std::move(inside)}, faults_{std::move(faults)} {
    if (!body_.is_object()) faults_->add(inside_, {word::body_unreadable});
}

const Json* BodyReader::find(std::string_view name) const {
    if (!body_.is_object()) return nullptr;
    const auto found = body_.find(name);
    if (found == body_.end() || found->is_null()) return nullptr;
    return &*found;
}

bool BodyReader::has(std::string_view name) const { return find(name) != nullptr; }

void BodyReader::fault(std::string_view name, base::Error error) { faults_->add(inside_ + std::string{name}, std::move(error)); }

std::string BodyReader::tidied(std::string_view name, std::size_t most, std::string (*tidy)(std::string_view)) {
    const Json* value = find(name);
    if (value == nullptr) return {};
    if (!value->is_string() || !base::is_utf8(value->get_ref<const std::string&>())) {
        fault(name, {word::body_unreadable});
        return {};
    }
    const std::string& sent = value->get_ref<const std::string&>();
    std::string text = is_tidy_already(sent, tidy == base::tidy_name) ? sent : tidy(sent);
    if (text.size() <= most || base::characters(text) <= most) return text;  // a character takes a byte or more; counting them costs more than opening
    fault(name, {word::body_too_long, std::to_string(most)});
    return {};
}

std::string BodyReader::text(std::string_view name, std::size_t most) { return tidied(name, most, base::tidy); }
std::string BodyReader::line(std::string_view name, std::size_t most) { return tidied(name, most, base::tidy_name); }

std::optional<base::Id> BodyReader::id(std::string_view name) {
    const Json* value = find(name);
    if (value == nullptr || (value->is_string() && value->get_ref<const std::string&>().empty())) return std::nullopt;
    const auto found = value->is_string() ? base::Id::parse(value->get_ref<const std::string&>()) : std::nullopt;
    if (!found) fault(name, {word::body_unreadable});
    return found;
}

std::vector<base::Id> BodyReader::ids(std::string_view name, std::size_t most) {
    std::vector<base::Id> found;
    const Json* value = find(name);
    if (value == nullptr) return found;
    for (const Json& each : value->is_array() ? *value : Json::array({*value})) {
        const auto one = each.is_string() ? base::Id::parse(each.get_ref<const std::string&>()) : std::nullopt;
        if (!one) {
            fault(name, {word::body_unreadable});
            return {};
        }
        if (std::ranges::find(found, *one) == found.end()) found.push_back(*one);
    }
    if (found.size() <= most) return found;
    fault(name, {word::body_too_many, std::to_string(most)});
    return {};
}

std::optional<std::int64_t> BodyReader::whole(std::string_view name, std::int64_t least, std::int64_t most) {
    const Json* value = find(name);
    if (value == nullptr || (value->is_string() && base::trimmed(value->get_ref<const std::string&>()).empty())) return std::nullopt;
    const auto number = number_in(*value);
    if (number && *number >= least && *number <= most) return number;
    if (number) fault(name, {word::body_outside, fmt::format("{}–{}", least, most)});
    else fault(name, {word::body_unreadable});
    return std::nullopt;
}

std::optional<std::size_t> BodyReader::one_of(std::string_view name, std::span<const std::string_view> codes) {
    const Json* value = find(name);
    if (value == nullptr || (value->is_string() && value->get_ref<const std::string&>().empty())) return std::nullopt;
    const auto found = place_in(codes, *value);
    if (!found) fault(name, {word::body_unreadable});
    return found;
}

std::vector<std::size_t> BodyReader::some_of(std::string_view name, std::span<const std::string_view> codes) {
    std::vector<std::size_t> found;
    const Json* value = find(name);
    if (value == nullptr) return found;
    for (const Json& each : value->is_array() ? *value : Json::array({*value})) {
        const auto one = place_in(codes, each);
        if (!one) {
            fault(name, {word::body_unreadable});
            return {};
        }
        if (std::ranges::find(found, *one) == found.end()) found.push_back(*one);
    }
    return found;
}

bool BodyReader::yes(std::string_view name) {
    const Json* value = find(name);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    if (value->is_string()) return value->get_ref<const std::string&>() == "ja";
    fault(name, {word::body_unreadable});
    return false;
}

std::optional<base::Instant> BodyReader::moment(std::string_view name) {
    const auto milliseconds = whole(name, earliest, latest);
    if (!milliseconds) return std::nullopt;
    return base::instant(*milliseconds);
}

void BodyReader::many(std::string_view name, std::size_t most, const std::function<void(BodyReader&)>& read) {
    const Json* value = find(name);
    if (value == nullptr) return;
    if (!value->is_array()) return fault(name, {word::body_unreadable});
    if (value->size() > most) return fault(name, {word::body_too_many, std::to_string(most)});
    for (std::size_t at = 0; at < value->size(); ++at) {
        BodyReader each((*value)[at], fmt::format("{}{}.{}.", inside_, name, at), faults_);
        read(each);
    }
}

void BodyReader::inside(std::string_view name, const std::function<void(BodyReader&)>& read) {
    const Json* value = find(name);
    if (value == nullptr) return;
    BodyReader each(*value, fmt::format("{}{}.", inside_, name), faults_);
    read(each);
}

}  // namespace loopbaankaart::journey

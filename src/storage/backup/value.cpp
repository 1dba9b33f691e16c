#include "value.hpp"

#include <cmath>
#include <limits>

#include "lines.hpp"

namespace loopbaankaart::storage {

namespace {

using nlohmann::json;

json json_of_real(double number) {
    if (std::isfinite(number)) return number;
    return {{"real", std::isnan(number) ? "nan" : number > 0 ? "inf" : "-inf"}};
}

Value named_real(std::string_view name) {
    if (name == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (name == "inf") return std::numeric_limits<double>::infinity();
    if (name == "-inf") return -std::numeric_limits<double>::infinity();
    throw Damaged{"a real number that is none"};
}

Value value_of_object(const json& object) {
    if (object.size() != 1 || !object.front().is_string()) throw Damaged{"a value of an unknown kind"};
    const std::string& text = object.front().get_ref<const std::string&>();
    if (object.contains("real")) return named_real(text);
    if (!object.contains("bytes")) throw Damaged{"a value of an unknown kind"};
    std::optional<base::Bytes> bytes = base::parse_base64url(text);
    if (!bytes) throw Damaged{"bytes that are not base64url"};
    return *std::move(bytes);
}

}  // namespace

json json_of(const Row& row, int column, Kind kind) {
    if (row.null(column)) return nullptr;
    switch (kind) {
        case Kind::integer: return row.integer(column);
        case Kind::real: return json_of_real(row.real(column));
        case Kind::bytes: return {{"bytes", base::base64url(row.bytes(column))}};
        case Kind::text: return row.string(column);
    }
    return nullptr;
}

Value value_of(const json& json) {
    if (json.is_null()) return nullptr;
    if (json.is_string()) return json.get<std::string>();
    if (json.is_object()) return value_of_object(json);
    if (json.is_number_float()) return json.get<double>();
    const bool too_large = json.is_number_unsigned() && json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
    if (!json.is_number_integer() || too_large) throw Damaged{"a value of an unknown kind"};
    return json.get<std::int64_t>();
}

std::int64_t whole_number(const json& json) {
    const Value value = value_of(json);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    throw Damaged{"no whole number"};
}

Parameter parameter_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return std::string_view{*text};
    if (const auto* bytes = std::get_if<base::Bytes>(&value)) return base::BytesView{*bytes};
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return nullptr;
}

}  // namespace loopbaankaart::storage

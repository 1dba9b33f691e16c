// Inside storage only: one value of a row, as JSON and as a parameter.
//
//     null  12  1.5  "text"  {"bytes": "base64url"}  {"real": "nan"}
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <variant>

#include "../database/database.hpp"

namespace loopbaankaart::storage {

// Integers and reals come back exactly; a real that JSON has no number for is named: "nan", "inf", "-inf".
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, base::Bytes>;

nlohmann::json json_of(const Row& row, int column, Kind kind);
// Throws Damaged when it is none of the above.
Value value_of(const nlohmann::json& json);
// Throws Damaged for anything else: a number with a point or out of range does not become another one.
std::int64_t whole_number(const nlohmann::json& json);
Parameter parameter_of(const Value& value);  // a view: the value must outlive it

}  // namespace loopbaankaart::storage

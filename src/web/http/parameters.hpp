// A header value with parameters, as Content-Type and Content-Disposition have (RFC 9110 §5.6.6, RFC 7578 §4.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopbaankaart::web {

// `form-data; name="foto"; filename="mijn hut.jpg"`
struct Parametered {
    std::string value;                                            // "form-data", in lower case
    std::vector<std::pair<std::string, std::string>> parameters;  // names in lower case

    std::optional<std::string> parameter(std::string_view name) const;
};

// Nothing when it could be read in two ways: a parameter said twice, a backslash before a quote (some take it along as an escape,
// browsers do not), a value that is neither a token nor quoted.
std::optional<Parametered> parse_parameters(std::string_view header);

}  // namespace loopbaankaart::web

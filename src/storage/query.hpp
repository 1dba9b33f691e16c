// A named query with its text for either database; made by the build from a .sql file.
#pragma once

#include <cstddef>
#include <string_view>

namespace loopbaankaart::storage {

template <std::size_t Parameters>
struct Query {
    std::string_view name;        // "journey.mark_visit"
    std::string_view sqlite;      // parameters as ?1 ?2
    std::string_view postgresql;  // parameters as $1 $2
};

}  // namespace loopbaankaart::storage

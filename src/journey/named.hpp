// Inside journey only: many ids as one :parameter, for a query that takes 26 characters at a time (named_things, named_records).
#pragma once

#include <span>
#include <string>

#include <base/base.hpp>

namespace loopbaankaart::journey {

// Up to so many things are looked up one by one; what lies between the first and the last of more is read in one go.
inline constexpr std::size_t few_named = 40;

inline std::string one_behind_the_other(std::span<const base::Id> ids) {
    std::string all;
    for (const base::Id& id : ids) all += id.view();
    return all;
}

// Of all that a map by id holds.
template <typename ById>
std::string ids_in(const ById& by_id) {
    std::string all;
    for (const auto& [id, thing] : by_id) all += id.view();
    return all;
}

}  // namespace loopbaankaart::journey

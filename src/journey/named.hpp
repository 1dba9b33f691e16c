// Inside journey only: many ids as one :parameter, for a query that takes 26 characters at a time (named_things, named_records).
#pragma once

#include <span>
#include <string>

#include <base/base.hpp>

namespace loopbaankaart::journey {

inline std::string one_behind_the_other(std::span<const base::Id> ids) {
    std::string all;
    for (const base::Id& id : ids) all += id.view();
    return all;
}

}  // namespace loopbaankaart::journey

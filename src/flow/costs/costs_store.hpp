// What a school keeps of its activities' hours and cost, in its own database: what may be shown (costs.hpp), and nothing else.
#pragma once

#include <string_view>

#include <storage/storage.hpp>

#include "costs.hpp"

namespace loopbaankaart::flow {

struct KeptCosts {
    base::Id id;
    std::string name;
    std::uint32_t least;
    base::Instant imported_at;
};

// Takes the place of the set of that name.
void keep_costs(storage::Writes& writes, const base::Id& id, std::string_view name, std::string_view digest, const Costs& costs, base::Instant now);
// By name.
std::vector<KeptCosts> kept_costs(storage::Reads& reads);
std::vector<CostLine> kept_cost_lines(storage::Reads& reads, const base::Id& set);

}  // namespace loopbaankaart::flow

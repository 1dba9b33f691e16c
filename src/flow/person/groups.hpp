// Inside person only: the groups that a feature of the audit tells apart.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "../data/data_set.hpp"

namespace loopbaankaart::flow {

struct Groups {
    std::vector<std::string> names;
    std::vector<std::uint32_t> of;  // each of the rows
};

// Numbers are split at their median.
Groups groups_of(const Feature& feature, std::span<const std::size_t> rows);

}  // namespace loopbaankaart::flow

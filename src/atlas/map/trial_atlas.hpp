// For tests: the map as we ship it.
#pragma once

#include "../chart/chart.hpp"

namespace loopbaankaart::atlas {

inline const Atlas& ours() {
    static const std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    return *atlas;
}

}  // namespace loopbaankaart::atlas

// For the tests of journey only: what somebody may do, by chance.
#pragma once

#include <rapidcheck.h>

#include <utility>
#include <vector>

namespace loopbaankaart::journey::trial {

// At most `most` deeds in a row: which of so many kinds, and a number from 0 up to 1,000 that says at what. A number of RapidCheck's own is as small as
// the row is short: it would leave most kinds out.
inline rc::Gen<std::vector<std::pair<int, int>>> deeds(int kinds, int most) {
    const auto below = [](int end) { return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); };
    return rc::gen::resize(most, rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(below(kinds), below(1'000))));
}

}  // namespace loopbaankaart::journey::trial

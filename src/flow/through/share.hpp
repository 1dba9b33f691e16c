// A share with its certainty.
#pragma once

#include <cstdint>

namespace loopbaankaart::flow {

struct Share {
    double share, low, high;  // 0–1; low and high hold in 95 of 100 such groups
};
// Of `of` (above 0) `some` did it: the score interval of Wilson (1927, JASA 22, 209–212), good for few as well.
Share share_of(std::uint64_t some, std::uint64_t of);

}  // namespace loopbaankaart::flow

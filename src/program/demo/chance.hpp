// Choosing for the demo school: repeatable, from one seed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::program::demo {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : randomness_{seed} {}

    base::Randomness& randomness() { return randomness_; }
    std::uint64_t below(std::uint64_t limit) { return randomness_.below(limit); }
    // A whole number from `least` to `most`, both included.
    std::uint64_t between(std::uint64_t least, std::uint64_t most) { return least + below(most - least + 1); }
    bool once_in(std::uint64_t times) { return below(times) == 0; }
    template <typename Item>
    const Item& one_of(const std::vector<Item>& items) {
        return items[below(items.size())];
    }

private:
    base::SeededRandomness randomness_;
};

}  // namespace loopbaankaart::program::demo

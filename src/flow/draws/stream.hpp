// A stream of random bits that is the same everywhere: PCG XSL-RR 128/64 (O'Neill 2014, "PCG: a family of simple fast space-efficient
// statistically good algorithms for random number generation", HMC-CS-2014-0905, 6.3.2). A stream is one of 2¹²⁷, by its odd increment.
//
//     Stream stream{seed, programme, block};   // what is drawn for one programme never depends on another, nor on the thread
#pragma once

#include <bit>
#include <cstdint>

namespace loopbaankaart::flow {

class Stream {
public:
    __extension__ using Wide = unsigned __int128;

    // The generator by its own two numbers, as its author's examples name them.
    static Stream by_state(Wide state, Wide sequence) {
        Stream stream;
        const Wide odd = (sequence << 1U) | 1U, begun = odd + state;  // a step from 0 gives the increment
        stream.increment_ = {static_cast<std::uint64_t>(odd >> 64U), static_cast<std::uint64_t>(odd)};
        stream.state_ = {static_cast<std::uint64_t>(begun >> 64U), static_cast<std::uint64_t>(begun)};
        stream.step();
        return stream;
    }
    // One a seed, subject (a programme, a split) and block; near numbers give streams that lie far apart (SplitMix64: Steele, Lea and Flood 2014).
    Stream(std::uint64_t seed, std::uint64_t subject, std::uint64_t block) {
        const std::uint64_t one = mixed(seed), two = mixed(one ^ subject), three = mixed(two ^ block);
        *this = by_state((static_cast<Wide>(two) << 64U) | three, (static_cast<Wide>(subject) << 64U) | block);
    }

    std::uint64_t bits() {
        step();
        return std::rotr(state_.high ^ state_.low, static_cast<int>(state_.high >> 58U));
    }
    // Strictly between 0 and 1, in steps of 2⁻⁵³, the lowest at half a step.
    double uniform() { return (static_cast<double>(bits() >> 11U) + 0.5) * 0x1p-53; }

private:
    struct Halves {  // of a number of 128 bits: g++ 12 keeps a whole one in memory, and a stream is what everything waits for
        std::uint64_t high = 0, low = 0;
    };
    Stream() = default;
    void step() {
        constexpr Halves by{0x2360ED051FC65DA4U, 0x4385DF649FCCF645U};
        const Wide product = static_cast<Wide>(state_.low) * by.low;
        const std::uint64_t low = static_cast<std::uint64_t>(product) + increment_.low;
        state_.high = static_cast<std::uint64_t>(product >> 64U) + state_.low * by.high + state_.high * by.low + increment_.high + (low < increment_.low ? 1 : 0);
        state_.low = low;
    }
    static std::uint64_t mixed(std::uint64_t value) {
        value += 0x9E3779B97F4A7C15U;
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
        return value ^ (value >> 31U);
    }

    Halves state_, increment_;
};

}  // namespace loopbaankaart::flow

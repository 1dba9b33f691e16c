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
        stream.increment_ = (sequence << 1U) | 1U;
        stream.step();
        stream.state_ += state;
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
        return std::rotr(static_cast<std::uint64_t>(state_ >> 64U) ^ static_cast<std::uint64_t>(state_), static_cast<int>(state_ >> 122U));
    }
    // Strictly between 0 and 1, in steps of 2⁻⁵³, the lowest at half a step.
    double uniform() { return (static_cast<double>(bits() >> 11U) + 0.5) * 0x1p-53; }

private:
    Stream() = default;
    void step() { state_ = state_ * ((static_cast<Wide>(0x2360ED051FC65DA4U) << 64U) | 0x4385DF649FCCF645U) + increment_; }
    static std::uint64_t mixed(std::uint64_t value) {
        value += 0x9E3779B97F4A7C15U;
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
        return value ^ (value >> 31U);
    }

    Wide state_ = 0, increment_ = 1;
};

}  // namespace loopbaankaart::flow

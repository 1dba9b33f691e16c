#include "randomness.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "bytes.hpp"

namespace loopbaankaart::base {

std::uint64_t Randomness::below(std::uint64_t limit) {
    const std::uint64_t unfair = (0 - limit) % limit;  // the first values that would make low results more likely
    for (;;) {
        std::uint64_t drawn = 0;
        fill({reinterpret_cast<unsigned char*>(&drawn), sizeof drawn});
        if (drawn >= unfair) return drawn % limit;
    }
}

void SystemRandomness::fill(std::span<unsigned char> bytes) { randombytes_buf(bytes.data(), bytes.size()); }

SeededRandomness::SeededRandomness(std::uint64_t seed) { std::memcpy(key_.data(), &seed, sizeof seed); }

void SeededRandomness::fill(std::span<unsigned char> bytes) {
    while (!bytes.empty()) {
        if (used_ == block_.size()) {
            std::array<unsigned char, crypto_stream_chacha20_NONCEBYTES> nonce{};
            std::memcpy(nonce.data(), &counter_, sizeof counter_);
            ++counter_;
            crypto_stream_chacha20(block_.data(), block_.size(), nonce.data(), key_.data());
            used_ = 0;
        }
        const std::size_t taken = std::min(bytes.size(), block_.size() - used_);
        std::memcpy(bytes.data(), block_.data() + used_, taken);
        used_ += taken;
        bytes = bytes.subspan(taken);
    }
}

std::string make_token(Randomness& randomness) {
    std::array<unsigned char, 32> secret{};
    randomness.fill(secret);
    return base64url(secret);
}

}  // namespace loopbaankaart::base

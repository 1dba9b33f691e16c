// Where chance comes from. Keys and tokens take SystemRandomness; tests and the demo school take SeededRandomness,
// so that the same seed gives the same bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace loopbaankaart::base {

class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;

    // A whole number in [0, below); every value equally likely. `below` is at least 1.
    std::uint64_t below(std::uint64_t limit);
};

// The operating system's generator (libsodium). Safe from any thread.
class SystemRandomness final : public Randomness {
public:
    void fill(std::span<unsigned char> bytes) override;
};

// Repeatable, for tests and the demo school only: a ChaCha20 stream of the seed. Not thread-safe.
class SeededRandomness final : public Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed);
    void fill(std::span<unsigned char> bytes) override;

private:
    std::array<unsigned char, 32> key_{};
    std::array<unsigned char, 4096> block_{};
    std::size_t used_ = block_.size();
    std::uint64_t counter_ = 0;
};

// An unguessable text of 32 bytes (256 bits) in URL-safe base64, 43 characters: session tokens, invitation links.
std::string make_token(Randomness& randomness);

}  // namespace loopbaankaart::base

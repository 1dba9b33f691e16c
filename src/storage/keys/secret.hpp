// Inside storage only: 32 secret bytes that are wiped when they are no longer needed.
#pragma once

#include <sodium.h>

#include <array>

namespace loopbaankaart::storage {

class Secret {
public:
    Secret() = default;
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret() { sodium_memzero(bytes_.data(), bytes_.size()); }

    unsigned char* data() { return bytes_.data(); }
    const unsigned char* data() const { return bytes_.data(); }
    static constexpr std::size_t size() { return 32; }

private:
    std::array<unsigned char, 32> bytes_{};
};

}  // namespace loopbaankaart::storage

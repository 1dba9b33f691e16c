// Memory for all uploads under way together: a request takes its share before its body is read, and gives it back whatever happens.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

namespace loopbaankaart::web {

class UploadBudget {
public:
    // `taken` is the figure that shows (Metrics::upload_bytes); it outlives the shares.
    UploadBudget(std::uint64_t most, std::atomic<std::uint64_t>& taken) : most_{most}, taken_{taken} {}

    class Share {
    public:
        Share(std::atomic<std::uint64_t>& taken, std::uint64_t bytes) : taken_{taken}, bytes_{bytes} {}
        ~Share() { taken_.fetch_sub(bytes_); }
        Share(const Share&) = delete;

    private:
        std::atomic<std::uint64_t>& taken_;
        std::uint64_t bytes_;
    };

    // False, and `share` as it was, when there is no room (Guard::upload_budget).
    bool take(std::optional<Share>& share, std::uint64_t bytes) const;

private:
    std::uint64_t most_;
    std::atomic<std::uint64_t>& taken_;
};

}  // namespace loopbaankaart::web

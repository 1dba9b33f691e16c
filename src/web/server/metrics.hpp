// What the server counts, for /metrics (Prometheus text). No names, no addresses, no paths.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace loopbaankaart::web {

class Metrics {
public:
    void count_reply(int status, std::chrono::microseconds took);

    std::atomic<std::int64_t> connections{0};     // open now
    std::atomic<std::int64_t> writes_waiting{0};  // handed to a school's writer, not synced yet
    std::atomic<std::uint64_t> writes_done{0};    // synced and answered
    std::atomic<std::uint64_t> writes_failed{0};
    std::atomic<std::uint64_t> cut_off{0};        // connections closed for being idle or slow

    std::atomic<std::uint64_t> upload_bytes{0};   // set aside for uploads under way (UploadBudget)

    // What the server knows only when it is asked.
    struct Queues {
        std::size_t pages = 0;
        std::size_t slow = 0, uploads = 0;
    };
    std::string text(const Queues& queues) const;

private:
    static constexpr std::array bounds{1'000, 2'000, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 500'000, 1'000'000, 5'000'000};  // microseconds
    std::array<std::atomic<std::uint64_t>, 5> replies_by_class_{};  // 1xx … 5xx
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> replies_by_time_{};
    std::atomic<std::uint64_t> microseconds_{0};
};

}  // namespace loopbaankaart::web

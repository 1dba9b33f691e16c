#include "metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace loopbaankaart::web {

namespace {

template <typename Value>
void line(std::string& text, std::string_view type, std::string_view name, const Value& value) {
    fmt::format_to(std::back_inserter(text), "# TYPE loopbaankaart_{0} {1}\nloopbaankaart_{0} {2}\n", name, type, value);
}

}  // namespace

void Metrics::count_reply(int status, std::chrono::microseconds took) {
    const auto reply_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    replies_by_class_[reply_class].fetch_add(1, std::memory_order_relaxed);
    const auto bucket = std::ranges::lower_bound(bounds, took.count()) - bounds.begin();
    replies_by_time_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    microseconds_.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
}

std::string Metrics::text(const Queues& queues) const {
    std::string text = "# TYPE loopbaankaart_replies_total counter\n";
    const auto out = std::back_inserter(text);
    for (std::size_t at = 0; at < replies_by_class_.size(); ++at)
        fmt::format_to(out, "loopbaankaart_replies_total{{class=\"{}xx\"}} {}\n", at + 1, replies_by_class_[at].load());

    text += "# TYPE loopbaankaart_reply_seconds histogram\n";
    std::uint64_t so_far = 0;
    for (std::size_t at = 0; at < replies_by_time_.size(); ++at) {
        so_far += replies_by_time_[at].load();
        const std::string bound = at < bounds.size() ? fmt::format("{}", bounds[at] / 1e6) : "+Inf";
        fmt::format_to(out, "loopbaankaart_reply_seconds_bucket{{le=\"{}\"}} {}\n", bound, so_far);
    }
    fmt::format_to(out, "loopbaankaart_reply_seconds_sum {}\n", static_cast<double>(microseconds_.load()) / 1e6);
    fmt::format_to(out, "loopbaankaart_reply_seconds_count {}\n", so_far);

    line(text, "gauge", "connections", connections.load());
    line(text, "gauge", "page_queue", queues.pages);
    line(text, "gauge", "slow_queue", queues.slow);
    line(text, "gauge", "upload_queue", queues.uploads);
    line(text, "gauge", "writes_waiting", writes_waiting.load());
    line(text, "gauge", "upload_bytes", upload_bytes.load());
    line(text, "counter", "writes_total", writes_done.load());
    line(text, "counter", "writes_failed_total", writes_failed.load());
    line(text, "counter", "cut_off_total", cut_off.load());
    return text;
}

}  // namespace loopbaankaart::web

#include "flow.hpp"

#include <algorithm>

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

bool Flow::may_go_on(const Limits& limits) {
    const auto now = std::chrono::steady_clock::now();
    if (!stream_.allowed || (since_asked_ < limits.stream_bytes && now - asked_at_ < limits.stream_time)) return true;
    since_asked_ = 0;
    asked_at_ = now;
    return !guarded(Guard::stream_policy) || stream_.allowed();
}

void Flow::pull(const Limits& limits) {
    piece_.clear();
    if (!may_go_on(limits)) return;
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(left_, limits.stream_piece));
    auto bytes = stream_.read(next_, most);
    if (!bytes || bytes->empty() || bytes->size() > most) return;
    piece_ = std::move(*bytes);
    next_ += piece_.size();
    left_ -= piece_.size();
    read_ += piece_.size();
    since_asked_ += piece_.size();
}

}  // namespace loopbaankaart::web

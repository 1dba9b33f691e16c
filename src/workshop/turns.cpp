#include "turns.hpp"

#include <base/base.hpp>

namespace loopbaankaart::workshop {

Turns::Turn::~Turn() {
    if (of_ != nullptr) of_->give_back();
}

std::optional<Turns::Turn> Turns::take() {
    std::unique_lock lock{mutex_};
    if (base::guarded(base::Guard::workshop_queue) && come_ - gone_ >= at_once_ + waiting_) return std::nullopt;
    const std::size_t mine = come_++;
    changed_.wait(lock, [&] { return mine < gone_ + at_once_; });
    return Turn{*this};
}

void Turns::give_back() {
    const std::lock_guard lock{mutex_};
    ++gone_;
    changed_.notify_all();
}

}  // namespace loopbaankaart::workshop

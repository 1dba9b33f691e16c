#include "workers.hpp"

#include <utility>

namespace loopbaankaart::web {

Workers::Workers(unsigned threads, std::size_t most_waiting) : most_waiting_{most_waiting} {
    for (unsigned count = 0; count < threads; ++count) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
    }
    arrived_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool Workers::offer(std::function<void()> work) {
    {
        const std::lock_guard lock{mutex_};
        if (queue_.size() >= most_waiting_) return false;
        queue_.push_back(std::move(work));
    }
    arrived_.notify_one();
    return true;
}

std::size_t Workers::waiting() const {
    const std::lock_guard lock{mutex_};
    return queue_.size();
}

void Workers::run() {
    for (;;) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return closing_ || !queue_.empty(); });
        if (queue_.empty()) return;
        const std::function<void()> work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work();
    }
}

}  // namespace loopbaankaart::web

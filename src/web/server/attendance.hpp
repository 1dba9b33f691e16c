// How many are under way, and a place to wait for the last one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace loopbaankaart::web {

class Attendance {
public:
    void enter() {
        const std::lock_guard lock{mutex_};
        ++present_;
    }
    void leave() {
        const std::lock_guard lock{mutex_};
        if (--present_ == 0) empty_.notify_all();
    }
    void wait_until_empty() {
        std::unique_lock lock{mutex_};
        empty_.wait(lock, [this] { return present_ == 0; });
    }
    // False when somebody is still there after `patience`.
    bool wait_until_empty(std::chrono::milliseconds patience) {
        std::unique_lock lock{mutex_};
        return empty_.wait_for(lock, patience, [this] { return present_ == 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable empty_;
    std::size_t present_ = 0;
};

}  // namespace loopbaankaart::web

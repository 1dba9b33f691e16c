// Threads that take work from one queue, in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace loopbaankaart::web {

class Workers {
public:
    // At most `most_waiting` pieces of work wait; what is being done does not count.
    Workers(unsigned threads, std::size_t most_waiting);
    ~Workers();  // finishes what waits
    Workers(const Workers&) = delete;

    // False when the queue is full. Work may not throw.
    bool offer(std::function<void()> work);
    std::size_t waiting() const;

private:
    void run();

    const std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> queue_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace loopbaankaart::web

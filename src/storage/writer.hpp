// Inside storage only: group commit. Writes of one school wait in its queue; one of a few threads takes all that wait, does
// them in one transaction, syncs once, and then answers them all. One thread at a time writes to a school.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "database/connections.hpp"
#include "storage.hpp"

namespace loopbaankaart::storage {

struct Job {
    std::function<void(Writes&)> work;
    std::function<void(Failure)> done;  // must not throw
};

// Does the jobs in one transaction, each undone by itself when it throws, and calls every `done` after the sync.
// False when the transaction as a whole failed; then every job failed.
bool commit_together(Connection& connection, std::vector<Job>& jobs);

// The threads that write, for all schools together.
class WriterThreads {
public:
    explicit WriterThreads(std::size_t count);
    ~WriterThreads() { stop(); }

    // False after stop().
    bool run(std::function<void()> task);
    // What a running task still wants done; also while stopping.
    void run_next(std::function<void()> task);
    // Finishes what waits and ends the threads. Not from one of them.
    void stop();

private:
    void work();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> tasks_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

// The queue of one school.
class Writer {
public:
    Writer(std::string school, std::shared_ptr<Connections> connections, std::shared_ptr<WriterThreads> threads, std::size_t most);

    // `alive` is what this writer belongs to: it stays until the job is done.
    void add(Job job, std::shared_ptr<void> alive);
    // Runs `work` while no job is running.
    void alone(const std::function<void(Connections::Lent&)>& work);

private:
    void next_batch(const std::shared_ptr<void>& alive);
    std::vector<Job> take();
    void write(std::vector<Job>& jobs);

    std::string school_;
    std::shared_ptr<Connections> connections_;
    std::shared_ptr<WriterThreads> threads_;
    std::size_t most_;  // jobs in one transaction
    std::mutex mutex_;
    std::deque<Job> waiting_;
    bool scheduled_ = false;  // a thread has or will get this queue
    std::mutex writing_;
};

}  // namespace loopbaankaart::storage

#include "writer.hpp"

#include <algorithm>

namespace loopbaankaart::storage {

namespace {

void answer(std::vector<Job>& jobs, const std::vector<Failure>& failures) noexcept {
    for (std::size_t at = 0; at < jobs.size(); ++at) jobs[at].done(failures[at]);
}

void answer_all(std::vector<Job>& jobs, const Failure& failure) { answer(jobs, std::vector<Failure>(jobs.size(), failure)); }

Failure run(Connection& connection, Job& job) {
    try {
        job.work(connection);
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
}

// One of several jobs in a transaction. Throws only when the transaction itself is lost.
Failure run_apart(Connection& connection, Job& job) {
    connection.savepoint();
    try {
        job.work(connection);
        connection.release();
        return nullptr;
    } catch (...) {
        Failure failure = std::current_exception();
        try {
            connection.rollback_to_savepoint();
        } catch (const Broken&) {
            std::rethrow_exception(failure);  // it says better what happened: the disk is full
        }
        return failure;
    }
}

}  // namespace

bool commit_together(Connection& connection, std::vector<Job>& jobs) {
    std::vector<Failure> failures(jobs.size());
    bool answered = false;
    bool intact = true;
    try {
        connection.begin_write();
        // The only job needs no savepoint: what undoes it, undoes the transaction.
        if (jobs.size() == 1) failures.front() = run(connection, jobs.front());
        else std::ranges::transform(jobs, failures.begin(), [&](Job& job) { return run_apart(connection, job); });
        if (!guarded(base::Guard::reply_after_sync)) {
            answer(jobs, failures);
            answered = true;
        }
        if (jobs.size() == 1 && failures.front()) connection.rollback();
        else connection.commit();
    } catch (...) {
        connection.rollback();
        failures.assign(jobs.size(), std::current_exception());
        intact = false;
    }
    if (!answered) answer(jobs, failures);
    return intact;
}

WriterThreads::WriterThreads(std::size_t count) {
    for (std::size_t made = 0; made < std::max<std::size_t>(count, 1); ++made) threads_.emplace_back([this] { work(); });
}

bool WriterThreads::run(std::function<void()> task) {
    {
        const std::scoped_lock lock{mutex_};
        if (stopping_) return false;
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
    return true;
}

void WriterThreads::run_next(std::function<void()> task) {
    {
        const std::scoped_lock lock{mutex_};
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void WriterThreads::stop() {
    {
        const std::scoped_lock lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

void WriterThreads::work() {
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
            if (tasks_.empty()) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task();
    }
}

Writer::Writer(std::string school, std::shared_ptr<Connections> connections, std::shared_ptr<WriterThreads> threads, std::size_t most)
    : school_{std::move(school)}, connections_{std::move(connections)}, threads_{std::move(threads)}, most_{most} {}

void Writer::add(Job job, std::shared_ptr<void> alive) {
    {
        const std::scoped_lock lock{mutex_};
        waiting_.push_back(std::move(job));
        if (scheduled_) return;
        scheduled_ = true;
    }
    if (threads_->run([this, alive] { next_batch(alive); })) return;
    std::vector<Job> refused = take();
    answer_all(refused, std::make_exception_ptr(Broken{school_ + ": the storage is closed"}));
}

std::vector<Job> Writer::take() {
    const std::scoped_lock lock{mutex_};
    const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_));
    std::vector<Job> jobs{std::make_move_iterator(waiting_.begin()), std::make_move_iterator(waiting_.begin() + count)};
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    if (jobs.empty()) scheduled_ = false;
    return jobs;
}

void Writer::next_batch(const std::shared_ptr<void>& alive) {
    std::vector<Job> jobs = take();
    if (jobs.empty()) return;
    write(jobs);
    threads_->run_next([this, alive] { next_batch(alive); });
}

void Writer::write(std::vector<Job>& jobs) {
    const std::scoped_lock lock{writing_};
    try {
        Connections::Lent connection = connections_->lend(school_);
        if (!commit_together(*connection, jobs)) connection.discard();
    } catch (...) {
        answer_all(jobs, std::current_exception());
    }
}

void Writer::alone(const std::function<void(Connections::Lent&)>& work) {
    const std::scoped_lock lock{writing_};
    Connections::Lent connection = connections_->lend(school_);
    work(connection);
}

}  // namespace loopbaankaart::storage

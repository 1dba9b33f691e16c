// For tests: a real server on a free port, with one school whose writer commits when the test says so.
#pragma once

#include <workbench/workbench.hpp>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "server.hpp"
#include "wire.hpp"

namespace loopbaankaart::web {

inline constexpr std::size_t megabyte = 1024 * 1024;

// A database that keeps nothing: only the order of events matters here.
class PatientSchool final : public storage::School {
public:
    const std::string& name() const override { return name_; }
    void read(const std::function<void(storage::Reads&)>&) override {}
    void write(std::function<void(storage::Writes&)> work, std::function<void(storage::Failure)> done) override {
        if (!takes_work) throw storage::Broken{"no writer"};
        const std::lock_guard lock{mutex_};
        waiting_.emplace_back(std::move(work), std::move(done));
        arrived_.notify_all();
    }
    storage::Vault& vault() override { throw std::logic_error{"no vault here"}; }
    storage::Media& media() override { throw std::logic_error{"no media here"}; }
    storage::Media& passing() override { throw std::logic_error{"no files here"}; }
    std::filesystem::path folder() const override { return {}; }
    void load(const std::function<void(storage::Writes&)>&) override {}

    std::atomic<bool> takes_work = true;

    // Waits for a write to be queued, runs it, and gives what is left to do: telling that it is synced.
    std::function<void(storage::Failure)> run_next() {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return !waiting_.empty(); });
        const auto [work, done] = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        lock.unlock();
        NoWrites writes;
        work(writes);
        return done;
    }

private:
    struct NoWrites final : storage::Writes {
        std::int64_t execute(const storage::Statement&, std::span<const storage::Parameter>, const storage::EachRow&) override { return 0; }
    };
    std::string name_ = "noord";
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<std::pair<std::function<void(storage::Writes&)>, std::function<void(storage::Failure)>>> waiting_;
};

class TrialServer {
public:
    explicit TrialServer(std::vector<Route> routes, const Limits& limits = {}) : TrialServer{std::move(routes), options_with(limits)} {}
    TrialServer(std::vector<Route> routes, ServerOptions options) : router{std::move(routes)} {
        site.name = "noord";
        site.title = "Noordzijde College";
        site.school = school;
        options.port = 0;
        server = Server::start(std::move(options), router, [this](std::string_view host) { return host == "vreemd" ? nullptr : &site; });
    }

    static ServerOptions options_with(const Limits& limits) {
        ServerOptions options;
        options.workers = 2;
        options.limits = limits;
        return options;
    }

    Wire connect() const { return Wire{server->port()}; }
    WireReply ask(std::string_view request) const { return connect().ask(request); }

    std::shared_ptr<PatientSchool> school = std::make_shared<PatientSchool>();
    Site site;
    Router router;
    std::unique_ptr<Server> server;
};

inline Route get_route(std::string_view path, std::function<Answer(const Request&)> handle) {
    return {Method::get, path, "anyone", "web", std::move(handle)};
}
inline Route post_route(std::string_view path, std::function<Answer(const Request&)> handle) {
    return {Method::post, path, "anyone", "web", std::move(handle)};
}

// Says back the form's `woorden`, and says "hier" to a GET.
inline std::vector<Route> echo_routes() {
    return {get_route("/", [](const Request&) { return Reply{.body = "hier"}; }),
            post_route("/", [](const Request& request) { return Reply{.body = std::string{request.form["woorden"]}}; })};
}

// A port that was free a moment ago.
inline std::uint16_t free_port() { return TrialServer{echo_routes()}.server->port(); }

inline std::string post_of(std::string_view body, std::string_view extra = {}) {
    return "POST / HTTP/1.1\r\nHost: noord\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n" + std::string{extra} + "\r\n" + std::string{body};
}

}  // namespace loopbaankaart::web

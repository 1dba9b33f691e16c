#include "dispatcher.hpp"

#include <fmt/format.h>

#include <limits>

#include "../assets/assets.hpp"
#include "../page/page.hpp"
#include "access_log.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

namespace {

constexpr std::string_view busy_retry_seconds = "5";

unsigned cores() { return std::max(1U, std::thread::hardware_concurrency()); }

int status_of(std::exception_ptr failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const storage::Broken&) {
        return 503;
    } catch (...) {
        return 500;
    }
}

Reply plain(int status, std::string text) { return {.status = status, .type = "text/plain; charset=utf-8", .body = std::move(text)}; }

}  // namespace

// A page's queue is as long as there are connections: each has one request under way.
Dispatcher::Dispatcher(const ServerOptions& options, const Router& router, FindSite find_site, Metrics& metrics)
    : limits_{options.limits},
      router_{router},
      find_site_{std::move(find_site)},
      metrics_{metrics},
      slow_{options.slow_workers, options.limits.slow_queue},
      uploads_{options.upload_workers, options.limits.upload_queue},
      pages_{options.workers == 0 ? cores() : options.workers, std::numeric_limits<std::size_t>::max()} {}

Dispatcher::~Dispatcher() { writes_.wait_until_empty(); }

// On a worker, as the handler will be: who sends it is looked up.
void Dispatcher::admit(Shared exchange) {
    pages_.offer([this, exchange = std::move(exchange)] {
        Request& request = exchange->request();
        try {
            request.site = find_site_(exchange->incoming.host);
            const Router::Match match = router_.find(request.method, request.path);
            if (match.route != nullptr && match.route->admits) exchange->admitted = match.route->admits(request);
        } catch (...) {
            log_failure(request.id, exchange->route, std::current_exception());
            exchange->incoming.refused = status_of(std::current_exception());
        }
        request.whole = exchange->admitted.reading == Reading::all;
        exchange->tell();
    });
}

void Dispatcher::handle(Shared exchange) {
    pages_.offer([this, exchange = std::move(exchange)] {
        try {
            answer(exchange);
        } catch (...) {
            fail(exchange, std::current_exception());
        }
    });
}

void Dispatcher::pull(Shared exchange) {
    pages_.offer([this, exchange = std::move(exchange)] {
        try {
            exchange->outgoing.flow->pull(limits_);
        } catch (...) {
            log_failure(exchange->request().id, exchange->route, std::current_exception());
        }
        exchange->tell();
    });
}

void Dispatcher::answer(const Shared& exchange) {
    Request& request = exchange->request();
    if (!exchange->incoming.spoken) return finish(exchange, plain(exchange->incoming.refused, "This is not a request we understand.\n"));
    if (answer_without_school(exchange)) return;
    request.site = find_site_(exchange->incoming.host);
    if (request.site == nullptr && guarded(Guard::unknown_host)) return finish(exchange, refusal(*exchange, 421));
    if (exchange->incoming.refused != 0) return finish(exchange, refusal(*exchange, exchange->incoming.refused));

    Router::Match match = router_.find(request.method, request.path);
    if (match.route == nullptr) return finish(exchange, refusal(*exchange, match.path_exists ? 405 : 404));
    exchange->route = match.route->path;
    request.parameters = std::move(match.parameters);
    settle(exchange, match.route->handle(request));
}

// Health, figures, and what lies in the program itself.
bool Dispatcher::answer_without_school(const Shared& exchange) {
    const Request& request = exchange->request();
    const bool refused = exchange->incoming.refused != 0;
    if (!refused && request.method != Method::post) {
        if (request.path == "/healthz") {
            exchange->route = "/healthz";
            finish(exchange, plain(200, "ok\n"));
            return true;
        }
        if (exchange->door == Door::metrics && request.path == "/metrics") {
            exchange->route = "/metrics";
            finish(exchange, plain(200, metrics_.text({.pages = pages_.waiting(), .slow = slow_.waiting(), .uploads = uploads_.waiting()})));
            return true;
        }
        const Asset* asset = exchange->door == Door::pages ? asset_at(request.path) : nullptr;
        if (asset != nullptr) {
            exchange->route = "/a/{asset}";
            exchange->outgoing = encode(*asset, request);
            exchange->tell();
            return true;
        }
    }
    if (exchange->door == Door::pages) return false;
    finish(exchange, plain(refused ? exchange->incoming.refused : 404, "Only /metrics and /healthz are here.\n"));
    return true;
}

void Dispatcher::settle(const Shared& exchange, Answer&& answer) {
    if (auto* reply = std::get_if<Reply>(&answer)) return finish(exchange, std::move(*reply));
    if (auto* slow = std::get_if<Slow>(&answer)) return slowly(exchange, std::move(*slow));
    write(exchange, std::get<Write>(std::move(answer)));
}

// The reply waits in the exchange until the school's writer has synced the commit; no thread waits with it.
void Dispatcher::write(const Shared& exchange, Write&& write) {
    storage::School& school = *exchange->request().site->school;
    metrics_.writes_waiting.fetch_add(1);
    writes_.enter();
    const auto work = [this, exchange, make_reply = std::move(write.work)](storage::Writes& writes) {
        exchange->written = make_reply(writes);
    };
    const auto done = [this, exchange](storage::Failure failure) {
        metrics_.writes_waiting.fetch_sub(1);
        (failure ? metrics_.writes_failed : metrics_.writes_done).fetch_add(1);
        if (failure) fail(exchange, failure);
        else finish(exchange, std::move(*exchange->written), Squeeze::never);  // the writer's time is for writing
        writes_.leave();
    };
    const auto too_early = [work, done](storage::Writes& writes) {
        work(writes);
        done({});
    };
    try {
        if (guarded(Guard::reply_after_sync)) school.write(work, done);
        else school.write(too_early, [](storage::Failure) {});
    } catch (...) {
        done(std::current_exception());
    }
}

void Dispatcher::slowly(const Shared& exchange, Slow&& slow) {
    Workers& queue = exchange->upload_memory ? uploads_ : slow_;
    const bool taken = queue.offer([this, exchange, work = std::move(slow.work)] {
        try {
            settle(exchange, work());
        } catch (...) {
            fail(exchange, std::current_exception());
        }
    });
    if (!taken) finish(exchange, refusal(*exchange, 503));
}

void Dispatcher::finish(const Shared& exchange, Reply&& reply, Squeeze squeeze) {
    try {
        exchange->outgoing = encode(std::move(reply), exchange->request(), squeeze);
    } catch (...) {
        log_failure(exchange->request().id, exchange->route, std::current_exception());
        exchange->outgoing = encode(refusal(*exchange, 500), exchange->request(), Squeeze::never);
    }
    exchange->tell();
}

void Dispatcher::fail(const Shared& exchange, std::exception_ptr failure) {
    log_failure(exchange->request().id, exchange->route, failure);
    finish(exchange, refusal(*exchange, status_of(failure)));
}

// Somebody waits for a reply whatever happens, so this one cannot fail.
Reply Dispatcher::refusal(Exchange& exchange, int status) {
    Reply reply = plain(status, "Something went wrong here. Please try again later.\n");
    try {
        reply = error_page(exchange.request(), status);
    } catch (...) {
        log_failure(exchange.request().id, exchange.route, std::current_exception());
    }
    if (status == 503 || status == 429) reply.headers.emplace_back("Retry-After", busy_retry_seconds);
    if (status == 405) reply.headers.emplace_back("Allow", "GET, HEAD, POST");
    return reply;
}

}  // namespace loopbaankaart::web

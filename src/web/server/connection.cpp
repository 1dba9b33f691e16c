#include "connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>

#include <array>

#include "access_log.hpp"

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

namespace {

using boost::system::error_code;
using std::chrono::steady_clock;
constexpr auto never = steady_clock::time_point::max();

// What may have gone by when `bytes` have come or gone, at `rate` bytes a second.
std::chrono::milliseconds allowance(const Limits& limits, std::uint64_t rate, std::uint64_t bytes) {
    return limits.body_grace + std::chrono::milliseconds{bytes * 1000 / std::max<std::uint64_t>(rate, 1)};
}

// Of a body of that size.
std::uint64_t rate_of(const Limits& limits, std::uint64_t size) { return size > limits.form_bytes ? limits.upload_rate : limits.body_rate; }

// g++ 12 makes wrong code of some co_await inside conditions: in this file each stands in a statement of its own.

}  // namespace

// Hands the request over and lets the coroutine go on, on its own thread, when the answer is there. Not anonymous: the frame of a coroutine holds one.
struct HandOver {
    Dispatcher& dispatcher;
    void (Dispatcher::*question)(std::shared_ptr<Exchange>);
    std::shared_ptr<Exchange> exchange;
    Executor executor;

    template <typename Handler>
    void operator()(Handler&& handler) {
        auto resume = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
        exchange->answered = [resume = std::move(resume), where = executor] { asio::post(where, [resume] { std::move(*resume)(); }); };
        (dispatcher.*question)(std::move(exchange));
    }
};

Connection::Connection(Loop& loop, Hall& hall, Socket socket, Door door)
    : loop_{loop}, hall_{hall}, socket_{std::move(socket)}, place_{loop.connections.insert(loop.connections.end(), this)}, deadline_{never}, door_{door} {
    error_code ignored;
    socket_.set_option(asio::ip::tcp::no_delay{true}, ignored);
    socket_.non_blocking(true, ignored);
    hall_.metrics.connections.fetch_add(1);
}

Connection::~Connection() {
    loop_.connections.erase(place_);
    hall_.metrics.connections.fetch_sub(1);
}

void Connection::cut_off() {
    cut_off_ = true;
    error_code ignored;
    socket_.cancel(ignored);
}

Task<void> Connection::serve() {
    for (After after = After::keep_open; after == After::keep_open;) {
        const bool came = co_await arrival();
        if (!came) break;
        after = co_await exchange_once();
    }
    if (cut_off_) hall_.metrics.cut_off.fetch_add(1);
}

Task<bool> Connection::ready(asio::socket_base::wait_type what) {
    if (cut_off_) co_return false;
    const auto [error] = co_await socket_.async_wait(what, asio::as_tuple(use_task));
    co_return !error && !cut_off_;
}

Task<bool> Connection::arrival() {
    if (!input_.empty()) co_return true;
    if (loop_.draining) co_return false;
    idle_ = true;
    may_take(hall_.options.limits.idle);
    const bool came = co_await ready(asio::socket_base::wait_read);
    idle_ = false;
    co_return came;
}

Task<bool> Connection::receive() {
    while (!cut_off_) {
        error_code error;
        const std::size_t count = socket_.read_some(asio::buffer(loop_.scratch), error);
        input_.append(loop_.scratch.data(), count);
        if (error != asio::error::would_block) co_return !error;
        const bool more = co_await ready(asio::socket_base::wait_read);
        if (!more) break;
    }
    co_return false;
}

Task<std::optional<HeadScan::State>> Connection::head(HeadScan& scan) {
    const Limits& limits = hall_.options.limits;
    deadline_ = never;
    if (guarded(Guard::header_deadline)) may_take(limits.header);
    for (;;) {
        const HeadScan::State state = scan.look(input_);
        const bool too_large = input_.size() > limits.header_bytes && guarded(Guard::header_limit);
        if (state != HeadScan::State::more || too_large) co_return state;
        const bool more = co_await receive();
        if (!more) co_return std::nullopt;
    }
}

std::string Connection::peer() const {
    error_code ignored;
    const auto end = socket_.remote_endpoint(ignored);
    return ignored ? std::string{} : end.address().to_string();
}

std::shared_ptr<Exchange> Connection::begin(std::string_view head, HeadScan::State state) {
    auto exchange = std::make_shared<Exchange>();
    exchange->door = door_;
    exchange->started = steady_clock::now();
    const std::string address = peer();
    const bool too_large = state == HeadScan::State::more || (head.size() > hall_.options.limits.header_bytes && guarded(Guard::header_limit));
    if (too_large) exchange->incoming.refused = 431;
    else if (state == HeadScan::State::broken) exchange->incoming.refused = 400;
    else exchange->incoming = read_head(head, {address, &hall_.options.trusted_proxies, &hall_.options.limits});
    exchange->request().id = base::Id::make(base::SystemClock{}.now(), hall_.randomness).text();
    hall_.admission.look_at(*exchange);
    return exchange;
}

void Connection::use(std::size_t bytes) {
    input_.erase(0, bytes);
    if (input_.empty()) input_ = std::string{};
}

Task<Connection::After> Connection::exchange_once() {
    HeadScan scan;
    const std::optional<HeadScan::State> state = co_await head(scan);
    if (!state) co_return After::close;
    auto exchange = begin(std::string_view{input_}.substr(0, scan.size()), *state);
    use(scan.size());
    Incoming& incoming = exchange->incoming;
    deadline_ = never;
    if (incoming.refused == 0 && incoming.body > 0) {
        const bool came = co_await body(exchange);
        if (!came) {
            exchange->let_go_of_uploads();  // who admitted it may still be on the way out
            co_return After::close;
        }
    }
    const bool whole = incoming.spoken && incoming.body == 0;  // nothing of this request is left on the way

    deadline_ = never;
    co_await asked(&Dispatcher::handle, exchange);
    exchange->let_go_of_uploads();
    const After after = whole && incoming.keep_alive && !loop_.draining ? After::keep_open : After::close;
    const bool sent = co_await reply(exchange, after);
    if (!sent) co_return After::close;
    if (!whole) co_await linger(incoming.body);
    co_return after;
}

Task<bool> Connection::body(std::shared_ptr<Exchange> exchange) {
    if (hall_.admission.asks_first(*exchange)) co_await asked(&Dispatcher::admit, exchange);
    hall_.admission.make_room(*exchange);
    Incoming& incoming = exchange->incoming;
    if (incoming.refused != 0 || exchange->admitted.reading == Reading::nothing) co_return true;
    const Limits& limits = hall_.options.limits;
    const std::uint64_t size = incoming.body, rate = rate_of(limits, size);
    if (incoming.waits_to_continue && input_.size() < size) {
        const std::array<std::string_view, 1> go_on{"HTTP/1.1 100 Continue\r\n\r\n"};
        const bool sent = co_await send(go_on);
        if (!sent) co_return false;
    }
    const auto start = steady_clock::now();
    for (;;) {
        pour(*exchange);
        if (incoming.refused != 0 || incoming.body == 0) co_return true;
        deadline_ = guarded(Guard::body_rate) ? start + allowance(limits, rate, size - incoming.body + input_.size()) : never;
        bool more = co_await ready(asio::socket_base::wait_read);  // also when there is more already: others have their turn
        if (more) more = co_await receive();
        if (!more) co_return false;
    }
}

// A form without files waits in the input until it is whole.
void Connection::pour(Exchange& exchange) {
    Incoming& incoming = exchange.incoming;
    const bool last = input_.size() >= incoming.body;
    if (!last && !exchange.upload) return;
    const std::size_t count = last ? static_cast<std::size_t>(incoming.body) : input_.size();
    const std::string_view piece = std::string_view{input_}.substr(0, count);
    if (exchange.upload) {
        incoming.refused = exchange.upload->take(piece);
        if (last && incoming.refused == 0) incoming.refused = exchange.upload->finish(exchange.request());
    } else {
        incoming.refused = read_form(exchange.request(), piece);
    }
    incoming.body -= count;
    use(count);
}

Task<void> Connection::asked(Question question, std::shared_ptr<Exchange> exchange) {
    HandOver hand_over{hall_.dispatcher, question, std::move(exchange), loop_.context.get_executor()};
    co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(std::move(hand_over), use_task);
}

Task<bool> Connection::send(std::span<const std::string_view> parts) {
    std::array<asio::const_buffer, 3> buffers;
    std::size_t left = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        buffers[at] = asio::buffer(parts[at]);
        left += parts[at].size();
    }
    const Limits& limits = hall_.options.limits;
    const auto start = steady_clock::now();
    std::size_t sent = 0;
    while (left > 0 && !cut_off_) {
        error_code error;
        std::size_t count = socket_.write_some(buffers, error);
        if (error && error != asio::error::would_block) co_return false;
        left -= count;
        sent += count;
        for (asio::const_buffer& buffer : buffers) {
            const std::size_t taken = std::min(count, buffer.size());
            buffer += taken;
            count -= taken;
        }
        if (left == 0) break;
        deadline_ = start + allowance(limits, limits.body_rate, sent);
        const bool more = co_await ready(asio::socket_base::wait_write);
        if (!more) co_return false;
    }
    co_return left == 0;
}

Task<bool> Connection::stream(std::shared_ptr<Exchange> exchange) {
    const Flow& flow = *exchange->outgoing.flow;
    while (!flow.done()) {
        deadline_ = never;
        co_await asked(&Dispatcher::pull, exchange);
        const std::array part{flow.piece()};
        if (part[0].empty()) co_return false;
        const bool sent = co_await send(part);
        if (!sent) co_return false;
    }
    co_return true;
}

Task<bool> Connection::reply(std::shared_ptr<Exchange> exchange, After after) {
    const Outgoing& outgoing = exchange->outgoing;
    const std::string_view end = after == After::close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    const std::array parts{std::string_view{outgoing.head}, end, outgoing.body()};
    bool sent = co_await send(parts);
    if (sent && outgoing.flow) sent = co_await stream(exchange);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - exchange->started);
    hall_.metrics.count_reply(outgoing.status, took);
    constexpr std::array<std::string_view, 3> methods{"GET", "HEAD", "POST"};
    const Request& request = exchange->request();
    hall_.access_log.write({request.id, methods[static_cast<std::size_t>(request.method)], exchange->route, outgoing.status,
                            outgoing.flow ? outgoing.flow->read() : outgoing.body().size(), took});
    co_return sent;
}

// Closing while bytes are still coming in would make the client's system throw our reply away: what is left of a body may come,
// at the pace of any body.
Task<void> Connection::linger(std::uint64_t left) {
    error_code ignored;
    socket_.shutdown(asio::socket_base::shutdown_send, ignored);
    const Limits& limits = hall_.options.limits;
    const auto start = steady_clock::now();
    std::uint64_t passed_over = 0;
    for (bool more = true; more;) {
        passed_over += input_.size();
        input_.clear();
        deadline_ = start + allowance(limits, rate_of(limits, left), std::min(passed_over, left));
        more = co_await ready(asio::socket_base::wait_read);
        if (more) more = co_await receive();
    }
}

}  // namespace loopbaankaart::web

// For tests: one end of a TCP connection that says exactly what it is told to, byte by byte. Every wait ends after ten seconds.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "../http/header_text.hpp"

namespace loopbaankaart::web {

struct WireReply {
    int status = 0;                              // 0: the other end closed without a reply
    std::multimap<std::string, std::string> headers;  // names in lower case
    std::string body;
    std::string text;                            // as it came

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string{} : found->second;
    }
};

class Wire {
public:
    explicit Wire(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire(Wire&& other) noexcept : socket_{std::exchange(other.socket_, -1)}, connected_{other.connected_}, received_{std::move(other.received_)} {}

    bool connected() const { return connected_; }

    // False when the other end is gone.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    void hang_up() const { ::shutdown(socket_, SHUT_WR); }  // sends no more, still listens

    WireReply ask(std::string_view request) {
        send(request);
        return reply();
    }

    enum class Body { follows, absent };  // absent: the reply to HEAD
    WireReply reply(Body body = Body::follows) {
        std::size_t end = 0;
        while ((end = received_.find("\r\n\r\n")) == std::string::npos)
            if (!receive()) return {};
        WireReply reply = read_head(received_.substr(0, end + 2));
        received_.erase(0, end + 4);
        const std::string length = reply.header("content-length");
        const std::size_t size = body == Body::absent || length.empty() ? 0 : std::stoul(length);
        while (received_.size() < size)
            if (!receive()) throw std::runtime_error{"the body ends too early"};
        reply.body = received_.substr(0, size);
        received_.erase(0, size);
        return reply;
    }

    // Whether the other end closes, sending nothing more.
    bool closes() { return received_.empty() && !receive() && received_.empty(); }
    // Whether bytes or the end come within that time.
    bool speaks_within(std::chrono::milliseconds time) const {
        pollfd waiting{socket_, POLLIN, 0};
        return !received_.empty() || ::poll(&waiting, 1, static_cast<int>(time.count())) != 0;
    }
    bool silent() const { return !speaks_within(std::chrono::milliseconds{0}); }

private:
    static constexpr int patience = 10'000;  // milliseconds

    static WireReply read_head(std::string_view head) {
        WireReply reply;
        reply.text = head;
        reply.status = std::stoi(std::string{head.substr(9, 3)});
        for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
            const std::size_t end = head.find("\r\n", at);
            const std::string_view line = head.substr(at, end - at);
            const std::size_t colon = line.find(": ");
            reply.headers.emplace(lower_case(line.substr(0, colon)), line.substr(colon + 2));
            at = end + 2;
        }
        return reply;
    }

    bool receive() {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, patience) == 0) throw std::runtime_error{"nothing came for ten seconds"};
        char bytes[16 * 1024];
        const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) return false;
        received_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    bool connected_ = false;
    std::string received_;
};

}  // namespace loopbaankaart::web

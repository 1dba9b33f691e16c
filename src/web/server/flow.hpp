// A Stream on its way out: one piece of it in memory at a time.
#pragma once

#include <chrono>
#include <string_view>

#include "../http/answer.hpp"
#include "../http/range.hpp"
#include "server.hpp"

namespace loopbaankaart::web {

class Flow {
public:
    Flow(Stream stream, Stretch sent) : stream_{std::move(stream)}, next_{sent.from}, left_{sent.length} {}

    // Reads the next piece, on a worker. It stays empty when the connection is to be cut, as there is nothing to read any more, or
    // its reader may not read on (Guard::stream_policy, asked again every Limits::stream_bytes and Limits::stream_time).
    void pull(const Limits& limits);
    std::string_view piece() const { return base::text_of(piece_); }
    bool done() const { return left_ == 0; }  // no piece comes after this one
    std::uint64_t read() const { return read_; }  // bytes so far

private:
    bool may_go_on(const Limits& limits);

    Stream stream_;
    std::uint64_t next_, left_, read_ = 0;  // the byte to read next, bytes to read and read
    base::Bytes piece_;
    std::uint64_t since_asked_ = 0;  // bytes
    std::chrono::steady_clock::time_point asked_at_ = std::chrono::steady_clock::now();
};

}  // namespace loopbaankaart::web

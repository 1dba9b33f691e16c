#include "head_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include "../http/header_text.hpp"

namespace loopbaankaart::web {

namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

// Puts what Beast finds straight into a Head; no body ever reaches it.
class Parser final : public http::basic_parser<true> {
public:
    explicit Parser(Head& head) : head_{head} {}

private:
    using Text = beast::string_view;
    using Code = beast::error_code;

    void on_request_impl(http::verb, Text method, Text target, int, Code& error) override {
        head_.method.assign(method.data(), method.size());
        head_.target.assign(target.data(), target.size());
        error = {};
    }
    void on_field_impl(http::field, Text name, Text value, Code& error) override {
        head_.headers.add(lower_case({name.data(), name.size()}), {value.data(), value.size()});
        error = {};
    }
    void on_header_impl(Code& error) override { error = {}; }
    void on_response_impl(int, Text, int, Code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Code&) override {}
    std::size_t on_body_impl(Text, Code&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, Text, Code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text, Code&) override { return 0; }
    void on_finish_impl(Code& error) override { error = {}; }

    Head& head_;
};

}  // namespace

std::optional<Head> parse_head(std::string_view text) {
    Head head;
    Parser parser{head};
    parser.header_limit(static_cast<std::uint32_t>(text.size()) + 1);  // the limit is ours, not Beast's
    parser.body_limit(boost::none);
    beast::error_code error;
    parser.put(boost::asio::const_buffer{text.data(), text.size()}, error);
    if (error || !parser.is_header_done() || parser.chunked()) return std::nullopt;
    head.body = parser.content_length().value_or(0);
    head.keep_alive = parser.keep_alive();
    return head;
}

}  // namespace loopbaankaart::web

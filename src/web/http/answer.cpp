#include "answer.hpp"

namespace loopbaankaart::web {

Reply Reply::header(std::string name, std::string value) && {
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

Reply Reply::cookie(std::string set_cookie) && { return std::move(*this).header("Set-Cookie", std::move(set_cookie)); }

Reply go(const Url& url) {
    Reply reply{.status = 303};
    reply.headers.emplace_back("Location", url.text());
    return reply;
}

}  // namespace loopbaankaart::web

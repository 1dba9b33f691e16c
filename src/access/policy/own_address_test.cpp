#include "own_address.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace loopbaankaart::access {
namespace {

TEST(OwnAddress, IsAPageOfOurs) {
    for (const std::string_view own : {"/", "/kaart", "/kaart/wensboom?weergave=lijst&soort=hulpbron", "/mij/adres/a-b_c~d", "/kaart/%C3%A9%C3%A9n"})
        EXPECT_EQ(own_address(own), own);
}

TEST(OwnAddress, NeverLeaves) {
    for (const std::string_view foreign : {"", "kaart", "//elders.example", "///elders.example", "/\\elders.example", "\\/elders.example", "https://elders.example",
                                           "javascript:alert(1)", "/\t/elders.example", "/\n/elders.example", "/kaart\r\nSet-Cookie: x=1", "/ /elders", " /kaart",
                                           "/kaart#<script>", "/@elders:80\"", "data:text/html,x"})
        EXPECT_FALSE(own_address(foreign)) << foreign;
}

// Whatever is asked, the reply leads to one of our own pages and holds one header line.
RC_GTEST_PROP(OwnAddress, RedirectsStayHere, ()) {
    const auto start = *rc::gen::element<std::string>("", "/", "//", "/\\", "https:", "/kaart", "\t/", "/%2F/", "/.//");
    const auto rest = *rc::gen::string<std::string>();
    const web::Reply reply = go_back(start + rest, "/kaart");
    RC_ASSERT(reply.status == 303);
    RC_ASSERT(reply.headers.size() == 1U);
    const std::string& location = reply.headers[0].second;
    RC_ASSERT(location.front() == '/');
    RC_ASSERT(!location.starts_with("//"));
    for (const char character : location) RC_ASSERT(character > ' ' && character < 0x7F && character != '\\');
}

}  // namespace
}  // namespace loopbaankaart::access

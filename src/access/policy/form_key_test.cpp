#include "form_key.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace loopbaankaart::access {
namespace {

RC_GTEST_PROP(FormKey, FitsItsSecretOnly, (std::uint64_t seed)) {
    base::SeededRandomness randomness{seed};
    const std::string secret = base::make_token(randomness), other = base::make_token(randomness);
    const std::string key = make_form_key(secret, randomness);
    RC_ASSERT(form_key_fits(secret, key));
    RC_ASSERT(!form_key_fits(other, key));
    RC_ASSERT(make_form_key(secret, randomness) != key);

    std::string changed = key;
    char& character = changed[static_cast<std::size_t>(randomness.below(changed.size()))];
    character = character == 'A' ? 'B' : 'A';
    RC_ASSERT(!form_key_fits(secret, changed));
}

TEST(FormKey, OfNobodyFitsNothing) {
    base::SeededRandomness randomness{1};
    EXPECT_EQ(make_form_key("", randomness), "");
    EXPECT_FALSE(form_key_fits("", ""));
    EXPECT_FALSE(form_key_fits("secret", ""));
}

struct Sent {
    std::string_view origin, sent_from, host;
    bool own;
};

TEST(FormKey, ComesFromOneOfOurPages) {
    const web::Site site{.name = "noord", .title = "Noord", .address = "https://noord.example.nl/"};
    for (const Sent& sent : {Sent{"https://noord.example.nl", "same-origin", "", true}, Sent{"https://noord.example.nl", "", "", true},
                             Sent{"http://localhost:8080", "same-origin", "localhost:8080", true}, Sent{"", "same-origin", "", true},
                             Sent{"", "", "noord.example.nl", false}, Sent{"https://elders.example", "", "noord.example.nl", false},
                             Sent{"https://noord.example.nl", "cross-site", "", false}, Sent{"https://noord.example.nl", "same-site", "", false},
                             Sent{"null", "", "", false}, Sent{"https://noord.example.nl.elders.example", "", "", false},
                             Sent{"https://", "", "", false}, Sent{"", "none", "", false}}) {
        web::Request request{.site = &site};
        if (!sent.origin.empty()) request.headers.add("origin", std::string{sent.origin});
        if (!sent.sent_from.empty()) request.headers.add("sec-fetch-site", std::string{sent.sent_from});
        if (!sent.host.empty()) request.headers.add("host", std::string{sent.host});
        EXPECT_EQ(is_from_own_page(request), sent.own) << sent.origin << " " << sent.sent_from << " " << sent.host;
    }
}

}  // namespace
}  // namespace loopbaankaart::access

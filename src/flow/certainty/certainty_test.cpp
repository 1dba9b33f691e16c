#include <gtest/gtest.h>

#include "certainty.hpp"

namespace loopbaankaart::flow {
namespace {

TEST(Wilson, agrees_with_the_score_interval) {
    const Estimate share = wilson(0.9, 10);  // without correction: 0.5958, 0.9821 (Newcombe 1998, Stat. Med. 17, method 3)
    EXPECT_NEAR(share.low, 0.5958, 5e-5);
    EXPECT_NEAR(share.high, 0.9821, 5e-5);
    EXPECT_EQ(wilson(0, 20).low, 0);
    EXPECT_EQ(wilson(1, 20).high, 1);
}

}  // namespace
}  // namespace loopbaankaart::flow

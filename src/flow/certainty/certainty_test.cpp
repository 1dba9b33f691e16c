#include <gtest/gtest.h>

#include "certainty.hpp"
#include "student.hpp"

namespace loopbaankaart::flow {
namespace {

TEST(Wilson, agrees_with_the_score_interval) {
    const Estimate share = wilson(0.9, 10);  // without correction: 0.5958, 0.9821 (Newcombe 1998, Stat. Med. 17, method 3)
    EXPECT_NEAR(share.low, 0.5958, 5e-5);
    EXPECT_NEAR(share.high, 0.9821, 5e-5);
    EXPECT_EQ(wilson(0, 20).low, 0);
    EXPECT_EQ(wilson(1, 20).high, 1);
}

TEST(Student, HasTheQuantilesOfItsTables) {
    for (const auto& [degrees, t] : {std::pair{1U, 12.7062}, {2U, 4.3027}, {3U, 3.1824}, {4U, 2.7764}, {9U, 2.2622}, {30U, 2.0423}}) {
        EXPECT_NEAR(student_quantile(0.975, degrees), t, 6e-5);
        EXPECT_NEAR(student_below(-t, degrees), 0.025, 1e-5);
    }
    for (const std::size_t degrees : {std::size_t{201}, std::size_t{1000}, std::size_t{100'000}}) EXPECT_NEAR(student_below(student_quantile(0.9, degrees), degrees), 0.9, 1e-9);
    EXPECT_NEAR(normal_quantile(0.975), 1.959964, 1e-6);
    EXPECT_NEAR(normal_below(normal_quantile(0.003)), 0.003, 1e-9);
}

}  // namespace
}  // namespace loopbaankaart::flow

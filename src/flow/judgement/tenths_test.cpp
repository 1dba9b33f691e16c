#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "tenths.hpp"

namespace loopbaankaart::flow {
namespace {

TEST(Tenths, AreOfTenSuchStudents) {
    EXPECT_EQ(of_ten_kept(24, 15), 6);
    EXPECT_EQ(of_ten_kept(24, 24), 10);
    EXPECT_EQ(of_ten_kept(24, 0), 0);
    EXPECT_EQ(of_ten_kept(12, 5), 4);
    EXPECT_EQ(kept_of(24, 15), 14U);
}

RC_GTEST_PROP(Tenths, BetweenNoneAndAllStandForMoreThanOneNumber, ()) {
    const auto students = static_cast<std::uint32_t>(*rc::gen::inRange(10, 400));
    std::map<std::uint32_t, int> numbers;
    for (std::uint32_t happened = 0; happened <= students; ++happened) {
        const std::uint32_t kept = kept_of(students, happened);
        RC_ASSERT(kept <= students);
        RC_ASSERT(kept_of(students, kept) == kept);
        RC_ASSERT(of_ten_kept(students, kept) == of_ten_kept(students, happened));
        ++numbers[kept];
    }
    for (const auto& [kept, many] : numbers) RC_ASSERT(many >= 2 || kept == 0 || kept == students);
}

}  // namespace
}  // namespace loopbaankaart::flow

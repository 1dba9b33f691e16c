// Who has all that is told of a school on every page, and solves for it, finds no small group.
#include <gtest/gtest.h>

#include <algorithm>

#include "../simulate/simulate.hpp"
#include "trial_everything.hpp"

namespace loopbaankaart::flow {
namespace {

struct Known {
    std::size_t asked = 0, exposed = 0, guessed = 0;
    std::array<std::size_t, ten> sizes{};
    double share(std::size_t of) const { return static_cast<double>(of) / static_cast<double>(asked); }
};
Known to_who_has(const trial::Told& told, std::uint64_t first, std::uint64_t last) {
    Known all;
    for (std::uint64_t seed = first; seed <= last; ++seed) {
        const std::int32_t years = 4 + static_cast<std::int32_t>(seed % 3);
        const trial::SmallSchool school = trial::small_school_of(seed, years + 2);
        trial::Everything everything{school, years, told, seed};
        EXPECT_LE(everything.broken(), 1e-6) << "what is said is so";
        EXPECT_TRUE(everything.possible()) << seed;
        const auto found = everything.ask();
        all.asked += found.asked, all.exposed += found.exposed, all.guessed += found.guessed;
        for (std::size_t size = 0; size < ten; ++size) all.sizes[size] += found.sizes[size];
    }
    return all;
}

// bench/flow_attack asks many more schools, and two files of each.
TEST(Everything, tells_who_solves_it_hardly_more_than_a_guess) {
    const Known known = to_who_has({.second_file = false}, 1, 5);
    ASSERT_GT(known.asked, 300U) << "there was something to find";
    EXPECT_LT(known.share(known.exposed), 0.06);
    EXPECT_LT(known.share(known.guessed), known.share(*std::max_element(known.sizes.begin(), known.sizes.end())) + 0.08);
}

TEST(Everything, tells_small_groups_where_counts_have_no_noise) {
    const Known known = to_who_has({.second_file = false, .noise = false}, 4, 4);
    EXPECT_GT(known.share(known.exposed), 0.5);
}

// What programmes share at a split that hardly anybody took would tell how many that were.
TEST(Everything, a_way_that_few_took_is_not_counted_by_its_rate) {
    const auto shared = [](std::uint32_t took) {
        School school = simulate({.seed = 5, .programmes = 4, .sectors = 2, .years = 4, .least_intake = 60, .most_intake = 90});
        const std::size_t states = school.states.size();
        constexpr State from = 1, to = 3;
        std::uint32_t left = took;
        for (std::size_t at = 0; at < school.moves.size() / states / states; ++at) {
            std::uint32_t &rare = school.moves[at * states * states + from * states + to], &usual = school.moves[at * states * states + from * states + 4];
            usual += rare, rare = std::min({1U, left, usual}), usual -= rare, left -= rare;
        }
        EXPECT_EQ(left, 0U);
        for (const OutlookSplit& split : outlooks_of(SchoolNow{std::move(school), {}}, Noise{{}}, 1).splits)
            if (split.from == from && split.to == to) return split;
        return OutlookSplit{};
    };
    const OutlookSplit few = shared(2);
    EXPECT_GT(few.mean, 0);
    EXPECT_EQ(few, shared(4));
    EXPECT_EQ(few, shared(8));
}

}  // namespace
}  // namespace loopbaankaart::flow

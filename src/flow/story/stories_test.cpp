// What is kept of conversations: nothing is lost, nobody's name stays, and no word lies open.
#include <gtest/gtest.h>

#include <thread>

#include "trial_stories.hpp"

namespace loopbaankaart::flow {
namespace {

using namespace std::chrono_literals;
using trial::whole_school;

class Stories : public trial::Talking {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Stories, workbench::both, workbench::name);

TEST_P(Stories, written_at_once_lose_nothing) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    storage::Vault& vault = school.world.school().vault();
    std::vector<std::thread> writers;
    for (const base::Id& author : {fay, bram}) {
        std::vector<SealedLine> sealed;
        for (int one = 0; one < 10; ++one) {
            const base::Id id = school.world.id();
            sealed.push_back(prepare_line(vault, {.id = id, .story = story, .words = "Regel", .who = {}, .change = id, .written_at = school.world.clock().now()}));
        }
        writers.emplace_back([&, author, sealed] {
            for (const SealedLine& line : sealed) school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(add_line(writes, vault, author, line), LineAdded::made); });
        });
    }
    for (std::thread& writer : writers) writer.join();
    EXPECT_EQ(school.lines(story).size(), 20U);
}

TEST_P(Stories, keep_the_words_of_who_is_forgotten_without_a_name) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    agree(story, "Bel in week vier");
    school.world.school().write_now([&](storage::Writes& writes) { erase_person(writes, fay); });
    coordinator.get(page_of(story));
    EXPECT_TRUE(coordinator.shows("Bel in week vier"));
    EXPECT_FALSE(coordinator.shows("Naam van fay"));
}

TEST_P(Stories, in_which_nothing_happened_for_two_years_go) {
    school.keep(3);
    const base::Id quiet = begin(whole_school);
    const base::Id lively = begin(whole_school, "Nog eens");
    agree(quiet, "Bel in week vier");
    school.world.clock().advance(stories_kept);
    analyst = school.signed_in("fay");
    agree(lively, "Bel in week vijf");
    forget_quiet_stories(school.world.school(), school.world.clock().now());
    EXPECT_EQ(school.lines(quiet).size(), 1U) << "not a moment too soon";
    school.world.clock().advance(1ms);
    forget_quiet_stories(school.world.school(), school.world.clock().now());
    EXPECT_TRUE(school.lines(quiet).empty());
    EXPECT_TRUE(school.world.school().vault().was_destroyed(quiet));
    EXPECT_EQ(school.lines(lively).size(), 1U);
    analyst.get(page_of(quiet));
    EXPECT_EQ(analyst.status(), 404);
}

TEST_P(Stories, hold_no_word_that_is_not_sealed) {
    school.keep(3);
    const base::Id story = begin(whole_school, "Doelkanarie");
    agree(story, "Woordkanarie");
    std::string all;
    school.world.school().read([&](storage::Reads& reads) {
        for (const char* sql : {"SELECT body FROM story", "SELECT body FROM story_line"})
            reads.each(storage::Query<0>{"test", sql, sql}, [&](const storage::Row& row) { for (const auto byte : row.bytes(0)) all += static_cast<char>(byte); });
    });
    EXPECT_GT(all.size(), 100U);
    for (const char* word : {"Doelkanarie", "Woordkanarie", "Mentoren"}) EXPECT_EQ(all.find(word), all.npos) << word;
}

}  // namespace
}  // namespace loopbaankaart::flow

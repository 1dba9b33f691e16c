// Who did what in a conversation stands in the school's audit, once and without a word of it.
#include <gtest/gtest.h>

#include <set>

#include "trial_stories.hpp"

namespace loopbaankaart::flow {
namespace {

using trial::whole_school;

class StoryDeeds : public trial::Talking {
protected:
    // As "deed about", in the order in which they were done; of conversations alone.
    std::vector<std::string> deeds() {
        std::vector<std::string> all;
        const char* sql = "SELECT deed, about FROM audit_entry WHERE about LIKE 'story%' ORDER BY moment, id";
        school.world.school().read([&](storage::Reads& reads) { reads.each(storage::Query<0>{"test", sql, sql}, [&](const storage::Row& row) { all.push_back(row.string(0) + " " + row.string(1)); }); });
        return all;
    }
    // Of all that is in the audit.
    std::string whole_audit() {
        std::string all;
        school.world.school().read([&](storage::Reads& reads) { access::export_audit(reads, [&](std::string_view line) { all += line; }); });
        return all;
    }
    void later() { school.world.clock().advance(std::chrono::seconds{1}); }
    void press(const std::string& form, const std::string& page) {
        later();
        analyst.get(page);
        analyst.submit(form);
        EXPECT_EQ(analyst.status(), 303);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, StoryDeeds, workbench::both, workbench::name);

TEST_P(StoryDeeds, stand_in_the_audit_without_a_word_of_the_conversation) {
    school.keep(3);
    const base::Id story = begin(whole_school, "Doelkanarie");
    later();
    analyst.post(page_of(story), said(school.world.id(), LineKind::seen, "Woordkanarie"));
    later();
    agree(story, "Actiekanarie");
    const StoryLine action = action_of(story), seen = school.lines(story).front();
    press(page_of(seen) + "/weg", page_of(seen));
    press(page_of(story) + "/dicht", page_of(story));
    press(page_of(story) + "/open", page_of(story));
    EXPECT_EQ(deeds(), (std::vector<std::string>{"story_begun story " + story.text(), "action_promised story_line " + action.id.text(), "line_taken_back story_line " + seen.id.text(), "story_closed story " + story.text(),
                                                 "story_reopened story " + story.text()}));
    access::chain_audit(school.world.school());
    const std::string audit = whole_audit();
    EXPECT_NE(audit.find("action_promised"), audit.npos);
    EXPECT_NE(audit.find(fay.text()), audit.npos) << "who did it";
    for (const char* word : {"Doelkanarie", "Woordkanarie", "Actiekanarie", "Mentoren", "180", "year_1"}) EXPECT_EQ(audit.find(word), audit.npos) << word;
}

TEST_P(StoryDeeds, sent_again_or_refused_are_not_written_again) {
    school.keep(3);
    const base::Id story = begin(whole_school), id = school.world.id();
    visitor::Values form = said(id, LineKind::action, "Bel in week vier");
    form["wie"] = "Mentoren van leerjaar 1", form["maand"] = "2026-10";
    for (int times = 0; times < 3; ++times) analyst.post(page_of(story), form);
    form["woorden-action"] = "Iets anders";
    analyst.post(page_of(story), form);
    EXPECT_EQ(analyst.status(), 409);
    analyst.get(page_of(story));
    auto again = analyst;
    analyst.submit(page_of(story) + "/dicht");
    again.submit(page_of(story) + "/dicht");
    const StoryLine action = action_of(story);
    coordinator.get("/stroom/verhaal");
    const std::string before = "name=\"sleutel\" value=\"";
    const auto at = coordinator.body().find(before) + before.size();
    coordinator.post(page_of(action) + "/weg", {{"sleutel", coordinator.body().substr(at, coordinator.body().find('"', at) - at)}});
    const std::vector<std::string> all = deeds();
    EXPECT_EQ(std::multiset<std::string>(all.begin(), all.end()), (std::multiset<std::string>{"story_begun story " + story.text(), "action_promised story_line " + id.text(), "story_closed story " + story.text()}));
}

}  // namespace
}  // namespace loopbaankaart::flow

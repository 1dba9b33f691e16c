// What one wrote in conversations goes along as a table: one's own words, and no figure.
#include <gtest/gtest.h>

#include "own_words_file.hpp"
#include "trial_stories.hpp"

namespace loopbaankaart::flow {
namespace {

using trial::whole_school;

class OwnWords : public trial::Talking {
protected:
    std::string file_of(const base::Id& person, base::Language language = base::Language::nl) {
        std::string file;
        school.world.school().read([&](storage::Reads& reads) {
            for (const TakenAlong& one : own_words_along(reads, school.world.school().vault(), access::Viewer{.person = person, .name = "Naam"}, language)) file += one.text;
        });
        return file;
    }
    void says(const base::Id& author, const base::Id& story, LineKind kind, const std::string& words, const std::string& who = {}) {
        const base::Id id = school.world.id();
        StoryLine line{.id = id, .story = story, .kind = kind, .words = words, .who = who, .change = id, .written_at = school.world.clock().now()};
        if (kind == LineKind::action) line.month = 202612;
        const SealedLine sealed = prepare_line(school.world.school().vault(), line);
        school.world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(add_line(writes, school.world.school().vault(), author, sealed), LineAdded::made); });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, OwnWords, workbench::both, workbench::name);

TEST_P(OwnWords, go_along_and_nobody_elses) {
    school.keep(3);
    const base::Id story = begin(whole_school, "Doel van Fay");
    says(fay, story, LineKind::seen, "Kanarie van Fay");
    says(fay, story, LineKind::action, "Actie van Fay", "Mentoren");
    says(bram, story, LineKind::explanation, "Kanarie van Bram");
    const std::string of_fay = file_of(fay), of_bram = file_of(bram);
    for (const char* text : {"Kanarie van Fay", "Actie van Fay", "Mentoren", "2026-12", "De hele school"}) EXPECT_NE(of_fay.find(text), of_fay.npos) << text;
    for (const char* text : {"Kanarie van Bram", "180", "720", "25%"}) EXPECT_EQ(of_fay.find(text), of_fay.npos) << text;
    EXPECT_NE(of_bram.find("Kanarie van Bram"), of_bram.npos);
    EXPECT_EQ(of_bram.find("Fay"), of_bram.npos) << "nor the goal that she wrote";
    EXPECT_EQ(file_of(school.person("nieuw", access::Role::analyst)), "") << "who wrote nothing has no file";
}

TEST_P(OwnWords, are_no_formulas) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    for (const char* words : {"=1+1", "+1", "@SUM(A1)", "-2", "een;twee", "regel\nen \"nog\" een"}) says(fay, story, LineKind::seen, words);
    for (const base::Language language : {base::Language::nl, base::Language::en}) {
        const std::string file = file_of(fay, language);
        const char separator = language == base::Language::nl ? ';' : ',';
        for (const char* begins : {"=1", "+1", "@SUM", "-2"}) EXPECT_EQ(file.find(std::string{separator} + begins), file.npos) << begins;
        EXPECT_NE(file.find("\"regel\nen \"\"nog\"\" een\""), file.npos);
    }
}

TEST_P(OwnWords, that_were_taken_back_or_went_with_a_conversation_are_gone) {
    school.keep(3);
    const base::Id story = begin(whole_school);
    says(fay, story, LineKind::seen, "Kanarie van Fay");
    school.world.school().write_now([&](storage::Writes& writes) { EXPECT_TRUE(take_line_back(writes, fay, lines_by(writes, school.world.school().vault(), fay).at(0).id)); });
    EXPECT_EQ(file_of(fay), "");
    says(fay, story, LineKind::seen, "Nog een kanarie");
    school.world.clock().advance(stories_kept + std::chrono::days{1});
    forget_quiet_stories(school.world.school(), school.world.clock().now());
    EXPECT_EQ(file_of(fay), "");
}

}  // namespace
}  // namespace loopbaankaart::flow

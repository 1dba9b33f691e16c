// Reactions: sealed, for the owner and the author alone, gone when either wants it so.
#include <algorithm>

#include "trial_sharing.hpp"

namespace loopbaankaart::journey {
namespace {

class Reactions : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    base::Id thing = school.keep_for("amina", "Voor ons gesprek");
    visitor::Visitor amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");

    void share(const char* mag, std::string_view with = "counsellor") { school.share_by_page(amina, thing, with, {{"mag", mag}}); }
    void react_by_page(visitor::Visitor& author, const visitor::Values& values) {
        author.get(school.page_of(thing));
        author.submit(school.page_of(thing) + "/reactie", values);
    }
    std::size_t rows() { return trial::raw_columns(school.world, "kept_reaction", {"id"}).size() / 26; }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Reactions, workbench::both, workbench::name);

TEST_P(Reactions, are_read_by_owner_and_author_and_lie_sealed) {
    share("reageren");
    react_by_page(counsellor, {{"woorden", "Mooi, " + trial::said_words}, {"symbool", "hart"}});
    EXPECT_EQ(counsellor.status(), 303);
    for (visitor::Visitor* one : {&amina, &counsellor}) {
        one->get(school.page_of(thing));
        EXPECT_TRUE(one->shows(trial::said_words));
    }
    const auto found = school.reactions("amina", thing, "amina");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().symbol, Symbol::heart);
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(trial::said_words), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "kept_reaction", {"words", "symbol"}).find(trial::said_words), std::string::npos);
    EXPECT_EQ(trial::raw_columns(school.world, "kept_reaction", {"words", "symbol"}).find("hart"), std::string::npos);
}

TEST_P(Reactions, come_from_who_may_react_alone) {
    share("lezen");
    counsellor.get(school.page_of(thing));
    EXPECT_FALSE(counsellor.shows("/reactie"));
    counsellor.get("/kaart");
    counsellor.post(school.page_of(thing) + "/reactie", {{"sleutel", trial::form_key(counsellor)}, {"woorden", trial::said_words}});
    EXPECT_EQ(counsellor.status(), 404);
    EXPECT_EQ(rows(), 0u);
}

TEST_P(Reactions, need_words_or_a_sign_and_are_not_endless) {
    share("reageren");
    react_by_page(counsellor, {{"woorden", "  "}});
    EXPECT_EQ(counsellor.status(), 422);
    react_by_page(counsellor, {{"woorden", std::string(most_reaction + 1, 'x')}});
    EXPECT_EQ(counsellor.status(), 422);
    react_by_page(counsellor, {{"symbool", "ster"}});
    EXPECT_EQ(counsellor.status(), 303);
    EXPECT_EQ(rows(), 1u);
}

TEST_P(Reactions, sent_again_are_one_and_another_text_is_asked_about) {
    share("reageren");
    counsellor.get(school.page_of(thing));
    const visitor::Visitor same_form = counsellor;
    for (int time = 0; time < 3; ++time) {
        visitor::Visitor again = same_form;
        again.submit(school.page_of(thing) + "/reactie", {{"woorden", "Eén keer"}});
        EXPECT_EQ(again.status(), 303);
    }
    EXPECT_EQ(rows(), 1u);
    visitor::Visitor other = same_form;
    other.submit(school.page_of(thing) + "/reactie", {{"woorden", "Iets anders"}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Iets anders"));
    other.submit(school.page_of(thing) + "/reactie", {{"woorden", "Iets anders"}});
    EXPECT_EQ(other.status(), 303);
    EXPECT_EQ(rows(), 2u);
}

TEST_P(Reactions, of_one_id_to_another_thing_are_asked_about) {
    share("reageren");
    const base::Id second = school.keep_for("amina", "Nog iets");
    school.share_by_page(amina, second, "counsellor", {{"mag", "reageren"}});
    const std::string id = school.world.id().text();
    for (const auto& [one, status] : {std::pair{thing, 303}, std::pair{second, 409}}) {
        counsellor.get(school.page_of(one));
        counsellor.submit(school.page_of(one) + "/reactie", {{"id", id}, {"woorden", trial::said_words}});
        EXPECT_EQ(counsellor.status(), status);
    }
    EXPECT_EQ(rows(), 1u);
    EXPECT_TRUE(school.reactions("amina", second, "amina").empty());
}

TEST_P(Reactions, are_taken_away_by_author_or_owner_for_good) {
    share("reageren");
    for (visitor::Visitor* one : {&counsellor, &amina}) {
        react_by_page(counsellor, {{"woorden", trial::said_words}});
        const base::Id removal = school.reactions("amina", thing, "amina").front().removal;
        one->get(school.page_of(thing));
        one->submit("/reacties/" + removal.text() + "/weg");
        EXPECT_EQ(one->status(), 303);
        EXPECT_EQ(rows(), 0u);
        EXPECT_TRUE(school.world.school().vault().was_removed("kept_reaction", removal));
    }
}

TEST_P(Reactions, go_with_their_thing) {
    share("reageren");
    react_by_page(counsellor, {{"woorden", trial::said_words}});
    const base::Id removal = school.reactions("amina", thing, "amina").front().removal;
    amina.get(school.page_of(thing) + "/voorgoed");
    amina.submit(school.page_of(thing) + "/voorgoed");
    EXPECT_EQ(rows(), 0u);
    EXPECT_TRUE(school.world.school().vault().was_removed("kept_reaction", removal));
    school.site.school.reset();
    school.world.close();
    EXPECT_EQ(trial::raw_files(school.world.folder()).find(removal.text()), std::string::npos);
}

TEST_P(Reactions, are_no_more_possible_once_it_was_taken_back) {
    share("reageren");
    counsellor.get(school.page_of(thing));
    visitor::Visitor open_page = counsellor;
    amina.get(school.page_of(thing));
    amina.submit("/delen/" + school.given("amina").front().id.text() + "/terug");
    open_page.submit(school.page_of(thing) + "/reactie", {{"woorden", trial::said_words}});
    EXPECT_EQ(open_page.status(), 404);
    EXPECT_EQ(rows(), 0u);
}

// A slip in the declaration would leave what somebody said after they were erased.
TEST_P(Reactions, are_declared_as_their_owners_and_their_authors) {
    const auto declared = erasable();
    const auto found = std::ranges::find(declared, "kept_reaction", &storage::Erasable::table);
    ASSERT_NE(found, declared.end());
    EXPECT_EQ(found->holder_column, "owner");
    EXPECT_EQ(found->other_column, "author");
    EXPECT_EQ(found->id_column, "removal");
}

}  // namespace
}  // namespace loopbaankaart::journey

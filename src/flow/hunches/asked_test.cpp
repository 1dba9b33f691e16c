// What analysts and coordinators ask of teams, and write down of how it came out.
#include "trial_hunch_school.hpp"

namespace loopbaankaart::flow {
namespace {

class AskedOfTeams : public trial::HunchSchool {
protected:
    std::int64_t deeds(const std::string& deed) { return count("SELECT COUNT(*) FROM audit_entry WHERE deed = '" + deed + "'"); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, AskedOfTeams, workbench::both, workbench::name);

TEST_P(AskedOfTeams, is_asked_once_however_often_it_is_sent) {
    auto amira = arrives("amira", access::Role::analyst);
    amira.get("/stroom/oordeel/vragen/nieuw");
    auto again = amira, other = amira;
    amira.submit("/stroom/oordeel/vragen", question());
    EXPECT_EQ(amira.status(), 303);
    again.submit("/stroom/oordeel/vragen", question());
    EXPECT_EQ(again.status(), 303);
    EXPECT_EQ(again.location(), amira.location());
    auto anew = question();
    anew["groep"] = "Een heel andere groep";
    other.submit("/stroom/oordeel/vragen", anew);
    EXPECT_EQ(other.status(), 409);
    EXPECT_TRUE(other.shows("Een heel andere groep")) << "what was typed stays";
    other.submit("/stroom/oordeel/vragen", anew);
    EXPECT_EQ(other.status(), 303) << "and can be sent as a new one";
    EXPECT_EQ(count("SELECT COUNT(*) FROM judged_group"), 2);
    EXPECT_EQ(deeds("judgement_asked"), 2);
    amira.follow();
    EXPECT_TRUE(amira.shows("6,3") || amira.shows("6,2")) << "who told the model sees it";
}

TEST_P(AskedOfTeams, model_is_not_told_to_another_who_keeps_figures) {
    const base::Id group = asked();
    person("gea", access::Role::coordinator, care);
    auto gea = signed_in("gea");
    for (const std::string& path : {keepers_page_of(group), std::string{"/stroom/oordeel/vragen"}, page_of(group)}) {
        gea.get(path);
        EXPECT_EQ(gea.status(), 200);
        EXPECT_FALSE(gea.shows("3,7")) << path << ": she may still say what she expects";
    }
}

TEST_P(AskedOfTeams, is_asked_of_ten_or_more_and_says_what_can_be_put_right) {
    auto amira = arrives("amira", access::Role::analyst);
    const auto wrong = [&](const std::string& field, const std::string& value) {
        auto typed = question();
        typed[field] = value;
        amira.get("/stroom/oordeel/vragen/nieuw");
        amira.submit("/stroom/oordeel/vragen", typed);
        EXPECT_EQ(amira.status(), 422) << field << value;
        EXPECT_TRUE(amira.shows("veld-" + field + "-fout")) << field << value;
        EXPECT_TRUE(amira.shows("Kok, begonnen in 2025") || field == "groep");
    };
    wrong("studenten", "9"), wrong("studenten", "-30"), wrong("studenten", ""), wrong("jaar", "20"), wrong("jaar", "volgend"), wrong("groep", " "), wrong("uitkomst", "");
    wrong("model", "101"), wrong("model", "-1"), wrong("model", "nan"), wrong("model", "veel"), wrong("team", world.id().text()), wrong("team", "x"), wrong("groep", std::string(121, 'k'));
    EXPECT_EQ(count("SELECT COUNT(*) FROM judged_group"), 0);
    auto without = question();
    without["model"] = "";
    amira.get("/stroom/oordeel/vragen/nieuw");
    amira.submit("/stroom/oordeel/vragen", without);
    EXPECT_EQ(amira.status(), 303);
}

TEST_P(AskedOfTeams, comes_out_once_and_is_kept_of_ten) {
    const base::Id group = asked();
    auto amira = arrives("amira", access::Role::analyst);
    const std::string action = keepers_page_of(group) + "/afloop";
    for (const auto& [students, happened] : {std::pair{"9", "3"}, {"24", "25"}, {"24", "-1"}, {"24", ""}, {"", "3"}}) {
        amira.get(keepers_page_of(group));
        amira.submit(action, {{"studenten", students}, {"gebeurd", happened}});
        EXPECT_EQ(amira.status(), 422) << students << " " << happened;
    }
    amira.get(keepers_page_of(group));
    auto again = amira, other = amira;
    amira.submit(action, {{"studenten", "24"}, {"gebeurd", "15"}});
    EXPECT_EQ(amira.status(), 303);
    EXPECT_EQ(count("SELECT happened FROM judged_group"), 14) << "six of ten, not fifteen of twenty-four";
    again.submit(action, {{"studenten", "24"}, {"gebeurd", "15"}});
    EXPECT_EQ(again.status(), 303);
    other.submit(action, {{"studenten", "24"}, {"gebeurd", "3"}});
    EXPECT_EQ(other.status(), 409);
    EXPECT_EQ(filled(other), 6);
    EXPECT_EQ(deeds("outcome_written"), 1);
}

}  // namespace
}  // namespace loopbaankaart::flow

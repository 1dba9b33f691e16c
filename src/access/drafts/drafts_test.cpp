#include "../session/session.hpp"
#include "../session/trial_school.hpp"
#include "own_device.hpp"

namespace loopbaankaart::access {
namespace {

using visitor::Visitor;

class Drafts : public OnBoth {
protected:
    static std::string key_of(Visitor& someone) {
        someone.get("/mij/concepten-sleutel");
        const std::string& body = someone.body();
        const std::size_t from = body.find("\"sleutel\":\"");
        return from == std::string::npos ? "" : body.substr(from + 11, 43);
    }
    static std::string own(Visitor& someone) { return someone.cookies()[std::string{web::own_device_cookie}]; }
    static void sign_in_at_home(Visitor& someone, std::string_view name, std::string_view password) {
        someone.get("/inloggen");
        someone.submit("/inloggen", {{"naam", std::string{name}}, {"wachtwoord", std::string{password}}, {"eigen", "ja"}});
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Drafts, workbench::both, workbench::name);

TEST_P(Drafts, OpenAgainForTheSamePersonOnly) {
    Visitor amina = school.signed_in_as("amina", amina_password), joris = school.signed_in_as("joris", joris_password), nobody = school.visitor();
    const std::string key = key_of(amina);
    EXPECT_EQ(key.size(), 43u);
    EXPECT_NE(key_of(joris), key);
    EXPECT_EQ(key_of(nobody), "");
    EXPECT_EQ(nobody.status(), 303);
    Visitor amina_later = school.signed_in_as("amina", amina_password);
    EXPECT_EQ(key_of(amina_later), key);
}

TEST_P(Drafts, AreMarkedByPersonInThePage) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/mij");
    EXPECT_TRUE(amina.shows("data-wie=\"" + mark_of(school.amina) + "\""));
    EXPECT_FALSE(amina.shows("data-eigen"));
    EXPECT_FALSE(amina.shows(school.amina.text()));
}

TEST_P(Drafts, ADeviceIsOnesOwnOnlyWhenOneSaysSo) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    EXPECT_EQ(own(amina), "");
    Visitor at_home = school.visitor();
    sign_in_at_home(at_home, "amina", amina_password);
    EXPECT_EQ(own(at_home), mark_of(school.amina));
    at_home.get("/mij");
    EXPECT_TRUE(at_home.shows("data-eigen=\"" + mark_of(school.amina) + "\""));
    at_home.submit("/uitloggen");
    EXPECT_EQ(own(at_home), "");
}

TEST_P(Drafts, ADeviceStaysOnesOwnWhenTheSessionEndedAndIsNobodysWhenAnotherComes) {
    Visitor at_home = school.visitor();
    sign_in_at_home(at_home, "amina", amina_password);
    at_home.cookies().erase(std::string{session_cookie});
    TrialSchool::sign_in(at_home, "amina", amina_password);
    EXPECT_EQ(own(at_home), mark_of(school.amina));
    at_home.cookies().erase(std::string{session_cookie});
    TrialSchool::sign_in(at_home, "joris", joris_password);
    EXPECT_EQ(own(at_home), "");
    at_home.get("/mij");
    EXPECT_FALSE(at_home.shows("data-eigen"));
}

TEST_P(Drafts, NothingOfAnyoneStandsInTheOfflinePage) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/offline");
    EXPECT_EQ(amina.status(), 200);
    EXPECT_FALSE(amina.shows("Amina"));
    EXPECT_FALSE(amina.shows(mark_of(school.amina)));
    EXPECT_FALSE(amina.shows("sleutel"));
}

}  // namespace
}  // namespace loopbaankaart::access

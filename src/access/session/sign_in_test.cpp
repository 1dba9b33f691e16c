#include <fstream>
#include <regex>

#include "../people/password.hpp"
#include "session.hpp"
#include "trial_school.hpp"

namespace loopbaankaart::access {
namespace {

using namespace std::chrono_literals;
using visitor::Visitor;

class SignIn : public OnBoth {
protected:
    static std::string token(Visitor& someone) { return someone.cookies()[std::string{session_cookie}]; }
    // What two refusals may differ in: the name that was typed and the form keys.
    static std::string without_chance(const std::string& body, const std::string& name) {
        const std::string keyless = std::regex_replace(body, std::regex{"name=\"sleutel\" value=\"[^\"]*\""}, "key");
        return std::regex_replace(keyless, std::regex{"value=\"" + name + "\""}, "name");
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, SignIn, workbench::both, workbench::name);

TEST_P(SignIn, LetsTheRightPersonIn) {
    Visitor amina = school.visitor();
    EXPECT_FALSE(TrialSchool::is_in(amina));
    TrialSchool::sign_in(amina, " Amina ", amina_password);
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(amina.location(), "/");
    EXPECT_TRUE(TrialSchool::is_in(amina));
    EXPECT_TRUE(amina.shows("Amina El Idrissi"));
}

TEST_P(SignIn, SetsACookieNobodyElseReads) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    const auto& headers = amina.reply().headers;
    const auto session = std::find_if(headers.begin(), headers.end(), [](const auto& header) { return header.second.starts_with("__Host-sessie="); });
    ASSERT_NE(session, headers.end());
    for (const std::string_view part : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"}) EXPECT_NE(session->second.find(part), std::string::npos) << part;
    EXPECT_EQ(base::parse_base64url(token(amina))->size(), 32U);
}

TEST_P(SignIn, TellsNothingAboutWhichAccountsExist) {
    school.add("genodigd", "Noor Genodigd", Role::student);
    Visitor stranger = school.visitor();
    TrialSchool::sign_in(stranger, "amina", "dit is het niet geworden");
    const std::string known = without_chance(stranger.body(), "amina");
    EXPECT_EQ(stranger.status(), 422);
    for (int sample = 0; sample < 20; ++sample) {
        const std::string name = sample == 0 ? "genodigd" : "niemand" + std::to_string(sample);
        const std::uint64_t before = password_verifications();
        TrialSchool::sign_in(stranger, name, "dit is het niet geworden");
        EXPECT_EQ(password_verifications(), before + 1) << name;
        EXPECT_EQ(stranger.status(), 422);
        EXPECT_EQ(without_chance(stranger.body(), name), known);
    }
    const std::uint64_t before = password_verifications();
    TrialSchool::sign_in(stranger, "amina", "dit is het niet geworden");
    EXPECT_EQ(password_verifications(), before + 1);
}

TEST_P(SignIn, StartsAnotherSessionEveryTime) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    const std::string first = token(amina);
    amina.cookies().erase(std::string{session_cookie});
    amina.get("/inloggen");
    amina.cookies()[std::string{session_cookie}] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_EQ(token(amina).size(), 43U);
    EXPECT_NE(token(amina), first);
    EXPECT_NE(token(amina), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
}

TEST_P(SignIn, KeepsNoTokenInTheDatabase) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    const auto stored = school.column("SELECT hash FROM session");
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_NE(stored[0], token(amina));
    EXPECT_EQ(stored[0], base::sha256_hex(token(amina)));
    school.site.school.reset();
    school.world.close();
    for (const auto& file : std::filesystem::recursive_directory_iterator{school.world.folder()}) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream{file.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        EXPECT_EQ(bytes.find(token(amina)), std::string::npos) << file.path();
        EXPECT_EQ(bytes.find(amina_password), std::string::npos) << file.path();
    }
}

TEST_P(SignIn, EndsAfterTwelveIdleHours) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    for (int hour = 0; hour < 30; hour += 10) {
        school.world.clock().advance(10h);
        EXPECT_TRUE(TrialSchool::is_in(amina)) << hour;
        school.settle();
    }
    school.world.clock().advance(session_idle);
    EXPECT_FALSE(TrialSchool::is_in(amina));
}

TEST_P(SignIn, EndsAfterThirtyDaysWhateverHappens) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    for (auto passed = 0h; passed + 6h < session_lasts; passed += 6h) {
        school.world.clock().advance(6h);
        ASSERT_TRUE(TrialSchool::is_in(amina));
        school.settle();
    }
    school.world.clock().advance(6h);
    EXPECT_FALSE(TrialSchool::is_in(amina));
}

TEST_P(SignIn, WritesTheLastRequestAtMostHourly) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    const auto first = school.column("SELECT CAST(seen_at AS TEXT) FROM session");
    school.world.clock().advance(59min);
    amina.get("/mij");
    school.settle();
    EXPECT_EQ(school.column("SELECT CAST(seen_at AS TEXT) FROM session"), first);
    school.world.clock().advance(1min);
    amina.get("/mij");
    school.settle();
    EXPECT_NE(school.column("SELECT CAST(seen_at AS TEXT) FROM session"), first);
}

TEST_P(SignIn, EndsWhenSigningOut) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    const std::string kept_token = token(amina);
    amina.get("/mij");
    amina.submit("/uitloggen");
    EXPECT_EQ(amina.status(), 303);
    EXPECT_FALSE(TrialSchool::is_in(amina));
    amina.cookies()[std::string{session_cookie}] = kept_token;
    EXPECT_FALSE(TrialSchool::is_in(amina));
}

TEST_P(SignIn, GoesBackToOurOwnPagesOnly) {
    Visitor amina = school.visitor();
    for (const std::string back : {"//elders.example", "https://elders.example", "/\\elders.example", "/kaart\r\nX-Y: z"}) {
        amina.get("/inloggen");
        amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}, {"naar", back}});
        EXPECT_EQ(amina.location(), "/") << back;
        amina.get("/mij");
        amina.submit("/uitloggen");
    }
}

TEST_P(SignIn, AsksForAFreshFormWithoutLosingTheName) {
    Visitor amina = school.visitor();
    amina.post("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}, {"naar", "/dagboek"}});
    EXPECT_EQ(amina.status(), 403);
    EXPECT_TRUE(amina.shows("value=\"amina\""));
    EXPECT_FALSE(amina.shows(amina_password));
    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_EQ(amina.location(), "/dagboek");
}

TEST_P(SignIn, ShowsItsOwnerWhereAndLetsThemEndTheOthers) {
    Visitor phone = school.signed_in_as("amina", amina_password), laptop = school.signed_in_as("amina", amina_password);
    phone.get("/mij");
    phone.submit("/mij/toestellen");
    EXPECT_TRUE(TrialSchool::is_in(phone));
    EXPECT_FALSE(TrialSchool::is_in(laptop));
}

class Preferences : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Preferences, workbench::both, workbench::name);

TEST_P(Preferences, RememberTheLanguageWithThePerson) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/mij");
    amina.submit("/taal", {{"taal", "en"}});
    EXPECT_EQ(amina.location(), "/mij");
    EXPECT_EQ(amina.cookies()["taal"], "en");
    Visitor elsewhere = school.signed_in_as("amina", amina_password);
    EXPECT_EQ(elsewhere.cookies()["taal"], "en");
}

TEST_P(Preferences, RememberTheLightOnTheDevice) {
    Visitor stranger = school.visitor();
    stranger.get("/kaart");
    stranger.submit("/licht", {{"licht", "nacht"}, {"terug", "//elders.example"}});
    EXPECT_EQ(stranger.location(), "/");
    EXPECT_EQ(stranger.cookies()["licht"], "nacht");
    stranger.get("/kaart");
    stranger.submit("/licht", {{"licht", "toestel"}});
    EXPECT_FALSE(stranger.cookies().contains("licht"));
    stranger.get("/kaart");
    stranger.submit("/taal", {{"taal", "xx"}});
    EXPECT_FALSE(stranger.cookies().contains("taal"));
}

}  // namespace
}  // namespace loopbaankaart::access

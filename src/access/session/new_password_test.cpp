// The ways to a password: invited, changed, forgotten with a link, and with a printed code.
#include "../people/single_use.hpp"
#include "session.hpp"
#include "trial_school.hpp"

namespace loopbaankaart::access {
namespace {

using namespace std::chrono_literals;
using visitor::Visitor;

const std::string next_password = "zeven groene theepotten zingen";

class Welcome : public OnBoth {
protected:
    Welcome() : noor{school.add("noor", "Noor Bakker", Role::student, {}, "noor@example.nl")}, link{"/welkom/" + invited()} {}
    std::string invited(std::string_view mailed_to = "noor@example.nl") {
        std::string token;
        school.write([&](storage::Writes& writes) { token = invite(writes, noor, school.now(), school.world.randomness(), mailed_to); });
        return token;
    }
    base::Id noor;
    std::string link;
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Welcome, workbench::both, workbench::name);

TEST_P(Welcome, LetsTheInvitedInWithAPasswordOfTheirOwn) {
    Visitor noor_visits = school.visitor();
    noor_visits.get(link);
    EXPECT_EQ(noor_visits.status(), 200);
    EXPECT_TRUE(noor_visits.shows("Noor Bakker"));
    noor_visits.submit(link, {{"wachtwoord", next_password}});
    EXPECT_EQ(noor_visits.status(), 303);
    EXPECT_TRUE(TrialSchool::is_in(noor_visits));
    Visitor later = school.signed_in_as("noor", next_password);
    EXPECT_EQ(later.status(), 303);
    school.world.school().read([&](storage::Reads& reads) { EXPECT_TRUE(address_is_confirmed(reads, noor)); });
}

TEST_P(Welcome, AsksForAGoodPassword) {
    Visitor noor_visits = school.visitor();
    noor_visits.get(link);
    for (const std::string bad : {"kort", "Welkom2026!!", "noor bakker 1", ""}) {
        noor_visits.submit(link, {{"wachtwoord", bad}});
        EXPECT_EQ(noor_visits.status(), 422) << bad;
    }
    noor_visits.submit(link, {{"wachtwoord", next_password}});
    EXPECT_EQ(noor_visits.status(), 303);
}

TEST_P(Welcome, WorksOnce) {
    Visitor noor_visits = school.visitor(), finder = school.visitor();
    noor_visits.get(link);
    finder.get(link);
    noor_visits.submit(link, {{"wachtwoord", next_password}});
    finder.submit(link, {{"wachtwoord", "negen andere blauwe emmers"}});
    EXPECT_EQ(finder.status(), 404);
    EXPECT_FALSE(TrialSchool::is_in(finder));
    finder.get(link);
    EXPECT_EQ(finder.status(), 404);
}

TEST_P(Welcome, Ends) {
    school.world.clock().advance(invitation_lasts);
    Visitor noor_visits = school.visitor();
    noor_visits.get(link);
    EXPECT_EQ(noor_visits.status(), 404);
}

TEST_P(Welcome, IsNoWayRoundThePasswordOfSomebodyActive) {
    std::string token;
    school.write([&](storage::Writes& writes) { token = invite(writes, school.amina, school.now(), school.world.randomness()); });
    Visitor finder = school.visitor();
    finder.get("/welkom/" + token);
    EXPECT_EQ(finder.status(), 404);
}

class NewPassword : public OnBoth {
protected:
    void confirm_amina() {
        school.write([&](storage::Writes& writes) {
            writes.run(storage::Query<1>{"test", "UPDATE person SET email = 'amina@example.nl', email_confirmed_at = 1 WHERE id = ?1",
                                         "UPDATE person SET email = 'amina@example.nl', email_confirmed_at = 1 WHERE id = $1"}, school.amina);
        });
    }
    void forget(const std::string& typed) {
        Visitor amina = school.visitor();
        amina.get("/wachtwoord/vergeten");
        amina.submit("/wachtwoord/vergeten", {{"naam", typed}});
        answers.push_back(std::to_string(amina.status()) + amina.body().substr(amina.body().find("<h1"), 200));
        school.settle();
    }
    std::vector<std::string> mails() { return school.column("SELECT body FROM mail_outbox ORDER BY written_at, id"); }
    std::string mailed_path() {
        const std::string text = mails().at(0);
        const std::size_t at = text.find("/wachtwoord/nieuw/");
        return text.substr(at, text.find('\n', at) - at);
    }
    std::string code_for(const base::Id& person) {
        std::string made;
        school.write([&](storage::Writes& writes) { made = make_reset_code(writes, person, school.joris, school.now(), school.world.randomness()); });
        return made;
    }
    int use_code(Visitor& someone, const std::string& name, const std::string& typed) {
        someone.get("/wachtwoord/code");
        someone.submit("/wachtwoord/code", {{"naam", name}, {"code", typed}, {"wachtwoord", next_password}});
        return someone.status();
    }
    std::vector<std::string> answers;
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, NewPassword, workbench::both, workbench::name);

TEST_P(NewPassword, ChangedEndsTheOtherSessions) {
    Visitor phone = school.signed_in_as("amina", amina_password), laptop = school.signed_in_as("amina", amina_password);
    laptop.get("/wachtwoord");
    laptop.submit("/wachtwoord", {{"oud-wachtwoord", "dit was het niet hoor"}, {"wachtwoord", next_password}});
    EXPECT_EQ(laptop.status(), 422);
    laptop.submit("/wachtwoord", {{"oud-wachtwoord", amina_password}, {"wachtwoord", next_password}});
    EXPECT_EQ(laptop.status(), 303);
    EXPECT_TRUE(TrialSchool::is_in(laptop));
    EXPECT_FALSE(TrialSchool::is_in(phone));
    EXPECT_EQ(school.signed_in_as("amina", amina_password).status(), 422);
    EXPECT_EQ(school.signed_in_as("amina", next_password).status(), 303);
}

TEST_P(NewPassword, LinkGoesToTheConfirmedAddressOnly) {
    forget("amina");
    forget("niemand");
    EXPECT_TRUE(mails().empty());
    confirm_amina();
    forget("amina");
    forget("amina@example.nl");
    EXPECT_EQ(mails().size(), 1U) << "not again within ten minutes";
    school.world.clock().advance(reset_link_pause);
    forget("Amina@Example.nl");
    EXPECT_EQ(mails().size(), 2U);
    for (const std::string& answer : answers) EXPECT_EQ(answer, answers.front());
}

TEST_P(NewPassword, LinkSetsOneOnceAndEndsEverySession) {
    confirm_amina();
    Visitor thief = school.signed_in_as("amina", amina_password);
    forget("amina");
    Visitor amina = school.visitor();
    const std::string path = mailed_path();
    amina.get(path);
    amina.submit(path, {{"wachtwoord", "kort"}});
    EXPECT_EQ(amina.status(), 422);
    amina.submit(path, {{"wachtwoord", next_password}});
    EXPECT_EQ(amina.status(), 303);
    EXPECT_TRUE(TrialSchool::is_in(amina));
    EXPECT_FALSE(TrialSchool::is_in(thief));
    amina.get("/dagboek");
    EXPECT_EQ(amina.status(), 200) << "content stays open: the address is the person's own";
    thief.get(path);
    EXPECT_EQ(thief.status(), 404);
}

TEST_P(NewPassword, LinkEndsAfterAnHour) {
    confirm_amina();
    forget("amina");
    school.world.clock().advance(reset_link_lasts);
    Visitor amina = school.visitor();
    amina.get(mailed_path());
    EXPECT_EQ(amina.status(), 404);
}

TEST_P(NewPassword, LinkToAnAddressThatChangedIsNoUse) {
    confirm_amina();
    forget("amina");
    school.write([&](storage::Writes& writes) {
        writes.run(storage::Query<0>{"test", "UPDATE person SET email = 'nieuw@example.nl'", "UPDATE person SET email = 'nieuw@example.nl'"});
    });
    Visitor finder = school.visitor();
    finder.get(mailed_path());
    EXPECT_EQ(finder.status(), 404);
}

TEST_P(NewPassword, CodeClosesOwnContentForThreeDays) {
    Visitor phone = school.signed_in_as("amina", amina_password), desk = school.visitor();
    ASSERT_EQ(use_code(desk, "amina", code_for(school.amina)), 303);
    EXPECT_FALSE(TrialSchool::is_in(phone));
    ASSERT_TRUE(TrialSchool::is_in(desk));
    desk.get("/dagboek");
    EXPECT_EQ(desk.status(), 403);
    desk.post("/dagboek", {{"woorden", "x"}});
    EXPECT_EQ(desk.status(), 403);
    EXPECT_TRUE(school.received.empty());

    school.world.clock().advance(72h - 1ms);
    Visitor amina = school.signed_in_as("amina", next_password);
    amina.get("/dagboek");
    EXPECT_EQ(amina.status(), 403);
    school.world.clock().advance(1ms);
    amina.get("/dagboek");
    EXPECT_EQ(amina.status(), 200);
}

TEST_P(NewPassword, CodeIsKnownToItsOwner) {
    const std::string made = code_for(school.amina);
    Visitor amina = school.visitor();
    ASSERT_EQ(use_code(amina, "amina", made), 303);
    amina.get("/mij");
    EXPECT_TRUE(amina.shows("Joris de Wit")) << "who made the code";
    amina.get("/kaart");
    EXPECT_TRUE(amina.shows(word::code_was_used.in(base::Language::nl)));
    const auto deeds = school.column("SELECT deed FROM audit_entry WHERE deed IN ('reset_code_made', 'password_reset') ORDER BY deed");
    EXPECT_EQ(deeds, (std::vector<std::string>{"password_reset", "reset_code_made"}));
}

TEST_P(NewPassword, CodeIsForOnePersonOnceForADay) {
    const std::string made = code_for(school.amina);
    Visitor joris = school.visitor();
    EXPECT_EQ(use_code(joris, "joris", made), 422);
    EXPECT_EQ(use_code(joris, "amina", "0000-0000-0000-0000"), 422);
    EXPECT_EQ(use_code(joris, "niemand", made), 422);
    Visitor amina = school.visitor();
    EXPECT_EQ(use_code(amina, "amina", made), 303);
    EXPECT_EQ(use_code(joris, "amina", made), 422);
    const std::string next = code_for(school.amina);
    school.world.clock().advance(reset_code_lasts);
    EXPECT_EQ(use_code(joris, "amina", next), 422);
}

TEST_P(NewPassword, EndsTheOpenKeys) {
    const std::string made = code_for(school.amina);
    school.write([&](storage::Writes& writes) { end_sessions(writes, school.amina); });
    Visitor amina = school.visitor();
    EXPECT_EQ(use_code(amina, "amina", made), 422);
}

TEST_P(NewPassword, NeedsAnAddressConfirmedByItsOwner) {
    school.write([&](storage::Writes& writes) {
        writes.run(storage::Query<0>{"test", "UPDATE person SET email = user_name || '@example.nl'", "UPDATE person SET email = user_name || '@example.nl'"});
    });
    Visitor amina = school.signed_in_as("amina", amina_password), joris = school.signed_in_as("joris", joris_password);
    amina.get("/mij");
    amina.submit("/mij/adres");
    const std::string text = mails().at(0);
    const std::size_t at = text.find("/mij/adres/");
    const std::string path = text.substr(at, text.find('\n', at) - at);
    joris.get(path);
    EXPECT_EQ(joris.status(), 404);
    amina.get(path);
    school.world.school().read([&](storage::Reads& reads) { EXPECT_FALSE(address_is_confirmed(reads, school.amina)) << "a GET changes nothing"; });
    amina.submit(path);
    EXPECT_EQ(amina.status(), 303);
    school.world.school().read([&](storage::Reads& reads) { EXPECT_TRUE(address_is_confirmed(reads, school.amina)); });
    amina.get(path);
    EXPECT_EQ(amina.status(), 404);
}

}  // namespace
}  // namespace loopbaankaart::access

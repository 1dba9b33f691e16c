// Getting to know somebody: a code that works once, an invitation to somebody outside, and the end of it.
#include <algorithm>
#include <regex>

#include "../session/trial_school.hpp"
#include "acquaintances.hpp"

namespace loopbaankaart::access {
namespace {

using namespace std::chrono_literals;

class Acquaintances : public OnBoth {
protected:
    base::Id daan = school.add("daan", "Daan Bakker", Role::student, TrialSchool::joris_hash());
    visitor::Visitor amina_now = school.signed_in_as("amina", amina_password), daan_now = school.signed_in_as("daan", joris_password);

    bool acquainted(const base::Id& one, const base::Id& other) {
        bool found = false;
        school.world.school().read([&](storage::Reads& reads) { found = are_acquainted(reads, one, other); });
        return found;
    }
    // The path of a code of Amina's.
    std::string code() {
        amina_now.get("/mij/kennissen");
        amina_now.submit("/mij/kennissen/code");
        return path_in(amina_now.body());
    }
    static std::string path_in(std::string_view text) {
        const std::size_t at = text.find("/kennismaken/");
        return at == std::string_view::npos ? std::string{} : std::string{text.substr(at, 13 + 19)};
    }
    void say_yes(visitor::Visitor& who, const std::string& path) {
        who.get(path);
        who.submit(path);
    }
    void invite(std::string name, std::string address) {
        amina_now.get("/mij/kennissen");
        amina_now.submit("/mij/kennissen/uitnodigen", {{"naam", std::move(name)}, {"email", std::move(address)}});
    }
    std::string last_mailed_path() {
        const auto texts = school.column("SELECT body FROM mail_outbox ORDER BY written_at DESC, id DESC");
        return texts.empty() ? std::string{} : path_in(texts.front());
    }
    static std::string form_key(const visitor::Visitor& who) {
        const std::string start = "name=\"sleutel\" value=\"";
        const std::size_t at = who.body().find(start) + start.size();
        return who.body().substr(at, who.body().find('"', at) - at);
    }
    // Without the keys of its forms, which differ on every page.
    static std::string plain(const visitor::Visitor& who) {
        return std::regex_replace(who.body(), std::regex{"name=\"(sleutel|terug)\" value=\"[^\"]*\""}, "");
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Acquaintances, workbench::both, workbench::name);

TEST_P(Acquaintances, know_each_other_after_a_code_and_a_yes) {
    const std::string path = code();
    daan_now.get(path);
    EXPECT_TRUE(daan_now.shows("Amina El Idrissi"));
    EXPECT_FALSE(acquainted(school.amina, daan)) << "looking is not yet a yes";
    say_yes(daan_now, path);
    EXPECT_EQ(daan_now.status(), 303);
    EXPECT_TRUE(acquainted(school.amina, daan));
    EXPECT_TRUE(acquainted(daan, school.amina));
    amina_now.get("/mij/kennissen");
    EXPECT_TRUE(amina_now.shows("Daan Bakker"));
}

TEST_P(Acquaintances, get_in_by_a_typed_code_however_it_is_written) {
    std::string typed = code().substr(13);
    std::erase(typed, '-');
    std::ranges::transform(typed, typed.begin(), [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    daan_now.get("/mij/kennissen");
    daan_now.submit("/kennismaken", {{"code", typed}});
    daan_now.follow();
    EXPECT_TRUE(daan_now.shows("Amina El Idrissi"));
}

TEST_P(Acquaintances, a_code_works_once_and_a_used_one_an_ended_one_and_none_look_the_same) {
    const std::string used = code();
    say_yes(daan_now, used);
    auto joris = school.signed_in_as("joris", joris_password);
    joris.get(used);
    EXPECT_EQ(joris.status(), 404);
    joris.get("/mij/kennissen");
    joris.post(used, {{"sleutel", form_key(joris)}});
    EXPECT_FALSE(acquainted(school.amina, school.joris));
    const std::string ended = code();
    school.world.clock().advance(7 * 24h);
    joris = school.signed_in_as("joris", joris_password);
    joris.get("/kennismaken/0000-0000-0000-0000");
    EXPECT_EQ(joris.status(), 404);
    const std::string unknown = plain(joris);
    for (const std::string& path : {used, ended}) {
        joris.get(path);
        EXPECT_EQ(joris.status(), 404);
        EXPECT_EQ(plain(joris), unknown);
    }
    joris.get("/mij/kennissen");
    for (const std::string& path : {used, ended}) joris.post(path, {{"sleutel", form_key(joris)}});
    EXPECT_FALSE(acquainted(school.amina, school.joris));
}

TEST_P(Acquaintances, who_says_yes_twice_is_told_so) {
    const std::string path = code();
    daan_now.get(path);
    const visitor::Visitor same_page = daan_now;
    daan_now.submit(path);
    visitor::Visitor again = same_page;
    again.submit(path);
    EXPECT_EQ(again.status(), 303);
    EXPECT_EQ(school.column("SELECT id FROM acquaintance").size(), 1u);
}

TEST_P(Acquaintances, nobody_signed_out_learns_whose_code_it_is) {
    const std::string path = code();
    visitor::Visitor stranger = school.visitor();
    stranger.get(path);
    EXPECT_EQ(stranger.status(), 303);
    EXPECT_FALSE(stranger.shows("Amina"));
}

TEST_P(Acquaintances, a_code_of_somebody_who_was_suspended_is_none) {
    const std::string path = code();
    school.write([&](storage::Writes& writes) {
        constexpr std::string_view sql = "UPDATE person SET standing = 'suspended' WHERE user_name = 'amina'";
        writes.run(storage::Query<0>{"test", sql, sql});
    });
    daan_now.get(path);
    EXPECT_EQ(daan_now.status(), 404);
    EXPECT_FALSE(daan_now.shows("Amina"));
}

TEST_P(Acquaintances, keep_no_code_in_the_database) {
    const std::string path = code();
    for (const std::string& hash : school.column("SELECT hash FROM acquaintance_code")) EXPECT_EQ(hash.size(), 64u);
    const auto kept = school.column("SELECT hash || maker || name || sent_to FROM acquaintance_code");
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept.front().find(path.substr(13)), std::string::npos);
}

TEST_P(Acquaintances, somebody_outside_becomes_a_companion_by_mail) {
    invite("Mama", "Karima@Example.nl");
    const auto subjects = school.column("SELECT subject FROM mail_outbox");
    ASSERT_EQ(subjects.size(), 1u);
    for (const char* personal : {"Amina", "Idrissi", "Mama", "arima"}) EXPECT_EQ(subjects.front().find(personal), std::string::npos);
    const std::string path = last_mailed_path();
    visitor::Visitor mother = school.visitor();
    mother.get(path);
    EXPECT_EQ(mother.status(), 200);
    mother.submit(path + "/account", {{"heet", "Karima El Idrissi"}, {"wachtwoord", "zeven blauwe ganzen lopen"}});
    EXPECT_EQ(mother.status(), 303);
    EXPECT_EQ(school.column("SELECT user_name FROM person WHERE name = 'Karima El Idrissi'"), std::vector<std::string>{"karima@example.nl"});
    EXPECT_EQ(school.column("SELECT r.role FROM person_role r JOIN person p ON p.id = r.person WHERE p.name = 'Karima El Idrissi'"), std::vector<std::string>{"companion"});
    EXPECT_TRUE(TrialSchool::is_in(mother));
    amina_now.get("/mij/kennissen");
    EXPECT_TRUE(amina_now.shows("Karima El Idrissi"));
    daan_now.get("/mij/kennissen");
    EXPECT_FALSE(daan_now.shows("Karima")) << "known to who invited alone";
    mother.get("/mij/kennissen");
    EXPECT_FALSE(mother.shows("/mij/kennissen/uitnodigen"));
}

TEST_P(Acquaintances, sending_again_makes_no_second_account_and_tells_nothing) {
    invite("Mama", "karima@example.nl");
    const std::string first_reply = std::string{amina_now.location()}, path = last_mailed_path();
    visitor::Visitor mother = school.visitor();
    mother.get(path);
    mother.submit(path + "/account", {{"heet", "Karima"}, {"wachtwoord", "zeven blauwe ganzen lopen"}});
    const std::size_t people = school.column("SELECT id FROM person").size();
    school.world.clock().advance(1h);
    // Daan invites the same address: the same page, a mail of the same kind, and no second account
    daan_now.get("/mij/kennissen");
    daan_now.submit("/mij/kennissen/uitnodigen", {{"naam", "Tante"}, {"email", "karima@example.nl"}});
    EXPECT_EQ(daan_now.location(), first_reply);
    const std::string again = last_mailed_path();
    EXPECT_NE(again, path);
    daan_now.get("/mij/kennissen");
    EXPECT_TRUE(daan_now.shows("Tante"));
    EXPECT_FALSE(daan_now.shows("Mama"));
    visitor::Visitor signed_out = school.visitor();
    signed_out.get(again);
    EXPECT_FALSE(signed_out.shows("name=\"wachtwoord\""));
    say_yes(mother, again);
    EXPECT_EQ(school.column("SELECT id FROM person").size(), people);
    EXPECT_EQ(school.column("SELECT id FROM acquaintance").size(), 2u);
}

TEST_P(Acquaintances, one_address_gets_one_mail_in_ten_minutes_and_ten_are_open_at_most) {
    invite("Mama", "karima@example.nl");
    invite("Mama", "karima@example.nl");
    EXPECT_EQ(school.column("SELECT id FROM mail_outbox").size(), 1u);
    for (int at = 0; at < 12; ++at) invite("Iemand", "iemand" + std::to_string(at) + "@example.nl");
    EXPECT_EQ(amina_now.status(), 422);
    EXPECT_EQ(school.column("SELECT id FROM mail_outbox").size(), 10u);
    invite("", "geen adres");
    EXPECT_EQ(amina_now.status(), 422);
}

TEST_P(Acquaintances, an_end_ends_what_they_shared_with_each_other_at_once) {
    say_yes(daan_now, code());
    const Thing of_amina{"kept_thing", school.world.id(), school.amina}, of_daan{"kept_thing", school.world.id(), daan};
    std::vector<base::Id> grants{school.world.id(), school.world.id(), school.world.id()};
    school.write([&](storage::Writes& writes) {
        give(writes, {grants[0], of_amina, daan, Verb::read, "rugzak"}, school.now(), school.world.randomness());
        give(writes, {grants[1], of_daan, school.amina, Verb::read, "rugzak"}, school.now(), school.world.randomness());
        give(writes, {grants[2], of_amina, school.joris, Verb::read, "rugzak"}, school.now(), school.world.randomness());
    });
    const std::string page = "/mij/kennissen/" + school.amina.text() + "/einde";
    daan_now.get(page);
    daan_now.submit(page);
    EXPECT_FALSE(acquainted(school.amina, daan));
    EXPECT_EQ(school.column("SELECT id FROM access_grant"), std::vector<std::string>{grants[2].text()});
    for (int at = 0; at < 3; ++at)
        EXPECT_EQ(school.world.school().vault().was_removed("access_grant", grants[static_cast<std::size_t>(at)]), at < 2) << "a restored backup opens nothing again";
    daan_now.get(page);
    EXPECT_EQ(daan_now.status(), 404);
}

TEST_P(Acquaintances, staff_are_known_by_team_and_other_students_are_not) {
    const Team own{school.world.id(), "1A"}, other{school.world.id(), "1B"};
    const base::Id mentor = school.add("mentor", "Mevrouw De Wit", Role::analyst), elsewhere = school.add("elders", "Meneer Vos", Role::analyst);
    school.write([&](storage::Writes& writes) {
        for (const Team& team : {own, other}) add_team(writes, team);
        add_role(writes, school.amina, {Role::student, own.id});
        add_role(writes, daan, {Role::student, own.id});
        add_role(writes, mentor, {Role::counsellor, own.id});
        add_role(writes, elsewhere, {Role::counsellor, other.id});
        for (const base::Id& person : {mentor, elsewhere}) set_password(writes, person, TrialSchool::joris_hash(), school.now());
    });
    school.world.school().read([&](storage::Reads& reads) {
        const auto staff = staff_of_teams(reads, school.amina);
        ASSERT_EQ(staff.size(), 1u);
        EXPECT_EQ(staff.front().name, "Mevrouw De Wit");
        EXPECT_TRUE(may_share_with(reads, school.amina, mentor));
        EXPECT_FALSE(may_share_with(reads, school.amina, elsewhere));
        EXPECT_FALSE(may_share_with(reads, school.amina, daan)) << "a fellow student says yes first";
        EXPECT_FALSE(may_share_with(reads, school.amina, school.amina));
    });
}

}  // namespace
}  // namespace loopbaankaart::access

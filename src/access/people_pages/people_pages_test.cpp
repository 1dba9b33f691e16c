#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "../session/trial_school.hpp"
#include "people_directory.hpp"

namespace loopbaankaart::access {
namespace {

class PeoplePages : public OnBoth {
protected:
    visitor::Visitor administrator = school.signed_in_as("joris", joris_password);

    static std::string page_of(const base::Id& person) { return "/beheer/mensen/" + person.text(); }
    std::optional<Person> called(std::string_view user_name) {
        std::optional<Person> found;
        school.world.school().read([&](storage::Reads& reads) { found = find_by_user_name(reads, user_name); });
        return found;
    }
    std::vector<RoleInTeam> roles(const base::Id& person) {
        std::vector<RoleInTeam> found;
        school.world.school().read([&](storage::Reads& reads) { found = roles_of(reads, person); });
        return found;
    }
    std::size_t deeds(std::string_view deed) {
        const auto all = school.column("SELECT deed FROM audit_entry");
        return static_cast<std::size_t>(std::count(all.begin(), all.end(), deed));
    }
    void add(const visitor::Values& values) {
        administrator.get("/beheer/mensen/nieuw");
        administrator.submit("/beheer/mensen/nieuw", values);
    }
    void set_standing_by_page(const base::Id& person, const std::string& standing) {
        administrator.get(page_of(person) + "/stand?naar=" + standing);
        administrator.submit(page_of(person) + "/stand");
    }
    // The path of the invitation on the page shown.
    static std::string link_in(std::string_view text) {
        const std::size_t at = text.find("/welkom/");
        return at == std::string_view::npos ? std::string{} : std::string{text.substr(at, 8 + 43)};
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, PeoplePages, workbench::both, workbench::name);

TEST_P(PeoplePages, are_for_administrators_only) {
    auto amina = school.signed_in_as("amina", amina_password);
    for (const std::string& path : {std::string{"/beheer/mensen"}, std::string{"/beheer/mensen/nieuw"}, page_of(school.joris), page_of(school.joris) + "/code",
                                    page_of(school.joris) + "/stand?naar=left"}) {
        amina.get(path);
        EXPECT_EQ(amina.status(), 404) << path;
        EXPECT_FALSE(amina.shows("Joris"));
        administrator.get(path);
        EXPECT_EQ(administrator.status(), 200) << path;
    }
}

TEST_P(PeoplePages, finds_people_by_name_without_minding_accents_or_wildcards) {
    school.add("zoe.muller", "Zoë Müller", Role::student);
    school.add("b.percent", "Bo 100%", Role::student);
    for (const char* wanted : {"zoe", "Zo%C3%AB", "M%C3%BCller", "MULLER", "zo%C3%AB+m", "mul"}) {
        administrator.get("/beheer/mensen?zoek=" + std::string{wanted});
        EXPECT_TRUE(administrator.shows("Zoë Müller")) << wanted;
        EXPECT_FALSE(administrator.shows("Amina El Idrissi")) << wanted;
    }
    for (const char* wanted : {"%25", "_", "uller", "muller+z", "%5C"}) {
        administrator.get("/beheer/mensen?zoek=" + std::string{wanted});
        EXPECT_FALSE(administrator.shows("Zoë Müller")) << wanted;
        EXPECT_FALSE(administrator.shows("Amina El Idrissi")) << wanted;
    }
    administrator.get("/beheer/mensen?zoek=100%25");
    EXPECT_TRUE(administrator.shows("Bo 100%"));
}

TEST_P(PeoplePages, shows_fifty_at_a_time_and_everyone_once) {
    for (int at = 0; at < 60; ++at) school.add("gast" + std::to_string(at), "Gast " + std::to_string(at), Role::student);
    std::size_t seen = 0, pages = 0;
    std::string address = "/beheer/mensen";
    while (!address.empty()) {
        administrator.get(address);
        const std::string& body = administrator.body();
        std::size_t here = 0;
        for (std::size_t at = body.find("<tr><th scope=\"row\""); at != std::string::npos; at = body.find("<tr><th scope=\"row\"", at + 1)) ++here;
        EXPECT_LE(here, 50u);
        seen += here;
        ++pages;
        const std::string link = "href=\"";
        const std::size_t next = body.find(link + "/beheer/mensen?na=");
        address = next == std::string::npos ? "" : body.substr(next + link.size(), body.find('"', next + link.size()) - next - link.size());
        ASSERT_LT(pages, 4u);
    }
    EXPECT_EQ(pages, 2u);
    EXPECT_EQ(seen, 62u);
}

// Of everybody here two words begin with what is asked.
TEST_P(PeoplePages, finds_everyone_once_fifty_at_a_time) {
    for (int at = 0; at < 60; ++at) school.add("gast" + std::to_string(at), "Gast Gastman " + std::to_string(at), Role::student);
    std::map<std::string, int> seen;
    std::string address = "/beheer/mensen?zoek=gast";
    for (int page = 0; page < 2; ++page) {
        administrator.get(address);
        for (int at = 0; at < 60; ++at)
            if (administrator.body().find(fmt::format(">Gast Gastman {}<", at)) != std::string::npos) ++seen[std::to_string(at)];
        const std::size_t next = administrator.body().find("href=\"/beheer/mensen?na=");
        if (page == 1) { EXPECT_EQ(next, std::string::npos); break; }
        ASSERT_NE(next, std::string::npos);
        const std::size_t from = next + 6;
        address = administrator.body().substr(from, administrator.body().find('"', from) - from);
        for (std::size_t amp = address.find("&amp;"); amp != std::string::npos; amp = address.find("&amp;")) address.replace(amp, 5, "&");
    }
    EXPECT_EQ(seen.size(), 60u);
    for (const auto& [who, times] : seen) EXPECT_EQ(times, 1) << who;
}

TEST_P(PeoplePages, someone_with_an_address_gets_a_mail_with_a_link_that_works) {
    add({{"naam", "Fatima Zahra"}, {"email", "fatima@example.nl"}, {"rol", "student"}, {"nieuw_team", "Zorg 2B"}});
    EXPECT_EQ(administrator.status(), 303);
    const auto fatima = called("fatima.zahra");
    ASSERT_TRUE(fatima);
    EXPECT_EQ(fatima->standing, Standing::invited);
    ASSERT_EQ(roles(fatima->id).size(), 1u);
    EXPECT_TRUE(roles(fatima->id)[0].team);
    EXPECT_EQ(deeds("person_added"), 1u);
    EXPECT_EQ(deeds("invited"), 1u);

    const auto bodies = school.column("SELECT body FROM mail_outbox");
    ASSERT_EQ(bodies.size(), 1u);
    EXPECT_EQ(school.column("SELECT subject FROM mail_outbox")[0].find("Fatima"), std::string::npos);
    auto visitor = school.visitor();
    visitor.get(link_in(bodies[0]));
    EXPECT_EQ(visitor.status(), 200);
}

TEST_P(PeoplePages, someone_without_an_address_gets_a_link_on_paper_once) {
    add({{"naam", "Daan Bakker"}, {"rol", "counsellor"}});
    EXPECT_EQ(administrator.status(), 200);
    const std::string link = link_in(administrator.body());
    ASSERT_EQ(link.size(), 51u);
    EXPECT_TRUE(school.column("SELECT body FROM mail_outbox").empty());
    const auto daan = called("daan.bakker");
    ASSERT_TRUE(daan);
    administrator.get(page_of(daan->id));
    EXPECT_FALSE(administrator.shows("/welkom/"));
    auto visitor = school.visitor();
    visitor.get(link);
    EXPECT_EQ(visitor.status(), 200);

    administrator.get(page_of(daan->id));
    administrator.submit(page_of(daan->id) + "/uitnodigen");
    EXPECT_NE(link_in(administrator.body()), link);
    visitor.get(link);
    EXPECT_NE(visitor.status(), 200) << "a new invitation ends the one before";
}

TEST_P(PeoplePages, the_same_form_twice_adds_one_person) {
    administrator.get("/beheer/mensen/nieuw");
    visitor::Visitor again = administrator;
    administrator.submit("/beheer/mensen/nieuw", {{"naam", "Daan Bakker"}, {"rol", "student"}});
    again.submit("/beheer/mensen/nieuw", {{"naam", "Daan Bakker"}, {"rol", "student"}});
    EXPECT_EQ(again.status(), 303);
    EXPECT_EQ(school.column("SELECT id FROM person WHERE name = 'Daan Bakker'").size(), 1u);
}

TEST_P(PeoplePages, two_of_one_name_get_two_user_names) {
    add({{"naam", "Daan Bakker"}, {"rol", "student"}});
    add({{"naam", "Daan Bakker"}, {"rol", "student"}});
    EXPECT_TRUE(called("daan.bakker"));
    EXPECT_TRUE(called("daan.bakker2"));
}

TEST_P(PeoplePages, what_cannot_be_is_asked_again_with_what_was_typed) {
    for (const visitor::Values& values : {visitor::Values{{"naam", " "}, {"rol", "student"}},
                                          {{"naam", "Daan Bakker"}, {"rol", "koning"}},
                                          {{"naam", "Daan Bakker"}, {"inlognaam", "amina"}, {"rol", "student"}},
                                          {{"naam", "Daan Bakker"}, {"email", "x@y\r\nBcc: z"}, {"rol", "student"}}}) {
        add(values);
        EXPECT_EQ(administrator.status(), 422);
        EXPECT_EQ(administrator.shows("Daan Bakker"), values.at("naam") == "Daan Bakker");
    }
    EXPECT_EQ(school.column("SELECT id FROM person").size(), 2u);
}

TEST_P(PeoplePages, roles_come_and_go_and_are_audited) {
    const std::string page = page_of(school.amina);
    administrator.get(page);
    administrator.submit(page + "/rollen", {{"doen", "erbij"}, {"rol", "desk"}, {"team", ""}, {"nieuw_team", "Balie"}});
    EXPECT_EQ(administrator.status(), 303);
    ASSERT_EQ(roles(school.amina).size(), 2u);
    administrator.get(page);
    administrator.submit(page + "/rollen", {{"doen", "weg"}, {"rol", "student"}, {"team", ""}});
    ASSERT_EQ(roles(school.amina).size(), 1u);
    EXPECT_EQ(roles(school.amina)[0].role, Role::desk);
    EXPECT_EQ(deeds("roles_changed"), 2u);
}

TEST_P(PeoplePages, who_is_suspended_is_out_at_once_and_may_come_back) {
    auto amina = school.signed_in_as("amina", amina_password);
    ASSERT_TRUE(TrialSchool::is_in(amina));
    set_standing_by_page(school.amina, "suspended");
    EXPECT_EQ(administrator.status(), 303);
    EXPECT_FALSE(TrialSchool::is_in(amina));
    EXPECT_EQ(called("amina")->standing, Standing::suspended);
    set_standing_by_page(school.amina, "active");
    EXPECT_EQ(called("amina")->standing, Standing::active);
    TrialSchool::sign_in(amina, "amina", amina_password);
    EXPECT_TRUE(TrialSchool::is_in(amina));
    EXPECT_EQ(deeds("suspended"), 1u);
    EXPECT_EQ(deeds("reinstated"), 1u);
}

TEST_P(PeoplePages, who_left_is_out_and_it_is_audited_once) {
    set_standing_by_page(school.amina, "left");
    set_standing_by_page(school.amina, "left");
    EXPECT_EQ(called("amina")->standing, Standing::left);
    EXPECT_EQ(deeds("person_left"), 1u);
}

TEST_P(PeoplePages, who_left_reads_their_own_for_a_year_and_adds_nothing) {
    auto amina = school.signed_in_as("amina", amina_password);
    set_standing_by_page(school.amina, "left");
    EXPECT_FALSE(TrialSchool::is_in(amina)) << "signed out at once";
    TrialSchool::sign_in(amina, "amina", amina_password);
    EXPECT_TRUE(TrialSchool::is_in(amina));
    amina.get("/kaart");
    amina.submit("/dagboek", {{"woorden", "nog iets"}});
    EXPECT_EQ(amina.status(), 403);
    amina.get("/dagboek");
    EXPECT_EQ(amina.status(), 403);
    EXPECT_TRUE(school.received.empty());

    school.world.clock().advance(kept_after_leaving - std::chrono::seconds{1});
    TrialSchool::sign_in(amina, "amina", amina_password);
    EXPECT_TRUE(TrialSchool::is_in(amina));
    school.world.clock().advance(std::chrono::seconds{1});
    EXPECT_FALSE(TrialSchool::is_in(amina));
    TrialSchool::sign_in(amina, "amina", amina_password);
    EXPECT_FALSE(TrialSchool::is_in(amina)) << "and cannot come back";
}

TEST_P(PeoplePages, who_gives_up_administering_lands_on_a_page_of_their_own) {
    school.add("second", "Tweede Beheerder", Role::administrator, TrialSchool::joris_hash());
    administrator.get(page_of(school.joris));
    administrator.submit(page_of(school.joris) + "/rollen", {{"doen", "weg"}, {"rol", "administrator"}, {"team", ""}});
    EXPECT_EQ(administrator.status(), 303);
    EXPECT_EQ(administrator.location(), "/mij");
}

TEST_P(PeoplePages, who_left_has_no_role_any_more) {
    const base::Id second = school.add("second", "Tweede Beheerder", Role::administrator, TrialSchool::joris_hash());
    set_standing_by_page(second, "left");
    auto gone = school.signed_in_as("second", joris_password);
    EXPECT_TRUE(TrialSchool::is_in(gone));
    gone.get("/kantoor");
    EXPECT_EQ(gone.status(), 404);
    set_standing_by_page(second, "active");
    gone.get("/kantoor");
    EXPECT_EQ(gone.status(), 200);
}

TEST_P(PeoplePages, the_last_administrator_stays) {
    for (const char* standing : {"suspended", "left"}) {
        set_standing_by_page(school.joris, standing);
        EXPECT_EQ(administrator.status(), 409) << standing;
    }
    administrator.get(page_of(school.joris));
    administrator.submit(page_of(school.joris) + "/rollen", {{"doen", "weg"}, {"rol", "administrator"}, {"team", ""}});
    EXPECT_EQ(administrator.status(), 409);
    EXPECT_EQ(roles(school.joris).size(), 1u);

    school.add("second", "Tweede Beheerder", Role::administrator, joris_password);
    set_standing_by_page(school.joris, "suspended");
    EXPECT_EQ(administrator.status(), 303);
}

TEST_P(PeoplePages, a_printed_code_is_shown_once_and_audited) {
    administrator.get(page_of(school.amina) + "/code");
    EXPECT_EQ(deeds("reset_code_made"), 0u) << "looking makes no code";
    administrator.submit(page_of(school.amina) + "/code");
    EXPECT_EQ(administrator.status(), 200);
    EXPECT_EQ(deeds("reset_code_made"), 1u);
    const std::size_t at = administrator.body().find("<code>");
    ASSERT_NE(at, std::string::npos);
    const std::string code = administrator.body().substr(at + 6, 19);
    EXPECT_EQ(std::count(code.begin(), code.end(), '-'), 3);
    administrator.get(page_of(school.amina));
    EXPECT_FALSE(administrator.shows(code));
}

TEST_P(PeoplePages, typed_markup_stays_text) {
    add({{"naam", "<script>alert(1)</script>"}, {"inlognaam", "x"}, {"rol", "student"}, {"nieuw_team", "\"><img src=x>"}});
    for (const std::string& path : {std::string{"/beheer/mensen"}, page_of(called("x")->id), std::string{"/beheer/mensen/nieuw"}}) {
        administrator.get(path);
        EXPECT_FALSE(administrator.shows("<script>alert")) << path;
        EXPECT_FALSE(administrator.shows("<img src=x")) << path;
    }
}

TEST(UserName, is_made_of_the_name) {
    workbench::World world{workbench::Backend::sqlite, {schema().begin(), schema().end()}};
    world.school().read([](storage::Reads& reads) {
        EXPECT_EQ(propose_user_name(reads, "Amina El Idrissi"), "amina.el.idrissi");
        EXPECT_EQ(propose_user_name(reads, "  Zoë  Müller-'t Hart "), "zoe.muller.t.hart");
        EXPECT_EQ(propose_user_name(reads, "李"), "reiziger");
        EXPECT_LE(propose_user_name(reads, std::string(500, 'a')).size(), 60u);
    });
}

}  // namespace
}  // namespace loopbaankaart::access

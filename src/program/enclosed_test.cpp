// What a person made with one module is in the archive that another packs.
#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <visitor/visitor.hpp>
#include <workbench/workbench.hpp>

#include "house.hpp"

namespace loopbaankaart::program {
namespace {

class Enclosing : public ::testing::TestWithParam<workbench::Backend> {
protected:
    const std::string password = "vier losse paarse fietsbellen";
    workbench::World world{GetParam(), all_migrations()};
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(), .clock = &world.clock(), .randomness = &world.randomness()};
    atlas::Atlases atlases;
    workshop::Workshop workshop;
    web::Router router{all_routes(atlases, workshop)};

    access::Viewer person(const std::string& name, access::Role role, std::optional<base::Id> team) {
        static const std::string hash = access::hash_password(password);
        access::Viewer viewer{.person = world.id(), .name = name};
        viewer.roles.set(static_cast<std::size_t>(role));
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name}, {{role, team}}, world.clock().now()));
            access::set_password(writes, viewer.person, hash, world.clock().now());
        });
        return viewer;
    }
    // What they take along, as it is fetched: its texts are not compressed.
    std::string taken_along(const std::string& name, const std::string& form = "reis") {
        visitor::Visitor visitor{site, router};
        visitor.get("/inloggen");
        visitor.submit("/inloggen", {{"naam", name}, {"wachtwoord", password}});
        visitor.get("/meenemen");
        visitor.submit("/meenemen", {{"vorm", form}});
        const std::string page{visitor.location()};
        while (journey::carry_on(site, atlases, workshop, {})) {
        }
        visitor.get(page + "/reis.zip");
        EXPECT_EQ(visitor.status(), 200);
        return visitor.body();
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Enclosing, workbench::both, workbench::name);

TEST_P(Enclosing, takes_along_what_somebody_expected_of_groups_and_what_nobody_else_did) {
    enclose_what_is_theirs();
    const base::Id team = world.id();
    world.school().write_now([&](storage::Writes& writes) { access::add_team(writes, {team, "Zorg"}); });
    const access::Viewer bo = person("bo", access::Role::counsellor, team), cas = person("cas", access::Role::counsellor, team), amira = person("amira", access::Role::analyst, {});
    const flow::JudgedGroup group{.id = world.id(), .team = team, .name = "Verpleegkunde", .outcome = "haalt het diploma", .cohort = 2030, .students = 24, .model = {}};
    world.school().write_now([&](storage::Writes& writes) {
        flow::ask(writes, amira, group, world.clock().now());
        flow::say(writes, bo, group.id, 7, world.clock().now());
    });
    const std::string of_bo = taken_along("bo"), of_cas = taken_along("cas");
    EXPECT_NE(of_bo.find(flow::own_hunch_file_name), std::string::npos);
    EXPECT_NE(of_bo.find("Verpleegkunde"), std::string::npos);
    EXPECT_NE(of_bo.find("href=\"verwachtingen.csv\""), std::string::npos) << "the index names it";
    EXPECT_NE(of_bo.find("\nverwachtingen.csv: "), std::string::npos) << "and the readme";
    EXPECT_EQ(of_cas.find(flow::own_hunch_file_name), std::string::npos);
    EXPECT_EQ(of_cas.find("Verpleegkunde"), std::string::npos);
}

// A school where a mentor looked at Amina and at Joris, each of whom objected.
class EnclosingFits : public Enclosing {
protected:
    base::SystemRandomness randomness;
    base::Id team = world.id();
    access::Viewer coordinator = person("coordinator", access::Role::coordinator, {}), bo = person("bo", access::Role::counsellor, team), amina = person("amina", access::Role::student, team), joris = person("joris", access::Role::student, team),
                   fatma = person("fatma", access::Role::student, team);
    flow::PersonSwitch on{.id = world.id(), .kind = "mbo", .purpose = "praten", .help = "lessen", .assessed_on = "2026-05-01", .assessed_where = "hier", .agreed_on = "2026-05-01"};

    void SetUp() override {
        enclose_what_is_theirs();
        const base::Instant now = world.clock().now();
        flow::Persons past{.outcomes = {"year_2", "left"}, .cohorts = {"2021", "2022", "2023"}, .features = {{.name = "cijfer_eerste", .why = "hulp"}, {.name = "geleerd", .why = "hulp", .categories = {"kanarie amina", "kanarie joris"}}}};
        for (std::uint32_t one = 0; one < 2700; ++one) {
            past.outcome.push_back(one * 7 % 10 < 3 ? 1 : 0), past.cohort.push_back(one / 900), past.features[0].numbers.push_back(4 + one % 60 / 10.0);
            past.features[1].codes.push_back(static_cast<std::int32_t>(one % 2));
        }
        flow::Persons present{.outcome = {flow::still_there, flow::still_there}, .outcomes = past.outcomes, .features = past.features};
        present.features[0].numbers = {6, 7}, present.features[1].codes = {0, 1};
        world.school().write_now([&](storage::Writes& writes) {
            access::add_team(writes, {team, "Zorg"});
            EXPECT_EQ(flow::switch_on(writes, coordinator, on, now, randomness), flow::Switched::done);
        });
        const auto learned = flow::learn_persons(past, "", "", {});
        ASSERT_TRUE(learned);
        ASSERT_TRUE(flow::keep_person_model(world.school(), *learned, now, randomness));
        ASSERT_TRUE(flow::bring_evidence(world.school(), present, {"amina", "joris"}, now, randomness));
        for (const access::Viewer* student : {&amina, &joris}) looked_at_and_objected(*student);
    }
    void looked_at_and_objected(const access::Viewer& student) {
        storage::Vault& vault = world.school().vault();
        const base::Instant now = world.clock().now();
        const auto look = flow::prepare_look(vault, world.id(), student.person, "kanarie reden " + student.name);
        const auto objection = flow::prepare_objection(vault, student, world.id(), "kanarie bezwaar " + student.name);
        const std::string saw = "kanarie zag " + student.name;
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_EQ(flow::look(writes, vault, bo, look, now, randomness), flow::Looked::done);
            const base::Bytes sealed = flow::seal_reason(vault, flow::own_look(writes, vault, bo, look.id).value(), saw);
            EXPECT_EQ(flow::judge(writes, vault, bo, look.id, flow::MentorVerdict::override_it, saw, sealed, now), flow::Judged::done);
            EXPECT_EQ(flow::object(writes, vault, student, objection, now, randomness), flow::Objected::done);
        });
        std::optional<flow::Objection> asked;
        world.school().read([&](storage::Reads& reads) { asked = flow::objection_asked(reads, vault, coordinator, objection.id); });
        const auto answer = flow::prepare_answer(world.school(), asked.value(), false, "kanarie antwoord " + student.name, now);
        world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(flow::answer(writes, vault, coordinator, answer, now), flow::Answered::done); });
    }
    static bool has(const std::string& archive, std::string_view what) { return archive.find(what) != archive.npos; }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, EnclosingFits, workbench::both, workbench::name);

TEST_P(EnclosingFits, takes_along_what_a_model_looks_at_who_looked_and_objections) {
    const std::string archive = taken_along("amina");
    for (const std::string_view name : {flow::fit_page_name, flow::fit_data_name, flow::fit_looks_name, flow::fit_objections_name}) EXPECT_TRUE(has(archive, name)) << name;
    for (const char* what : {"cijfer eerste;6;hulp", "geleerd;kanarie amina;hulp"}) EXPECT_TRUE(has(archive, what)) << what;
    for (const char* what : {"bo, ", "kanarie reden amina", "kanarie zag amina", "kanarie bezwaar amina", "coordinator", "kanarie antwoord amina"}) EXPECT_TRUE(has(archive, what)) << what;
    EXPECT_TRUE(has(archive, "href=\"passend.html\"") && has(archive, "\npassend-gegevens.csv: ")) << "the index and the readme name them";
}

TEST_P(EnclosingFits, holds_nothing_of_another_student) {
    const std::string of_amina = taken_along("amina"), of_joris = taken_along("joris");
    for (const char* what : {"kanarie joris", "reden joris", "zag joris", "bezwaar joris", "antwoord joris"}) {
        EXPECT_FALSE(has(of_amina, what)) << what;
        EXPECT_TRUE(has(of_joris, what)) << what;
    }
    for (const char* name : {"bo", "coordinator", "fatma"}) {
        const std::string archive = taken_along(name);
        EXPECT_FALSE(has(archive, "kanarie") || has(archive, "passend")) << name;
    }
}

TEST_P(EnclosingFits, keep_the_log_when_it_is_switched_off_and_no_data) {
    flow::remember_switching_off(world.school(), on.id, world.clock().now());
    world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(flow::switch_off(writes, coordinator, on.id, world.clock().now(), randomness), flow::Switched::done); });
    const std::string archive = taken_along("amina");
    EXPECT_TRUE(has(archive, "kanarie reden amina") && has(archive, "kanarie antwoord amina"));
    EXPECT_FALSE(has(archive, "kanarie amina") || has(archive, flow::fit_data_name));
}

TEST_P(EnclosingFits, do_not_go_into_a_portfolio_elsewhere) {
    const std::string portfolio = taken_along("amina", "leap2a");
    ASSERT_TRUE(has(portfolio, "leap2a.xml"));
    EXPECT_FALSE(has(portfolio, "kanarie") || has(portfolio, "passend"));
}

TEST_P(EnclosingFits, of_who_was_erased_is_gone_from_what_was_packed) {
    const std::string before = taken_along("amina");
    ASSERT_TRUE(has(before, "kanarie reden amina"));
    erase_person(world.school(), amina.person, world.clock().now());
    flow::KeptOfMe kept;
    world.school().read([&](storage::Reads& reads) { kept = flow::kept_of_me(reads, world.school().vault(), amina.person); });
    EXPECT_TRUE(!kept.known && kept.looks.empty() && kept.objections.empty());
    std::int64_t takings = 0;
    const std::string sql = "SELECT COUNT(*) FROM taking WHERE owner = '" + amina.person.text() + "'";
    world.school().read([&](storage::Reads& reads) { reads.each(storage::Query<0>{"test.takings", sql, sql}, [&](const storage::Row& row) { takings = row.integer(0); }); });
    EXPECT_EQ(takings, 0);
}

TEST_P(Enclosing, takes_along_what_somebody_wrote_about_figures_and_nobody_elses_words) {
    enclose_what_is_theirs();
    const access::Viewer fay = person("fay", access::Role::analyst, {}), bram = person("bram", access::Role::coordinator, {});
    person("cas", access::Role::analyst, {});
    storage::Vault& vault = world.school().vault();
    const base::Instant now = world.clock().now();
    const flow::SealedStory story = flow::prepare_story(vault, {.id = world.id(), .subject = {.address = "/stroom", .title = "Techniek", .what = "Gestopt", .told = {}}, .goal = "kanarie doel", .began_at = now});
    world.school().write_now([&](storage::Writes& writes) { flow::add_story(writes, vault, story); });
    for (const access::Viewer* author : {&fay, &bram}) {
        const base::Id id = world.id();
        const flow::SealedLine line = flow::prepare_line(vault, {.id = id, .story = story.story.id, .words = "kanarie " + author->name, .who = {}, .change = id, .written_at = now});
        world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(flow::add_line(writes, vault, author->person, line), flow::LineAdded::made); });
    }
    const std::string of_fay = taken_along("fay"), of_cas = taken_along("cas"), file{flow::own_words_file_name};
    EXPECT_NE(of_fay.find("kanarie fay"), of_fay.npos);
    EXPECT_NE(of_fay.find("href=\"" + file + "\""), of_fay.npos) << "the index names it";
    EXPECT_NE(of_fay.find("\n" + file + ": "), of_fay.npos) << "and the readme";
    for (const char* theirs : {"kanarie bram", "kanarie doel"}) EXPECT_EQ(of_fay.find(theirs), of_fay.npos) << theirs;
    EXPECT_EQ(of_cas.find(file), of_cas.npos);
    EXPECT_EQ(of_cas.find("kanarie"), of_cas.npos);
}

}  // namespace
}  // namespace loopbaankaart::program

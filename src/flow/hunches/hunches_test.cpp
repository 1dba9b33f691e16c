// What teachers expect of groups, on its pages: who sees what, in which order, and what is never shown.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <access/access.hpp>
#include <flow/flow.hpp>
#include <visitor/visitor.hpp>

#include "by_chance.hpp"

namespace loopbaankaart::flow {
namespace {

const std::string password = "vier losse paarse fietsbellen";

std::vector<storage::Migration> all_tables() {
    std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
    all.insert(all.end(), schema().begin(), schema().end());
    return all;
}
std::vector<web::Route> all_pages() {
    std::vector<web::Route> all = access::routes();
    for (web::Route& route : routes()) all.push_back(std::move(route));
    return all;
}

class OurJudgement : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), all_tables()};
    web::Site site{.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl", .school = world.shared_school(), .clock = &world.clock(), .randomness = &world.randomness()};
    web::Router router{all_pages()};
    base::Id care = team("Zorg"), technique = team("Techniek");

    base::Id team(const std::string& name) {
        const base::Id id = world.id();
        world.school().write_now([&](storage::Writes& writes) { access::add_team(writes, {id, name}); });
        return id;
    }
    access::Viewer person(const std::string& name, access::Role role, std::optional<base::Id> of = {}) {
        static const std::string hash = access::hash_password(password);
        access::Viewer viewer{.person = world.id(), .name = name};
        viewer.roles.set(static_cast<std::size_t>(role));
        world.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name}, {{role, of}}, world.clock().now()));
            access::set_password(writes, viewer.person, hash, world.clock().now());
        });
        return viewer;
    }
    visitor::Visitor signed_in(const std::string& name) {
        visitor::Visitor visitor{site, router};
        visitor.get("/inloggen");
        visitor.submit("/inloggen", {{"naam", name}, {"wachtwoord", password}});
        EXPECT_EQ(visitor.status(), 303);
        return visitor;
    }
    visitor::Visitor arrives(const std::string& name, access::Role role, std::optional<base::Id> of = {}) {
        person(name, role, of);
        return signed_in(name);
    }
    // Asked by an analyst, past the pages.
    base::Id asked(std::optional<double> model = 0.37, std::uint32_t students = 24) {
        access::Viewer analyst{.person = world.id(), .name = {}};
        analyst.roles.set(static_cast<std::size_t>(access::Role::analyst));
        const JudgedGroup group{.id = world.id(), .team = care, .name = "Verpleegkunde, begonnen in 2026", .outcome = "haalt het diploma", .cohort = 2030, .students = students, .model = model};
        world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(flow::ask(writes, analyst, group, world.clock().now()), flow::Asked::done); });
        return group.id;
    }
    void came_out(const base::Id& group, std::uint32_t students, std::uint32_t happened) {
        access::Viewer analyst{.person = world.id(), .name = {}};
        analyst.roles.set(static_cast<std::size_t>(access::Role::analyst));
        world.school().write_now([&](storage::Writes& writes) { flow::resolve(writes, analyst, group, students, happened, world.clock().now()); });
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t found = 0;
        world.school().read([&](storage::Reads& reads) { found = *reads.first(storage::Query<0>{"test.count", sql, sql}, [](const storage::Row& row) { return row.integer(0); }); });
        return found;
    }
    std::int64_t deeds(const std::string& deed) { return count("SELECT COUNT(*) FROM audit_entry WHERE deed = '" + deed + "'"); }

    static std::string page_of(const base::Id& group) { return "/stroom/oordeel/groep/" + group.text(); }
    static std::string keepers_page_of(const base::Id& group) { return "/stroom/oordeel/vragen/" + group.text(); }
    // How many figures stand filled on the page.
    static int filled(const visitor::Visitor& visitor) {
        int number = 0;
        for (std::size_t at = visitor.body().find("class=\"filled\""); at != std::string::npos; at = visitor.body().find("class=\"filled\"", at + 1)) ++number;
        return number;
    }
    visitor::Values question() const {
        return {{"team", care.text()}, {"groep", "Kok, begonnen in 2025"}, {"uitkomst", "haalt het diploma"}, {"jaar", "2029"}, {"studenten", "30"}, {"model", "62,5%"}};
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, OurJudgement, workbench::both, workbench::name);

TEST_P(OurJudgement, is_for_staff_and_asking_for_who_reads_figures) {
    const base::Id group = asked();
    using access::Role;
    for (const Role role : {Role::analyst, Role::coordinator, Role::counsellor, Role::teamleader, Role::student, Role::companion, Role::desk, Role::administrator}) {
        auto visitor = arrives(std::string{access::code(role)}, role, care);
        const bool reads = role == Role::analyst || role == Role::coordinator, judges = reads || role == Role::counsellor || role == Role::teamleader;
        for (const std::string& path : {std::string{"/stroom/oordeel"}, std::string{"/stroom/oordeel/mijn"}, std::string{"/stroom/oordeel/mijn/csv"}, page_of(group), "/stroom/oordeel/team/" + care.text()}) {
            visitor.get(path);
            EXPECT_EQ(visitor.status(), judges ? 200 : 404) << path << access::code(role);
        }
        for (const std::string& path : {std::string{"/stroom/oordeel/vragen"}, std::string{"/stroom/oordeel/vragen/nieuw"}, keepers_page_of(group)}) {
            visitor.get(path);
            EXPECT_EQ(visitor.status(), reads ? 200 : 404) << path << access::code(role);
        }
    }
}

TEST_P(OurJudgement, is_said_and_changed_until_one_looks_and_stands_then) {
    const base::Id group = asked();
    auto bo = arrives("bo", access::Role::counsellor, care);
    bo.get("/stroom/oordeel");
    EXPECT_TRUE(bo.shows("Verpleegkunde, begonnen in 2026"));
    bo.get(page_of(group));
    EXPECT_FALSE(bo.shows("3,7")) << "the model waits";
    bo.submit(page_of(group), {{"van-tien", "7"}});
    EXPECT_EQ(bo.status(), 303);
    bo.follow();
    EXPECT_EQ(filled(bo), 7);
    bo.submit(page_of(group), {{"van-tien", "8"}});
    bo.follow();
    EXPECT_EQ(filled(bo), 8);
    EXPECT_FALSE(bo.shows("3,7"));
    EXPECT_EQ(deeds("model_seen"), 0);
    // When Bo looks, then both stand beside each other, and there is no form to change it with.
    bo.submit(page_of(group) + "/kijk");
    EXPECT_EQ(bo.status(), 303);
    bo.follow();
    EXPECT_TRUE(bo.shows("3,7"));
    EXPECT_EQ(filled(bo), 8 + 4);
    EXPECT_FALSE(bo.shows("name=\"van-tien\""));
    bo.get("/stroom/oordeel");
    EXPECT_EQ(filled(bo), 8);
    EXPECT_EQ(deeds("model_seen"), 1);
}

TEST_P(OurJudgement, sent_again_by_an_old_page_after_looking_changes_nothing) {
    const base::Id group = asked();
    auto bo = arrives("bo", access::Role::counsellor, care), old = signed_in("bo");
    old.get(page_of(group));
    bo.get(page_of(group));
    bo.submit(page_of(group), {{"van-tien", "7"}});
    bo.follow();
    bo.submit(page_of(group) + "/kijk");
    old.submit(page_of(group), {{"van-tien", "4"}});
    EXPECT_EQ(old.status(), 409);
    EXPECT_EQ(filled(old), 7 + 4);
    EXPECT_EQ(count("SELECT of_ten FROM hunch"), 7);
    old.get(page_of(group));
    EXPECT_EQ(deeds("model_seen"), 1);
}

TEST_P(OurJudgement, that_is_no_number_of_ten_is_asked_again_with_what_was_typed) {
    const base::Id group = asked();
    auto bo = arrives("bo", access::Role::counsellor, care);
    for (const char* typed : {"11", "-1", "zeven", "", "7.5", "4294967303", "99999999999999999999"}) {
        bo.get(page_of(group));
        bo.submit(page_of(group), {{"van-tien", typed}});
        EXPECT_EQ(bo.status(), 422) << typed;
        EXPECT_TRUE(bo.shows("value=\"" + std::string{typed} + "\"")) << typed;
    }
    EXPECT_EQ(count("SELECT COUNT(*) FROM hunch"), 0);
}

TEST_P(OurJudgement, of_another_team_is_absent) {
    const base::Id group = asked();
    auto dee = arrives("dee", access::Role::counsellor, technique);
    dee.get("/stroom/oordeel");
    EXPECT_FALSE(dee.shows("Verpleegkunde"));
    EXPECT_FALSE(dee.shows(care.text()));
    const std::string key = [&] {
        const std::size_t at = dee.body().find("name=\"sleutel\" value=\"");
        return dee.body().substr(at + 22, dee.body().find('"', at + 22) - at - 22);
    }();
    for (const std::string& path : {page_of(group), page_of(world.id()), std::string{"/stroom/oordeel/groep/x"}, "/stroom/oordeel/team/" + care.text()}) {
        dee.get(path);
        EXPECT_EQ(dee.status(), 404) << path;
    }
    dee.post(page_of(group), {{"sleutel", key}, {"van-tien", "7"}});
    EXPECT_EQ(dee.status(), 404);
    dee.post(page_of(group) + "/kijk", {{"sleutel", key}});
    EXPECT_EQ(dee.status(), 404);
    EXPECT_EQ(count("SELECT COUNT(*) FROM hunch"), 0);
    EXPECT_EQ(deeds("model_seen"), 0);
}

TEST_P(OurJudgement, of_oneself_is_read_back_by_oneself_alone) {
    const base::Id group = asked();
    auto bo = arrives("bo", access::Role::counsellor, care), cas = arrives("cas", access::Role::counsellor, care), amira = arrives("amira", access::Role::analyst);
    for (auto& [visitor, of_ten] : {std::pair<visitor::Visitor&, const char*>{bo, "7"}, {cas, "3"}}) {
        visitor.get(page_of(group));
        visitor.submit(page_of(group), {{"van-tien", of_ten}});
    }
    came_out(group, 24, 15);
    bo.get("/stroom/oordeel/mijn");
    EXPECT_TRUE(bo.shows(page_of(group)));
    EXPECT_TRUE(bo.shows("class=\"point\""));
    bo.get(page_of(group));
    EXPECT_EQ(filled(bo), 7 + 6);
    cas.get(page_of(group));
    EXPECT_EQ(filled(cas), 3 + 6);
    bo.get("/stroom/oordeel/mijn/csv");
    EXPECT_TRUE(bo.shows(";7;6\r\n"));
    EXPECT_FALSE(bo.shows(";3;6"));
    amira.get("/stroom/oordeel/mijn");
    EXPECT_FALSE(amira.shows("class=\"point\""));
    amira.get(keepers_page_of(group));
    EXPECT_EQ(filled(amira), 6) << "how it came out, and what nobody said";
}

TEST_P(OurJudgement, is_asked_once_however_often_it_is_sent) {
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

TEST_P(OurJudgement, model_is_not_told_to_another_who_keeps_figures) {
    const base::Id group = asked();
    person("gea", access::Role::coordinator, care);
    auto gea = signed_in("gea");
    for (const std::string& path : {keepers_page_of(group), std::string{"/stroom/oordeel/vragen"}, page_of(group)}) {
        gea.get(path);
        EXPECT_EQ(gea.status(), 200);
        EXPECT_FALSE(gea.shows("3,7")) << path << ": she may still say what she expects";
    }
}

TEST_P(OurJudgement, is_asked_of_ten_or_more_and_says_what_can_be_put_right) {
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

TEST_P(OurJudgement, comes_out_once_and_is_kept_of_ten) {
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

TEST_P(OurJudgement, of_a_team_shows_no_figure_until_it_is_nobodys_own) {
    std::vector<access::Viewer> teachers;
    for (const char* name : {"bo", "cas", "gerda", "hans", "ilse"}) teachers.push_back(person(name, access::Role::counsellor, care));
    auto bo = signed_in("bo"), dee = arrives("dee", access::Role::counsellor, technique), amira = arrives("amira", access::Role::analyst);
    access::Viewer analyst{.person = world.id(), .name = {}};
    analyst.roles.set(static_cast<std::size_t>(access::Role::analyst));
    const auto year = [&](int first, int last) {
        world.school().write_now([&](storage::Writes& writes) {
            for (int at = first; at < last; ++at) {
                const JudgedGroup group{.id = world.id(), .team = care, .name = "Groep", .outcome = "haalt het", .cohort = 2020 + at % 4, .students = 20, .model = 0.5};
                flow::ask(writes, analyst, group, world.clock().now());
                for (std::size_t teacher = 0; teacher < teachers.size(); ++teacher) flow::say(writes, teachers[teacher], group.id, at == 0 && teacher == 0 ? 0 : 3 + at % 5, world.clock().now());
                flow::resolve(writes, analyst, group.id, 20, static_cast<std::uint32_t>(2 * (3 + at % 5)), world.clock().now());
            }
        });
    };
    const std::string path = "/stroom/oordeel/team/" + care.text();
    year(0, 39);
    for (visitor::Visitor* visitor : {&bo, &amira}) {
        visitor->get(path);
        EXPECT_EQ(visitor->status(), 200);
        EXPECT_FALSE(visitor->shows("<table")) << "195 judgements";
        EXPECT_TRUE(visitor->shows("190")) << "in whole tens";
        EXPECT_FALSE(visitor->shows("195"));
    }
    year(39, 40);
    for (visitor::Visitor* visitor : {&bo, &amira}) {
        visitor->get(path);
        EXPECT_TRUE(visitor->shows("<table"));
        std::size_t points = 0;
        for (std::size_t at = visitor->body().find("class=\"point\""); at != std::string::npos; at = visitor->body().find("class=\"point\"", at + 1)) ++points;
        EXPECT_EQ(points, 3U + 1U) << "three classes and the gain: what one teacher alone said is no class of the team";
        for (const char* name : {"cas", "gerda", "hans", "ilse"}) EXPECT_FALSE(visitor->shows(name));
    }
    dee.get(path);
    EXPECT_EQ(dee.status(), 404);
}

TEST_P(OurJudgement, makes_text_of_what_was_typed) {
    auto amira = arrives("amira", access::Role::analyst), bo = arrives("bo", access::Role::counsellor, care);
    const std::string evil = "=1+1\"><script>alert(1)</script>";
    auto typed = question();
    typed["groep"] = evil, typed["uitkomst"] = evil, typed["model"] = "";
    amira.get("/stroom/oordeel/vragen/nieuw");
    amira.submit("/stroom/oordeel/vragen", typed);
    ASSERT_EQ(amira.status(), 303);
    const std::string asked_at{amira.location()}, group = asked_at.substr(std::string{"/stroom/oordeel/vragen/"}.size(), 26);
    bo.get("/stroom/oordeel/groep/" + group);
    bo.submit("/stroom/oordeel/groep/" + group, {{"van-tien", "5"}});
    for (const std::string& path : {"/stroom/oordeel/groep/" + group, std::string{"/stroom/oordeel"}, std::string{"/stroom/oordeel/mijn"}}) {
        bo.get(path);
        EXPECT_EQ(bo.status(), 200);
        EXPECT_FALSE(bo.shows("<script>alert"));
    }
    amira.get("/stroom/oordeel/vragen");
    EXPECT_FALSE(amira.shows("<script>alert"));
    bo.get("/stroom/oordeel/mijn/csv");
    EXPECT_TRUE(bo.shows("'=1+1"));
    EXPECT_FALSE(bo.shows("\n\"=") || bo.shows("\n="));
}

TEST_P(OurJudgement, stays_closed_after_a_printed_code_and_for_who_left) {
    const base::Id group = asked();
    const auto now = std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(world.clock().now().time_since_epoch()).count());
    const auto later = std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>((world.clock().now() + std::chrono::hours{72}).time_since_epoch()).count());
    for (const auto& [name, becomes] : {std::pair<std::string, std::string>{"bo", "content_closed_until = " + later}, {"cas", "standing = 'left', left_at = " + now}}) {
        auto visitor = arrives(name, access::Role::counsellor, care);
        visitor.get(page_of(group));
        visitor.submit(page_of(group), {{"van-tien", "7"}});
        EXPECT_EQ(visitor.status(), 303);
        world.school().write_now([&](storage::Writes& writes) {
            const std::string sql = "UPDATE person SET " + becomes + " WHERE user_name = '" + name + "'";
            writes.run(storage::Query<0>{"test.become", sql, sql});
        });
        for (const std::string& path : {std::string{"/stroom/oordeel"}, page_of(group), std::string{"/stroom/oordeel/mijn"}, std::string{"/stroom/oordeel/mijn/csv"}}) {
            visitor.get(path);
            EXPECT_EQ(visitor.status(), 404) << name << path;
        }
    }
}

RC_GTEST_PROP(ByChance, HoldsEightOfTenGroups, ()) {
    const auto students = static_cast<std::uint32_t>(*rc::gen::inRange(10, 120));
    const double share = *rc::gen::inRange(0, 101) / 100.0;
    const ByChance chance = by_chance(share, students);
    RC_ASSERT(0 <= chance.low && chance.low <= chance.high && chance.high <= 10);
    double inside = 0;
    for (std::uint32_t happened = 0; happened <= students; ++happened) {
        const double of_ten = 10.0 * happened / students;
        double log_probability = 0;
        for (std::uint32_t at = 1; at <= happened; ++at) log_probability += std::log(static_cast<double>(students - happened + at) / at);
        const double probability = std::exp(log_probability) * std::pow(share, happened) * std::pow(1 - share, students - happened);
        if (of_ten >= chance.low - 1e-9 && of_ten <= chance.high + 1e-9) inside += probability;
    }
    RC_ASSERT(inside >= 0.8 - 1e-9);
}

}  // namespace
}  // namespace loopbaankaart::flow

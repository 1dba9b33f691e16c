// What teachers expect of groups, on its pages: who sees what, in which order, and what is never shown.
#include <rapidcheck/gtest.h>

#include "by_chance.hpp"
#include "trial_hunch_school.hpp"

namespace loopbaankaart::flow {
namespace {

class OurJudgement : public trial::HunchSchool {
protected:
    std::int64_t deeds(const std::string& deed) { return count("SELECT COUNT(*) FROM audit_entry WHERE deed = '" + deed + "'"); }
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

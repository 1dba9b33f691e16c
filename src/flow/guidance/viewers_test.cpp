// Whoever somebody is, whatever happened since: a figure of a student is seen by their own mentor, for a reason, within the hour; by the student; by nobody else.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "kept_of_me.hpp"
#include "trial_guidance.hpp"

namespace loopbaankaart::flow {
namespace {

using access::Role;

enum class Since { nothing, objected, answered_go_on, answered_stop, mentor_no_more, student_left, switched_off };

using RoleInClass = std::pair<Role, int>;  // in which of three classes; the third has the first one's name; 3: in none

// Who asks about whom, how long after the look, and what happened in between.
struct Case {
    std::vector<RoleInClass> roles, students;  // of who asks; of the student
    bool open, left, same_person, has_evidence;
    int minutes;
    Since since;
};
bool has(const std::vector<RoleInClass>& roles, Role role, int in) { return std::find(roles.begin(), roles.end(), RoleInClass{role, in}) != roles.end(); }

// Elements, not ranges: a range grows with the number of the case, and begins with nothing.
Case any_case() {
    Case one;
    const auto role = rc::gen::element(Role::counsellor, Role::counsellor, Role::counsellor, Role::student, Role::companion, Role::desk, Role::teamleader, Role::coordinator, Role::analyst, Role::administrator);
    const auto in = rc::gen::element(0, 0, 0, 1, 2, 3, 3);
    for (int left = *rc::gen::element(0, 1, 1, 2, 3); left > 0; --left) one.roles.push_back(*rc::gen::pair(role, in));
    one.students = *rc::gen::elementOf(std::vector<std::vector<RoleInClass>>{
        {{Role::student, 0}}, {{Role::student, 0}}, {{Role::student, 0}, {Role::student, 1}}, {{Role::student, 0}, {Role::student, 3}}, {{Role::companion, 0}, {Role::student, 1}}});
    one.open = *rc::gen::weightedElement<bool>({{9, true}, {1, false}});
    one.left = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
    one.same_person = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
    one.has_evidence = *rc::gen::weightedElement<bool>({{9, true}, {1, false}});
    one.minutes = *rc::gen::element(0, 1, 30, 59, 60, 61, 600);
    one.since = *rc::gen::element(Since::nothing, Since::nothing, Since::nothing, Since::objected, Since::answered_go_on, Since::answered_stop, Since::mentor_no_more, Since::student_left, Since::switched_off);
    return one;
}

// Said again here, apart from the queries: a class that both are in, one to teach and one to learn.
bool is_mentor(const Case& one) {
    if (!one.open || one.left || one.same_person) return false;
    return std::any_of(one.roles.begin(), one.roles.end(), [&](const RoleInClass& mine) { return mine.first == Role::counsellor && mine.second != 3 && has(one.students, Role::student, mine.second); });
}

class FigureViewers : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::GuidanceSchool all{GetParam()};
    std::array<base::Id, 3> classes{all.care, all.craft, all.team("Zorg 1a")};
    PersonSwitch on = all.turn_on();
    int made = 0;

    access::Viewer somebody(const std::string& name) {
        access::Viewer viewer{.person = all.world.id(), .name = name};
        all.school().write_now([&](storage::Writes& writes) {
            EXPECT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name}, {}, all.now()));
            access::set_password(writes, viewer.person, "hash", all.now());
        });
        return viewer;
    }
    void give(access::Viewer& viewer, Role role, int in) {
        viewer.roles.set(static_cast<std::size_t>(role));
        all.school().write_now([&](storage::Writes& writes) { access::add_role(writes, viewer.person, {role, in < 3 ? std::optional{classes[static_cast<std::size_t>(in)]} : std::nullopt}); });
    }
    void run(const std::string& sql) {
        all.school().write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{"test.since", sql, sql}); });
    }
    bool sees(const access::Viewer& viewer, const base::Id& look) { return all.sees(viewer, look).has_value(); }
    std::optional<Fit> own(const access::Viewer& viewer) {
        return all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), viewer, all.now()); });
    }

    void happen(const Case& one, const access::Viewer& viewer, const access::Viewer& student) {
        switch (one.since) {
            case Since::nothing: return;
            case Since::objected: all.objects(student); return;
            case Since::answered_go_on: EXPECT_EQ(all.answers(all.coordinator, all.objects(student), false), Answered::done); return;
            case Since::answered_stop: EXPECT_EQ(all.answers(all.coordinator, all.objects(student), true), Answered::done); return;
            case Since::mentor_no_more: return run("DELETE FROM person_role WHERE person = '" + viewer.person.text() + "' AND role = 'counsellor'");
            case Since::student_left: return run("UPDATE person SET standing = 'left' WHERE id = '" + student.person.text() + "'");
            case Since::switched_off: return run("UPDATE person_switch SET off_at = 1");
        }
    }
    void holds(const Case& one) {
        run("UPDATE person_switch SET off_at = NULL");
        const std::string number = std::to_string(++made);
        access::Viewer student = somebody("student" + number), classmate = somebody("klasgenoot" + number), viewer = somebody("kijker" + number);
        give(classmate, Role::student, 0);
        for (const auto& [role, in] : one.students) give(student, role, in);
        if (one.same_person) viewer = student;
        for (const auto& [role, in] : one.roles) give(viewer, role, in);
        viewer.content_open = one.open;
        if (one.left) viewer.reads_until = all.now() + std::chrono::days{9};
        std::vector<std::string> known{classmate.name};
        if (one.has_evidence) known.push_back(student.name);
        RC_ASSERT(all.bring(known));

        const SealedLook sealed = all.about(student), of_bo = all.about(student, "van een ander");
        const Looked looked = all.looks(viewer, sealed);
        RC_ASSERT(looked == (!is_mentor(one) ? Looked::not_yours : !one.has_evidence ? Looked::nothing_known : Looked::done));
        const bool of_bos = has(one.students, Role::student, 0) || (one.same_person && has(one.roles, Role::student, 0));
        RC_ASSERT(all.looks(all.bo, of_bo) == (!of_bos ? Looked::not_yours : !one.has_evidence ? Looked::nothing_known : Looked::done));
        const bool logged = looked == Looked::done;
        RC_ASSERT(sees(viewer, sealed.id) == logged);
        RC_ASSERT(!sees(viewer, of_bo.id) && !sees(viewer, all.world.id()));  // without a reason of their own

        happen(one, viewer, student);
        all.world.clock().advance(std::chrono::minutes{one.minutes});
        const bool stays = one.since == Since::nothing || one.since == Since::answered_go_on;
        RC_ASSERT(sees(viewer, sealed.id) == (logged && one.minutes < 60 && stays));
        RC_ASSERT(!sees(viewer, of_bo.id));
        for (const access::Viewer* other : {&classmate, &all.cas, &all.coordinator, &all.analyst, &all.administrator, &all.lead}) RC_ASSERT(!sees(*other, sealed.id));

        const bool is_on = one.since != Since::switched_off;
        RC_ASSERT(own(student).has_value() == (one.has_evidence && is_on && one.since != Since::answered_stop));
        RC_ASSERT(own(classmate).has_value() == is_on);
        if (!one.same_person) RC_ASSERT(!own(viewer));
        const auto told = all.read([&](storage::Reads& reads) { return looks_at_me(reads, all.vault(), student); });
        RC_ASSERT(told.size() == (is_on ? std::size_t{logged} + std::size_t{of_bos && one.has_evidence} : 0U));  // each look is read by who was looked at, and by nobody else
        for (const access::Viewer* other : {&classmate, &all.bo}) RC_ASSERT(all.read([&](storage::Reads& reads) { return looks_at_me(reads, all.vault(), *other); }).empty());
        const auto kept = all.read([&](storage::Reads& reads) { return kept_of_me(reads, all.vault(), viewer.person); });
        if (!one.same_person) RC_ASSERT(!kept.known && kept.looks.empty());  // nor do they take it along
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, FigureViewers, workbench::both, workbench::name);

TEST_P(FigureViewers, are_the_own_mentor_within_the_hour_the_student_and_nobody_else) {
    ASSERT_TRUE(keep_person_model(all.school(), trial::GuidanceSchool::learned(), all.now(), all.randomness));
    EXPECT_TRUE(rc::check("whoever they are, and whatever happened since", [&] { holds(any_case()); }));
}

}  // namespace
}  // namespace loopbaankaart::flow

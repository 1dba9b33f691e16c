// Off until somebody wrote down what for; then one student, seen by two people, and logged.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "fit_html.hpp"
#include "guidance_rows.hpp"
#include "trial_guidance.hpp"

namespace loopbaankaart::flow {

std::int64_t trial::GuidanceSchool::rows(std::string_view table) {
    const std::string sql = "SELECT COUNT(*) FROM " + std::string{table};
    std::int64_t count = 0;
    world.school().read([&](storage::Reads& reads) { reads.each(storage::Query<0>{"test.count", sql, sql}, [&](const storage::Row& row) { count = row.integer(0); }); });
    return count;
}

namespace {

class Guidance : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::GuidanceSchool all{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Guidance, workbench::both, workbench::name);

TEST_P(Guidance, is_off_until_a_coordinator_writes_down_what_for) {
    EXPECT_FALSE(all.read([](storage::Reads& reads) { return switched_on(reads); }));
    const auto on_by = [&](const access::Viewer& viewer, const PersonSwitch& on) { return all.write([&](storage::Writes& writes) { return switch_on(writes, viewer, on, all.now(), all.randomness); }); };
    for (const access::Viewer* viewer : {&all.administrator, &all.analyst, &all.bo, &all.lead, &all.amina}) EXPECT_EQ(on_by(*viewer, all.written()), Switched::not_yours);
    EXPECT_EQ(on_by(all.coordinator, all.written("vo")), Switched::not_for_vo);
    const PersonSwitch on = all.turn_on();
    EXPECT_EQ(on_by(all.coordinator, on), Switched::done) << "sent again";
    PersonSwitch other = on;
    other.help = "Iets anders";
    EXPECT_EQ(on_by(all.coordinator, other), Switched::already);
    EXPECT_EQ(on_by(all.coordinator, all.written()), Switched::already);
    EXPECT_EQ(all.read([](storage::Reads& reads) { return switched_on(reads); })->by_name, "coordinator");
    EXPECT_EQ(all.rows("audit_entry"), 1);
}

TEST_P(Guidance, takes_nothing_in_while_it_is_off) {
    EXPECT_FALSE(keep_person_model(all.school(), trial::GuidanceSchool::learned(), all.now(), all.randomness));
    EXPECT_FALSE(all.bring({"amina"}));
    EXPECT_EQ(all.rows("person_model") + all.rows("person_evidence"), 0);
}

TEST_P(Guidance, switched_off_is_gone_at_once_and_in_every_backup) {
    const PersonSwitch on = all.ready();
    const SealedLook sealed = all.about(all.amina);
    ASSERT_EQ(all.looks(all.bo, sealed), Looked::done);
    const auto model = all.read([&](storage::Reads& reads) { return kept_model(reads, all.vault()); });
    ASSERT_EQ(all.turn_off(on), Switched::done);
    EXPECT_EQ(all.rows("person_model") + all.rows("person_evidence"), 0);
    EXPECT_TRUE(all.vault().was_destroyed(model->id));
    EXPECT_TRUE(all.vault().was_removed("person_switch", on.id));
    EXPECT_FALSE(all.sees(all.bo, sealed.id));
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::not_yours);
    EXPECT_FALSE(all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.amina, all.now()); }));
    EXPECT_TRUE(all.read([&](storage::Reads& reads) { return looks_at_me(reads, all.vault(), all.amina); }).empty());
}

TEST_P(Guidance, off_is_off_whatever_lies_there) {
    all.ready();
    const SealedLook sealed = all.about(all.amina);
    ASSERT_EQ(all.looks(all.bo, sealed), Looked::done);
    const std::string sql = "UPDATE person_switch SET off_at = 1";
    all.school().write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{"test.off", sql, sql}); });
    EXPECT_FALSE(all.sees(all.bo, sealed.id));
    EXPECT_FALSE(all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.amina, all.now()); }));
    const auto brought = all.bring({"amina"});
    ASSERT_FALSE(brought);
    EXPECT_EQ(brought.error().code(), "flow.fit_is_off");
    EXPECT_EQ(all.rows("person_evidence"), 2);
}

TEST_P(Guidance, is_seen_by_the_own_mentor_for_an_hour_and_read_by_the_student) {
    all.ready();
    const SealedLook sealed = all.about(all.amina, "Over je keuze praten");
    ASSERT_EQ(all.looks(all.bo, sealed), Looked::done);
    EXPECT_EQ(all.looks(all.bo, sealed), Looked::done) << "sent again is one look";
    EXPECT_EQ(all.rows("person_look"), 1);
    const auto fit = all.sees(all.bo, sealed.id);
    ASSERT_TRUE(fit && fit->look.refused == NoScore::none);
    const auto mine = all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.amina, all.now()); });
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->look.chances, fit->look.chances) << "both see the same";
    EXPECT_EQ(fit->outcomes[fit->event], "left");
    ASSERT_FALSE(fit->otherwise.empty());
    for (const OtherwiseSaid& one : fit->otherwise) {
        EXPECT_TRUE(fit->inputs[one.input].changeable) << "never of what somebody cannot change";
        EXPECT_NE(one.value, fit->evidence.values[one.input]);
        EXPECT_NE(one.chances, fit->look.chances);
    }

    EXPECT_EQ(all.judges(all.bo, sealed.id, MentorVerdict::override_it, "Ik zie iets anders"), Judged::done);
    EXPECT_EQ(all.judges(all.bo, sealed.id, MentorVerdict::override_it, "Ik zie iets anders"), Judged::done);
    EXPECT_EQ(all.judges(all.bo, sealed.id, MentorVerdict::accept, "Toch niet"), Judged::already);
    const auto looks = all.read([&](storage::Reads& reads) { return looks_at_me(reads, all.vault(), all.amina); });
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks[0].viewer.name, "bo");
    EXPECT_EQ(looks[0].purpose, "Over je keuze praten");
    EXPECT_EQ(looks[0].reason, "Ik zie iets anders");
    EXPECT_TRUE(all.read([&](storage::Reads& reads) { return looks_at_me(reads, all.vault(), all.joris); }).empty());

    all.world.clock().advance(std::chrono::minutes{59});
    EXPECT_TRUE(all.sees(all.bo, sealed.id));
    all.world.clock().advance(std::chrono::minutes{1});
    EXPECT_FALSE(all.sees(all.bo, sealed.id)) << "then again, with a reason";
}

TEST_P(Guidance, lets_nobody_else_look) {
    all.ready();
    const SealedLook own = all.about(all.amina);
    ASSERT_EQ(all.looks(all.bo, own), Looked::done);
    access::Viewer closed = all.bo, gone = all.bo;
    closed.content_open = false, gone.reads_until = all.now() + std::chrono::days{9};
    for (const access::Viewer* viewer : {&all.cas, &all.lead, &all.coordinator, &all.analyst, &all.administrator, &all.joris, &all.amina, &all.fatma, &closed, &gone}) {
        EXPECT_EQ(all.looks(*viewer, all.about(all.amina)), Looked::not_yours) << viewer->name;
        EXPECT_FALSE(all.sees(*viewer, own.id)) << viewer->name;
        EXPECT_EQ(all.judges(*viewer, own.id, MentorVerdict::accept, "x"), Judged::not_yours) << viewer->name;
        EXPECT_FALSE(all.read([&](storage::Reads& reads) { return own_student(reads, *viewer, all.amina.person, all.now()); })) << viewer->name;
    }
    EXPECT_EQ(all.looks(all.bo, all.about(all.fatma)), Looked::not_yours) << "of another class";
    EXPECT_EQ(all.looks(all.cas, all.about(all.fatma)), Looked::nothing_known);
    EXPECT_EQ(all.rows("person_look"), 1);
}

TEST_P(Guidance, a_mentor_who_is_one_no_more_sees_nothing_more) {
    all.ready();
    const SealedLook sealed = all.about(all.amina);
    ASSERT_EQ(all.looks(all.bo, sealed), Looked::done);
    const std::string sql = "DELETE FROM person_role WHERE role = 'counsellor'";
    all.school().write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{"test.roles", sql, sql}); });
    EXPECT_FALSE(all.sees(all.bo, sealed.id));
}

TEST_P(Guidance, is_closed_by_an_objection_until_a_human_answers) {
    all.ready();
    const SealedLook before = all.about(all.amina);
    ASSERT_EQ(all.looks(all.bo, before), Looked::done);
    const base::Id objection = all.objects(all.amina, "Liever eerst praten");
    EXPECT_FALSE(all.sees(all.bo, before.id)) << "what was open closes";
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::closed);
    EXPECT_EQ(all.looks(all.bo, all.about(all.joris)), Looked::done);
    const SealedObjection another = prepare_objection(all.vault(), all.amina, all.world.id(), "Nog een");
    EXPECT_EQ(all.write([&](storage::Writes& writes) { return object(writes, all.vault(), all.amina, another, all.now(), all.randomness); }), Objected::already);
    for (const access::Viewer* viewer : {&all.bo, &all.analyst, &all.administrator, &all.joris, &all.amina}) EXPECT_EQ(all.answers(*viewer, objection, false), Answered::not_yours);

    EXPECT_EQ(all.answers(all.coordinator, objection, false, "We blijven helpen"), Answered::done);
    EXPECT_EQ(all.answers(all.coordinator, objection, false, "We blijven helpen"), Answered::done);
    EXPECT_EQ(all.answers(all.coordinator, objection, true, "Toch anders"), Answered::already);
    const auto mine = all.read([&](storage::Reads& reads) { return own_objections(reads, all.vault(), all.amina); });
    ASSERT_EQ(mine.size(), 1U);
    EXPECT_EQ(mine[0].answer, "We blijven helpen");
    EXPECT_EQ(mine[0].by_name, "coordinator");
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::done);
}

TEST_P(Guidance, that_was_stopped_for_a_student_never_comes_back) {
    all.ready();
    EXPECT_EQ(all.answers(all.coordinator, all.objects(all.amina), true), Answered::done);
    EXPECT_EQ(all.rows("person_evidence"), 1);
    const auto brought = all.bring({"amina", "joris"});
    ASSERT_TRUE(brought);
    EXPECT_EQ(brought->stopped, 1U);
    EXPECT_EQ(brought->kept, 1U);
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::closed);
}

TEST_P(Guidance, keeps_nothing_of_who_is_resolved_or_is_no_student_here) {
    all.ready();
    const auto brought = all.bring({"joris", "bo", "niemand"}, {"amina"});
    ASSERT_TRUE(brought);
    EXPECT_EQ(brought->kept, 1U);
    EXPECT_EQ(brought->ended, 1U);
    EXPECT_EQ(brought->unknown, 2U);
    EXPECT_EQ(brought->gone, 1U);
    EXPECT_EQ(all.rows("person_evidence"), 1);
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::nothing_known);
    EXPECT_FALSE(all.bring({"joris", "joris"})) << "twice in the file";
    all.world.clock().advance(evidence_good_for);
    EXPECT_EQ(all.looks(all.bo, all.about(all.joris)), Looked::nothing_known) << "too old";
}

TEST_P(Guidance, holds_no_plain_text_of_anybody) {
    all.ready();
    const SealedLook sealed = all.about(all.amina, "kanarie reden");
    ASSERT_EQ(all.looks(all.bo, sealed), Looked::done);
    ASSERT_EQ(all.judges(all.bo, sealed.id, MentorVerdict::accept, "kanarie oordeel"), Judged::done);
    ASSERT_EQ(all.answers(all.coordinator, all.objects(all.amina, "kanarie bezwaar"), false, "kanarie antwoord"), Answered::done);
    std::string bytes;
    for (const auto& [table, columns] : {std::pair{"person_evidence", "body"}, {"person_model", "body"}, {"person_look", "purpose, reason"}, {"person_objection", "words, answer"}}) {
        const std::string sql = std::string{"SELECT "} + columns + " FROM " + table;
        all.school().read([&](storage::Reads& reads) {
            reads.each(storage::Query<0>{"test.bytes", sql, sql}, [&](const storage::Row& row) {
                bytes += base::text_of(row.bytes(0));
                if (sql.find(',') != sql.npos) bytes += base::text_of(row.bytes(1));
            });
        });
    }
    EXPECT_GT(bytes.size(), 2'000U);
    for (const char* what : {"kanarie", "cook", "vmbo", "programme", "values", "grade"}) EXPECT_EQ(bytes.find(what), bytes.npos) << what;
}

TEST_P(Guidance, evidence_needs_both_the_model_and_the_student) {
    all.ready();
    const auto model = all.read([&](storage::Reads& reads) { return kept_model(reads, all.vault()); });
    all.vault().destroy(all.amina.person, all.now());
    EXPECT_FALSE(all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.amina, all.now()); }));
    EXPECT_TRUE(all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.joris, all.now()); }));
    all.vault().destroy(model->id, all.now());
    EXPECT_FALSE(all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.joris, all.now()); }));
    all.school().write_now([&](storage::Writes& writes) { erase_person(writes, all.amina.person); });
    EXPECT_EQ(all.rows("person_evidence"), 1);
}

TEST_P(Guidance, tells_how_often_mentors_see_it_otherwise_of_many_alone) {
    all.ready();
    const auto told = [&] { return all.read([](storage::Reads& reads) { return overrides(reads); }); };
    const std::string add = "INSERT INTO person_look (viewer, id, student, purpose, looked_at, model, brought_at, verdict) VALUES (";
    int made = 0;
    const auto verdicts = [&](int many, int mentors, const char* verdict) {
        all.school().write_now([&](storage::Writes& writes) {
            for (int one = 0; one < many; ++one, ++made) {
                const std::string sql = add + "'m" + std::to_string(one % mentors) + "', 'l" + std::to_string(made) + "', 's" + std::to_string(made) + "', '', 0, '', 0, '" + verdict + "')";
                writes.run(storage::Query<0>{"test.verdict", sql, sql});
            }
        });
    };
    verdicts(9, 5, "accept");
    EXPECT_FALSE(told());
    verdicts(3, 4, "accept");
    ASSERT_TRUE(told());
    EXPECT_EQ(told()->verdicts, 12U);
    verdicts(4, 5, "override");
    EXPECT_FALSE(told()) << "four of them would be found out";
    verdicts(6, 5, "override");
    ASSERT_TRUE(told());
    EXPECT_EQ(told()->overridden, 10U);
}

TEST_P(Guidance, of_a_few_mentors_tells_nothing) {
    all.ready();
    all.school().write_now([&](storage::Writes& writes) {
        for (int one = 0; one < 40; ++one) {
            const std::string sql = "INSERT INTO person_look (viewer, id, student, purpose, looked_at, model, brought_at, verdict) VALUES ('m" + std::to_string(one % 4) + "', 'l" + std::to_string(one) + "', 's" +
                                    std::to_string(one) + "', '', 0, '', 0, 'accept')";
            writes.run(storage::Query<0>{"test.few", sql, sql});
        }
    });
    EXPECT_FALSE(all.read([](storage::Reads& reads) { return overrides(reads); }));
}

RC_GTEST_PROP(OfHundred, sums_to_a_hundred_and_lies_near, ()) {
    auto chances = *rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(rc::gen::map(rc::gen::inRange(1, 1000), [](int one) { return one / 1000.0; })));
    double sum = 0;
    for (double one : chances) sum += one;
    for (double& one : chances) one /= sum;
    const auto whole = of_hundred(chances);
    int all_of_them = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        all_of_them += whole[at];
        RC_ASSERT(std::abs(whole[at] - 100 * chances[at]) <= 1.000001);
    }
    RC_ASSERT(all_of_them == 100);
}

RC_GTEST_PROP(EvidenceText, comes_back_the_same, (double number)) {
    const auto text = rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)), [](const std::string& typed) { return "é" + typed; });
    const std::string programme = *text, name = *text;
    const Evidence one{.programme = programme, .values = {Value{number}, Value{}, Value{name}}};
    const Evidence other = rows::evidence_in(rows::in_text(one));
    RC_ASSERT(other.programme == one.programme);
    RC_ASSERT(other.values == one.values);
}

}  // namespace
}  // namespace loopbaankaart::flow

// What keeps the expert system about one student in its bounds, each seen to fail when it is taken out by hand.
#include <gtest/gtest.h>

#include "guidance.sql.hpp"
#include "guidance_rows.hpp"
#include "kept_of_me.hpp"
#include "trial_guidance.hpp"

namespace loopbaankaart::flow {
namespace {

// Lets something happen between reading what is there and writing what was made of it.
class Meanwhile final : public base::Randomness {
public:
    explicit Meanwhile(std::function<void()> happens) : happens_{std::move(happens)} {}
    void fill(std::span<unsigned char> bytes) override {
        if (happens_) std::exchange(happens_, nullptr)();
        system_.fill(bytes);
    }

private:
    std::function<void()> happens_;
    base::SystemRandomness system_;
};

class GuidanceBounds : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::GuidanceSchool all{GetParam()};

    Objected objects(const access::Viewer& viewer, const base::Id& id, const std::string& words) {
        const SealedObjection sealed = prepare_objection(all.vault(), viewer, id, words);
        return all.write([&](storage::Writes& writes) { return object(writes, all.vault(), viewer, sealed, all.now(), all.randomness); });
    }
    void verdicts(int many, int students, const char* verdict) {
        all.school().write_now([&](storage::Writes& writes) {
            for (int one = 0; one < many; ++one) {
                const std::string number = std::to_string(one);
                const std::string sql = "INSERT INTO person_look (viewer, id, student, purpose, looked_at, model, brought_at, verdict) VALUES ('m" + std::to_string(one % 5) + "', '" + verdict + number + "', 's" +
                                        std::to_string(one % students) + "', '', 0, '', 0, '" + verdict + "')";
                writes.run(storage::Query<0>{"test.verdict", sql, sql});
            }
        });
    }
    // As another program learns one: nothing of the former went yet, and its key still lies in the memory of this one.
    base::Id learn_another() {
        const base::Id id = all.world.id();
        const base::Bytes body = all.vault().seal(id, rows::place_of_model(id), trial::GuidanceSchool::learned().model.text());
        all.school().write_now([&](storage::Writes& writes) { writes.run(query::keep_model, id, all.now() + std::chrono::seconds{1}, trial::GuidanceSchool::learned().card.json(), body); });
        return id;
    }
    // Nobody sees, hears or takes along anything that was made of what is known of Amina.
    void expect_refused(const char* why) {
        EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::nothing_known) << why;
        EXPECT_FALSE(all.read([&](storage::Reads& reads) { return own_fit(reads, all.vault(), all.amina, all.now()); })) << why;
        EXPECT_FALSE(all.read([&](storage::Reads& reads) { return kept_of_me(reads, all.vault(), all.amina.person); }).known) << why;
    }
    bool is_known_on_the_page() {
        return all.read([&](storage::Reads& reads) { return own_student(reads, all.bo, all.amina.person, all.now()); })->known;
    }
    void say_it_is_for(const base::Id& model) {
        const std::string sql = "UPDATE person_evidence SET model = '" + model.text() + "'";
        all.school().write_now([&](storage::Writes& writes) { writes.run(storage::Query<0>{"test.model", sql, sql}); });
    }
    std::optional<Overrides> told() {
        return all.read([](storage::Reads& reads) { return overrides(reads); });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, GuidanceBounds, workbench::both, workbench::name);

TEST_P(GuidanceBounds, one_id_is_one_look_for_one_reason_and_each_is_audited) {
    all.ready();
    const auto audited = all.rows("audit_entry");
    const base::Id id = all.world.id();
    ASSERT_EQ(all.looks(all.bo, prepare_look(all.vault(), id, all.amina.person, "Een gesprek")), Looked::done);
    EXPECT_EQ(all.rows("audit_entry"), audited + 1);
    EXPECT_EQ(all.looks(all.bo, prepare_look(all.vault(), id, all.amina.person, "Iets anders")), Looked::conflict);
    EXPECT_EQ(all.looks(all.bo, prepare_look(all.vault(), id, all.joris.person, "Een gesprek")), Looked::conflict);
    EXPECT_EQ(all.rows("person_look"), 1);
}

TEST_P(GuidanceBounds, what_is_known_lies_under_the_key_of_the_model_within_that_of_the_student) {
    all.ready();
    const auto model = all.read([&](storage::Reads& reads) { return kept_model(reads, all.vault()); });
    const std::string sql = "SELECT id, body FROM person_evidence WHERE student = '" + all.amina.person.text() + "'";
    base::Bytes inner;
    std::optional<base::Id> id;
    all.school().read([&](storage::Reads& reads) {
        reads.each(storage::Query<0>{"test.body", sql, sql}, [&](const storage::Row& row) {
            id = rows::id_in(row, 0);
            const std::string opened = all.vault().open(all.amina.person, rows::place_of_evidence(*id), row.bytes(1));
            inner.assign(opened.begin(), opened.end());
        });
    });
    EXPECT_NE(all.vault().open(model->id, rows::place_of_evidence(*id), inner).find("values"), std::string::npos);
    all.vault().destroy(model->id, all.now());
    EXPECT_THROW(all.vault().open(model->id, rows::place_of_evidence(*id), inner), storage::SealBroken);
}

TEST_P(GuidanceBounds, a_new_model_ends_the_former_and_all_that_was_brought_for_it) {
    all.ready();
    const auto former = all.read([&](storage::Reads& reads) { return kept_model(reads, all.vault()); });
    ASSERT_TRUE(keep_person_model(all.school(), trial::GuidanceSchool::learned(), all.now(), all.randomness));
    EXPECT_TRUE(all.vault().was_destroyed(former->id));
    EXPECT_EQ(all.rows("person_model"), 1);
    EXPECT_EQ(all.rows("person_evidence"), 0);
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::nothing_known);
}

TEST_P(GuidanceBounds, what_is_known_for_another_model_than_the_one_in_use_is_refused) {
    all.ready();
    const auto former = all.read([&](storage::Reads& reads) { return kept_model(reads, all.vault()); });
    const base::Id other = learn_another();
    ASSERT_EQ(all.read([&](storage::Reads& reads) { return kept_model(reads, all.vault()); })->id, other);
    expect_refused("it is of the former");
    EXPECT_FALSE(is_known_on_the_page()) << "no form for what would be refused";
    say_it_is_for(other);
    expect_refused("it says to be of this one, and lies under the key of the former");
    ASSERT_TRUE(all.bring({"amina", "joris"}));
    EXPECT_TRUE(is_known_on_the_page());
    ASSERT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::done);
    say_it_is_for(former->id);
    expect_refused("it would open, and says to be of the former");
    EXPECT_FALSE(is_known_on_the_page());
}

TEST_P(GuidanceBounds, what_is_brought_while_a_new_model_comes_is_refused) {
    all.ready();
    const auto brings = [&](const std::function<void()>& happens) {
        Meanwhile meanwhile{happens};
        const auto brought = all.bring({"amina", "joris"}, {}, meanwhile);
        return brought ? std::string{"kept"} : std::string{brought.error().code()};
    };
    EXPECT_EQ(brings([&] { learn_another(); }), "flow.fit_model_replaced") << "by another program";
    expect_refused("nothing came of it");
    EXPECT_EQ(brings([&] { EXPECT_TRUE(keep_person_model(all.school(), trial::GuidanceSchool::learned(), all.now() + std::chrono::minutes{1}, all.randomness)); }), "flow.fit_model_replaced") << "by this one";
    EXPECT_EQ(all.rows("person_evidence"), 0);
    EXPECT_EQ(brings([] {}), "kept");
    EXPECT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::done);
}

TEST_P(GuidanceBounds, is_switched_off_by_a_coordinator_alone) {
    const PersonSwitch on = all.ready();
    for (const access::Viewer* viewer : {&all.administrator, &all.analyst, &all.bo, &all.lead, &all.amina})
        EXPECT_EQ(all.write([&](storage::Writes& writes) { return switch_off(writes, *viewer, on.id, all.now(), all.randomness); }), Switched::not_yours);
    EXPECT_TRUE(all.read([](storage::Reads& reads) { return switched_on(reads); }));
}

TEST_P(GuidanceBounds, an_objection_is_of_a_student_who_is_here_and_says_one_thing) {
    all.ready();
    access::Viewer closed = all.amina, gone = all.amina;
    closed.content_open = false, gone.reads_until = all.now() + std::chrono::days{9};
    for (const access::Viewer* viewer : {&all.bo, &all.coordinator, &closed, &gone}) EXPECT_EQ(objects(*viewer, all.world.id(), "Liever niet"), Objected::not_yours);
    const base::Id id = all.world.id();
    EXPECT_EQ(objects(all.amina, id, "Liever niet"), Objected::done);
    EXPECT_EQ(objects(all.amina, id, "Liever niet"), Objected::done);
    EXPECT_EQ(objects(all.amina, id, "Iets anders"), Objected::already);
    EXPECT_EQ(objects(all.joris, id, "Liever niet"), Objected::already) << "the id of somebody else's";
    EXPECT_EQ(all.rows("person_objection"), 1);
}

TEST_P(GuidanceBounds, what_was_stopped_stays_out_of_a_backup_that_is_restored) {
    all.ready();
    std::optional<base::Id> evidence;
    const std::string sql = "SELECT id FROM person_evidence WHERE student = '" + all.amina.person.text() + "'";
    all.school().read([&](storage::Reads& reads) { reads.each(storage::Query<0>{"test.evidence", sql, sql}, [&](const storage::Row& row) { evidence = rows::id_in(row, 0); }); });
    ASSERT_EQ(all.answers(all.coordinator, all.objects(all.amina), true), Answered::done);
    EXPECT_TRUE(all.vault().was_removed(rows::evidence_table, *evidence));
}

TEST_P(GuidanceBounds, off_no_word_stands_anywhere_and_nobody_objects) {
    const PersonSwitch on = all.ready();
    ASSERT_EQ(all.looks(all.bo, all.about(all.amina)), Looked::done);
    all.objects(all.amina);
    ASSERT_TRUE(all.read([&](storage::Reads& reads) { return look_to_tell(reads, all.vault(), all.amina); }));
    ASSERT_EQ(all.turn_off(on), Switched::done);
    EXPECT_FALSE(all.read([&](storage::Reads& reads) { return look_to_tell(reads, all.vault(), all.amina); }));
    EXPECT_TRUE(all.read([&](storage::Reads& reads) { return own_objections(reads, all.vault(), all.amina); }).empty());
    EXPECT_EQ(objects(all.joris, all.world.id(), "Liever niet"), Objected::not_yours);
}

TEST_P(GuidanceBounds, verdicts_on_a_few_students_tell_nothing) {
    all.ready();
    verdicts(40, 9, "accept");
    EXPECT_FALSE(told());
}

TEST_P(GuidanceBounds, a_few_who_saw_it_the_same_tell_nothing) {
    all.ready();
    verdicts(12, 12, "override");
    ASSERT_TRUE(told());
    verdicts(5, 12, "accept");
    EXPECT_FALSE(told());
}

}  // namespace
}  // namespace loopbaankaart::flow

// When a theme stands on the wall, and when it does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "../removal.hpp"
#include "../trial_deeds.hpp"
#include "trial_themes.hpp"

namespace loopbaankaart::journey {

void trial::ThemesSchool::add_like_amina(const std::string& user_name) {
    constexpr storage::Query<2> same_password{"test.same_password", "INSERT INTO credential (person, kind, label, secret, set_at) SELECT ?1, kind, label, secret, set_at FROM credential WHERE person = ?2",
                                              "INSERT INTO credential (person, kind, label, secret, set_at) SELECT $1, kind, label, secret, set_at FROM credential WHERE person = $2"};
    const base::Id amina = id("amina"), person = world.id();
    write([&](storage::Writes& writes) {
        const access::RoleInTeam role = access::roles_of(writes, amina).back();
        const access::Person one{.id = person, .user_name = user_name, .name = "Persoon " + user_name, .email = {}, .standing = access::Standing::active};
        ASSERT_TRUE(access::add_person(writes, one, {{access::Role::student, role.team}}, world.clock().now()));
        writes.run(same_password, person, amina);
    });
}

namespace {

using namespace std::chrono_literals;

class Themes : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::ThemesSchool school{GetParam()};

    base::Id theme_of(int students) {
        const base::Id theme = school.begin();
        for (int student = 1; student <= students; ++student) school.joins(theme, student);
        return theme;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Themes, workbench::both, workbench::name);

TEST_P(Themes, of_ten_are_enough_and_of_nine_are_not) {
    const base::Id theme = theme_of(9);
    EXPECT_EQ(school.says(theme), Replied::too_few);
    EXPECT_FALSE(school.on_the_wall(theme));
    school.joins(theme, 10);
    EXPECT_FALSE(school.on_the_wall(theme)) << "it is said by somebody, not by itself";
    EXPECT_EQ(school.says(theme), Replied::done);
    EXPECT_TRUE(school.on_the_wall(theme));
}

TEST_P(Themes, go_when_one_takes_back_and_do_not_come_when_that_one_comes_back) {
    const base::Id theme = theme_of(10);
    school.says(theme);
    school.takes_back(4);
    EXPECT_FALSE(school.on_the_wall(theme));
    school.shares(4);
    EXPECT_FALSE(school.can_be_said(theme)) << "what was laid there before it was shared is laid there anew first";
    school.lays(theme, school.pick_of(4));
    EXPECT_TRUE(school.can_be_said(theme));
    EXPECT_FALSE(school.on_the_wall(theme));
    school.joins(theme, 11);
    EXPECT_FALSE(school.on_the_wall(theme)) << "and nobody else fills that place";
    school.says(theme);
    EXPECT_TRUE(school.on_the_wall(theme));
}

TEST_P(Themes, count_what_is_there_and_shared_with_staff_and_nothing_else) {
    const base::Id theme = theme_of(10);
    school.says(theme);
    ASSERT_TRUE(school.on_the_wall(theme));
    for (const char* standing : {"suspended", "left"}) {
        school.set_standing("s7", standing);
        EXPECT_FALSE(school.on_the_wall(theme)) << standing;
        school.set_standing("s7", "active");
        school.set_standing("counsellor", standing);
        EXPECT_FALSE(school.on_the_wall(theme)) << "its readers: " << standing;
        school.set_standing("counsellor", "active");
    }
    school.takes_from_under(theme, 2);
    EXPECT_FALSE(school.on_the_wall(theme));
    school.joins(theme, 2);
    school.says(theme);
    school.world.school().write_now([&](storage::Writes& writes) { throw_record_away(writes, school.thing_of(5), school.world.clock().now()); });
    EXPECT_FALSE(school.on_the_wall(theme)) << "in the bin";
}

TEST_P(Themes, count_students_and_not_answers_nor_staff) {
    const base::Id theme = theme_of(9);
    for (int again = 0; again < 3; ++again) {
        const Pick pick{school.id("s1"), school.answers("s1")};
        school.shares({"answer", pick.answer, pick.owner});
        school.lays(theme, pick);
    }
    for (const char* staff : {"teamleader", "companion"}) {
        const Pick pick{school.id(staff), school.answers(staff)};
        school.shares({"answer", pick.answer, pick.owner});
        school.lays(theme, pick);
    }
    school.lays(theme, school.pick_of(10));  // not shared
    school.shares(school.thing_of(11), "companion");  // with somebody who guides nobody
    school.lays(theme, school.pick_of(11));
    school.shares(school.thing_of(12), "counsellor", school.world.clock().now() + 1h);
    school.lays(theme, school.pick_of(12));
    EXPECT_TRUE(school.can_be_said(theme)) << "the tenth";
    school.says(theme);
    school.world.clock().advance(2h);
    EXPECT_FALSE(school.on_the_wall(theme)) << "until its day was past";
}

TEST_P(Themes, lose_who_is_erased_and_what_is_removed_for_good) {
    const base::Id theme = theme_of(12);
    school.says(theme);
    storage::School& store = school.world.school();
    store.write_now([&](storage::Writes& writes) { erase_person(writes, store, school.id("s1")); });
    EXPECT_EQ(trial::raw_columns(school.world, "theme_answer", {"owner"}).find(school.id("s1").text()), std::string::npos);
    remember_record_removal(store, school.thing_of(2), school.later());
    store.write_now([&](storage::Writes& writes) { remove_record(writes, store.media(), school.thing_of(2)); });
    EXPECT_EQ(trial::raw_columns(school.world, "theme_answer", {"answer"}).find(school.answer_of(2).text()), std::string::npos);
    EXPECT_TRUE(store.vault().was_removed("theme_answer", removal_of(school.id("s2"), school.answer_of(2)))) << "a restored backup leaves it out";
    EXPECT_TRUE(school.on_the_wall(theme));
    store.write_now([&](storage::Writes& writes) { erase_person(writes, store, school.id("s3")); });
    EXPECT_FALSE(school.on_the_wall(theme)) << "the tenth went";
}

TEST_P(Themes, lie_nowhere_in_the_clear_and_go_for_good) {
    const std::string canary = "goudvink-7141";
    const base::Id theme = school.begin("Meelopen met de " + canary);
    for (int student = 1; student <= 10; ++student) school.joins(theme, student);
    school.says(theme, "Wij regelen een " + canary);
    EXPECT_EQ(school.theme_of(theme)->reply, "Wij regelen een " + canary);
    EXPECT_EQ(trial::raw_columns(school.world, "answer_theme", {"id", "body", "change"}).find(canary), std::string::npos);
    end_theme(school.world.school(), theme, school.later());
    EXPECT_FALSE(school.theme_of(theme)) << "a program that stops here leaves noise, and no page that fails";
    EXPECT_FALSE(school.on_the_wall(theme));
    school.world.school().write_now([&](storage::Writes& writes) { remove_theme(writes, theme); });
    EXPECT_EQ(trial::raw_columns(school.world, "answer_theme", {"id"}) + trial::raw_columns(school.world, "theme_answer", {"theme"}), "");
}

TEST(AnswerTheme, has_a_name_and_a_reply_that_fit_on_the_wall) {
    base::SystemRandomness randomness;
    const base::Id id = base::Id::make(base::instant(1), randomness);
    const auto wrong = [&](const TypedTheme& typed, Typing what) {
        web::FieldErrors errors;
        read_theme(typed, id, what, errors);
        std::vector<std::string> fields;
        for (const web::FieldError& each : errors) fields.push_back(each.field);
        return fields;
    };
    EXPECT_EQ(wrong({"Meelopen", {}}, Typing::a_name), std::vector<std::string>{});
    EXPECT_EQ(wrong({" \n", {}}, Typing::a_name), std::vector<std::string>{"naam"});
    EXPECT_EQ(wrong({"Meelopen", " "}, Typing::a_reply), std::vector<std::string>{"woorden"});
    const std::string long_name(most_in_theme + 1, 'n'), long_reply(most_in_reply + 1, 'r');
    EXPECT_EQ(wrong({long_name, long_reply}, Typing::a_reply), (std::vector<std::string>{"naam", "woorden"}));
}

// ---- whatever twelve students and their staff do, in any order: what stands on the wall is what ten who were there when it was said still let be read

struct Model {
    std::set<int> shared, laid, said;  // said: who counted when it was said, and ever since
    bool answered = false;

    bool on_the_wall() const { return answered && said.size() >= fewest_students; }
    void goes(int student) { laid.erase(student), said.erase(student); }
};

enum class Deed { share, take_back, lay, take_from_under, join, say };

struct Walk {
    trial::ThemesSchool& school;
    base::Id theme;
    Model model = {};

    void all_join_but_the_last() {
        for (int student = 1; student < trial::ThemesSchool::students; ++student)
            if (model.shared.insert(student).second) school.shares(student);
        const base::Instant now = school.later();
        school.world.school().write_now([&](storage::Writes& writes) {
            for (int student : model.shared) lay_under(writes, theme, school.pick_of(student), now);
        });
        model.laid = model.shared;
    }

    // Gives whether a student did it.
    bool done(Deed deed, int student) {
        switch (deed) {
            case Deed::share:
                if (model.shared.insert(student).second) school.shares(student);
                return true;
            case Deed::take_back:
                school.takes_back(student);
                model.shared.erase(student);
                model.goes(student);
                return true;
            case Deed::join:
                done(Deed::share, student);
                return done(Deed::lay, student);
            case Deed::lay:
                school.lays(theme, school.pick_of(student));
                if (model.shared.contains(student)) model.laid.insert(student);
                return false;
            case Deed::take_from_under:
                school.takes_from_under(theme, student);
                model.goes(student);
                return false;
            case Deed::say: break;
        }
        const bool can = model.laid.size() >= fewest_students;
        EXPECT_EQ(school.says(theme), can ? Replied::done : Replied::too_few);
        if (can) model.said = model.laid, model.answered = true;
        return false;
    }
};

TEST_P(Themes, stand_on_the_wall_by_what_ten_still_let_be_read_and_nothing_a_student_does_puts_them_there) {
    std::set<int> shared;  // from one row of deeds to the next
    EXPECT_TRUE(rc::check([&] {
        Walk walk{school, school.begin(), {.shared = shared}};
        walk.all_join_but_the_last();
        for (const auto& [kind, at] : *trial::deeds(15, 12)) {
            // Saying and joining more often than the rest, else it is seldom on the wall.
            const Deed deed = kind < 6 ? static_cast<Deed>(kind) : kind < 10 ? Deed::join : kind < 14 ? Deed::say : Deed::take_back;
            const bool before = school.on_the_wall(walk.theme);
            const bool by_a_student = walk.done(deed, at % trial::ThemesSchool::students + 1);
            const bool after = school.on_the_wall(walk.theme);
            shared = walk.model.shared;
            RC_ASSERT(after == walk.model.on_the_wall());
            RC_ASSERT(!(by_a_student && after && !before));
            RC_ASSERT(school.can_be_said(walk.theme) == (walk.model.laid.size() >= fewest_students));
        }
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey

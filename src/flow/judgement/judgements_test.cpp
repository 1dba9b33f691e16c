// The order of time, and whose a judgement is.
#include <gtest/gtest.h>

#include <flow/flow.hpp>
#include <workbench/workbench.hpp>

namespace loopbaankaart::flow {
namespace {

std::vector<storage::Migration> judgement_migrations() {
    std::vector<storage::Migration> all;
    for (std::span<const storage::Migration> part : {access::schema(), schema()}) all.insert(all.end(), part.begin(), part.end());
    return all;
}

class Judgements : public ::testing::TestWithParam<workbench::Backend> {
protected:
    workbench::World world{GetParam(), judgement_migrations()};
    base::Id care = team("Zorg"), technique = team("Techniek");
    access::Viewer amira = person("amira", access::Role::analyst, {}), bo = person("bo", access::Role::counsellor, care), cas = person("cas", access::Role::counsellor, care);
    access::Viewer dee = person("dee", access::Role::counsellor, technique), eva = person("eva", access::Role::student, care);

    base::Id team(const std::string& name) {
        const base::Id id = world.id();
        world.school().write_now([&](storage::Writes& writes) { access::add_team(writes, {id, name}); });
        return id;
    }
    access::Viewer person(const std::string& name, access::Role role, std::optional<base::Id> team) {
        access::Viewer viewer{.person = world.id(), .name = name};
        viewer.roles.set(static_cast<std::size_t>(role));
        world.school().write_now([&](storage::Writes& writes) {
            ASSERT_TRUE(access::add_person(writes, {.id = viewer.person, .user_name = name, .name = name, .email = {}}, {{role, team}}, world.clock().now()));
        });
        return viewer;
    }
    template <typename Doing>
    auto write(Doing doing) {
        std::optional<decltype(doing(std::declval<storage::Writes&>()))> done;
        world.clock().advance(std::chrono::minutes{1});
        world.school().write_now([&](storage::Writes& writes) { done = doing(writes); });
        return std::move(*done);
    }
    template <typename Looking>
    auto read(Looking looking) {
        std::optional<decltype(looking(std::declval<storage::Reads&>()))> seen;
        world.school().read([&](storage::Reads& reads) { seen = looking(reads); });
        return std::move(*seen);
    }
    base::Instant now() { return world.clock().now(); }

    JudgedGroup care_2026(std::optional<double> model = 0.62) {
        return {.id = world.id(), .team = care, .name = "Verpleegkunde, begonnen in 2026", .outcome = "een diploma in vier jaar", .cohort = 2030, .students = 24, .model = model};
    }
    base::Id asked(const JudgedGroup& group) {
        EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, amira, group, now()); }), Asked::done);
        return group.id;
    }
    Said says(const access::Viewer& who, const base::Id& group, int of_ten) { return write([&](storage::Writes& writes) { return say(writes, who, group, of_ten, now()); }); }
    std::optional<double> looks(const access::Viewer& who, const base::Id& group) { return write([&](storage::Writes& writes) { return show_model(writes, who, group, now()); }); }
    Resolved comes_out(const base::Id& group, std::uint32_t students, std::uint32_t happened) {
        return write([&](storage::Writes& writes) { return resolve(writes, amira, group, students, happened, now()); });
    }
    std::vector<OwnHunch> own(const access::Viewer& who) { return read([&](storage::Reads& reads) { return own_hunches(reads, who); }); }
    std::vector<OpenGroup> open(const access::Viewer& who) { return read([&](storage::Reads& reads) { return open_groups(reads, who); }); }
    std::optional<TeamShown> shown(const access::Viewer& who, const base::Id& of) { return read([&](storage::Reads& reads) { return team_shown(reads, who, of); }); }
    std::int64_t rows(std::string_view table) {
        const std::string sql = "SELECT COUNT(*) FROM " + std::string{table};
        return read([&](storage::Reads& reads) { return *reads.first(storage::Query<0>{"test.count", sql, sql}, [](const storage::Row& row) { return row.integer(0); }); });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Judgements, workbench::both, workbench::name);

TEST_P(Judgements, CanChangeUntilTheModelWasSeenAndNotAfter) {
    const base::Id group = asked(care_2026());
    EXPECT_EQ(says(bo, group, 7), Said::done);
    EXPECT_EQ(says(bo, group, 8), Said::done);
    EXPECT_EQ(open(bo).front().of_ten, 8);
    // When Bo has seen what the model expects, then eight stands; for Cas, who has not, nothing changed.
    EXPECT_EQ(looks(bo, group), 0.62);
    EXPECT_EQ(says(bo, group, 6), Said::fixed);
    EXPECT_EQ(open(bo).front().of_ten, 8);
    EXPECT_TRUE(open(bo).front().saw_model);
    EXPECT_EQ(says(cas, group, 5), Said::done);
    EXPECT_FALSE(open(cas).front().saw_model);
    EXPECT_EQ(looks(bo, group), 0.62) << "looking again is looking";
}

TEST_P(Judgements, AreNotMadeByWhoLookedFirst) {
    const base::Id group = asked(care_2026());
    EXPECT_EQ(looks(bo, group), 0.62);
    EXPECT_EQ(says(bo, group, 6), Said::fixed);
    EXPECT_FALSE(open(bo).front().of_ten);
}

TEST_P(Judgements, OfWhoToldTheModelAreNotMade) {
    access::Viewer both = person("fay", access::Role::counsellor, care);
    both.roles.set(static_cast<std::size_t>(access::Role::coordinator));
    const JudgedGroup group = care_2026();
    EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, both, group, now()); }), Asked::done);
    EXPECT_EQ(says(both, group.id, 6), Said::fixed);
    const JudgedGroup without = care_2026(std::nullopt);
    EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, both, without, now()); }), Asked::done);
    EXPECT_EQ(says(both, without.id, 6), Said::done);
}

TEST_P(Judgements, AreFixedOnceItCameOut) {
    const base::Id group = asked(care_2026());
    EXPECT_EQ(says(bo, group, 7), Said::done);
    EXPECT_EQ(comes_out(group, 24, 15), Resolved::done);
    EXPECT_EQ(says(bo, group, 6), Said::fixed);
    EXPECT_EQ(says(cas, group, 6), Said::fixed);
    EXPECT_EQ(comes_out(group, 24, 24), Resolved::already_there);
    ASSERT_EQ(own(bo).size(), 1U);
    EXPECT_EQ(own(bo).front().hunch.of_ten, 7);
    EXPECT_EQ(own(bo).front().hunch.happened, 14U) << "six of ten: fifteen is kept by nobody";
    EXPECT_LT(own(bo).front().said, own(bo).front().resolved);
    EXPECT_TRUE(open(bo).empty());
}

TEST_P(Judgements, AreAboutGroupsAndNeverAboutOneStudent) {
    JudgedGroup one = care_2026();
    one.students = 9;
    EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, amira, one, now()); }), Asked::small_group);
    one.students = 10;
    EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, amira, one, now()); }), Asked::done);
    EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, amira, one, now()); }), Asked::already_there);
    JudgedGroup odd = care_2026(1.2);
    EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, amira, odd, now()); }), Asked::not_a_share);
    EXPECT_EQ(says(bo, one.id, 11), Said::not_so_many);
    EXPECT_EQ(says(bo, one.id, -1), Said::not_so_many);
    EXPECT_EQ(comes_out(one.id, 9, 3), Resolved::not_a_number) << "nor does it come out of so few";
    EXPECT_EQ(comes_out(one.id, 10, 11), Resolved::not_a_number);
    EXPECT_EQ(rows("judged_group"), 1);
}

TEST_P(Judgements, AreOfTheStaffOfThatTeam) {
    const base::Id group = asked(care_2026());
    for (const access::Viewer& other : {dee, eva, amira}) {
        EXPECT_EQ(says(other, group, 7), Said::not_yours) << other.name;
        EXPECT_FALSE(looks(other, group)) << other.name;
        EXPECT_TRUE(open(other).empty()) << other.name;
    }
    EXPECT_EQ(says(bo, world.id(), 7), Said::not_yours) << "what is not there";
    for (const access::Viewer& other : {bo, dee, eva}) {
        EXPECT_EQ(write([&](storage::Writes& writes) { return ask(writes, other, care_2026(), now()); }), Asked::not_yours) << other.name;
        EXPECT_EQ(write([&](storage::Writes& writes) { return resolve(writes, other, group, 24, 3, now()); }), Resolved::not_yours) << other.name;
    }
    access::Viewer gone = bo;
    gone.reads_until = now() + std::chrono::days{30};
    EXPECT_EQ(says(gone, group, 7), Said::not_yours) << "who left adds nothing";
    EXPECT_EQ(rows("hunch"), 0);
    EXPECT_EQ(rows("model_look"), 1) << "of who told the model";
}

TEST_P(Judgements, OfAGroupNeverCarryTheModelBeforeItIsAsked) {
    asked(care_2026());
    ASSERT_EQ(open(bo).size(), 1U);
    EXPECT_FALSE(open(bo).front().group.model);
    EXPECT_EQ(rows("model_look"), 1) << "a list is no look";
}

TEST_P(Judgements, AreReadBackByWhoMadeThemAndNobodyElse) {
    const base::Id group = asked(care_2026());
    says(bo, group, 7), says(cas, group, 3);
    comes_out(group, 24, 15);
    ASSERT_EQ(own(bo).size(), 1U);
    EXPECT_EQ(own(bo).front().hunch.of_ten, 7);
    EXPECT_EQ(own(cas).front().hunch.of_ten, 3);
    for (const access::Viewer& other : {amira, dee, eva}) EXPECT_TRUE(own(other).empty()) << other.name;
    const auto classes = read([&](storage::Reads& reads) { return own_calibration(reads, bo); });
    ASSERT_EQ(classes.size(), 1U);
    EXPECT_EQ(classes.front().judgements, 1U);
    access::Viewer closed = bo;
    closed.content_open = false;
    EXPECT_TRUE(own(closed).empty()) << "after a printed code own things stay closed";
}

TEST_P(Judgements, OfATeamAreShownByTheRuleOnly) {
    // Given five teachers of whom each says something of forty groups, one group short.
    std::vector<access::Viewer> five{bo, cas};
    for (const char* name : {"gerda", "hans", "ilse"}) five.push_back(person(name, access::Role::counsellor, care));
    const auto year = [&](int first, int last) {
        write([&](storage::Writes& writes) {
            for (int at = first; at < last; ++at) {
                JudgedGroup group = care_2026(0.5);
                group.cohort = 2020 + at % 4;
                ask(writes, amira, group, now());
                for (const access::Viewer& teacher : five) say(writes, teacher, group.id, 3 + at % 5, now());
                resolve(writes, amira, group.id, 20, static_cast<std::uint32_t>(2 * (3 + at % 5) + at % 3 - 1), now());
            }
            return true;
        });
    };
    year(0, 39);
    ASSERT_TRUE(shown(bo, care));
    EXPECT_EQ(shown(bo, care)->result.silence, TeamSilence::few_judgements);
    EXPECT_EQ(shown(bo, care)->result.judgements, 0U);
    EXPECT_TRUE(shown(bo, care)->result.classes.empty());
    EXPECT_EQ(shown(bo, care)->both.silence, TeamSilence::few_judgements);
    // When the fortieth came out, then the team has a result, for its staff and for who keeps figures.
    year(39, 40);
    EXPECT_EQ(shown(bo, care)->result.silence, TeamSilence::none);
    EXPECT_EQ(shown(amira, care)->result.judgements, 200U);
    EXPECT_EQ(shown(amira, care)->result.teachers, 5U);
    EXPECT_EQ(shown(amira, care)->both.cohorts, 4U);
    EXPECT_FALSE(shown(dee, care));
    EXPECT_FALSE(shown(eva, care)) << "who learns in a team is not its staff";
    access::Viewer gone = bo;
    gone.reads_until = now() + std::chrono::days{30};
    EXPECT_FALSE(shown(gone, care));
    // When one teacher is forgotten, the rule holds for what remains.
    write([&](storage::Writes& writes) { return erase_person(writes, cas.person), true; });
    EXPECT_EQ(shown(bo, care)->result.silence, TeamSilence::few_judgements);
}

TEST_P(Judgements, GoWithWhoMadeThem) {
    const base::Id group = asked(care_2026());
    says(bo, group, 7), says(cas, group, 3), looks(bo, group), looks(cas, group);
    write([&](storage::Writes& writes) { return erase_person(writes, bo.person), true; });
    EXPECT_TRUE(own(bo).empty());
    EXPECT_EQ(rows("hunch"), 1);
    EXPECT_EQ(rows("model_look"), 2) << "of Cas, and of who told the model";
    EXPECT_EQ(rows("judged_group"), 1);
    std::vector<std::string> tables;
    for (const storage::Erasable& one : judgements_erasable())
        if (one.holder_column == "person") tables.push_back(one.table);
    EXPECT_EQ(tables, (std::vector<std::string>{"hunch", "model_look"})) << "and a restored backup leaves them out";
}

}  // namespace
}  // namespace loopbaankaart::flow

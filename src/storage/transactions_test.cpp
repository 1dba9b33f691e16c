// Snapshots, group commit, and what happens when one write of many goes wrong.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <latch>
#include <thread>

#include <workbench/workbench.hpp>

namespace loopbaankaart::storage {

namespace {

using ::testing::ElementsAre;

constexpr Migration make_steps{1, "make_steps", R"(
CREATE TABLE road (
    id TEXT PRIMARY KEY -- of the road
);
CREATE TABLE step (
    id TEXT PRIMARY KEY, -- of the step
    road TEXT REFERENCES road (id) DEFERRABLE INITIALLY DEFERRED -- checked when it is committed
);
)"};

constexpr Query<2> insert_step{"test.insert_step", "INSERT INTO step (id, road) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
                          "INSERT INTO step (id, road) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING"};
constexpr Query<1> insert_strict{"test.insert_strict", "INSERT INTO step (id) VALUES (?1)", "INSERT INTO step (id) VALUES ($1)"};
constexpr Query<0> all_steps{"test.steps", "SELECT id FROM step ORDER BY id", "SELECT id FROM step ORDER BY id"};

struct Stumbled : std::exception {};

class Transactions : public ::testing::TestWithParam<workbench::Backend> {
protected:
    std::vector<std::string> steps() {
        std::vector<std::string> found;
        world.school().read([&](Reads& reads) { found = reads.all(all_steps, [](const Row& row) { return row.string(0); }); });
        return found;
    }
    // Keeps the writer busy until the latch opens, so that what is written meanwhile is committed together.
    void hold_writer(std::latch& open) {
        started_.emplace(1);
        world.school().write([this, &open](Writes&) { started_->count_down(), open.wait(); }, [](const Failure&) {});
        started_->wait();
    }
    std::optional<std::latch> started_;
    workbench::World world{GetParam(), {make_steps}};
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Transactions, workbench::both, workbench::name);

TEST_P(Transactions, ALoadIsWholeAndInOrder) {
    world.school().load([](Writes& writes) {
        for (int at = 0; at < 1'000; ++at) writes.run_soon(insert_step, fmt::format("{:04}", at), nullptr);
        const auto id = [](const Row& row) { return row.string(0); };
        EXPECT_EQ(writes.all(all_steps, id).size(), 1'000u) << "what was sent before a question is there when it is answered";
        writes.run_soon(insert_step, "na", nullptr);
    });
    EXPECT_EQ(steps().size(), 1'001u);
}

TEST_P(Transactions, AMistakeAnywhereInALoadUndoesAllOfIt) {
    for (const int wrong : {1, 199, 200, 450}) {
        const auto load = [&](Writes& writes) {
            for (int at = 0; at < 451; ++at) writes.run_soon(insert_strict, at == wrong ? "0" : std::to_string(at));
        };
        EXPECT_THROW(world.school().load(load), Broken);
        EXPECT_THAT(steps(), ElementsAre());
    }
    world.school().write_now([](Writes& writes) { writes.run_soon(insert_step, "goed", nullptr); });
    EXPECT_THAT(steps(), ElementsAre("goed"));
}

TEST_P(Transactions, AReaderSeesOneMoment) {
    world.school().write_now([](Writes& writes) { writes.run(insert_step, "a", nullptr); });
    world.school().read([&](Reads& reads) {
        const auto id = [](const Row& row) { return row.string(0); };
        EXPECT_THAT(reads.all(all_steps, id), ElementsAre("a"));
        world.school().write_now([](Writes& writes) { writes.run(insert_step, "b", nullptr); });
        EXPECT_THAT(reads.all(all_steps, id), ElementsAre("a"));
    });
    EXPECT_THAT(steps(), ElementsAre("a", "b"));
}

TEST_P(Transactions, AReadThatThrowsLeavesNothingBehind) {
    EXPECT_THROW(world.school().read([](Reads&) { throw Stumbled{}; }), Stumbled);
    EXPECT_THAT(steps(), ElementsAre());
}

TEST_P(Transactions, AReadCannotChangeAnything) {
    EXPECT_THROW(world.school().read([](Reads& reads) { reads.each(insert_step, [](const Row&) {}, "a", nullptr); }), Broken);
    EXPECT_THAT(steps(), ElementsAre());
    world.school().write_now([](Writes& writes) { writes.run(insert_step, "b", nullptr); });
    EXPECT_THAT(steps(), ElementsAre("b"));
}

TEST_P(Transactions, AReadCannotAskNonsense) {
    constexpr Query<0> nonsense{"test.nonsense", "SELECT id FROM nowhere", "SELECT id FROM nowhere"};
    EXPECT_THROW(world.school().read([&](Reads& reads) { reads.each(nonsense, [](const Row&) {}); }), Broken);
    EXPECT_THAT(steps(), ElementsAre());
}

TEST_P(Transactions, WhatThrowsUndoesOnlyItself) {
    std::latch open{1}, done{5};
    std::vector<std::string> failed;
    hold_writer(open);
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        const bool stumbles = *id == 'b' || *id == 'd';
        world.school().write(
            [id, stumbles](Writes& writes) {
                writes.run(insert_step, id, nullptr);
                if (*id == 'd') writes.run(insert_strict, "d");  // the database itself refuses
                if (stumbles) throw Stumbled{};
            },
            [&, id](const Failure& failure) {
                if (failure) failed.emplace_back(id);
                done.count_down();
            });
    }
    open.count_down();
    done.wait();
    EXPECT_THAT(failed, ElementsAre("b", "d"));
    EXPECT_THAT(steps(), ElementsAre("a", "c", "e"));
}

TEST_P(Transactions, WritesHappenInTheOrderTheyCame) {
    std::latch open{1}, done{2000};
    std::vector<int> order;
    hold_writer(open);
    for (int number = 0; number < 2000; ++number)
        world.school().write([number](Writes& writes) { writes.run(insert_step, fmt::format("{:04}", number), nullptr); },
                             [&, number](const Failure& failure) {
                                 EXPECT_FALSE(failure);
                                 order.push_back(number);
                                 done.count_down();
                             });
    open.count_down();
    done.wait();
    EXPECT_TRUE(std::ranges::is_sorted(order));
    EXPECT_EQ(order.size(), 2000U);
    EXPECT_EQ(steps().size(), 2000U);
}

TEST_P(Transactions, AFailingCommitFailsItsBatchOnly) {
    std::latch open{1}, done{3};
    int failures = 0;
    hold_writer(open);
    for (const auto& [id, road] : {std::pair{"a", ""}, {"b", "nowhere"}, {"c", ""}})
        world.school().write(
            [id, road](Writes& writes) { writes.run(insert_step, id, *road == '\0' ? std::optional<std::string>{} : road); },
            [&](const Failure& failure) {
                if (failure) ++failures;
                done.count_down();
            });
    open.count_down();
    done.wait();
    EXPECT_EQ(failures, 3) << "a step onto a road that is not there is found out at the commit of them all";
    EXPECT_THAT(steps(), ElementsAre());

    world.school().write_now([](Writes& writes) { writes.run(insert_step, "after", nullptr); });
    EXPECT_THAT(steps(), ElementsAre("after"));
}

TEST_P(Transactions, AWriteThatHidesItsMistakeIsNotCalledASuccessWhenNothingWasKept) {
    std::latch open{1}, done{2};
    std::vector<bool> failed(2);
    hold_writer(open);
    for (const int number : {0, 1})
        world.school().write(
            [](Writes& writes) {
                writes.run(insert_step, "a", nullptr);
                EXPECT_THROW(writes.run(insert_strict, "a"), Broken);
            },
            [&, number](const Failure& failure) {
                failed[static_cast<std::size_t>(number)] = failure != nullptr;
                done.count_down();
            });
    open.count_down();
    done.wait();
    // SQLite undoes one statement, PostgreSQL the whole write; what is told is what happened.
    EXPECT_EQ(failed[0], steps().empty());
    EXPECT_EQ(failed[1], steps().empty());
}

TEST_P(Transactions, TheSameIdTwiceIsOneThing) {
    std::latch done{64};
    std::atomic<int> made = 0;
    for (int time = 0; time < 64; ++time)
        world.school().write([&](Writes& writes) { made += static_cast<int>(writes.run(insert_step, "same", nullptr)); },
                             [&](const Failure& failure) {
                                 EXPECT_FALSE(failure);
                                 done.count_down();
                             });
    done.wait();
    EXPECT_EQ(made, 1);
    EXPECT_THAT(steps(), ElementsAre("same"));
}

TEST_P(Transactions, ManyThreadsReadAndWrite) {
    constexpr int people = 8, each = 25;
    std::vector<std::thread> threads;
    for (int person = 0; person < people; ++person)
        threads.emplace_back([this, person] {
            for (int number = 0; number < each; ++number) {
                world.school().write_now([&](Writes& writes) { writes.run(insert_step, fmt::format("{}-{:02}", person, number), nullptr); });
                const std::vector<std::string> seen = steps();
                EXPECT_TRUE(std::ranges::binary_search(seen, fmt::format("{}-{:02}", person, number))) << "one reads one's own write";
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(steps().size(), static_cast<std::size_t>(people * each));
}

TEST_P(Transactions, WaitingWritesAreFinishedBeforeTheStorageCloses) {
    std::atomic<int> answered = 0;
    for (int number = 0; number < 300; ++number)
        world.school().write([number](Writes& writes) { writes.run(insert_step, fmt::format("{:03}", number), nullptr); },
                             [&](const Failure& failure) { answered += failure ? 0 : 1; });
    world.reopen();
    EXPECT_EQ(answered, 300);
    EXPECT_EQ(steps().size(), 300U);
}

TEST_P(Transactions, ASchoolThatIsHeldOutlivesTheStorageButWritesNoMore) {
    const auto school = world.shared_school();
    world.close();
    EXPECT_THROW(school->write_now([](Writes& writes) { writes.run(insert_step, "late", nullptr); }), Broken);
    EXPECT_NO_THROW(school->read([](Reads& reads) { reads.each(all_steps, [](const Row&) {}); }));
}

TEST_P(Transactions, ALoadIsThereWholeOrNotAtAll) {
    const auto fill = [](Writes& writes, int count) {
        for (int number = 0; number < count; ++number) writes.run(insert_step, fmt::format("{:05}", number), nullptr);
    };
    EXPECT_THROW(world.school().load([&](Writes& writes) { fill(writes, 100), throw Stumbled{}; }), Stumbled);
    EXPECT_THAT(steps(), ElementsAre());
    world.school().load([&](Writes& writes) { fill(writes, 5'000); });
    world.school().write_now([](Writes& writes) { writes.run(insert_step, "after", nullptr); });
    world.reopen();
    EXPECT_EQ(steps().size(), 5'001U);
}

}  // namespace

}  // namespace loopbaankaart::storage

// Given a school on either database, when values of every kind are written, then they come back the same.
#include <rapidcheck.h>

#include <limits>

#include <workbench/workbench.hpp>

namespace loopbaankaart::storage {

namespace {

constexpr Migration make_values{1, "make_values", R"(
CREATE TABLE kept_value (
    id TEXT PRIMARY KEY,   -- of the value
    words TEXT,            -- any text without NUL
    number BIGINT,         -- any whole number of 64 bits
    share DOUBLE PRECISION,-- any finite number
    raw BYTEA              -- any bytes
);
)"};

constexpr Query<5> insert{"test.insert_value",
                          "INSERT INTO kept_value (id, words, number, share, raw) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING",
                          "INSERT INTO kept_value (id, words, number, share, raw) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING"};
constexpr Query<1> select{"test.value", "SELECT words, number, share, raw FROM kept_value WHERE id = ?1",
                          "SELECT words, number, share, raw FROM kept_value WHERE id = $1"};
constexpr Query<0> sum{"test.sum", "SELECT SUM(number), COUNT(*), AVG(share) FROM kept_value",
                       "SELECT SUM(number), COUNT(*), AVG(share) FROM kept_value"};
constexpr Query<0> empty{"test.empty", "DELETE FROM kept_value", "DELETE FROM kept_value"};

struct Value {
    std::optional<std::string> words;
    std::optional<std::int64_t> number;
    std::optional<double> share;
    std::optional<base::Bytes> raw;
    bool operator==(const Value&) const = default;
};

class Values : public ::testing::TestWithParam<workbench::Backend> {
protected:
    // Writes the value in one transaction and reads it in another.
    Value there_and_back(const Value& value) {
        const base::Id id = world.id();
        world.school().write_now([&](Writes& writes) { writes.run(insert, id, value.words, value.number, value.share, value.raw); });
        std::optional<Value> found;
        world.school().read([&](Reads& reads) { found = reads.first(select, value_of, id); });
        return found.value();
    }
    static Value value_of(const Row& row) {
        Value value;
        if (!row.null(0)) value.words = row.string(0);
        if (!row.null(1)) value.number = row.integer(1);
        if (!row.null(2)) value.share = row.real(2);
        if (!row.null(3)) value.raw = base::Bytes{row.bytes(3).begin(), row.bytes(3).end()};
        return value;
    }
    workbench::World world{GetParam(), {make_values}};
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Values, workbench::both, workbench::name);

TEST_P(Values, NothingIsNotTheSameAsEmpty) {
    EXPECT_EQ(there_and_back({}), Value{});
    const Value empty_value{"", 0, 0.0, base::Bytes{}};
    EXPECT_EQ(there_and_back(empty_value), empty_value);
}

TEST_P(Values, LimitsComeBack) {
    using Whole = std::numeric_limits<std::int64_t>;
    using Real = std::numeric_limits<double>;
    for (const auto& [number, share] : {std::pair{Whole::min(), Real::lowest()}, {Whole::max(), Real::max()}, {-1L, Real::denorm_min()}}) {
        const Value value{"Ẅén 🗺", number, share, base::Bytes{0, 255, 0}};
        EXPECT_EQ(there_and_back(value), value);
    }
}

TEST_P(Values, HugeTextAndBytesComeBack) {
    const Value value{std::string(5'000'000, 'w'), 1, 0.1, base::Bytes(5'000'000, 0)};
    EXPECT_EQ(there_and_back(value), value);
}

TEST_P(Values, AnythingComesBack) {
    const auto holds = rc::check("values come back", [&] {
        const auto words = *rc::gen::maybe(rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)));
        const auto raw = *rc::gen::maybe(rc::gen::container<base::Bytes>(rc::gen::arbitrary<unsigned char>()));
        const Value value{words ? std::optional{*words} : std::nullopt, *rc::gen::arbitrary<std::int64_t>(), *rc::gen::arbitrary<double>(),
                          raw ? std::optional{*raw} : std::nullopt};
        RC_ASSERT(there_and_back(value) == value);
    });
    EXPECT_TRUE(holds);
}

TEST_P(Values, SumsAreTheSameOnBoth) {
    world.school().write_now([&](Writes& writes) {
        writes.run(insert, "a", nullptr, std::int64_t{4'000'000'000'000'000'001}, 1.5, nullptr);
        writes.run(insert, "b", nullptr, std::int64_t{-1'000'000'000'000'000'002}, 2.5, nullptr);
    });
    world.school().read([&](Reads& reads) {
        reads.each(sum, [](const Row& row) {
            EXPECT_EQ(row.integer(0), 2'999'999'999'999'999'999);
            EXPECT_EQ(row.integer(1), 2);
            EXPECT_DOUBLE_EQ(row.real(2), 2.0);
        });
    });
}

TEST_P(Values, CountsWhatChanged) {
    world.school().write_now([&](Writes& writes) {
        EXPECT_EQ(writes.run(insert, "a", "Wensboom", 1, 1.0, nullptr), 1);
        EXPECT_EQ(writes.run(insert, "a", "Haven", 2, 2.0, nullptr), 0) << "the same id again";
        EXPECT_EQ(writes.run(insert, "b", "Haven", 2, 2.0, nullptr), 1);
        EXPECT_EQ(writes.run(empty), 2);
        EXPECT_EQ(writes.run(empty), 0);
    });
}

TEST_P(Values, ABrokenTextIsRefusedOrKeptWhole) {
    const std::string with_nul{"een\0twee", 8};
    try {
        EXPECT_EQ(there_and_back({with_nul, {}, {}, {}}).words, with_nul);
    } catch (const Broken&) {
        EXPECT_EQ(GetParam(), workbench::Backend::postgresql) << "only PostgreSQL has no NUL in text";
    }
}

TEST_P(Values, AQuestionInsideAnAnswerIsAnswered) {
    world.school().write_now([&](Writes& writes) {
        writes.run(insert, "a", "b", nullptr, nullptr, nullptr);
        writes.run(insert, "b", "c", nullptr, nullptr, nullptr);
    });
    std::vector<std::string> met;
    world.school().read([&](Reads& reads) {
        reads.each(select, [&](const Row& row) {
            met.push_back(row.string(0));
            reads.each(select, [&](const Row& inner) { met.push_back(inner.string(0)); }, met.front());
        }, "a");
    });
    EXPECT_EQ(met, (std::vector<std::string>{"b", "c"}));
}

}  // namespace

}  // namespace loopbaankaart::storage

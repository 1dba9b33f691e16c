// For tests: a table with every kind of value, and an installation that begins again elsewhere with the same key.
#pragma once

#include <algorithm>
#include <cstring>

#include <workbench/workbench.hpp>

#include "../keys/trial_keys.hpp"

namespace loopbaankaart::storage {

inline const std::vector<Migration> things_migration{{1, "things", R"(
CREATE TABLE kept_thing (
    id TEXT NOT NULL PRIMARY KEY, -- the thing
    owner TEXT NOT NULL,          -- who keeps it
    words BYTEA,                  -- sealed
    title TEXT,                   -- clear
    weight DOUBLE PRECISION,      -- any number
    amount BIGINT,                -- any whole number
    picture TEXT                  -- a file
);
CREATE TABLE empty_shelf (
    id TEXT NOT NULL PRIMARY KEY  -- nothing
);
CREATE TABLE visitor_now (
    id TEXT NOT NULL PRIMARY KEY  -- who is in at this moment
);
)"}};

inline const std::vector<Erasable> things_erasable{
    {.table = "kept_thing", .id_column = "id", .holder_column = "owner", .media_column = "picture", .other_column = "title"},
    {.table = "visitor_now", .of_the_moment = true}};

struct Thing {
    base::Id id, owner;
    std::optional<base::Bytes> words;
    std::optional<std::string> title;
    std::optional<double> weight;
    std::optional<std::int64_t> amount;
    std::optional<base::Id> picture;
};

// Bit by bit: a number that is none equals itself.
inline bool operator==(const Thing& one, const Thing& other) {
    const auto same = [](double left, double right) { return std::memcmp(&left, &right, sizeof left) == 0; };
    return one.id == other.id && one.owner == other.owner && one.words == other.words && one.title == other.title &&
           one.weight.has_value() == other.weight.has_value() && same(one.weight.value_or(0), other.weight.value_or(0)) &&
           one.amount == other.amount && one.picture == other.picture;
}

inline std::vector<Thing> things_in(School& school) {
    constexpr std::string_view select = "SELECT id, owner, words, title, weight, amount, picture FROM kept_thing";
    constexpr Query<0> every_thing{"test.every_thing", select, select};
    std::vector<Thing> things;
    school.read([&](Reads& reads) {
        reads.each(every_thing, [&](const Row& row) {
            Thing thing{*base::Id::parse(row.text(0)), *base::Id::parse(row.text(1)), {}, {}, {}, {}, {}};
            if (!row.null(2)) thing.words.emplace(row.bytes(2).begin(), row.bytes(2).end());
            if (!row.null(3)) thing.title = row.string(3);
            if (!row.null(4)) thing.weight = row.real(4);
            if (!row.null(5)) thing.amount = row.integer(5);
            if (!row.null(6)) thing.picture = base::Id::parse(row.text(6));
            things.push_back(std::move(thing));
        });
    });
    std::ranges::sort(things, {}, &Thing::id);
    return things;
}

inline void keep(School& school, const std::vector<Thing>& things) {
    constexpr Query<7> add_thing{
        "test.add_thing", "INSERT INTO kept_thing (id, owner, words, title, weight, amount, picture) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        "INSERT INTO kept_thing (id, owner, words, title, weight, amount, picture) VALUES ($1, $2, $3, $4, $5, $6, $7)"};
    school.write_now([&](Writes& writes) {
        for (const Thing& thing : things)
            writes.run(add_thing, thing.id, thing.owner, thing.words, thing.title, thing.weight, thing.amount, thing.picture);
    });
}

// An installation under a key that was made elsewhere, on either database.
class TrialInstallation {
public:
    TrialInstallation(workbench::Backend backend, const std::filesystem::path& key, std::vector<Migration> migrations)
        : place{backend, key} {
        place.store.reset();
        Options options = place.options();
        options.migrations = std::move(migrations);
        options.erasable = things_erasable;
        options.clock = &clock;
        auto opened = storage::open(options);
        if (!opened) throw Broken{std::string{opened.error().code()}};
        storage = std::move(*opened);
    }
    ~TrialInstallation() { storage.reset(); }

    TrialKeys place;  // its folder and database
    base::FrozenClock clock{workbench::first_school_day};
    std::unique_ptr<Storage> storage;
};

}  // namespace loopbaankaart::storage

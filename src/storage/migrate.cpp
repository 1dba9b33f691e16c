#include "migrate.hpp"

#include <fmt/format.h>
#include <storage/words.hpp>

#include <algorithm>

#include "database/dialect.hpp"
#include "migrate.sql.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view make_list = R"(
CREATE TABLE IF NOT EXISTS applied_migration (
    number BIGINT PRIMARY KEY, -- of the migration, unique over all modules
    name TEXT NOT NULL,        -- what the migration is called, for people
    applied_at BIGINT NOT NULL -- when it was done, milliseconds UTC
);
)";

std::vector<Migration> in_order(std::span<const Migration> migrations) {
    std::vector<Migration> sorted{migrations.begin(), migrations.end()};
    std::ranges::sort(sorted, {}, &Migration::number);
    const auto twice = std::ranges::adjacent_find(sorted, {}, &Migration::number);
    if (twice != sorted.end()) throw std::logic_error{fmt::format("two migrations have the number {}", twice->number)};
    return sorted;
}

void apply(Connection& connection, const Migration& migration, base::Instant moment) {
    for (const std::string_view statement : statements(migration.sql)) {
        connection.script(statement);
        if (guarded(base::Guard::migration_atomic)) continue;
        connection.commit();
        connection.begin_write();
    }
    connection.run(query::note_migration, migration.number, migration.name, moment);
}

// Inside the transaction. The backup is made while the lock is held, so it is of the database that is about to change.
base::Result<base::Done> bring_forward(Connection& connection, const Migrating& migrating) {
    connection.lock();
    connection.script(make_list);
    const std::vector<Migration> known = in_order(migrating.migrations);
    const std::vector<int> applied = applied_migrations(connection);

    std::vector<int> numbers;
    std::ranges::transform(known, std::back_inserter(numbers), &Migration::number);
    std::vector<int> unknown, missing;
    std::ranges::set_difference(applied, numbers, std::back_inserter(unknown));
    std::ranges::set_difference(numbers, applied, std::back_inserter(missing));
    if (guarded(base::Guard::newer_database) && !unknown.empty())
        return base::Error{word::database_newer, fmt::format("{}", unknown.back())};
    if (missing.empty()) return base::Done{};

    if (guarded(base::Guard::migration_backup) && !applied.empty() && migrating.backup) migrating.backup(applied.back());
    for (const Migration& migration : known)
        if (std::ranges::binary_search(missing, migration.number)) apply(connection, migration, migrating.moment);
    return base::Done{};
}

}  // namespace

std::vector<int> applied_migrations(Connection& connection) {
    if (connection.columns("applied_migration").empty()) return {};
    return connection.all(query::applied_migrations, [](const Row& row) { return static_cast<int>(row.integer(0)); });
}

base::Result<base::Done> migrate(Connection& connection, const Migrating& migrating) {
    connection.begin_write();
    try {
        auto done = bring_forward(connection, migrating);
        if (done)
            connection.commit();
        else
            connection.rollback();
        return done;
    } catch (...) {
        connection.rollback();
        throw;
    }
}

}  // namespace loopbaankaart::storage

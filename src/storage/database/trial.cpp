#include "trial.hpp"

#include <fmt/format.h>

#include <mutex>

#include "database.hpp"
#include "schema.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view trial_prefix = "loopbaankaart_test_";

std::vector<std::string> names(Connection& connection, std::string_view sql) {
    std::vector<std::string> found;
    connection.dynamic(sql, {}, [&](const Row& row) { found.push_back(row.string(0)); });
    return found;
}

// Roles belong to the whole cluster. So making and dropping databases take turns, and roles go with the last database only.
class Turn {
public:
    explicit Turn(Connection& connection) : connection_{connection} { run(connection_, "SELECT pg_advisory_lock(20260901)"); }
    ~Turn() { run(connection_, "SELECT pg_advisory_unlock(20260901)"); }

private:
    Connection& connection_;
};

std::string make(std::string_view cluster) {
    base::SystemRandomness randomness;
    std::array<unsigned char, 8> chance{};
    randomness.fill(chance);
    const std::string name = fmt::format("{}{}", trial_prefix, base::hex(chance));
    const auto connection = open_postgresql(cluster, "");
    const Turn turn{*connection};
    run(*connection, fmt::format("CREATE DATABASE {}", name));
    run(*connection, fmt::format("CREATE DATABASE {}_keys", name));
    return with_database(cluster, name);
}

void drop(const std::string& database) {
    const std::string_view name = database_of(database);
    const auto connection = open_postgresql(with_database(database, "postgres"), "");
    const Turn turn{*connection};
    run(*connection, fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name));
    run(*connection, fmt::format("DROP DATABASE IF EXISTS {}_keys WITH (FORCE)", name));
    if (!names(*connection, "SELECT datname::text FROM pg_database WHERE datname LIKE 'loopbaankaart\\_test\\_%'").empty()) return;
    for (const std::string& role : names(*connection, "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'school\\_%'"))
        run(*connection, fmt::format("DROP ROLE \"{}\"", role));
}

// Removes all that a test made, as if the database were new.
void empty(const std::string& database) {
    const auto schools = open_postgresql(database, "");
    for (const std::string& schema : names(*schools, "SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'school\\_%'"))
        run(*schools, fmt::format("DROP SCHEMA \"{}\" CASCADE", schema));
    const auto keys = open_postgresql(with_database(database, fmt::format("{}_keys", database_of(database))), "");
    run(*keys, "DROP SCHEMA public CASCADE");
    run(*keys, "CREATE SCHEMA public");
}

// Making a database takes half a second, emptying one some milliseconds: a test program uses them again.
class Spare {
public:
    ~Spare() {
        for (const std::string& database : databases_) try {
                drop(database);
            } catch (const Broken&) {
                return;  // the cluster is gone already, and all its databases with it
            }
    }
    std::string take(std::string_view cluster) {
        const std::scoped_lock lock{mutex_};
        if (databases_.empty()) return make(cluster);
        std::string database = std::move(databases_.back());
        databases_.pop_back();
        return database;
    }
    void give(std::string database) {
        const std::scoped_lock lock{mutex_};
        databases_.push_back(std::move(database));
    }

private:
    std::mutex mutex_;
    std::vector<std::string> databases_;
};

Spare spare;

}  // namespace

std::string make_test_database(std::string_view cluster) { return spare.take(cluster); }

void drop_test_database(std::string_view database) {
    std::string address{database};
    if (!database_of(address).starts_with(trial_prefix)) throw std::logic_error{address + " is not a test's database"};
    empty(address);
    spare.give(std::move(address));
}

}  // namespace loopbaankaart::storage

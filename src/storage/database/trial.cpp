#include "trial.hpp"

#include <fmt/format.h>

#include "database.hpp"
#include "schema.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view prefix = "loopbaankaart_test_";

std::vector<std::string> names(Connection& connection, std::string_view sql) {
    std::vector<std::string> found;
    connection.dynamic(sql, {}, [&](const Row& row) { found.push_back(row.string(0)); });
    return found;
}

void run(Connection& connection, const std::string& sql) { connection.dynamic(sql, {}, nullptr); }

// Roles belong to the whole cluster. So making and dropping databases take turns, and roles go with the last database only.
class Turn {
public:
    explicit Turn(Connection& connection) : connection_{connection} { run(connection_, "SELECT pg_advisory_lock(20260901)"); }
    ~Turn() { run(connection_, "SELECT pg_advisory_unlock(20260901)"); }

private:
    Connection& connection_;
};

}  // namespace

std::string make_test_database(std::string_view cluster) {
    base::SystemRandomness randomness;
    std::array<unsigned char, 8> chance{};
    randomness.fill(chance);
    const std::string name = fmt::format("{}{}", prefix, base::hex(chance));
    const auto connection = open_postgresql(cluster, "");
    const Turn turn{*connection};
    run(*connection, fmt::format("CREATE DATABASE {}", name));
    run(*connection, fmt::format("CREATE DATABASE {}_keys", name));
    return with_database(cluster, name);
}

void drop_test_database(std::string_view database) {
    const std::string name{database_of(database)};
    if (!name.starts_with(prefix)) throw std::logic_error{name + " is not a test's database"};
    const auto connection = open_postgresql(with_database(database, "postgres"), "");
    const Turn turn{*connection};
    run(*connection, fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name));
    run(*connection, fmt::format("DROP DATABASE IF EXISTS {}_keys WITH (FORCE)", name));
    if (!names(*connection, "SELECT datname::text FROM pg_database WHERE datname LIKE 'loopbaankaart\\_test\\_%'").empty()) return;
    for (const std::string& role : names(*connection, "SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'school\\_%'"))
        run(*connection, fmt::format("DROP ROLE \"{}\"", role));
}

}  // namespace loopbaankaart::storage

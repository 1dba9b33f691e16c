#include "keys_database.hpp"

#include "../broken.hpp"
#include "../database/postgresql_values.hpp"
#include "../database/schema.hpp"
#include "../files/new_file.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view behind = "_keys";

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

// The face of Connection is for transactions, and a database cannot be made inside one.
void make_database(const std::string& address, const std::string& name) {
    const std::unique_ptr<PGconn, CloseConnection> connection{PQconnectdb(address.c_str())};
    if (PQstatus(connection.get()) != CONNECTION_OK) throw Broken{PQerrorMessage(connection.get())};
    const char* parameters[] = {name.c_str()};
    const PostgresqlResult found{PQexecParams(connection.get(), "SELECT 1 FROM pg_database WHERE datname = $1", 1, nullptr,
                                              parameters, nullptr, nullptr, 0)};
    if (PQresultStatus(found.get()) != PGRES_TUPLES_OK) throw Broken{PQerrorMessage(connection.get())};
    if (PQntuples(found.get()) > 0) return;
    const std::unique_ptr<char, decltype(&PQfreemem)> quoted{PQescapeIdentifier(connection.get(), name.data(), name.size()),
                                                             &PQfreemem};
    const PostgresqlResult made{PQexec(connection.get(), ("CREATE DATABASE " + std::string{quoted.get()}).c_str())};
    if (PQresultStatus(made.get()) != PGRES_COMMAND_OK) throw Broken{PQerrorMessage(connection.get())};
}

}  // namespace

std::string keys_database_of(std::string_view address) {
    const std::string_view name = database_of(address);
    if (name.empty()) throw Broken{"the address of the database names no database"};
    return std::string{name}.append(behind);
}

std::unique_ptr<Connection> open_keys_database(const std::filesystem::path& data, const std::string& database) {
    if (database.empty()) {
        const std::filesystem::path folder = std::filesystem::absolute(data);
        make_folders(folder);
        auto connection = open_sqlite(folder / "keystore.sqlite", Opening::create);
        sync_folder(folder);
        return connection;
    }
    const std::string name = keys_database_of(database);
    make_database(database, name);
    return open_postgresql(with_database(database, name), "");
}

}  // namespace loopbaankaart::storage

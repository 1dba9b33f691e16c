#include <fmt/format.h>

#include <algorithm>

#include "../files/new_file.hpp"
#include "../migrate.hpp"
#include "schema.hpp"
#include "schools.hpp"

namespace loopbaankaart::storage {

namespace {

// Connections for all schools together that may lie idle.
constexpr std::size_t idle_on_postgresql = 32;

class PostgresqlSchools final : public Schools {
public:
    PostgresqlSchools(std::filesystem::path data, std::string address);

    // A server tracks 64 savepoints of a transaction cheaply; with more, every snapshot of others gets slower.
    std::size_t most_jobs() const override { return 64; }
    std::vector<std::string> names() override;
    bool exists(std::string_view name) override { return has_schema(schema_of(name)); }
    std::shared_ptr<Connections> connections(std::string_view) override { return connections_; }
    void begin(std::string_view name) override;
    void publish(std::string_view name) override;
    void abandon(std::string_view name) noexcept override;
    void copy(std::string_view name, base::Instant moment, const std::filesystem::path& file) override;
    std::string_view copy_extension() const override { return ".backup"; }

private:
    bool has_schema(std::string_view schema);

    std::filesystem::path data_;
    std::shared_ptr<Connections> connections_;
};

PostgresqlSchools::PostgresqlSchools(std::filesystem::path data, std::string address)
    : data_{std::move(data)},
      connections_{std::make_shared<Connections>([address = std::move(address)] { return open_postgresql(address, ""); },
                                                 idle_on_postgresql)} {
    connections_->lend("");
}

bool PostgresqlSchools::has_schema(std::string_view schema) {
    bool found = false;
    const Parameter parameters[]{schema};
    connections_->lend("")->dynamic("SELECT 1 FROM pg_namespace WHERE nspname = $1", parameters, [&](const Row&) { found = true; });
    return found;
}

std::vector<std::string> PostgresqlSchools::names() {
    std::vector<std::string> found;
    connections_->lend("")->dynamic("SELECT nspname::text FROM pg_namespace", {}, [&](const Row& row) {
        if (auto name = school_of(row.text(0)); name && is_school_name(*name)) found.push_back(std::move(*name));
    });
    std::ranges::sort(found);
    return found;
}

// The role belongs to the whole cluster, so another database may have made it already.
void PostgresqlSchools::begin(std::string_view name) {
    abandon(name);
    const std::string role = role_of(name), schema = schema_of(unfinished(name));
    auto connection = connections_->lend("");
    run(*connection, fmt::format("DO $$ BEGIN CREATE ROLE {} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$", role));
    run(*connection, fmt::format("GRANT {} TO CURRENT_USER", role));
    run(*connection, fmt::format("CREATE SCHEMA {} AUTHORIZATION {}", schema, role));
    make_folders(school_folder(data_, unfinished(name)));
}

void PostgresqlSchools::publish(std::string_view name) {
    const std::filesystem::path folder = school_folder(data_, name);
    std::filesystem::rename(school_folder(data_, unfinished(name)), folder);
    sync_folder(folder.parent_path());
    run(*connections_->lend(""), fmt::format("ALTER SCHEMA {} RENAME TO {}", schema_of(unfinished(name)), schema_of(name)));
}

void PostgresqlSchools::abandon(std::string_view name) noexcept {
    try {
        std::filesystem::remove_all(school_folder(data_, unfinished(name)));
        run(*connections_->lend(""), fmt::format("DROP SCHEMA IF EXISTS {} CASCADE", schema_of(unfinished(name))));
    } catch (const std::exception&) {
        return;  // the next attempt begins with removing it
    }
}

void PostgresqlSchools::copy(std::string_view name, base::Instant moment, const std::filesystem::path& file) {
    auto connection = connections_->lend(name);
    connection->begin_read();
    BackupHeader header{std::string{name}, applied_migrations(*connection), moment};
    connection->commit();
    // A migration changes rows, not files: the copy takes no folder along.
    auto written = write_backup({*connection, {}, std::move(header)}, file);
    if (!written) throw Broken{fmt::format("{}: {}", file.string(), written.error().code())};
}

}  // namespace

std::unique_ptr<Schools> postgresql_schools(std::filesystem::path data, std::string address) {
    return std::make_unique<PostgresqlSchools>(std::move(data), std::move(address));
}

}  // namespace loopbaankaart::storage

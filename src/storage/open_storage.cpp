#include "open_storage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "files/new_file.hpp"
#include "migrate.hpp"

namespace loopbaankaart::storage {

namespace {

// A migration may have put rows of its own into the tables; the backup has them too.
void empty_tables(Connection& connection) {
    connection.begin_write();
    for (const std::string& table : connection.tables()) connection.script(fmt::format("DELETE FROM \"{}\";", table));
    connection.commit();
}

std::filesystem::path copies_folder(const std::filesystem::path& data) { return data / "backups-before-migration"; }

}  // namespace

OpenStorage::OpenStorage(Options options, std::unique_ptr<Schools> schools, std::shared_ptr<KeyStore> keys)
    : options_{std::move(options)},
      schools_{std::move(schools)},
      keys_{std::move(keys)},
      writers_{std::make_shared<WriterThreads>(options_.writer_threads)} {}

std::shared_ptr<School> OpenStorage::find_open(std::string_view name) {
    const std::scoped_lock lock{mutex_};
    const auto found = known_.find(name);
    std::shared_ptr<School> school = found == known_.end() ? nullptr : found->second.lock();
    if (school) keep_open(school);
    return school;
}

// Under the lock. Whoever still holds a school that leaves the list keeps it open; asking for it again finds the same one.
void OpenStorage::keep_open(const std::shared_ptr<School>& school) {
    if (!recent_.empty() && recent_.front() == school) return;
    recent_.remove(school);
    recent_.push_front(school);
    known_.insert_or_assign(school->name(), school);
}

std::shared_ptr<School> OpenStorage::school(std::string_view name) {
    if (!is_school_name(name)) return nullptr;
    if (auto open = find_open(name)) return open;
    const std::scoped_lock lock{opening_};
    if (auto open = find_open(name)) return open;
    if (!schools_->exists(name)) return nullptr;
    return open_school(name);
}

std::shared_ptr<School> OpenStorage::open_school(std::string_view name) {
    const std::shared_ptr<Connections> connections = schools_->connections(name);
    {
        auto connection = connections->lend(name);
        const auto migrated = migrate_school(*connection, name);
        if (!migrated) throw Broken{fmt::format("{}: {} {}", name, migrated.error().code(), migrated.error().about)};
    }
    const std::filesystem::path folder = school_folder(options_.data, name);
    make_folders(folder);
    std::shared_ptr<School> school = std::make_shared<OpenSchool>(SchoolParts{std::string{name}, folder, keys_, connections, writers_,
                                                                              schools_->most_jobs(), options_.clock,
                                                                              options_.randomness});
    std::list<std::shared_ptr<School>> closing;  // closed outside the lock
    const std::scoped_lock lock{mutex_};
    keep_open(school);
    while (recent_.size() > std::max<std::size_t>(options_.open_schools, 1)) closing.splice(closing.begin(), recent_, std::prev(recent_.end()));
    return school;
}

base::Result<base::Done> OpenStorage::migrate_school(Connection& connection, std::string_view name) {
    Migrating migrating{options_.migrations, options_.clock->now(), {}};
    if (options_.make_backup_before_migration) migrating.backup = [&](int last) { copy_before_migration(name, last); };
    return migrate(connection, migrating);
}

void OpenStorage::copy_before_migration(std::string_view name, int last) {
    const std::filesystem::path folder = copies_folder(options_.data);
    make_folders(folder);
    const base::Instant now = options_.clock->now();
    schools_->copy(name, now, folder / fmt::format("{}-{:04}-{}{}", name, last, base::milliseconds(now), schools_->copy_extension()));
}

// The moment stands behind the last hyphen of the name. Trust.md: whoever is erased is gone from every backup after 30 days.
void OpenStorage::remove_old_copies() {
    const std::int64_t oldest = base::milliseconds(options_.clock->now() - std::chrono::days{30});
    std::error_code none;
    std::vector<std::filesystem::path> old;
    for (const auto& entry : std::filesystem::directory_iterator{copies_folder(options_.data), none}) {
        const std::string name = entry.path().stem().string();
        const std::string_view digits = std::string_view{name}.substr(name.rfind('-') + 1);
        std::int64_t moment = 0;
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), moment);
        if (parsed.ec == std::errc{} && moment < oldest) old.push_back(entry.path());
    }
    for (const std::filesystem::path& path : old) std::filesystem::remove(path, none);
}

bool OpenStorage::knows(const std::vector<int>& migrations) const {
    return std::ranges::all_of(migrations, [&](int number) {
        return std::ranges::find(options_.migrations, number, &Migration::number) != options_.migrations.end();
    });
}

base::Result<base::Done> OpenStorage::check_versions() {
    for (const std::string& name : schools_->names()) {
        std::vector<int> applied;
        try {
            auto connection = schools_->connections(name)->lend(name);
            connection->begin_read();
            applied = applied_migrations(*connection);
            connection->commit();
        } catch (const Broken&) {
            continue;  // one damaged school does not close the others; who opens it hears of it
        }
        if (guarded(base::Guard::newer_database) && !knows(applied)) return base::Error{word::database_newer, name};
    }
    return base::Done{};
}

// Under an unfinished name, migrated and filled by `fill`, and published only when all went well.
base::Result<base::Done> OpenStorage::make(std::string_view name, const std::function<base::Result<base::Done>(Connection&)>& fill) {
    if (!is_school_name(name)) return base::Error{word::school_name_bad};
    const std::scoped_lock lock{opening_};
    if (schools_->exists(name)) return base::Error{word::school_exists, std::string{name}};
    try {
        schools_->begin(name);
        const std::string making = unfinished(name);
        auto done = [&] {
            const auto connections = schools_->connections(making);
            return fill(*connections->lend(making));
        }();
        if (done) schools_->publish(name);
        else schools_->abandon(name);
        return done;
    } catch (const std::filesystem::filesystem_error& error) {
        schools_->abandon(name);
        throw Broken{error.what()};
    } catch (...) {
        schools_->abandon(name);
        throw;
    }
}

base::Result<std::shared_ptr<School>> OpenStorage::create_school(std::string_view name) {
    auto made = make(name, [&](Connection& connection) { return migrate_school(connection, name); });
    if (!made) return made.error();
    return school(name);
}

base::Result<base::Done> OpenStorage::backup(std::string_view name, const std::filesystem::path& to) {
    if (!school(name)) return base::Error{word::school_missing, std::string{name}};
    auto connection = schools_->connections(name)->lend(name);
    connection->begin_read();
    BackupHeader header{std::string{name}, applied_migrations(*connection), options_.clock->now()};
    connection->commit();
    return write_backup({*connection, school_folder(options_.data, name), std::move(header)}, to);
}

base::Result<base::Done> OpenStorage::restore(std::string_view name, const std::filesystem::path& from) {
    const auto header = inspect_backup(from);
    if (!header) return header.error();
    if (header->school != name) return base::Error{word::backup_other_school, header->school};
    if (!knows(header->migrations)) return base::Error{word::backup_newer, from.filename().string()};
    const auto ledger = keys_->ledger(name);
    const std::filesystem::path folder = school_folder(options_.data, unfinished(name));
    return make(name, [&](Connection& connection) -> base::Result<base::Done> {
        std::vector<Migration> then;
        for (const Migration& migration : options_.migrations)
            if (std::ranges::find(header->migrations, migration.number) != header->migrations.end()) then.push_back(migration);
        if (auto made = migrate(connection, {then, options_.clock->now(), {}}); !made) return made;
        empty_tables(connection);
        auto filled = read_backup({connection, folder, options_.erasable, *ledger}, from);
        if (!filled) return filled;
        return migrate(connection, {options_.migrations, options_.clock->now(), {}});
    });
}

base::Result<base::Done> OpenStorage::backup_keys(const std::filesystem::path& to) { return keys_->copy_to(to, options_.clock->now()); }

base::Result<base::Done> OpenStorage::restore_keys(const std::filesystem::path& from) { return keys_->add_from(from); }

}  // namespace loopbaankaart::storage

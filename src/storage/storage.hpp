// storage: one school = one database, on SQLite or PostgreSQL behind one face; migrations; group commit; sealed text;
// media files; backup and restore.
//
//     auto storage = storage::open({.data = "data", .key_file = "data.key", .migrations = all_migrations});
//     storage::School& school = *storage->school("noord");
//     school.read([&](storage::Reads& reads) { … });                     // one snapshot, on this thread
//     school.write([](storage::Writes& writes) { … }, [](auto failure) { /* after the sync */ });
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <base/base.hpp>
#include <storage/words.hpp>

#include "broken.hpp"
#include "connection.hpp"
#include "database/trial.hpp"
#include "erasable.hpp"
#include "media.hpp"
#include "migration.hpp"
#include "query.hpp"
#include "vault.hpp"

namespace loopbaankaart::storage {

// Why a write did not happen; empty when it did and is on the disk.
using Failure = std::exception_ptr;

class School {
public:
    virtual ~School() = default;

    virtual const std::string& name() const = 0;

    // Runs `work` in one read transaction (a snapshot) on a connection of this thread.
    virtual void read(const std::function<void(Reads&)>& work) = 0;

    // Queues `work` for the school's writer, which commits waiting work together and syncs once; then calls `done` on a writer
    // thread. When `work` throws, only its own changes are undone and `done` gets the exception. Never blocks.
    virtual void write(std::function<void(Writes&)> work, std::function<void(Failure)> done) = 0;

    // The same, waiting for the sync; throws what `work` threw. For the command line and tests, not for handlers.
    void write_now(const std::function<void(Writes&)>& work);

    virtual Vault& vault() = 0;
    virtual Media& media() = 0;
    virtual Media& passing() = 0;  // what is packed to take along, or was brought and is not unpacked yet: in no backup
    virtual std::filesystem::path folder() const = 0;  // DATA/schools/NAME: media, the school's own content

    // One big transaction with the fastest safe settings, for the demo school and restores. `work` runs on this thread.
    virtual void load(const std::function<void(Writes&)>& work) = 0;
};

// Removes the files, media and passing ones, that no row names: of a program that was killed between a file and its row, or of a disk that filled in between.
// A file of the last day stays, its row may be on its way. Gives how many went.
std::size_t remove_unnamed_files(School& school, const std::vector<Erasable>& erasable, base::Instant now);

struct Options {
    std::filesystem::path data;            // the data folder
    std::filesystem::path key_file;        // the installation key; made with mode 0600 when `make_key`
    std::string database;                  // empty: SQLite files in `data`; else postgresql://…
    std::vector<Migration> migrations;     // of all modules
    std::vector<Erasable> erasable;        // of all modules: what a restore may have to leave out
    bool make_key = false;
    bool make_backup_before_migration = true;
    const base::Clock* clock = nullptr;    // the system's when absent
    base::Randomness* randomness = nullptr;
    std::size_t open_schools = 64;         // SQLite databases kept open at most (least recently used closes)
    std::size_t writer_threads = 2;
};

class Storage {
public:
    virtual ~Storage() = default;

    // The school, opened (and migrated) when needed; null when there is none of that name. Stays valid while held.
    virtual std::shared_ptr<School> school(std::string_view name) = 0;
    virtual std::vector<std::string> school_names() = 0;
    // Errors: word::school_exists, word::school_name_bad (lower-case letters, digits and hyphens, 1–40).
    virtual base::Result<std::shared_ptr<School>> create_school(std::string_view name) = 0;

    // Writes a backup of rows, then files, to one file readable on either database (docs/operating.md, "Backup").
    virtual base::Result<base::Done> backup(std::string_view school, const std::filesystem::path& to) = 0;
    // Into a school that does not exist yet. Replays the ledger of erasures. Errors: word::backup_damaged,
    // word::backup_newer, word::backup_other_school (sealed words open in a school of the same name only), word::school_exists.
    virtual base::Result<base::Done> restore(std::string_view school, const std::filesystem::path& from) = 0;
    // Copies the key store (kept apart, at most 30 days).
    virtual base::Result<base::Done> backup_keys(const std::filesystem::path& to) = 0;
    // Adds the keys of such a copy, for an installation that begins again elsewhere; what was erased stays erased.
    // Errors: word::key_wrong, word::backup_damaged.
    virtual base::Result<base::Done> restore_keys(const std::filesystem::path& from) = 0;
};

// Errors: word::key_missing, word::key_readable (mode wider than 0600), word::key_malformed, word::key_in_data, word::key_wrong, word::database_newer,
// word::database_unreachable, word::folder_unwritable.
base::Result<std::unique_ptr<Storage>> open(Options options);

}  // namespace loopbaankaart::storage

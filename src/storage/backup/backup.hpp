// Inside storage only: a school as one gzip file of JSON lines, which either database writes and either reads (docs/adr/0005).
// It holds the rows of every table and the files of the school's folder, sealed as they lie; never the key store.
//
// Restoring takes three steps, so that nothing of a damaged backup is ever seen:
//     auto header = inspect_backup(file);             // reads and verifies all of it
//     … make a database, not yet visible, with exactly header->migrations; make an empty folder …
//     auto done = read_backup(target, file);          // fills both; commits
//     … run the newer migrations; make both visible …
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <base/base.hpp>

#include "../database/database.hpp"
#include "../erasable.hpp"

namespace loopbaankaart::storage {

class Ledger;

struct BackupHeader {
    std::string school;            // name; sealed words open only in a school of this name
    std::vector<int> migrations;   // numbers applied, ascending
    base::Instant made_at;
};

// Where a backup comes from. The connection must not be inside a transaction: the backup opens its own snapshot.
struct BackupSource {
    Connection& connection;
    std::filesystem::path folder;           // DATA/schools/NAME; what lies in `media` and `content` goes along; empty: rows only
    BackupHeader header;
};

// Writes to a temporary name beside `file`, syncs, and gives it its name; an older file of that name is replaced.
// Constant memory. Errors: word::folder_unwritable. Throws Broken on a full or failing disk.
base::Result<base::Done> write_backup(const BackupSource& source, const std::filesystem::path& file);

// Reads the whole file and verifies form, counts and digest (Guard::backup_digest). Errors: word::backup_damaged,
// word::backup_missing (no file, or it cannot be read), word::backup_newer (a form of backup this program does not know).
base::Result<BackupHeader> inspect_backup(const std::filesystem::path& file);

// Where a backup goes: tables as the backup's migrations made them and empty, and a folder that is empty or absent.
// The connection must not be inside a transaction. Rows and media of what was erased stay behind (Guard::erasure_replay).
struct BackupTarget {
    Connection& connection;
    std::filesystem::path folder;
    std::span<const Erasable> erasable;
    const Ledger& ledger;                   // KeyStore::ledger(header.school)
};

// Fills the target and commits; files are synced first. When it does not succeed the transaction is rolled back and the
// folder is as it was. Errors: as inspect_backup. Throws Broken.
base::Result<base::Done> read_backup(const BackupTarget& target, const std::filesystem::path& file);

}  // namespace loopbaankaart::storage

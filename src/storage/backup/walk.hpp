// Inside storage only: goes through a backup from its first line to its last and checks it on the way.
//
// The lines of a backup, version 1:
//     {"format": "loopbaankaart-backup", "version": 1, "school": "noord", "migrations": [1, 100], "made_at": 1788249600000}
//     {"table": "kept_thing", "columns": ["id", "owner", …]}        each table, followed by its rows:
//     ["01J…", "01H…", {"bytes": "AQAA…"}, 12, null]
//     {"file": "media/7Q/01J…7Q"}                                   each file, followed by its parts of at most 48 KB:
//     "base64url"
//     {"tables": 1, "rows": 1, "files": 1, "digest": "…"}           SHA-256 of every line before this one
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "backup.hpp"
#include "value.hpp"

namespace loopbaankaart::storage {

inline constexpr std::string_view backup_format = "loopbaankaart-backup";
inline constexpr int backup_version = 1;
inline constexpr std::size_t part_size = 48 * 1024;  // bytes of a file in one line

// What to do with what is in a backup; nothing by itself. May throw Damaged.
class BackupVisitor {
public:
    virtual ~BackupVisitor() = default;
    virtual void table(const std::string&, const std::vector<std::string>&) {}
    virtual void row(std::vector<Value>&&) {}          // as long as the table's columns
    virtual void file(const std::filesystem::path&) {}  // relative, inside the school's folder
    virtual void part(base::BytesView) {}
    virtual void end() {}                              // everything came and the digest is right
};

// Errors: as inspect_backup. What the visitor throws, apart from Damaged, passes through.
base::Result<BackupHeader> walk_backup(const std::filesystem::path& file, BackupVisitor& visitor);

// The folders of a school that go along in its backup.
inline constexpr std::array<std::string_view, 2> kept_folders{"media", "content"};
// Whether it stays inside those folders: names only, none that starts with a dot.
bool safe_path(const std::string& path);

}  // namespace loopbaankaart::storage

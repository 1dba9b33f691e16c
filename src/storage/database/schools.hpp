// Inside storage only: where the schools of an installation are: files in a folder, or schemas in a PostgreSQL database.
//
// A school is made under an unfinished name, filled, and then published: it is there whole or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../backup/backup.hpp"
#include "connections.hpp"

namespace loopbaankaart::storage {

enum class DatabaseKind { sqlite, postgresql };

// Lower-case letters, digits and hyphens, 1–40.
bool is_school_name(std::string_view name);

// What a school is called while it is being made; no school can have such a name.
inline std::string unfinished(std::string_view name) { return std::string{name} + ".unfinished"; }

class Schools {
public:
    virtual ~Schools() = default;

    virtual std::size_t most_jobs() const = 0;     // done together in one transaction
    virtual std::vector<std::string> names() = 0;  // in alphabetical order
    virtual bool exists(std::string_view name) = 0;
    // Connections for this school; they may be shared with other schools.
    virtual std::shared_ptr<Connections> connections(std::string_view name) = 0;

    // An empty database for unfinished(name); what an interrupted attempt left is removed first.
    virtual void begin(std::string_view name) = 0;
    virtual void publish(std::string_view name) = 0;
    virtual void abandon(std::string_view name) noexcept = 0;

    // Copies a school as it was committed last to a file that does not exist yet, synced. Any transaction may be running.
    virtual void copy(std::string_view name, base::Instant moment, const std::filesystem::path& file) = 0;
    virtual std::string_view copy_extension() const = 0;
};

// DATA/schools/NAME: everything of a school that is a file.
std::filesystem::path school_folder(const std::filesystem::path& data, std::string_view name);

std::unique_ptr<Schools> sqlite_schools(std::filesystem::path data);
// Throws Broken when the server does not answer.
std::unique_ptr<Schools> postgresql_schools(std::filesystem::path data, std::string address);

}  // namespace loopbaankaart::storage

#include "storage.hpp"

#include <unistd.h>

#include "files/new_file.hpp"
#include "open_storage.hpp"

namespace loopbaankaart::storage {

namespace {

const base::SystemClock system_clock;
base::SystemRandomness system_randomness;

bool make_writable(const std::filesystem::path& folder) {
    try {
        make_folders(folder);
        return ::access(folder.c_str(), W_OK | X_OK) == 0;
    } catch (const Broken&) {
        return false;
    }
}

}  // namespace

base::Result<std::unique_ptr<Storage>> open(Options options) {
    if (options.clock == nullptr) options.clock = &system_clock;
    if (options.randomness == nullptr) options.randomness = &system_randomness;
    const std::filesystem::path schools_folder = options.data / "schools";
    if (!make_writable(schools_folder)) return base::Error{word::folder_unwritable, schools_folder.string()};

    std::unique_ptr<Schools> schools;
    try {
        schools = options.database.empty() ? sqlite_schools(options.data) : postgresql_schools(options.data, options.database);
    } catch (const Broken& broken) {
        return base::Error{word::database_unreachable, broken.what()};
    }
    auto keys = open_key_store(options);
    if (!keys) return keys.error();

    auto storage = std::make_unique<OpenStorage>(std::move(options), std::move(schools), std::shared_ptr<KeyStore>{std::move(*keys)});
    storage->remove_old_copies();
    if (auto checked = storage->check_versions(); !checked) return checked.error();
    return std::unique_ptr<Storage>{std::move(storage)};
}

}  // namespace loopbaankaart::storage

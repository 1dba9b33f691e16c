// Inside storage only: the one key of an installation. It lies in a file of mode 0600, outside the data folder, as one line of
// text, "loopbaankaart-key-1." and 43 characters, so that it can be printed and kept in a safe.
#pragma once

#include <filesystem>

#include <base/base.hpp>

#include "secret.hpp"

namespace loopbaankaart::storage {

struct InstallationKey {
    Secret wrapping;     // wraps the keys of holders
    Secret pseudonyms;   // hashes holders and removed things
    Secret check;        // stands in the key store, so that a wrong key is noticed before it does harm
};

// Errors: word::key_missing, word::key_readable, word::key_malformed.
base::Result<InstallationKey> read_installation_key(const std::filesystem::path& file);
// Makes a new one, synced, and never over an existing file. Throws Broken.
void make_installation_key(const std::filesystem::path& file);
// Whether the file lies in the folder or below it, links followed.
bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace loopbaankaart::storage

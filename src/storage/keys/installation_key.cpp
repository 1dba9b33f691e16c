#include "installation_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include <storage/words.hpp>

#include "../files/new_file.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view prefix = "loopbaankaart-key-1.";

Secret derived(const Secret& main, std::uint64_t number) {
    Secret part;
    crypto_kdf_derive_from_key(part.data(), Secret::size(), number, "LoopbKey", main.data());
    return part;
}

// systemd hands a credential to a service through an access list, which shows as a bit of the group; nobody else is in it.
mode_t too_wide(const std::filesystem::path& file) {
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    const bool credential = credentials != nullptr && *credentials != '\0' && lies_in(file, credentials);
    return credential ? S_IRWXO : S_IRWXG | S_IRWXO;
}

std::optional<Secret> parsed(std::string_view text) {
    std::string_view line = base::trimmed(text);
    if (!line.starts_with(prefix)) return std::nullopt;
    line.remove_prefix(prefix.size());
    std::optional<base::Bytes> bytes = base::parse_base64url(line);
    if (!bytes || bytes->size() != Secret::size()) return std::nullopt;
    Secret secret;
    std::copy(bytes->begin(), bytes->end(), secret.data());
    sodium_memzero(bytes->data(), bytes->size());
    return secret;
}

}  // namespace

base::Result<InstallationKey> read_installation_key(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return base::Error{word::key_missing, file.string()};
    struct stat about {};
    std::array<char, 256> text{};
    const bool known = ::fstat(descriptor, &about) == 0;
    const ssize_t length = ::read(descriptor, text.data(), text.size());
    ::close(descriptor);
    if (!known || length < 0) return base::Error{word::key_missing, file.string()};
    const std::optional<Secret> main = parsed({text.data(), static_cast<std::size_t>(length)});
    sodium_memzero(text.data(), text.size());
    if ((about.st_mode & too_wide(file)) != 0) return base::Error{word::key_readable, file.string()};
    if (!main) return base::Error{word::key_malformed, file.string()};
    return InstallationKey{derived(*main, 1), derived(*main, 2), derived(*main, 3)};
}

void make_installation_key(const std::filesystem::path& file) {
    Secret main;
    crypto_kdf_keygen(main.data());
    std::string line = std::string{prefix} + base::base64url({main.data(), Secret::size()}) + "\n";
    make_folders(std::filesystem::absolute(file).parent_path());
    NewFile made{file.string() + ".new"};
    made.write(base::bytes_of(line));
    made.keep_as(file, Existing::refuse);
    sodium_memzero(line.data(), line.size());
}

bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder) {
    const auto inner = std::filesystem::weakly_canonical(std::filesystem::absolute(file));
    auto outer = std::filesystem::weakly_canonical(std::filesystem::absolute(folder));
    if (!outer.has_filename()) outer = outer.parent_path();  // written with a slash at its end
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

}  // namespace loopbaankaart::storage

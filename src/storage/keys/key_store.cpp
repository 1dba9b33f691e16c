// Opening the key store with the installation key.
#include <storage/words.hpp>

#include "../storage.hpp"
#include "stored_keys.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::int64_t format = 1;

bool opens(const KeyRows::Check& check, const InstallationKey& key) {
    return check.value.size() == Secret::size() && sodium_memcmp(check.value.data(), key.check.data(), Secret::size()) == 0;
}

base::Result<std::unique_ptr<KeyStore>> opened(const Options& options) {
    if (lies_in(options.key_file, options.data)) return base::Error{word::key_in_data, options.key_file.string()};
    const bool there = std::filesystem::exists(options.key_file);
    if (!there && !options.make_key) return base::Error{word::key_missing, options.key_file.string()};

    std::unique_ptr<KeyRows> rows;
    try {
        rows = std::make_unique<KeyRows>(options.data, options.database);
    } catch (const Broken& broken) {
        return base::Error{options.database.empty() ? word::folder_unwritable : word::database_unreachable, broken.what()};
    }
    const std::optional<KeyRows::Check> check = rows->check();
    if (check && check->format > format) return base::Error{word::database_newer, "keystore"};
    // A new key would not open what is there: somebody has to bring the old one back.
    if (!there && check) return base::Error{word::key_missing, options.key_file.string()};
    if (!there) make_installation_key(options.key_file);

    auto key = read_installation_key(options.key_file);
    if (!key) return key.error();
    if (!check) rows->keep_check({format, {key->check.data(), key->check.data() + Secret::size()}});
    if (!opens(rows->check().value(), *key)) return base::Error{word::key_wrong, options.key_file.string()};
    return std::unique_ptr<KeyStore>{std::make_unique<StoredKeys>(std::move(*key), std::move(rows))};
}

}  // namespace

base::Result<std::unique_ptr<KeyStore>> open_key_store(const Options& options) {
    if (sodium_init() < 0) throw Broken{"the system gives no randomness"};
    return opened(options);
}

}  // namespace loopbaankaart::storage

// Inside storage only: where the key store lies.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "../database/database.hpp"

namespace loopbaankaart::storage {

// `database` empty: the file keystore.sqlite in `data`, made with mode 0600 when it is missing. Otherwise the address of the
// schools' database: the keys lie in one of their own beside it in the cluster, made when it is missing. Throws Broken.
std::unique_ptr<Connection> open_keys_database(const std::filesystem::path& data, const std::string& database);

// "postgresql://school@host/loopbaankaart?x=y" → "loopbaankaart_keys". Throws Broken when the address names no database.
std::string keys_database_of(std::string_view address);

}  // namespace loopbaankaart::storage

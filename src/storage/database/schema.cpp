#include "schema.hpp"

#include <algorithm>

#include "../broken.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::string_view school_prefix = "school_";

// Where the database's name starts and ends in an address.
std::pair<std::size_t, std::size_t> database_in(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) throw Broken{"the address of a database starts with postgresql://"};
    const std::size_t settings = std::min(address.find('?', scheme), address.size());
    const std::size_t slash = std::min(address.find('/', scheme + 3), settings);
    return {std::min(slash + 1, settings), settings};
}

}  // namespace

std::string schema_of(std::string_view school) {
    std::string schema{school_prefix};
    schema += school;
    std::ranges::replace(schema, '-', '_');
    std::ranges::replace(schema, '.', '$');
    return schema;
}

std::string role_of(std::string_view school) { return schema_of(school.substr(0, school.find('.'))); }

std::optional<std::string> school_of(std::string_view schema) {
    if (!schema.starts_with(school_prefix) || schema.find('$') != std::string_view::npos) return std::nullopt;
    std::string school{schema.substr(school_prefix.size())};
    std::ranges::replace(school, '_', '-');
    return school;
}

void run(Connection& connection, const std::string& sql) { connection.dynamic(sql, {}, nullptr); }

std::string_view database_of(std::string_view address) {
    const auto [start, end] = database_in(address);
    return address.substr(start, end - start);
}

std::string with_database(std::string_view address, std::string_view database) {
    const auto [start, end] = database_in(address);
    std::string changed{address.substr(0, start)};
    if (!changed.ends_with('/') || changed.ends_with("://")) changed += '/';
    changed += database;
    changed += address.substr(end);
    return changed;
}

}  // namespace loopbaankaart::storage

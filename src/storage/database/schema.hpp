// Inside storage only: how a school is called in a PostgreSQL database, and how a database is named in an address.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "database.hpp"

namespace loopbaankaart::storage {

// Schema and role of a school: "noord-holland" → "school_noord_holland". Names of schools hold no underscore, so none collide.
// A school in the making (schools.hpp) has a schema of its own, "school_noord_holland$unfinished", and the same role.
std::string schema_of(std::string_view school);
std::string role_of(std::string_view school);
// The way back; nothing when it is no school's schema.
std::optional<std::string> school_of(std::string_view schema);

// One statement that names these; names are no parameters.
void run(Connection& connection, const std::string& sql);

// The database in an address: "postgresql://user@host/kaart?sslmode=require" → "kaart"; empty when the address names none.
std::string_view database_of(std::string_view address);
// The same address with another database in it.
std::string with_database(std::string_view address, std::string_view database);

}  // namespace loopbaankaart::storage

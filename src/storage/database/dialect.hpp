// Inside storage only: the places where SQL differs between the two databases, and where one statement ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"

namespace loopbaankaart::storage {

// The shared dialect as SQLite wants it: the type BYTEA is called BLOB. Text in quotes stays as it is.
std::string for_sqlite(std::string_view sql);

// The statements of a script: each ends with ';' at the end of a line (a `--` comment may follow). Without the comments-only rest.
std::vector<std::string_view> statements(std::string_view script);

// The kind of a column declared or stored as this type, in either database's spelling ("BIGINT", "bytea", "double precision").
Kind kind_of(std::string_view type);

}  // namespace loopbaankaart::storage

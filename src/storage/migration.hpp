// A step that brings a school's database forward. Numbers are unique over all modules and never reused.
// Written in the dialect both databases share; the storage module alone knows the differences (BYTEA is BLOB in SQLite).
// Every column carries a comment.
#pragma once

#include <string_view>

namespace loopbaankaart::storage {

struct Migration {
    int number;  // 1, 2, 3 …
    std::string_view name;
    std::string_view sql;  // one or more statements, each ended by ';' at the end of a line
};

}  // namespace loopbaankaart::storage

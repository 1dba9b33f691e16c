// For the tests of storage only: a table of notes.
#pragma once

#include "migration.hpp"
#include "query.hpp"

namespace loopbaankaart::storage {

inline constexpr Migration make_notes{1, "make_notes", R"(
CREATE TABLE note (
    id TEXT PRIMARY KEY, -- of the note
    words TEXT           -- what it says
);
)"};

inline constexpr Query<2> insert_note{"test.insert_note", "INSERT INTO note (id, words) VALUES (?1, ?2)", "INSERT INTO note (id, words) VALUES ($1, $2)"};

}  // namespace loopbaankaart::storage

// What a restored backup must be able to leave out: each module declares its tables that hold something erasable.
//
//     {.table = "kept_thing", .id_column = "id", .holder_column = "owner", .media_column = "picture"}
#pragma once

#include <string>

namespace loopbaankaart::storage {

// A row stays behind when its holder or its second person was destroyed (Vault::destroy) or when (table, id) was removed (Vault::record_removal).
// A table that hangs on such rows is declared as well. A table that gets a new name keeps a line for the old one.
struct Erasable {
    std::string table;
    std::string id_column = {};      // empty: rows are never removed one by one
    std::string holder_column = {};  // empty: has no holder
    std::string media_column = {};   // the file a row names, removed with it; empty: none
    std::string passing_column = {};  // the same, of a file in School::passing()
    std::string other_column = {};   // a second person without whom the row is nothing (who wrote it, whom it is for); empty: none
    bool of_the_moment = false;      // true: no row comes back (who was signed in, mail on its way)
};

}  // namespace loopbaankaart::storage

#include "access.hpp"

#include "migrations.hpp"

namespace loopbaankaart::access {

std::span<const storage::Migration> schema() { return migrations; }

// Who was signed in when the backup was made may have been sent away since; mail that waited then went long ago; a code was used.
std::vector<storage::Erasable> erasable() {
    return {{.table = "person", .holder_column = "id"},
            {.table = "person_role", .holder_column = "person"},
            {.table = "person_word", .holder_column = "person"},
            {.table = "credential", .holder_column = "person"},
            {.table = "single_use_key", .holder_column = "person"},
            {.table = "known_device", .holder_column = "person"},
            {.table = "access_grant", .id_column = "id", .holder_column = "owner", .other_column = "grantee"},
            {.table = "acquaintance", .id_column = "id", .holder_column = "one", .other_column = "other"},
            {.table = "acquaintance_code", .of_the_moment = true},
            {.table = "session", .of_the_moment = true},
            {.table = "mail_outbox", .of_the_moment = true}};
}

}  // namespace loopbaankaart::access

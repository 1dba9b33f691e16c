// Inside storage only: brings one school's database forward.
//
// What was applied is kept in the table `applied_migration` of each school. Missing migrations run in ascending order of number, all
// in one transaction, under a lock that lets one program migrate at a time; so a database is either as it was or whole.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "database/database.hpp"
#include "migration.hpp"

namespace loopbaankaart::storage {

// The numbers applied to this database, ascending; empty when it is fresh. Inside a transaction of the caller.
std::vector<int> applied_migrations(Connection& connection);

struct Migrating {
    std::span<const Migration> migrations;  // in any order
    base::Instant moment;                   // noted beside each number
    std::function<void(int last)> backup;   // called under the lock before the first change, with the last number applied; may be empty;
                                            // not called for a fresh database
};

// Errors: word::database_newer when a number was applied that this program does not know. Throws Broken when a migration fails:
// then nothing has changed.
base::Result<base::Done> migrate(Connection& connection, const Migrating& migrating);

}  // namespace loopbaankaart::storage

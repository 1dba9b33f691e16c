// For tests and benchmarks: a database of their own in a PostgreSQL cluster that was started for them.
#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::storage {

// An empty database (and its key database) in the cluster; gives its address. A program has one cluster.
std::string make_test_database(std::string_view cluster);
// Empties them for the next test; they are dropped when the program ends, with the roles that were made.
void drop_test_database(std::string_view database);

}  // namespace loopbaankaart::storage

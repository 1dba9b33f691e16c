// For tests and benchmarks: a database of their own in a PostgreSQL cluster that was started for them.
#pragma once

#include <string>
#include <string_view>

namespace loopbaankaart::storage {

// Makes an empty database (and its key database) in the cluster and gives its address.
std::string make_test_database(std::string_view cluster);
// Drops them again, with the roles that were made.
void drop_test_database(std::string_view database);

}  // namespace loopbaankaart::storage

#include "access.hpp"

#include "migrations.hpp"

namespace loopbaankaart::access {

std::span<const storage::Migration> schema() { return migrations; }

}  // namespace loopbaankaart::access

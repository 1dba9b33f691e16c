#include "journey.hpp"

#include "migrations.hpp"

namespace loopbaankaart::journey {

std::span<const storage::Migration> schema() { return migrations; }

}  // namespace loopbaankaart::journey

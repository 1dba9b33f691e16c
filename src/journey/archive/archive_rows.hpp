// Inside archive: how the rows of taking along and of bringing in are read and written.
#pragma once

#include "../backpack/part_rows.hpp"

namespace loopbaankaart::journey::rows {

// A size or a count, as a column holds it.
inline std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }

}  // namespace loopbaankaart::journey::rows

// How a judged group came out, as it is kept and shown: of ten such students (docs/adr/0025). A group of twenty or more in tenths, a smaller one in fifths: so whatever
// lies between none and all of them stands for two numbers of students or more, and nobody counts back to one.
#pragma once

#include <cstdint>

namespace loopbaankaart::flow {

// 0 … 10; of at least ten students, `happened` of them.
int of_ten_kept(std::uint32_t students, std::uint32_t happened);
// The number of students that is kept instead of `happened`; of that it is the same again.
std::uint32_t kept_of(std::uint32_t students, std::uint32_t happened);

}  // namespace loopbaankaart::flow

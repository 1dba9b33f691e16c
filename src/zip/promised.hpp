// Inside zip only: libzip makes room for as many entries as an archive says it has, before it reads one. So that is looked at first.
#pragma once

#include "archive.hpp"

namespace loopbaankaart::zip {

// Whether the end of the archive speaks of more entries than so many, or of a list that could hold many more.
bool promises_more(Source& source, std::size_t entries);

}  // namespace loopbaankaart::zip

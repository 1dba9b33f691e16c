// Landlock: of all files on the machine, only the system's libraries and one program are there any more, to read.
// No key, no database and no other school's pictures can be reached, though they belong to the same user.
#pragma once

#include <stdexcept>

namespace loopbaankaart::media {

inline void demand(bool done) {
    if (!done) throw std::runtime_error{"this machine cannot lock a media job in"};
}

bool there_is_landlock();              // not on a kernel before 5.13, nor on one that was told to do without
void see_only_libraries(int program);  // an open file; throws when the kernel does not do it

}  // namespace loopbaankaart::media

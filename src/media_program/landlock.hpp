// Landlock: of all files on the machine, only those named are there any more, to read.
// No key, no database and no other school's pictures can be reached, though they belong to the same user.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace loopbaankaart::media {

inline void demand(bool done) {
    if (!done) throw std::runtime_error{"this machine cannot lock a media job in"};
}

bool there_is_landlock();              // not on a kernel before 5.13, nor on one that was told to do without
// Both throw when the kernel does not do it.
void see_only_libraries(int program);                          // the system's, and an open file
void see_only_folders(const std::vector<std::string>& paths);  // what lies in them, however deep

}  // namespace loopbaankaart::media

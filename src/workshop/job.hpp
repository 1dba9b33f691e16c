// One run of the media program: an open file in, what it writes out.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace loopbaankaart::workshop {

struct Ended {
    enum class How { done, refused, missing, broken, too_late, too_large } how;
    std::string written;  // all of it; when refused, why
};

// `refused` is exit code 1, `broken` any other and what was killed. Breaks it off when `patience` ends or it writes without end.
Ended run(const std::string& program, const std::vector<std::string>& words, int in, std::chrono::milliseconds patience);

}  // namespace loopbaankaart::workshop

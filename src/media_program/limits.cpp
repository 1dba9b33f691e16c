#include <sys/resource.h>

#include "jobs.hpp"

namespace loopbaankaart::media {

namespace {

[[maybe_unused]] constexpr rlim_t most_memory = 1536UL << 20;
constexpr rlim_t most_seconds_drawing = 120;
constexpr rlim_t most_seconds_upload = 30;
constexpr int less_urgent = 10;  // than pages
constexpr rlim_t largest_file = 2 * largest_input;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

void limit_all(rlim_t seconds) {
#ifndef __SANITIZE_ADDRESS__  // which reserves more by itself
    limit(RLIMIT_AS, most_memory);
#endif
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_CORE, 0);
}

}  // namespace

void limit_drawing() { limit_all(most_seconds_drawing); }

void limit_upload() {
    limit_all(most_seconds_upload);
    limit(RLIMIT_FSIZE, largest_file);
    ::setpriority(PRIO_PROCESS, 0, less_urgent);
}

}  // namespace loopbaankaart::media

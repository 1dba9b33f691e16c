#include <sys/resource.h>

#include "jobs.hpp"

namespace loopbaankaart::media {

namespace {

[[maybe_unused]] constexpr rlim_t most_memory = 1536UL << 20;
constexpr rlim_t most_seconds = 120;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

}  // namespace

void set_limits() {
#ifndef __SANITIZE_ADDRESS__  // which reserves more by itself
    limit(RLIMIT_AS, most_memory);
#endif
    limit(RLIMIT_CPU, most_seconds);
    limit(RLIMIT_CORE, 0);
}

}  // namespace loopbaankaart::media

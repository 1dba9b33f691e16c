#include <sys/resource.h>

#include "jobs.hpp"

namespace loopbaankaart::media {

namespace {

constexpr rlim_t most_memory = 1536UL << 20, most_seconds = 120;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

}  // namespace

void set_limits() {
    limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_CPU, most_seconds);
    limit(RLIMIT_CORE, 0);
}

}  // namespace loopbaankaart::media

// Any bytes for a backup: it is refused, never more. A file in memory, gzip or plain: the reader takes both.
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include "backup.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const int memory = ::memfd_create("backup", MFD_CLOEXEC);
    if (::ftruncate(memory, 0) != 0 || ::pwrite(memory, data, size, 0) != static_cast<ssize_t>(size)) return -1;
    (void)loopbaankaart::storage::inspect_backup(fmt::format("/proc/self/fd/{}", memory));
    return 0;
}

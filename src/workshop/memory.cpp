#include "memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace loopbaankaart::workshop {

Descriptor in_memory(std::string_view bytes) {
    Descriptor memory{::memfd_create("work", MFD_CLOEXEC)};
    while (!bytes.empty()) {
        const ssize_t written = ::write(*memory, bytes.data(), bytes.size());
        if (written <= 0) throw std::runtime_error{"no room for a drawing"};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    ::lseek(*memory, 0, SEEK_SET);
    return memory;
}

}  // namespace loopbaankaart::workshop

#include <fcntl.h>
#include <sys/mman.h>

#include <workshop/words.hpp>

#include "descriptor.hpp"
#include "job.hpp"
#include "workshop.hpp"

namespace loopbaankaart::workshop {

namespace {

constexpr std::chrono::minutes patience{3};

// A drawing may be larger than a pipe holds, so it waits in memory that the other program reads as a file.
Descriptor in_memory(std::string_view text) {
    Descriptor memory{::memfd_create("drawing", MFD_CLOEXEC)};
    while (!text.empty()) {
        const ssize_t written = ::write(*memory, text.data(), text.size());
        if (written <= 0) throw std::runtime_error{"no room for a drawing"};
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::lseek(*memory, 0, SEEK_SET);
    return memory;
}

}  // namespace

base::Result<std::string> drawn_by_media(std::string_view svg, const std::vector<std::string>& job) {
    const std::string program = media_program();
    Ended ended = run(program, job, *in_memory(svg), patience);
    switch (ended.how) {
        case Ended::How::missing: return base::Error{word::media_program_missing, program};
        case Ended::How::done:
            if (!ended.written.empty()) return std::move(ended.written);
            [[fallthrough]];
        case Ended::How::refused: return base::Error{word::drawing_refused};
        case Ended::How::broken:
        case Ended::How::too_late:
        case Ended::How::too_large: break;
    }
    return base::Error{word::drawing_too_large};
}

}  // namespace loopbaankaart::workshop

#include <workshop/words.hpp>

#include "job.hpp"
#include "memory.hpp"
#include "workshop.hpp"

namespace loopbaankaart::workshop {

namespace {

constexpr std::chrono::minutes patience{3};

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

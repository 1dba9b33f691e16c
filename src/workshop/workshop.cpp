#include "workshop.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <array>
#include <filesystem>

#include <workshop/words.hpp>

#include "descriptor.hpp"
#include "frame.hpp"
#include "job.hpp"
#include "memory.hpp"

namespace loopbaankaart::workshop {

namespace {

struct Reason {
    std::string_view said;  // by the media program
    const base::Word& word;
};
constexpr std::array reasons{
    Reason{"not_a_picture", word::not_a_picture}, Reason{"animated", word::animated}, Reason{"too_many_pixels", word::too_many_pixels},
    Reason{"not_a_sound", word::not_a_sound},     Reason{"too_long", word::too_long}, Reason{"no_sound_here", word::no_sound_here},
    Reason{"damaged", word::damaged},             Reason{"too_large", word::damaged},
};

base::Error why(std::string_view said) {
    if (said.ends_with('\n')) said.remove_suffix(1);
    for (const Reason& reason : reasons)
        if (reason.said == said) return reason.word;
    return word::failed;
}

// Opened once more, so that it is read from its start whoever else reads it.
Descriptor reopened(int file) { return Descriptor{::open(fmt::format("/proc/self/fd/{}", file).c_str(), O_RDONLY | O_CLOEXEC)}; }

template <typename Kept>
base::Result<Kept> read(const base::Result<std::string>& frame, std::optional<Kept> (*reader)(std::string_view)) {
    if (!frame) return frame.error();
    auto kept = reader(*frame);
    if (!kept) return base::Error{word::failed};
    return std::move(*kept);
}

}  // namespace

std::string media_program() { return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "loopbaankaart-media").string(); }

Workshop::Workshop(std::string program, Room room) : program_{std::move(program)}, patience_{room.patience}, turns_{room.at_once, room.waiting} {}

base::Result<std::string> Workshop::framed(const char* job, int file) {
    const auto turn = turns_.take();
    if (!turn) return base::Error{word::full};
    Ended ended = run(program_, {job}, *reopened(file), patience_);
    if (ended.how == Ended::How::done) return std::move(ended.written);
    if (ended.how == Ended::How::refused) return why(ended.written);
    return base::Error{ended.how == Ended::How::too_late ? word::took_too_long : word::failed};
}

base::Result<Photo> Workshop::photo(int file) { return read(framed("photo", file), read_photo); }
base::Result<Sound> Workshop::sound(int file) { return read(framed("sound", file), read_sound); }
base::Result<std::string> Workshop::scene(std::string_view svg) { return framed("draw", *in_memory(svg)); }

}  // namespace loopbaankaart::workshop

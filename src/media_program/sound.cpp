// What was recorded in a browser, as one sound that every browser plays. Of a film the sound is taken; nothing of its pictures is decoded.
#include <fmt/format.h>

#include "ffmpeg.hpp"
#include "jobs.hpp"
#include "mp4.hpp"
#include "sandbox.hpp"

namespace loopbaankaart::media {

namespace {

constexpr double most_seconds = 181;  // three minutes; a recorder that is told to stop then takes a moment
constexpr std::size_t most_bytes = 8U << 20;  // no frame of one channel has over 768

}  // namespace

Outcome sound() {
    auto ffmpeg = Ffmpeg::started();
    lock_in();
    if (!ffmpeg) return Refusal{"no_sound_here"};
    const auto file = read_input();
    if (!file) return Refusal{"too_large"};
    const auto kind = sound_kind(base::bytes_of(*file));
    if (!kind) return Refusal{"not_a_sound"};
    const std::string decoded = ffmpeg->decoded(*kind, base::bytes_of(*file), most_bytes);
    const auto frames = frames_of(decoded);
    if (base::guarded(base::Guard::sound_length) && (decoded.size() > most_bytes || (frames && frames->seconds() > most_seconds))) return Refusal{"too_long"};
    if (!ffmpeg->ended_well() || !frames || frames->frames.size() < 2) return Refusal{"damaged"};
    const std::string mp4 = mp4_of(*frames);
    return fmt::format("{{\"seconds\":{:.2f},\"bytes\":{}}}\n{}", frames->seconds(), mp4.size(), mp4);
}

}  // namespace loopbaankaart::media

// AAC as ffmpeg streams it (ADTS), put in an MP4 with its index in front, so that a player starts at once and knows how long it is.
// Written here because a file whose index stands in front cannot be written to a pipe, and a job has no files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::media {

constexpr unsigned samples_a_second = 48000;
constexpr unsigned samples_a_frame = 1024;
constexpr unsigned samples_before = 1024;  // silence an encoder begins with; players skip it

struct Frames {
    std::vector<std::string_view> frames;  // without their heads
    double seconds() const;
};
// One channel at 48 kHz; nothing when it is anything else, or breaks off.
std::optional<Frames> frames_of(std::string_view adts);

std::string mp4_of(const Frames& sound);

}  // namespace loopbaankaart::media

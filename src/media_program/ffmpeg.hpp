// Debian's ffmpeg, as a process of its own, locked in before it hears what to read.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include <base/base.hpp>

#include "kinds.hpp"

namespace loopbaankaart::media {

class Ffmpeg {
public:
    static std::optional<Ffmpeg> started();  // nothing when this machine has none, or cannot lock it in

    // Has it decode the first sound of `file` to AAC, one channel (ADTS). Bytes as they come, to the last or until `most` are there.
    std::string decoded(SoundKind kind, base::BytesView file, std::size_t most);
    bool ended_well();  // waits until it has ended

private:
    Ffmpeg() = default;
    pid_t process_ = 0;
    int file_ = 0, kind_ = 0, answer_ = 0;  // descriptors, until this program ends
};

}  // namespace loopbaankaart::media

#include "ffmpeg.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <stdexcept>
#include <vector>

#include "landlock.hpp"
#include "sandbox.hpp"

namespace loopbaankaart::media {

namespace {

constexpr const char* program = "/usr/bin/ffmpeg";
constexpr const char* heard = "185";  // seconds: enough to tell that a sound is too long, whatever its length

struct Reading {
    const char* format;    // the only one that is tried
    const char* decoders;  // the only ones that run
};

Reading reading(SoundKind kind) {
    switch (kind) {
        case SoundKind::webm: return {"matroska", "opus,libopus,aac,pcm_f32le"};
        case SoundKind::ogg: return {"ogg", "opus,libopus"};
        case SoundKind::mp4: return {"mov", "aac,opus,libopus"};
        case SoundKind::wav: break;
    }
    return {"wav", "pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le"};
}

// The file is one in memory; it is named because only a named file can be read in any order, as an MP4 with its index at the end must be.
[[noreturn]] void become_ffmpeg(int opened, Reading how) {
    const std::vector<const char*> words{
        "ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "quiet", "-threads", "1", "-protocol_whitelist", "file", "-format_whitelist", how.format,
        "-codec_whitelist", how.decoders, "-max_streams", "8", "-f", how.format, "-i", "file:/proc/self/fd/0", "-map", "0:a:0", "-map_metadata", "-1",
        "-map_chapters", "-1", "-t", heard, "-ac", "1", "-ar", "48000", "-c:a", "aac", "-aac_coder", "fast", "-b:a", "64k", "-f", "adts", "pipe:1", nullptr};
    const std::array<const char*, 2> surroundings{"LC_ALL=C", nullptr};
    ::fexecve(opened, const_cast<char* const*>(words.data()), const_cast<char* const*>(surroundings.data()));
    ::_exit(1);
}

[[noreturn]] void wait_locked_in(int opened, int file, int kind_from, int answer_to) {
    try {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (::dup2(file, STDIN_FILENO) < 0 || ::dup2(answer_to, STDOUT_FILENO) < 0 || ::dup2(nowhere, STDERR_FILENO) < 0) ::_exit(1);
        const int door = lock_in_for(opened);
        SoundKind kind{};
        if (::read(kind_from, &kind, 1) == 1) become_ffmpeg(door, reading(kind));
    } catch (const std::exception&) {
    }
    ::_exit(1);
}

void write_whole(int file, base::BytesView bytes) {
    while (!bytes.empty()) {
        const ssize_t length = ::write(file, bytes.data(), bytes.size());
        if (length <= 0) throw std::runtime_error{"no room for a sound"};
        bytes = bytes.subspan(static_cast<std::size_t>(length));
    }
}

}  // namespace

std::optional<Ffmpeg> Ffmpeg::started() {
    if (!there_is_landlock()) return std::nullopt;
    const int opened = ::open(program, O_RDONLY | O_CLOEXEC);
    if (opened < 0) return std::nullopt;
    Ffmpeg ffmpeg;
    std::array<int, 2> kinds{}, answers{};
    ffmpeg.file_ = ::memfd_create("sound", MFD_CLOEXEC);
    if (ffmpeg.file_ < 0 || ::pipe2(kinds.data(), O_CLOEXEC) != 0 || ::pipe2(answers.data(), O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    ffmpeg.kind_ = kinds[1];
    ffmpeg.answer_ = answers[0];
    ffmpeg.process_ = ::fork();
    if (ffmpeg.process_ < 0) throw std::runtime_error{"no process"};
    if (ffmpeg.process_ == 0) {
        ::close(kinds[1]);
        wait_locked_in(opened, ffmpeg.file_, kinds[0], answers[1]);
    }
    for (const int other : {opened, kinds[0], answers[1]}) ::close(other);
    return ffmpeg;
}

std::string Ffmpeg::decoded(SoundKind kind, base::BytesView file, std::size_t most) {
    write_whole(file_, file);
    write_whole(kind_, {reinterpret_cast<const unsigned char*>(&kind), 1});
    std::string answer;
    std::array<char, 16384> part{};
    for (ssize_t length = 0; answer.size() <= most && (length = ::read(answer_, part.data(), part.size())) > 0;)
        answer.append(part.data(), static_cast<std::size_t>(length));
    ::close(answer_);
    return answer;
}

bool Ffmpeg::ended_well() {
    int status = 0;
    return ::waitpid(process_, &status, 0) == process_ && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace loopbaankaart::media

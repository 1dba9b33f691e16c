#include "media_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>

#include <program/words.hpp>

namespace loopbaankaart::program {

namespace {

constexpr std::size_t largest_picture = 64U << 20;

class Handle {
public:
    explicit Handle(int number) : number_{number} {
        if (number < 0) throw std::runtime_error{"no room for a picture"};
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }

    int operator*() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

// A drawing may be larger than a pipe holds, so it waits in memory that the other program reads as a file.
int in_memory(std::string_view text) {
    const int memory = ::memfd_create("drawing", MFD_CLOEXEC);
    while (memory >= 0 && !text.empty()) {
        const ssize_t written = ::write(memory, text.data(), text.size());
        if (written <= 0) throw std::runtime_error{"no room for a drawing"};
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (memory >= 0) ::lseek(memory, 0, SEEK_SET);
    return memory;
}

// Its process, or nothing when it cannot be started.
pid_t start(const std::string& program, const std::vector<std::string>& job, int in, int out) {
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& one : job) words.push_back(const_cast<char*>(one.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t handles;
    ::posix_spawn_file_actions_init(&handles);
    ::posix_spawn_file_actions_adddup2(&handles, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&handles, out, STDOUT_FILENO);
    pid_t child = 0;
    const int wrong = ::posix_spawn(&child, program.c_str(), &handles, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&handles);
    return wrong == 0 ? child : 0;
}

// All it writes, as far as a picture may be large; then nobody listens any more, and it stops.
std::string read_all(Handle& from) {
    std::string picture;
    std::array<char, 65536> part{};
    for (ssize_t length = 0; picture.size() <= largest_picture && (length = ::read(*from, part.data(), part.size())) > 0;)
        picture.append(part.data(), static_cast<std::size_t>(length));
    from.close();
    return picture;
}

}  // namespace

base::Result<std::string> drawn_by_media(std::string_view svg, const std::vector<std::string>& job) {
    const std::string program = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "loopbaankaart-media").string();
    const Handle drawing{in_memory(svg)};
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    Handle from{pipe[0]}, to{pipe[1]};
    const pid_t child = start(program, job, *drawing, *to);
    if (child == 0) return base::Error{word::media_program_missing, program};
    to.close();
    std::string picture = read_all(from);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status) || picture.size() > largest_picture) return base::Error{word::drawing_too_large};
    if (WEXITSTATUS(status) != 0 || picture.empty()) return base::Error{word::drawing_refused};
    return picture;
}

}  // namespace loopbaankaart::program

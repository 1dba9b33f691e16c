#include "job.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <optional>

#include "descriptor.hpp"

namespace loopbaankaart::workshop {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_written = 64U << 20;

// Its process, or nothing when it cannot be started. What this program does with signals is not its business.
std::optional<pid_t> start(const std::string& program, const std::vector<std::string>& job, int in, int out) {
    std::vector<char*> words{const_cast<char*>(program.c_str())};
    for (const std::string& one : job) words.push_back(const_cast<char*>(one.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t handles;
    posix_spawnattr_t manner;
    sigset_t none, pipe_signal;
    ::sigemptyset(&none);
    ::sigemptyset(&pipe_signal);
    ::sigaddset(&pipe_signal, SIGPIPE);
    ::posix_spawn_file_actions_init(&handles);
    ::posix_spawn_file_actions_adddup2(&handles, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&handles, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_addclosefrom_np(&handles, STDERR_FILENO + 1);  // connections of others, and the port, which would outlive us in its hands
    ::posix_spawnattr_init(&manner);
    ::posix_spawnattr_setflags(&manner, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawnattr_setsigmask(&manner, &none);
    ::posix_spawnattr_setsigdefault(&manner, &pipe_signal);
    pid_t child = 0;
    const int wrong = ::posix_spawn(&child, program.c_str(), &handles, &manner, words.data(), environ);
    ::posix_spawnattr_destroy(&manner);
    ::posix_spawn_file_actions_destroy(&handles);
    return wrong == 0 ? std::optional{child} : std::nullopt;
}

bool readable(int from, Clock::time_point until) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0) return false;
        pollfd one{from, POLLIN, 0};
        const int ready = ::poll(&one, 1, static_cast<int>(left));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

// All it writes; why it was not heard to the end, if it was not.
std::optional<Ended::How> hear(int from, Clock::time_point until, std::string& written) {
    std::array<char, 65536> part{};
    while (readable(from, until)) {
        const ssize_t length = ::read(from, part.data(), part.size());
        if (length == 0) return std::nullopt;
        if (length < 0) continue;
        written.append(part.data(), static_cast<std::size_t>(length));
        if (written.size() > most_written) return Ended::How::too_large;
    }
    return Ended::How::too_late;
}

}  // namespace

Ended run(const std::string& program, const std::vector<std::string>& words, int in, std::chrono::milliseconds patience) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error{"no pipe"};
    const Descriptor from{pipe[0]};
    Descriptor to{pipe[1]};
    const auto child = start(program, words, in, *to);
    if (!child) return {Ended::How::missing, {}};
    to.close();
    const auto until = Clock::now() + patience;
    const Descriptor ending{static_cast<int>(::syscall(SYS_pidfd_open, *child, 0))};
    std::string written;
    auto cut_off = hear(*from, until, written);
    if (!cut_off && !readable(*ending, until)) cut_off = Ended::How::too_late;
    if (cut_off) ::kill(*child, SIGKILL);
    int status = 0;
    while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {}
    if (cut_off) return {*cut_off, {}};
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) return {Ended::How::broken, {}};
    return {WEXITSTATUS(status) == 0 ? Ended::How::done : Ended::How::refused, std::move(written)};
}

}  // namespace loopbaankaart::workshop

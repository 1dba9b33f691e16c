#include "trial_captive.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace loopbaankaart::media {

namespace {

constexpr int call_stop = SIGTRAP | 0x80;  // as PTRACE_O_TRACESYSGOOD marks it
constexpr unsigned long long length_of_call = 2;  // the bytes of the instruction `syscall`

void demand(bool done, const char* what) {
    if (!done) throw std::runtime_error{what};
}

bool enters(pid_t process, long call, long first) {
    __ptrace_syscall_info info{};
    ::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info);
    return info.op == PTRACE_SYSCALL_INFO_ENTRY && static_cast<long>(info.entry.nr) == call && static_cast<long>(info.entry.args[0]) == first;
}

}  // namespace

Captive::Captive(const char* job, int input, Moment moment) {
    start(job, input, moment);
    run_until(moment);
}

void Captive::start(const char* job, int input, Moment moment) {
    started_ = ::fork();
    demand(started_ >= 0, "no process");
    if (started_ == 0) {
        const int nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(input, STDIN_FILENO);
        ::dup2(nowhere, STDOUT_FILENO);
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::execl(MEDIA_PROGRAM, MEDIA_PROGRAM, job, nullptr);
        ::_exit(1);
    }
    int status = 0;
    demand(::waitpid(started_, &status, 0) == started_ && WIFSTOPPED(status), "the program does not start");
    const long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC | (moment == Moment::ffmpeg_answers ? PTRACE_O_TRACEFORK : 0);
    demand(::ptrace(PTRACE_SETOPTIONS, started_, nullptr, options) == 0, "cannot hold the program");
    go_on(started_);
}

void Captive::go_on(pid_t process) { ::ptrace(PTRACE_SYSCALL, process, nullptr, nullptr); }

void Captive::run_until(Moment moment) {
    for (;;) {
        int status = 0;
        const pid_t process = ::waitpid(-1, &status, __WALL);
        demand(process > 0, "the program ended before it came so far");
        if (!WIFSTOPPED(status)) continue;
        const bool held = WSTOPSIG(status) == call_stop
                          && (moment == Moment::before_input ? enters(process, SYS_read, STDIN_FILENO) : process != started_ && enters(process, SYS_write, STDOUT_FILENO));
        if (held) {
            held_ = process;
            ::ptrace(PTRACE_GETREGS, held_, nullptr, &state_);
            return;
        }
        go_on(process);
    }
}

long Captive::does(long call, long first, long second, long third, long fourth, long fifth) {
    user_regs_struct other = state_;
    const auto word = [](long value) { return static_cast<unsigned long long>(value); };
    other.orig_rax = word(call);
    other.rdi = word(first), other.rsi = word(second), other.rdx = word(third), other.r10 = word(fourth), other.r8 = word(fifth);
    int status = 0;
    ::ptrace(PTRACE_SETREGS, held_, nullptr, &other);
    go_on(held_);
    demand(::waitpid(held_, &status, __WALL) == held_ && WIFSTOPPED(status) && WSTOPSIG(status) == call_stop, "the captive is gone");
    ::ptrace(PTRACE_GETREGS, held_, nullptr, &other);
    const long answer = static_cast<long>(other.rax);
    user_regs_struct again = state_;  // and back to before the call it was held at
    again.rax = state_.orig_rax;
    again.rip -= length_of_call;
    ::ptrace(PTRACE_SETREGS, held_, nullptr, &again);
    go_on(held_);
    demand(::waitpid(held_, &status, __WALL) == held_ && WIFSTOPPED(status), "the captive is gone");
    return answer;
}

long Captive::text(const std::string& text) {
    const auto place = static_cast<long>((state_.rsp - 1024) & ~7ULL);
    for (std::size_t at = 0; at <= text.size(); at += sizeof(long)) {
        long part = 0;
        if (at < text.size()) std::memcpy(&part, text.data() + at, std::min(sizeof part, text.size() - at));
        demand(::ptrace(PTRACE_POKEDATA, held_, place + static_cast<long>(at), part) == 0, "no room in the captive");
    }
    return place;
}

Captive::~Captive() {
    for (const pid_t process : {held_, started_})
        if (process > 0) ::kill(process, SIGKILL);
    while (::waitpid(-1, nullptr, __WALL) > 0) {}
}

}  // namespace loopbaankaart::media

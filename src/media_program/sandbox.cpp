#include "sandbox.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <memory>
#include <stdexcept>

#include <base/base.hpp>

#include "landlock.hpp"

namespace loopbaankaart::media {

namespace {

constexpr int number_of_program = 200;
constexpr rlim_t most_open = 64;

// The calls that may pass; every other one is answered with "not allowed".
class Calls {
public:
    Calls() : filter_{::seccomp_init(SCMP_ACT_ERRNO(EPERM)), &::seccomp_release} {
        demand(filter_ != nullptr);
        demand(::seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0);  // for threads that are there already too
    }

    void allow(std::initializer_list<int> calls) {
        for (const int call : calls) allow(call, {});
    }
    void allow(int call, std::initializer_list<scmp_arg_cmp> when) {
        demand(::seccomp_rule_add_array(filter_.get(), SCMP_ACT_ALLOW, call, static_cast<unsigned>(when.size()), when.begin()) == 0);
    }
    void absent(int call) { demand(::seccomp_rule_add_array(filter_.get(), SCMP_ACT_ERRNO(ENOSYS), call, 0, nullptr) == 0); }
    void granted(int call) { demand(::seccomp_rule_add_array(filter_.get(), SCMP_ACT_ERRNO(0), call, 0, nullptr) == 0); }  // said to be done, and not done
    void close_the_door() { demand(::seccomp_load(filter_.get()) == 0); }

private:
    std::unique_ptr<void, decltype(&::seccomp_release)> filter_;
};

constexpr scmp_arg_cmp is(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
constexpr scmp_arg_cmp bits(unsigned argument, scmp_datum_t of, scmp_datum_t value) { return {argument, SCMP_CMP_MASKED_EQ, of, value}; }

Calls reckoning() {
    Calls calls;
    calls.allow({SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(fstat)});
    calls.allow(SCMP_SYS(newfstatat), {bits(3, AT_EMPTY_PATH, AT_EMPTY_PATH)});
    calls.allow({SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk)});
    calls.allow(SCMP_SYS(mmap), {bits(2, PROT_EXEC, 0)});
    calls.allow(SCMP_SYS(mprotect), {bits(2, PROT_EXEC, 0)});
    calls.allow(SCMP_SYS(clone), {bits(0, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM)});
    calls.absent(SCMP_SYS(clone3));  // what it asks for cannot be seen here; the C library then uses clone
    calls.allow({SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity)});
    calls.allow({SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall)});
    calls.allow({SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(poll)});
    calls.allow({SCMP_SYS(wait4)});  // for what it started before
    calls.allow(SCMP_SYS(prctl), {is(0, PR_SET_NAME)});
    calls.allow(SCMP_SYS(prlimit64), {is(2, 0)});  // asking, not setting
    return calls;
}

// And open files, to read, never to write. Landlock says which.
Calls reading() {
    constexpr scmp_datum_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    Calls calls = reckoning();
    calls.allow(SCMP_SYS(openat), {bits(2, writing, 0)});
    return calls;
}

// What ffmpeg needs above that, to be put together from its libraries.
Calls starting(int program) {
    Calls calls = reading();
    calls.allow(SCMP_SYS(execveat), {is(0, static_cast<scmp_datum_t>(program)), is(4, AT_EMPTY_PATH)});
    calls.allow(SCMP_SYS(mmap), {bits(2, PROT_EXEC | PROT_WRITE, PROT_EXEC), bits(3, MAP_ANONYMOUS, 0)});
    calls.allow(SCMP_SYS(newfstatat), {bits(3, AT_EMPTY_PATH, 0)});
    calls.allow({SCMP_SYS(access), SCMP_SYS(readlink), SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address)});
    return calls;
}

// The highest number a file opened later can have lies below that of the program, which closes as it starts: it starts once.
int out_of_reach(int program) {
    const int moved = ::fcntl(program, F_DUPFD_CLOEXEC, number_of_program);
    const rlimit both{most_open, most_open};
    demand(moved >= 0 && ::setrlimit(RLIMIT_NOFILE, &both) == 0);
    ::close(program);
    return moved;
}

}  // namespace

void lock_in() {
    if (!base::guarded(base::Guard::media_sandbox)) return;
    reckoning().close_the_door();
}

void lock_in_to_read(const std::vector<std::string>& folders) {
    if (!base::guarded(base::Guard::media_sandbox)) return;
    demand(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    if (!folders.empty()) see_only_folders(folders);
    Calls calls = folders.empty() ? reckoning() : reading();
    calls.granted(SCMP_SYS(access));  // Cairo asks whether a file may be read before it opens it; opening gives the true answer
    calls.close_the_door();
}

int lock_in_for(int program) {
    const int moved = out_of_reach(program);
    if (!base::guarded(base::Guard::media_sandbox)) return moved;
    demand(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    see_only_libraries(moved);
    starting(moved).close_the_door();
    return moved;
}

}  // namespace loopbaankaart::media

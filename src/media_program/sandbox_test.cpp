// Who takes over a media job through a mistake in a decoder gets nothing by it.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <fstream>
#include <functional>

#include "trial_captive.hpp"
#include "trial_inputs.hpp"

namespace loopbaankaart::media {

namespace {

using testing::AnyOf;

struct Held {
    const char* job;
    Moment moment;
    friend void PrintTo(const Held& held, std::ostream* out) { *out << held.job << (held.moment == Moment::before_input ? " before it reads" : ", in ffmpeg"); }
};

class Cell : public testing::TestWithParam<Held> {
protected:
    const MemoryFile input_{wav(1)};
    Captive captive_{GetParam().job, input_.descriptor(), GetParam().moment};

    bool in_ffmpeg() const { return GetParam().moment == Moment::ffmpeg_answers; }
    void is_refused(const char* what, long answer) { EXPECT_THAT(answer, AnyOf(-EPERM, -EACCES, -ENOSYS)) << what; }
};

TEST_P(Cell, makes_no_connection) {
    is_refused("internet", captive_.does(SYS_socket, AF_INET, SOCK_STREAM));
    is_refused("internet, names", captive_.does(SYS_socket, AF_INET6, SOCK_DGRAM));
    is_refused("this machine", captive_.does(SYS_socket, AF_UNIX, SOCK_STREAM));
    is_refused("kernel", captive_.does(SYS_socket, AF_NETLINK, SOCK_RAW));
    is_refused("pair", captive_.does(SYS_socketpair, AF_UNIX, SOCK_STREAM));
    is_refused("send", captive_.does(SYS_sendto, 0));
    is_refused("rings", captive_.does(SYS_io_uring_setup, 1));
}

TEST_P(Cell, writes_no_file) {
    const long nowhere = captive_.text("/dev/null");
    for (const long how : {O_WRONLY, O_RDWR, O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC, O_WRONLY | O_APPEND}) is_refused("open", captive_.does(SYS_openat, AT_FDCWD, nowhere, how));
    is_refused("open, the old way", captive_.does(SYS_open, nowhere, O_WRONLY));
    is_refused("open, the new way", captive_.does(SYS_openat2, AT_FDCWD, nowhere));
    is_refused("create", captive_.does(SYS_creat, nowhere));
    const long absent = captive_.text("/no/such/place");
    for (const long call : {SYS_unlink, SYS_rmdir, SYS_mkdir, SYS_truncate, SYS_chmod, SYS_rename, SYS_link, SYS_symlink}) is_refused("change", captive_.does(call, absent, absent));
    is_refused("memory", captive_.does(SYS_memfd_create, absent));
}

TEST_P(Cell, reads_nothing_of_ours) {
    for (const char* path : {"/etc/passwd", "/proc/self/environ", "/proc/self/mem", "/var/lib", ".", "/"})
        is_refused(path, captive_.does(SYS_openat, AT_FDCWD, captive_.text(path), O_RDONLY));
}

TEST_P(Cell, starts_nothing_and_touches_no_other_program) {
    const long absent = captive_.text("/no/such/program");
    is_refused("start", captive_.does(SYS_execve, absent));
    is_refused("start here", captive_.does(SYS_execveat, AT_FDCWD, absent));
    is_refused("split", captive_.does(SYS_clone, CLONE_SIGHAND));
    is_refused("split, the new way", captive_.does(SYS_clone3));
    is_refused("trace", captive_.does(SYS_ptrace, PTRACE_PEEKUSER, captive_.process()));
    is_refused("look inside", captive_.does(SYS_process_vm_readv, captive_.process()));
    is_refused("signal", captive_.does(SYS_kill, captive_.process()));
    is_refused("signal, the new way", captive_.does(SYS_pidfd_open, captive_.process()));
    is_refused("a room of its own", captive_.does(SYS_unshare, 0));
    is_refused("mount", captive_.does(SYS_mount));
    is_refused("another kernel", captive_.does(SYS_kexec_load));
    is_refused("load into the kernel", captive_.does(SYS_bpf));
    is_refused("keys", captive_.does(SYS_keyctl));
    is_refused("a higher limit", captive_.does(SYS_prlimit64, 0, RLIMIT_NOFILE, absent));
    const long again = captive_.does(SYS_execveat, 200, captive_.text(""), 0, 0, AT_EMPTY_PATH);
    EXPECT_EQ(again, in_ffmpeg() ? -EBADF : -EPERM) << "ffmpeg once more";
}

TEST_P(Cell, makes_no_code_of_its_own) {
    is_refused("new", captive_.does(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1));
    is_refused("from data", captive_.does(SYS_mprotect, captive_.text("") & ~4095L, 4096, PROT_READ | PROT_EXEC));
}

TEST_P(Cell, has_no_new_rights) {
    std::ifstream status{"/proc/" + std::to_string(captive_.process()) + "/status"};
    const std::string all{std::istreambuf_iterator<char>{status}, {}};
    EXPECT_THAT(all, testing::HasSubstr("NoNewPrivs:\t1"));
    EXPECT_THAT(all, testing::HasSubstr("Seccomp:\t2"));
}

INSTANTIATE_TEST_SUITE_P(Jobs, Cell, testing::Values(Held{"photo", Moment::before_input}, Held{"sound", Moment::before_input}, Held{"sound", Moment::ffmpeg_answers}));

}  // namespace

}  // namespace loopbaankaart::media

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
    const testing::Matcher<long> refused_ = AnyOf(-EPERM, -EACCES, -ENOSYS);
};

TEST_P(Cell, makes_no_connection) {
    EXPECT_THAT(captive_.does(SYS_socket, AF_INET, SOCK_STREAM), refused_) << "internet";
    EXPECT_THAT(captive_.does(SYS_socket, AF_INET6, SOCK_DGRAM), refused_) << "internet, names";
    EXPECT_THAT(captive_.does(SYS_socket, AF_UNIX, SOCK_STREAM), refused_) << "this machine";
    EXPECT_THAT(captive_.does(SYS_socket, AF_NETLINK, SOCK_RAW), refused_) << "kernel";
    EXPECT_THAT(captive_.does(SYS_socketpair, AF_UNIX, SOCK_STREAM), refused_) << "pair";
    EXPECT_THAT(captive_.does(SYS_sendto, 0), refused_) << "send";
    EXPECT_THAT(captive_.does(SYS_io_uring_setup, 1), refused_) << "rings";
}

TEST_P(Cell, writes_no_file) {
    const long nowhere = captive_.text("/dev/null");
    for (const long how : {O_WRONLY, O_RDWR, O_RDONLY | O_CREAT, O_RDONLY | O_TRUNC, O_WRONLY | O_APPEND}) EXPECT_THAT(captive_.does(SYS_openat, AT_FDCWD, nowhere, how), refused_) << "open";
    EXPECT_THAT(captive_.does(SYS_open, nowhere, O_WRONLY), refused_) << "open, the old way";
    EXPECT_THAT(captive_.does(SYS_openat2, AT_FDCWD, nowhere), refused_) << "open, the new way";
    EXPECT_THAT(captive_.does(SYS_creat, nowhere), refused_) << "create";
    const long absent = captive_.text("/no/such/place");
    for (const long call : {SYS_unlink, SYS_rmdir, SYS_mkdir, SYS_truncate, SYS_chmod, SYS_rename, SYS_link, SYS_symlink}) EXPECT_THAT(captive_.does(call, absent, absent), refused_) << "change";
    EXPECT_THAT(captive_.does(SYS_memfd_create, absent), refused_) << "memory";
}

TEST_P(Cell, reads_nothing_of_ours) {
    for (const char* path : {"/etc/passwd", "/proc/self/environ", "/proc/self/mem", "/var/lib", ".", "/"})
        EXPECT_THAT(captive_.does(SYS_openat, AT_FDCWD, captive_.text(path), O_RDONLY), refused_) << path;
}

TEST_P(Cell, starts_nothing_and_touches_no_other_program) {
    const long absent = captive_.text("/no/such/program");
    EXPECT_THAT(captive_.does(SYS_execve, absent), refused_) << "start";
    EXPECT_THAT(captive_.does(SYS_execveat, AT_FDCWD, absent), refused_) << "start here";
    EXPECT_THAT(captive_.does(SYS_clone, CLONE_SIGHAND), refused_) << "split";
    EXPECT_THAT(captive_.does(SYS_clone3), refused_) << "split, the new way";
    EXPECT_THAT(captive_.does(SYS_ptrace, PTRACE_PEEKUSER, captive_.process()), refused_) << "trace";
    EXPECT_THAT(captive_.does(SYS_process_vm_readv, captive_.process()), refused_) << "look inside";
    EXPECT_THAT(captive_.does(SYS_kill, captive_.process()), refused_) << "signal";
    EXPECT_THAT(captive_.does(SYS_pidfd_open, captive_.process()), refused_) << "signal, the new way";
    EXPECT_THAT(captive_.does(SYS_unshare, 0), refused_) << "a room of its own";
    EXPECT_THAT(captive_.does(SYS_mount), refused_) << "mount";
    EXPECT_THAT(captive_.does(SYS_kexec_load), refused_) << "another kernel";
    EXPECT_THAT(captive_.does(SYS_bpf), refused_) << "load into the kernel";
    EXPECT_THAT(captive_.does(SYS_keyctl), refused_) << "keys";
    EXPECT_THAT(captive_.does(SYS_prlimit64, 0, RLIMIT_NOFILE, absent), refused_) << "a higher limit";
    const long again = captive_.does(SYS_execveat, 200, captive_.text(""), 0, 0, AT_EMPTY_PATH);
    EXPECT_EQ(again, in_ffmpeg() ? -EBADF : -EPERM) << "ffmpeg once more";
}

TEST_P(Cell, makes_no_code_of_its_own) {
    EXPECT_THAT(captive_.does(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1), refused_) << "new";
    EXPECT_THAT(captive_.does(SYS_mprotect, captive_.text("") & ~4095L, 4096, PROT_READ | PROT_EXEC), refused_) << "from data";
}

TEST_P(Cell, has_no_new_rights) {
    std::ifstream status{"/proc/" + std::to_string(captive_.process()) + "/status"};
    const std::string all{std::istreambuf_iterator<char>{status}, {}};
    EXPECT_THAT(all, testing::HasSubstr("NoNewPrivs:\t1"));
    EXPECT_THAT(all, testing::HasSubstr("Seccomp:\t2"));
}

INSTANTIATE_TEST_SUITE_P(Jobs, Cell, testing::Values(Held{"photo", Moment::before_input}, Held{"booklet", Moment::before_input}, Held{"sound", Moment::before_input}, Held{"sound", Moment::ffmpeg_answers}));

}  // namespace

}  // namespace loopbaankaart::media

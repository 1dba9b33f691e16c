#include "landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace loopbaankaart::media {

namespace {

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // of the first version, which is in every kernel that has it

void let_read(int rules, int what) {
    landlock_path_beneath_attr rule{};
    rule.allowed_access = reading;
    rule.parent_fd = what;
    demand(::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0);
}

void let_read(int rules, const char* path) {
    const int what = ::open(path, O_PATH | O_CLOEXEC);
    if (what < 0) return;  // not every machine has every folder
    let_read(rules, what);
    ::close(what);
}

}  // namespace

bool there_is_landlock() { return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0; }

void see_only_libraries(int program) {
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = everything;
    const int rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0));
    demand(rules >= 0);
    for (const char* path : {"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache"}) let_read(rules, path);
    let_read(rules, program);
    demand(::syscall(SYS_landlock_restrict_self, rules, 0) == 0);
    ::close(rules);
}

}  // namespace loopbaankaart::media

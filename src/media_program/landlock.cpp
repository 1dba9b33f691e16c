#include "landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace loopbaankaart::media {

namespace {

constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE, starting = reading | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // of the first version, which is in every kernel that has it

class Rules {
public:
    Rules() {
        landlock_ruleset_attr handled{};
        handled.handled_access_fs = everything;
        rules_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0));
        demand(rules_ >= 0);
    }
    Rules(const Rules&) = delete;
    ~Rules() { ::close(rules_); }

    void allow(int what, std::uint64_t how) {
        landlock_path_beneath_attr rule{};
        rule.allowed_access = how;
        rule.parent_fd = what;
        demand(::syscall(SYS_landlock_add_rule, rules_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0);
    }
    void allow(const char* path, std::uint64_t how) {
        const int what = ::open(path, O_PATH | O_CLOEXEC);
        if (what < 0) return;  // not every machine has every folder
        allow(what, how);
        ::close(what);
    }
    void hold() { demand(::syscall(SYS_landlock_restrict_self, rules_, 0) == 0); }

private:
    int rules_;
};

}  // namespace

bool there_is_landlock() { return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0; }

void see_only_libraries(int program) {
    Rules rules;
    for (const char* path : {"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache"}) rules.allow(path, starting);
    rules.allow(program, starting);
    rules.hold();
}

void see_only_folders(const std::vector<std::string>& paths) {
    Rules rules;
    for (const std::string& path : paths) rules.allow(path.c_str(), reading);
    rules.hold();
}

}  // namespace loopbaankaart::media

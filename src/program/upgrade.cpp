// loopbaankaart upgrade: migrates every school, one program at a time.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <program/words.hpp>

#include "commands.hpp"
#include "house.hpp"

namespace loopbaankaart::program {

namespace {

// Held while schools are migrated; a second `upgrade` waits for the first.
class UpgradeLock {
public:
    explicit UpgradeLock(const std::filesystem::path& data)
        : handle_{::open((data / "upgrade.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)} {
        if (handle_ < 0 || ::flock(handle_, LOCK_EX) != 0)
            throw std::runtime_error{"cannot lock " + (data / "upgrade.lock").string()};
    }
    ~UpgradeLock() { ::close(handle_); }
    UpgradeLock(const UpgradeLock&) = delete;
    UpgradeLock& operator=(const UpgradeLock&) = delete;

private:
    int handle_;
};

void upgrade(Console& console) {
    if (auto config = read_config(console.place.data); !config) return console.refuse(config.error());
    const UpgradeLock lock{console.place.data};
    auto installation = Installation::open(console.place);  // opening a school migrates it, after a backup
    if (!installation) return console.refuse(installation.error());
    for (const auto& site : (*installation)->sites()) console.say(word::school_is_current, {{"school", site->name}});
}

}  // namespace

void add_upgrade(CLI::App& app, Console& console) {
    app.add_subcommand("upgrade", "brings the database of every school up to date, after a backup")->callback([&console] { upgrade(console); });
}

}  // namespace loopbaankaart::program

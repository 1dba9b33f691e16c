// One thing at a time for each of many: whose turn it is, by name.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

namespace loopbaankaart::web {

class Turns {
public:
    class Turn {
    public:
        Turn(Turns& turns, std::string who) : turns_{turns}, who_{std::move(who)} {}
        ~Turn() {
            const std::lock_guard lock{turns_.mutex_};
            turns_.busy_.erase(who_);
        }
        Turn(const Turn&) = delete;

    private:
        Turns& turns_;
        std::string who_;
    };

    // False, and `turn` as it was, when this one is busy already.
    bool take(std::optional<Turn>& turn, const std::string& who) {
        const std::lock_guard lock{mutex_};
        if (!busy_.insert(who).second) return false;
        turn.emplace(*this, who);
        return true;
    }

private:
    std::mutex mutex_;
    std::unordered_set<std::string> busy_;
};

}  // namespace loopbaankaart::web

// Who waits for a place at the bench: in order of coming, and no more than there is room for.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>

namespace loopbaankaart::workshop {

class Turns {
public:
    class Turn {
    public:
        explicit Turn(Turns& of) : of_{&of} {}
        Turn(Turn&& other) noexcept : of_{other.of_} { other.of_ = nullptr; }
        Turn& operator=(Turn&&) = delete;
        ~Turn();

    private:
        Turns* of_;
    };

    Turns(std::size_t at_once, std::size_t waiting) : at_once_{at_once}, waiting_{waiting} {}

    // Waits for it; nothing when too many wait already (Guard::workshop_queue).
    std::optional<Turn> take();

private:
    void give_back();

    const std::size_t at_once_, waiting_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t come_ = 0, gone_ = 0;
};

}  // namespace loopbaankaart::workshop

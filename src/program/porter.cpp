#include "porter.hpp"

#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <exception>

namespace loopbaankaart::program {

namespace {
constexpr std::chrono::milliseconds between_porter_rounds{500};
constexpr std::chrono::seconds after_trouble{30};
constexpr int behind_pages = 10;  // of nice(2)
}  // namespace

Porter::Porter(Installation& installation, const atlas::Atlases& atlases, workshop::Workshop& workshop)
    : installation_{installation}, atlases_{atlases}, workshop_{workshop}, thread_{[this](const std::stop_token& stopping) { work(stopping); }} {}

void Porter::work(const std::stop_token& stopping) {
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), behind_pages);  // of this thread alone
    while (!stopping.stop_requested()) {
        bool well = true;
        for (const auto& site : installation_.sites()) well = carry_for(*site, stopping) && well;
        std::unique_lock lock{mutex_};
        stop_asked_.wait_for(lock, stopping, well ? between_porter_rounds : std::chrono::milliseconds{after_trouble}, [] { return false; });
    }
}

// All that waits at one school; false when something went wrong.
bool Porter::carry_for(const web::Site& site, const std::stop_token& stopping) {
    try {
        while (!stopping.stop_requested() && journey::carry_on(site, atlases_, workshop_, stopping)) {
        }
        return true;
    } catch (const std::exception& broken) {
        spdlog::error("porter of {}: {}", site.name, broken.what());
        return false;
    }
}

}  // namespace loopbaankaart::program

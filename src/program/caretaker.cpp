#include "caretaker.hpp"

#include <spdlog/spdlog.h>

#include <exception>

#include "house.hpp"

namespace loopbaankaart::program {

namespace {
constexpr std::chrono::milliseconds between_rounds{500};
constexpr unsigned rounds_between_mail = 10;
constexpr unsigned rounds_between_clearing = 1200;  // ten minutes
constexpr unsigned rounds_between_sweeping = 172'800;  // a day
}  // namespace

Caretaker::Caretaker(Installation& installation, const Place& place)
    : installation_{installation}, place_{place}, thread_{[this] { work(); }} {}

Caretaker::~Caretaker() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    stop_asked_.notify_all();
    thread_.join();
}

// False when it is time to stop.
bool Caretaker::wait() {
    std::unique_lock lock{mutex_};
    return !stop_asked_.wait_for(lock, between_rounds, [this] { return stopping_; });
}

void Caretaker::work() {
    for (unsigned number = 0; wait(); ++number)
        for (const auto& site : installation_.sites()) round(*site, number);
}

void Caretaker::round(web::Site& site, unsigned number) {
    try {
        access::chain_audit(*site.school);
        if (number % rounds_between_clearing == 0) {
            journey::tend(*site.school, site.now());
            erase_who_left(*site.school, site.now());
            flow::forget_quiet_stories(*site.school, site.now());
            access::forget_old_deeds(*site.school, site.now());
        }
        if (number % rounds_between_sweeping == 0) {
            const std::size_t removed = storage::remove_unnamed_files(*site.school, all_erasable(), site.now());
            if (removed > 0) spdlog::info("{}: {} media files without a row removed", site.name, removed);
        }
        if (number % rounds_between_mail != 0) return;
        access::MailSettings settings = installation_.config().mail;
        if (site.demo) settings.files = place_.data / "mail";
        access::send_waiting(*site.school, settings, site.now());
    } catch (const std::exception& broken) {
        spdlog::error("caretaker of {}: {}", site.name, broken.what());  // the next round tries again
    }
}

}  // namespace loopbaankaart::program

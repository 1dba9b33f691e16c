#include "installation.hpp"

#include <cstdlib>

#include <program/words.hpp>

#include "house.hpp"

namespace loopbaankaart::program {

namespace {

const base::SystemClock system_clock;
base::SystemRandomness system_randomness;

std::string_view host_name(std::string_view host) { return host.substr(0, host.rfind(':')); }

}  // namespace

std::filesystem::path key_of(const Place& place) {
    if (!place.key.empty()) return place.key;
    if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY")) {
        const std::filesystem::path credential = std::filesystem::path{credentials} / "loopbaankaart.key";
        if (std::filesystem::exists(credential)) return credential;
    }
    std::filesystem::path folder = std::filesystem::absolute(place.data).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    return folder.string() + ".key";
}

base::Result<std::unique_ptr<storage::Storage>> open_storage(const Place& place, const Config& config, MakeKey make_key) {
    return storage::open({.data = place.data,
                          .key_file = key_of(place),
                          .database = place.database.empty() ? config.database : place.database,
                          .migrations = all_migrations(),
                          .erasable = all_erasable(),
                          .make_key = make_key == MakeKey::when_missing,
                          .clock = &system_clock,
                          .randomness = &system_randomness});
}

base::Result<std::unique_ptr<Installation>> Installation::open(const Place& place) {
    auto installation = std::make_unique<Installation>();
    auto config = read_config(place.data);
    if (!config) return config.error();
    installation->config_ = std::move(*config);

    auto storage = open_storage(place, installation->config_, MakeKey::no);
    if (!storage) return storage.error();
    installation->storage_ = std::move(*storage);

    for (const SchoolConfig& school : installation->config_.schools) {
        auto opened = installation->storage_->school(school.name);
        if (opened == nullptr) return base::Error{word::school_unknown, school.name};
        auto site = std::make_unique<web::Site>();
        site->name = school.name;
        site->title = school.title;
        site->address = school.address;
        site->time_zone = school.time_zone;
        site->public_map = school.public_map;
        site->demo = school.demo;
        site->school = std::move(opened);
        site->clock = &system_clock;
        site->randomness = &system_randomness;
        installation->sites_.push_back(std::move(site));
    }
    return installation;
}

web::Site* Installation::site(std::string_view school) {
    for (const auto& site : sites_)
        if (site->name == school) return site.get();
    return nullptr;
}

const web::Site* Installation::find(std::string_view host) const {
    if (sites_.size() == 1) return sites_.front().get();
    for (std::size_t at = 0; at < sites_.size(); ++at)
        if (config_.schools[at].host == host_name(host)) return sites_[at].get();
    return nullptr;
}

}  // namespace loopbaankaart::program

// One installation: its settings, its storage, and the schools it serves.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <journey/journey.hpp>

#include "config.hpp"

namespace loopbaankaart::program {

// What every command takes.
struct Place {
    std::filesystem::path data = "data";
    std::filesystem::path key;      // empty: the systemd credential `loopbaankaart.key`, else DATA.key beside the data folder
    std::string database;           // empty: what config.toml says
};

std::filesystem::path key_of(const Place& place);

enum class MakeKey { no, when_missing };
// The storage of all modules at this place. Errors: those of storage::open.
base::Result<std::unique_ptr<storage::Storage>> open_storage(const Place& place, const Config& config, MakeKey make_key);

class Installation {
public:
    // Errors: those of read_config and storage::open.
    static base::Result<std::unique_ptr<Installation>> open(const Place& place);

    const Config& config() const { return config_; }
    storage::Storage& storage() { return *storage_; }
    // The site of a school; null when config.toml names none.
    web::Site* site(std::string_view school);
    const std::vector<std::unique_ptr<web::Site>>& sites() const { return sites_; }
    // Which site a Host header belongs to: by host name without port; with one school any host will do. Null: none.
    const web::Site* find(std::string_view host) const;

private:
    Config config_;
    std::unique_ptr<storage::Storage> storage_;
    std::vector<std::unique_ptr<web::Site>> sites_;
};

}  // namespace loopbaankaart::program

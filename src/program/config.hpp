// DATA/config.toml: which schools there are, where they are reached, and how the program listens. Written by `demo` and
// `school add`, changed by whoever runs the school's server; docs/operating.md explains every line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <access/access.hpp>
#include <base/base.hpp>

namespace loopbaankaart::program {

struct SchoolConfig {
    std::string name;                            // "noord": its folder or schema
    std::string title;                           // as people know it
    std::string host;                            // "noord.example.nl"
    std::string address;                         // "https://noord.example.nl": links are built from it
    std::string time_zone = "Europe/Amsterdam";
    bool public_map = true;                      // whether the places can be read signed out
    bool demo = false;
};

struct Config {
    std::string listen = "127.0.0.1";
    std::uint16_t port = 8080;
    std::uint16_t metrics_port = 0;              // 0: none
    std::vector<std::string> trusted_proxies;
    std::string access_log;                      // a file, "-" or empty
    std::string database;                        // empty: SQLite files in the data folder; else postgresql://…
    access::MailSettings mail;
    std::vector<SchoolConfig> schools;
};

// Errors: word::config_missing, word::config_bad (about: file, line and what).
base::Result<Config> read_config(const std::filesystem::path& data);
// Replaces the file in one step; mode 0600, as it may hold the mail password.
void write_config(const std::filesystem::path& data, const Config& config);

}  // namespace loopbaankaart::program

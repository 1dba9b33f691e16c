#include "config.hpp"

#include <fmt/format.h>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <sstream>

#include <program/words.hpp>

#include "files.hpp"

namespace loopbaankaart::program {

namespace {

std::filesystem::path config_file(const std::filesystem::path& data) { return data / "config.toml"; }

// A value that must have this type when it is there; the mistake names its line.
template <typename Value>
void take(const toml::table& table, std::string_view key, Value& into) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return;
    const auto value = node->value_exact<std::conditional_t<std::is_same_v<Value, std::uint16_t>, std::int64_t, Value>>();
    if (!value) throw toml::parse_error{"another kind of value is expected", node->source()};
    if constexpr (std::is_same_v<Value, std::uint16_t>)
        if (*value < 0 || *value > 65535) throw toml::parse_error{"a port lies between 0 and 65535", node->source()};
    into = static_cast<Value>(*value);
}

void only_known(const toml::table& table, std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : table)
        if (std::find(known.begin(), known.end(), key.str()) == known.end())
            throw toml::parse_error{"an unknown setting", key.source()};
}

SchoolConfig school_of(const toml::table& table) {
    only_known(table, {"name", "title", "host", "address", "time_zone", "public_map", "demo"});
    SchoolConfig school;
    take(table, "name", school.name);
    take(table, "title", school.title);
    take(table, "host", school.host);
    take(table, "address", school.address);
    take(table, "time_zone", school.time_zone);
    take(table, "public_map", school.public_map);
    take(table, "demo", school.demo);
    if (school.name.empty() || school.host.empty()) throw toml::parse_error{"a school needs a name and a host", table.source()};
    if (school.address.empty()) school.address = "https://" + school.host;
    if (school.title.empty()) school.title = school.name;
    return school;
}

Config config_of(const toml::table& table) {
    only_known(table, {"listen", "port", "metrics_port", "trusted_proxies", "access_log", "database", "mail", "school"});
    Config config;
    take(table, "listen", config.listen);
    take(table, "port", config.port);
    take(table, "metrics_port", config.metrics_port);
    take(table, "access_log", config.access_log);
    take(table, "database", config.database);
    if (const toml::array* proxies = table["trusted_proxies"].as_array())
        for (const toml::node& proxy : *proxies) config.trusted_proxies.push_back(proxy.value_or(std::string{}));
    if (const toml::table* mail = table["mail"].as_table()) {
        only_known(*mail, {"smtp", "user", "password", "from"});
        take(*mail, "smtp", config.mail.smtp_url);
        take(*mail, "user", config.mail.user);
        take(*mail, "password", config.mail.password);
        take(*mail, "from", config.mail.from);
    }
    if (const toml::array* schools = table["school"].as_array())
        for (const toml::node& school : *schools)
            if (const toml::table* one = school.as_table()) config.schools.push_back(school_of(*one));
    return config;
}

toml::table table_of(const SchoolConfig& school) {
    return toml::table{{"name", school.name},           {"title", school.title},
                       {"host", school.host},           {"address", school.address},
                       {"time_zone", school.time_zone}, {"public_map", school.public_map},
                       {"demo", school.demo}};
}

}  // namespace

base::Result<Config> read_config(const std::filesystem::path& data) {
    const std::filesystem::path file = config_file(data);
    if (!std::filesystem::exists(file)) return base::Error{word::config_missing, file.string()};
    try {
        return config_of(toml::parse_file(file.string()));
    } catch (const toml::parse_error& mistake) {
        return base::Error{word::config_bad, fmt::format("{}:{}: {}", file.string(), mistake.source().begin.line, mistake.description())};
    }
}

void write_config(const std::filesystem::path& data, const Config& config) {
    toml::array schools;
    for (const SchoolConfig& school : config.schools) schools.push_back(table_of(school));
    toml::array proxies;
    for (const std::string& proxy : config.trusted_proxies) proxies.push_back(proxy);
    toml::table table{{"listen", config.listen}, {"port", config.port}, {"metrics_port", config.metrics_port},
                      {"access_log", config.access_log}, {"database", config.database}, {"trusted_proxies", proxies}, {"school", schools}};
    if (!config.mail.smtp_url.empty() || !config.mail.from.empty())
        table.insert("mail", toml::table{{"smtp", config.mail.smtp_url}, {"user", config.mail.user},
                                         {"password", config.mail.password}, {"from", config.mail.from}});
    std::ostringstream text;
    text << "# Settings of Loopbaankaart; docs/operating.md explains them. Restart the program after a change.\n" << table << '\n';
    std::filesystem::create_directories(data);
    replace_file(config_file(data), text.str());
}

}  // namespace loopbaankaart::program

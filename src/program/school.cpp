// loopbaankaart school add NAME --host HOST: makes a school and prints one link for its first administrator.
#include <fmt/format.h>

#include <algorithm>

#include <program/words.hpp>

#include "commands.hpp"

namespace loopbaankaart::program {

namespace {

struct NewSchool {
    std::string name, host, title, address;
};

// The first administrator: an account without a password, waiting for its link.
std::string invite_first_administrator(storage::School& school) {
    const base::SystemClock clock;
    base::SystemRandomness randomness;
    std::string token;
    school.write_now([&](storage::Writes& writes) {
        const base::Instant now = clock.now();
        const access::Person person{.id = base::Id::make(now, randomness), .user_name = "beheer", .name = "Beheer"};
        auto added = access::add_person(writes, person, {{access::Role::administrator, {}}}, now);
        if (!added) throw std::runtime_error{std::string{added.error().code()}};
        token = access::invite(writes, person.id, now, randomness);
    });
    return token;
}

void add(Console& console, NewSchool choice) {
    Config config;
    if (auto known = read_config(console.place.data))
        config = *known;
    else if (known.error().code() != word::config_missing.id)
        return console.refuse(known.error());
    const auto same_host = [&](const SchoolConfig& school) { return school.host == choice.host; };
    if (std::any_of(config.schools.begin(), config.schools.end(), same_host)) return console.refuse({word::host_taken, choice.host});

    std::filesystem::create_directories(console.place.data);
    auto storage = open_storage(console.place, config, MakeKey::when_missing);
    if (!storage) return console.refuse(storage.error());
    auto school = (*storage)->create_school(choice.name);
    if (!school) return console.refuse(school.error());

    if (choice.address.empty()) choice.address = "https://" + choice.host;
    if (choice.title.empty()) choice.title = choice.name;
    const std::string link = fmt::format("{}/welkom/{}", choice.address, invite_first_administrator(**school));
    config.schools.push_back({.name = choice.name, .title = choice.title, .host = choice.host, .address = choice.address});
    write_config(console.place.data, config);
    console.say(word::first_administrator_link, {{"link", link}});
}

}  // namespace

void add_school(CLI::App& app, Console& console) {
    CLI::App* school = app.add_subcommand("school", "the schools of this installation");
    school->require_subcommand(1);
    CLI::App* command = school->add_subcommand("add", "makes a school and prints one link for its first administrator");
    auto choice = std::make_shared<NewSchool>();
    command->add_option("name", choice->name, "short: lower-case letters, digits, hyphens")->required();
    command->add_option("--host", choice->host, "the host name it is reached at")->required();
    command->add_option("--title", choice->title, "the name as people know it");
    command->add_option("--address", choice->address, "the address links start with (default https://HOST)");
    command->callback([&console, choice] { add(console, *choice); });
}

}  // namespace loopbaankaart::program

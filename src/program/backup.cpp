// loopbaankaart backup | restore: one file a school, readable on either database; the key store apart.
#include <fmt/format.h>

#include <algorithm>

#include <program/words.hpp>

#include "commands.hpp"

namespace loopbaankaart::program {

namespace {

struct BackupChoice {
    std::string school;
    std::filesystem::path file;
    std::filesystem::path keys;
};

void backup(Console& console, const BackupChoice& choice) {
    auto installation = Installation::open(console.place);
    if (!installation) return console.refuse(installation.error());
    if ((*installation)->site(choice.school) == nullptr) return console.refuse({word::school_unknown, choice.school});
    if (auto done = (*installation)->storage().backup(choice.school, choice.file); !done) return console.refuse(done.error());
    console.say(word::backup_written, {{"file", choice.file.string()}});
    if (choice.keys.empty()) return;
    if (auto done = (*installation)->storage().backup_keys(choice.keys); !done) return console.refuse(done.error());
    console.say(word::keys_written, {{"file", choice.keys.string()}});
}

// Works in an empty data folder, with the key and a copy of the key store; config.toml gets a line for the school.
void restore(Console& console, const BackupChoice& choice) {
    Config config;
    if (auto known = read_config(console.place.data))
        config = *known;
    else if (known.error().code() != word::config_missing.id)
        return console.refuse(known.error());

    auto storage = open_storage(console.place, config, MakeKey::no);
    if (!storage) return console.refuse(storage.error());
    if (!choice.keys.empty())
        if (auto done = (*storage)->restore_keys(choice.keys); !done) return console.refuse(done.error());
    if (auto done = (*storage)->restore(choice.school, choice.file); !done) return console.refuse(done.error());

    const auto same_name = [&](const SchoolConfig& school) { return school.name == choice.school; };
    if (std::none_of(config.schools.begin(), config.schools.end(), same_name)) {
        config.schools.push_back({.name = choice.school, .title = choice.school, .host = choice.school + ".localhost",
                                  .address = fmt::format("http://{}.localhost:{}", choice.school, config.port)});
        write_config(console.place.data, config);
    }
    console.say(word::backup_restored, {{"school", choice.school}});
}

}  // namespace

void add_backup(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("backup", "writes a school to one file, while it is in use");
    auto choice = std::make_shared<BackupChoice>();
    command->add_option("school", choice->school)->required();
    command->add_option("file", choice->file)->required();
    command->add_option("--keys", choice->keys, "also copy the key store, to another place; keep it at most 30 days");
    command->callback([&console, choice] { backup(console, *choice); });
}

void add_restore(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("restore", "reads a school from a backup, into an empty place");
    auto choice = std::make_shared<BackupChoice>();
    command->add_option("school", choice->school, "the name it had: what is sealed opens under that name only")->required();
    command->add_option("file", choice->file)->required()->check(CLI::ExistingFile);
    command->add_option("--keys", choice->keys, "a copy of the key store, for an installation that has none of these keys")->check(CLI::ExistingFile);
    command->callback([&console, choice] { restore(console, *choice); });
}

}  // namespace loopbaankaart::program

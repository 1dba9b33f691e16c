// loopbaankaart: the command line.
#include <fmt/format.h>
#include <sodium.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "commands.hpp"

namespace {

using namespace loopbaankaart;

base::Language language_of_terminal() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view{value}.starts_with("en") ? base::Language::en : base::Language::nl;
    return base::Language::nl;
}

int run(int count, char** arguments) {
    program::Console console{.language = language_of_terminal()};
    CLI::App app{"Loopbaankaart: de Kaart van de Loopbaanrealisatie, voor een school.", "loopbaankaart"};
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", LOOPBAANKAART_VERSION);
    app.add_option("--data", console.place.data, "the data folder")->capture_default_str();
    app.add_option("--key", console.place.key, "the installation key (default: the systemd credential, else DATA.key)");
    app.add_option("--database", console.place.database, "postgresql://… (default: what config.toml says, else SQLite)");
    app.add_flag("--json", console.json, "answers for machines");
    program::add_serve(app, console);
    program::add_demo(app, console);
    program::add_school(app, console);
    program::add_person(app, console);
    program::add_backup(app, console);
    program::add_restore(app, console);
    program::add_upgrade(app, console);
    program::add_map(app, console);
    program::add_flow(app, console);
    program::add_routes(app, console);
    program::add_doctor(app, console);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& mistake) {
        return app.exit(mistake) == 0 ? 0 : 2;
    }
    return console.exit_code;
}

}  // namespace

int main(int count, char** arguments) {
    if (sodium_init() < 0) return 1;
    try {
        return run(count, arguments);
    } catch (const std::exception& broken) {
        fmt::print(stderr, "loopbaankaart: {}\n", broken.what());
        return 1;
    }
}

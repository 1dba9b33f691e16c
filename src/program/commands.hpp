// The commands of `loopbaankaart`. Each adds itself to the command line; when chosen, it runs and leaves its exit code:
// 0 done, 1 refused with a reason (on standard error), 2 wrong usage (the command line itself).
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include <base/base.hpp>

#include "installation.hpp"

namespace loopbaankaart::program {

struct Console {
    Place place;
    bool json = false;
    int exit_code = 0;
    base::Language language = base::Language::nl;  // of the terminal: LC_ALL, LC_MESSAGES, LANG; Dutch unless it says English

    // Says why not, on standard error, and sets exit code 1.
    void refuse(const base::Error& error);
    void say(const base::Word& word, std::initializer_list<base::Fill> fills = {}) const;
};

void add_serve(CLI::App& app, Console& console);
void add_demo(CLI::App& app, Console& console);
void add_school(CLI::App& app, Console& console);
void add_person(CLI::App& app, Console& console);
void add_backup(CLI::App& app, Console& console);
void add_restore(CLI::App& app, Console& console);
void add_upgrade(CLI::App& app, Console& console);
void add_map(CLI::App& app, Console& console);
void add_flow(CLI::App& app, Console& console);
// Below `flow`.
void add_flow_forecast(CLI::App& flow, Console& console);
void add_flow_activities(CLI::App& flow, Console& console);
void add_flow_judgements(CLI::App& flow, Console& console);
void add_flow_persons(CLI::App& flow, Console& console);
void add_routes(CLI::App& app, Console& console);
void add_doctor(CLI::App& app, Console& console);

}  // namespace loopbaankaart::program

// loopbaankaart flow activities: what courses, certificates and diplomas take and cost.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include <flow/words.hpp>
#include <nlohmann/json.hpp>
#include <program/words.hpp>

#include "commands.hpp"
#include "flow_files.hpp"

namespace loopbaankaart::program {

namespace {

struct ActivitiesChoice {
    std::string file, map, out, curves;
};

void cost_activities(Console& console, const ActivitiesChoice& choice) {
    const auto mapping = mapping_of(choice.map);
    if (!mapping) return console.refuse(mapping.error());
    if (mapping->kind != flow::Kind::attempts) return console.refuse({flow::word::no_attempts});
    const auto reading = flow::read_data(choice.file, *mapping, {.progress = shown_progress()});
    if (!reading) return console.refuse(reading.error());
    if (const auto refusal = reading->findings.refusal()) return console.refuse(*refusal);
    if (reading->attempts.size() == 0) return console.refuse({flow::word::no_attempts});
    constexpr std::size_t few = 3;
    show_findings(reading->findings, console.language, few);
    const auto lines = flow::activities(reading->attempts);
    const auto said = std::count_if(lines.begin(), lines.end(), [](const flow::Activity& one) { return one.refused == flow::LessSaid::nothing; });

    std::ofstream out{choice.out, std::ios::binary};
    flow::write_activities(out, reading->attempts, lines);
    if (!out.flush()) return console.refuse({word::file_unwritable, choice.out});
    if (!choice.curves.empty()) {
        std::ofstream curves{choice.curves, std::ios::binary};
        flow::write_activity_curves(curves, reading->attempts, lines);
        if (!curves.flush()) return console.refuse({word::file_unwritable, choice.curves});
    }
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"lines", lines.size()}, {"whole", said}, {"digest", reading->digest}, {"file", choice.out}}.dump());
    else
        console.say(word::flow_activities_written, {{"count", std::to_string(lines.size())}, {"whole", std::to_string(said)}, {"file", choice.out}});
}

}  // namespace

void add_flow_activities(CLI::App& flow, Console& console) {
    auto choice = std::make_shared<ActivitiesChoice>();
    CLI::App* activities = flow.add_subcommand("activities", "contact hours and cost per completion of courses, certificates and diplomas, with intervals, as CSV");
    activities->add_option("file", choice->file, "the CSV file: a row an attempt")->required();
    activities->add_option("--map", choice->map, "the mapping: a TOML file of kind attempts, or uren")->required();
    activities->add_option("--out", choice->out, "the file to write")->required();
    activities->add_option("--curves", choice->curves, "a file for the shares that completed and dropped out, by contact hours");
    activities->callback([&console, choice] { cost_activities(console, *choice); });
}

}  // namespace loopbaankaart::program

// loopbaankaart flow: data about how students flow, read, looked through and made into curves (forecasts: flow_forecast.cpp).
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include <flow/flow.hpp>
#include <flow/words.hpp>
#include <nlohmann/json.hpp>
#include <program/words.hpp>

#include "commands.hpp"
#include "flow_files.hpp"
#include "flow_school.hpp"

namespace loopbaankaart::program {

namespace {

namespace fs = std::filesystem;

struct FlowChoice {
    std::string file, map, out, group, clock = "day";
    bool dry = false;
    SchoolFigures figures;
};

nlohmann::json counts_of(const flow::Findings& findings) {
    nlohmann::json counts = nlohmann::json::object();
    for (std::size_t kind = 0; kind < flow::finding_kinds; ++kind)
        if (const auto finding = static_cast<flow::Finding>(kind); findings.count(finding) > 0) counts[std::string{flow::code(finding)}] = findings.count(finding);
    return counts;
}

// The whole folder or nothing of it; over an earlier one of ours, never over anything else.
bool keep(const fs::path& folder, const flow::Reading& reading) {
    if (fs::exists(folder) && !fs::is_empty(folder) && !fs::exists(folder / "mapping.toml")) return false;
    const fs::path making = folder.string() + ".new";
    std::error_code failure;
    fs::remove_all(making, failure);
    fs::create_directories(making, failure);
    fs::permissions(making, fs::perms::owner_all, failure);
    std::ofstream data{making / "data.csv", std::ios::binary}, mapping{making / "mapping.toml", std::ios::binary};
    flow::write_data(data, reading);
    mapping << "# Made by loopbaankaart of a file with the BLAKE2b digest " << reading.digest << ".\n" << flow::our_mapping(reading);
    if (data.flush() && mapping.flush()) {
        fs::remove_all(folder, failure);
        fs::rename(making, folder, failure);
        if (!failure) return true;
    }
    fs::remove_all(making, failure);
    return false;
}

void import_file(Console& console, const FlowChoice& choice) {
    const auto mapping = mapping_of(choice.map);
    if (!mapping) return console.refuse(mapping.error());
    const bool for_school = !choice.figures.school.empty();
    const auto read_by = [&](const std::string& group) {
        return flow::read_data(choice.file, *mapping, {.clock = for_school ? flow::Clock::half : flow::Clock::day, .group = group, .progress = shown_progress()});
    };
    const auto reading = read_by("");
    if (!reading) return console.refuse(reading.error());
    constexpr std::size_t some = 20;
    show_findings(reading->findings, console.language, choice.dry ? flow::Findings::kept : some);
    const bool refused = reading->findings.refusal().has_value();
    if (refused) console.exit_code = 1;
    const fs::path folder = choice.out.empty() ? fs::path{console.place.data} / "flow" / fs::path{choice.file}.stem() : fs::path{choice.out};
    const bool kept = !refused && !choice.dry;
    if (kept && for_school) return keep_figures(console, choice.figures, *reading, read_by);
    if (kept && !keep(folder, *reading)) return console.refuse({word::file_unwritable, folder.string()});
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"rows", reading->rows}, {"digest", reading->digest}, {"findings", counts_of(reading->findings)}, {"folder", kept ? folder.string() : ""}}.dump());
    else if (kept)
        console.say(word::flow_imported, {{"rows", std::to_string(reading->rows)}, {"folder", folder.string()}});
    else
        console.say(word::flow_looked, {{"rows", std::to_string(reading->rows)}});
}

void draw_curves(Console& console, const FlowChoice& choice) {
    const auto mapping = mapping_of(choice.map);
    if (!mapping) return console.refuse(mapping.error());
    if (mapping->kind != flow::Kind::spells) return console.refuse({flow::word::no_stays});
    const flow::ReadingOptions options{.clock = choice.clock == "half" ? flow::Clock::half : flow::Clock::day, .group = choice.group, .progress = shown_progress()};
    auto reading = flow::read_data(choice.file, *mapping, options);
    if (!reading) return console.refuse(reading.error());
    if (const auto refusal = reading->findings.refusal()) return console.refuse(*refusal);
    constexpr std::size_t few = 3;
    show_findings(reading->findings, console.language, few);
    const bool grouped = !choice.group.empty();
    if (!grouped) reading->spells.group.clear();
    const std::vector<std::string> states = reading->spells.states, groups = reading->spells.groups;

    // A group in which nobody moves is told and has no rows.
    const std::vector<flow::Spells> parts = flow::by_group(std::move(reading->spells));
    std::vector<std::optional<flow::Curves>> drawn(parts.size());
    std::size_t moments = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        auto curves = flow::curves(parts[at]);
        if (curves) {
            moments += curves->times.size();
            drawn[at] = std::move(*curves);
        } else if (!grouped) {
            return console.refuse(curves.error());
        } else {
            const std::string reason = base::say(*curves.error().word, console.language, {{"about", curves.error().about}});
            fmt::print(stderr, "{}\n", base::say(word::flow_group_without, console.language, {{"group", groups[at]}, {"reason", reason}}));
        }
    }
    if (moments == 0) return console.refuse({flow::word::no_moves});
    std::ofstream file{choice.out, std::ios::binary};
    flow::write_header(file, states, grouped);
    for (std::size_t at = 0; at < drawn.size(); ++at)
        if (drawn[at]) flow::write_rows(file, *drawn[at], grouped ? std::optional<std::string_view>{groups[at]} : std::nullopt);
    if (!file.flush()) return console.refuse({word::file_unwritable, choice.out});
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"moments", moments}, {"digest", reading->digest}, {"findings", counts_of(reading->findings)}, {"file", choice.out}}.dump());
    else
        console.say(word::flow_curves_written, {{"count", std::to_string(moments)}, {"file", choice.out}});
}

}  // namespace

void add_flow(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("flow", "how students flow: data in, curves and forecasts out");
    command->require_subcommand(1);
    auto choice = std::make_shared<FlowChoice>();

    CLI::App* import = command->add_subcommand("import", "reads a CSV file of stays, people or counts, and says what it noticed in which row");
    import->add_option("file", choice->file, "the CSV file")->required();
    import->add_option("--map", choice->map, "the mapping: a TOML file, or oulad, uci697, duo_hbo, reis, simulated, uren or 1cijferho")->required();
    import->add_flag("--dry-run", choice->dry, "only says what would be done");
    import->add_option("--out", choice->out, "the folder to keep it in (default: DATA/flow/FILE)");
    add_school_figures(*import, choice->figures);
    import->callback([&console, choice] {
        if (choice->figures.name.empty()) choice->figures.name = fs::path{choice->file}.stem().string();
        import_file(console, *choice);
    });

    CLI::App* curves = command->add_subcommand("curves", "which share is in which state after how long, with standard errors, as CSV");
    curves->add_option("file", choice->file, "the CSV file")->required();
    curves->add_option("--map", choice->map, "the mapping; a file with the columns id,h0,h1,d0,d1,from,to needs none")->default_val("simulated");
    curves->add_option("--clock", choice->clock, "half (half-years) or day")->check(CLI::IsMember{{"half", "day"}})->required();
    curves->add_option("--group", choice->group, "a column: curves for each of its values");
    curves->add_option("--out", choice->out, "the file to write")->required();
    curves->callback([&console, choice] { draw_curves(console, *choice); });

    add_flow_forecast(*command, console);
    add_flow_activities(*command, console);
    add_flow_judgements(*command, console);
    add_flow_persons(*command, console);
}

}  // namespace loopbaankaart::program

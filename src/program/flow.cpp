// loopbaankaart flow: data about how students flow, read, looked through and made into curves and forecasts.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <flow/flow.hpp>
#include <flow/words.hpp>
#include <nlohmann/json.hpp>
#include <program/words.hpp>

#include "commands.hpp"
#include "flow_school.hpp"

namespace loopbaankaart::program {

namespace {

namespace fs = std::filesystem;

struct FlowChoice {
    std::string file, map, out, group, clock = "day";
    bool dry = false;
    std::uint32_t horizon = 3;
    std::uint64_t seed = 1;
    SchoolFigures figures;
};

// A mapping of one's own, or one of ours by name.
base::Result<flow::Mapping> mapping_of(const std::string& map) {
    if (fs::exists(map)) return flow::read_mapping(map);
    if (const auto ready = flow::ready_mapping(map)) return flow::parse_mapping(*ready, map + ".toml");
    return base::Error{flow::word::mapping_unknown, map};
}

// On a terminal, in one line that is gone when it is done.
flow::Progress shown_progress() {
    if (::isatty(STDERR_FILENO) == 0) return {};
    return [shown = std::uint64_t{101}](std::uint64_t done, std::uint64_t all) mutable {
        const std::uint64_t percent = all == 0 ? 100 : done * 100 / all;
        if (percent == shown) return;
        shown = percent;
        constexpr std::uint64_t width = 40;
        fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {}%{}", "", percent * width / 100, "", width - percent * width / 100, percent, done == all ? "\r\033[K" : "");
        std::fflush(stderr);
    };
}

void show(const flow::Findings& findings, base::Language language, std::size_t most) {
    for (std::size_t kind = 0; kind < flow::finding_kinds; ++kind) {
        const auto finding = static_cast<flow::Finding>(kind);
        const auto& rows = findings.rows(finding);
        for (std::size_t at = 0; at < std::min(rows.size(), most); ++at) {
            const std::string about = rows[at].about.empty() ? std::to_string(rows[at].row) : fmt::format("{} ({})", rows[at].row, rows[at].about);
            fmt::print(stderr, "{} {}\n", base::say(flow::word_of(finding), language, {{"about", about}}), flow::word_of(findings.does(finding)).in(language));
        }
        if (findings.count(finding) > std::min(rows.size(), most))
            fmt::print(stderr, "{}\n", base::say(word::flow_more_findings, language, {{"count", std::to_string(findings.count(finding) - std::min(rows.size(), most))}}));
    }
}

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
    show(reading->findings, console.language, choice.dry ? flow::Findings::kept : some);
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
    show(reading->findings, console.language, few);
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

constexpr std::string_view colour_codes[] = {"green", "amber", "red", "grey"};
constexpr std::string_view refusal_codes[] = {"", "few_students", "not_narrower"};
constexpr std::string_view level_codes[] = {"programme", "sector", "school"};

base::Result<flow::SchoolNow> school_in(const FlowChoice& choice, base::Language language, std::string& digest) {
    const auto mapping = mapping_of(choice.map);
    if (!mapping) return mapping.error();
    if (mapping->kind != flow::Kind::spells) return base::Error{flow::word::no_stays};
    auto reading = flow::read_data(choice.file, *mapping, {.clock = flow::Clock::half, .group = choice.group, .progress = shown_progress()});
    if (!reading) return reading.error();
    if (const auto refusal = reading->findings.refusal()) return *refusal;
    constexpr std::size_t few = 3;
    show(reading->findings, language, few);
    digest = reading->digest;
    return flow::school_of(reading->spells);
}
void write_outlook(std::ostream& out, const flow::Outlook& outlook) {
    out << fmt::format(",{},{},{},{},{},{:.2f}", outlook.median, outlook.low80, outlook.high80, outlook.low95, outlook.high95, outlook.mean);
}
std::string subject_of(const flow::School& school, const flow::Line& line) {
    return line.level == flow::Level::programme ? school.programmes[line.subject] : std::string{};
}

// Says how many lines were written, and out of what.
void end_table(Console& console, const FlowChoice& choice, std::ofstream& out, std::size_t count, const std::string& digest) {
    if (!out.flush()) return console.refuse({word::file_unwritable, choice.out});
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"lines", count}, {"digest", digest}, {"seed", choice.seed}, {"file", choice.out}}.dump());
    else
        console.say(word::flow_forecast_written, {{"count", std::to_string(count)}, {"file", choice.out}});
}

// What is coming, with the colour that past cohorts give it.
void forecast_students(Console& console, const FlowChoice& choice) {
    std::string digest;
    const auto now = school_in(choice, console.language, digest);
    if (!now) return console.refuse(now.error());
    const flow::School& school = now->school;
    flow::ForecastOptions options{.seed = choice.seed, .ahead = choice.horizon, .intake = now->intake};
    const flow::Forecast forecast = flow::forecast(school, options);
    options.blocks = 50, options.per_block = 40;  // enough to judge by
    options.intake.clear();
    const flow::Backtest tested = flow::backtest(school, {.forecast = options, .intake = flow::IntakeKnown::drawn});
    std::ofstream out{choice.out, std::ios::binary};
    out << "level,programme,state,school_year,median,low80,high80,low95,high95,mean,own_median,own_low80,own_high80,own_low95,own_high95,own_mean,gate,refused,borrowed\n";
    std::size_t count = 0;
    for (const flow::Line& line : forecast.lines) {
        if (line.level == flow::Level::sector) continue;
        const std::int32_t year = school.first_year + static_cast<std::int32_t>(school.years + line.ahead) - 1;
        out << fmt::format("{},{},{},{}", level_codes[static_cast<std::size_t>(line.level)], flow::csv_cell(subject_of(school, line)), flow::csv_cell(school.states[line.state]), year);
        write_outlook(out, line.model), write_outlook(out, line.own_rate);
        out << fmt::format(",{},{},{}\n", colour_codes[static_cast<std::size_t>(tested.of(line.state, line.ahead, choice.horizon).colour)], refusal_codes[static_cast<std::size_t>(line.refusal)], line.borrowed ? 1 : 0);
        ++count;
    }
    end_table(console, choice, out, count, digest);
}

// How forecasts of past years came out, a line a state and horizon.
void test_forecasts(Console& console, const FlowChoice& choice) {
    std::string digest;
    const auto now = school_in(choice, console.language, digest);
    if (!now) return console.refuse(now.error());
    const flow::School& school = now->school;
    std::ofstream out{choice.out, std::ios::binary};
    out << "intake,state,ahead,gate,forecasts,cohorts,skill,skill_low,skill_high,pit80,pit80_low,pit80_high,pit95,pit95_low,pit95_high,shown80,shown95,crps,own_crps,log_score,own_log_score\n";
    std::size_t count = 0;
    for (const auto intake : {flow::IntakeKnown::realised, flow::IntakeKnown::drawn}) {
        const flow::Backtest tested = flow::backtest(school, {.forecast = {.seed = choice.seed, .ahead = choice.horizon, .intake = {}}, .intake = intake});
        for (std::size_t at = 0; at < tested.judgements.size(); ++at) {
            const flow::Judgement& one = tested.judgements[at];
            if (one.forecasts == 0) continue;
            out << fmt::format("{},{},{},{},{},{}", intake == flow::IntakeKnown::realised ? "realised" : "drawn", flow::csv_cell(school.states[at / choice.horizon]), at % choice.horizon + 1, colour_codes[static_cast<std::size_t>(one.colour)], one.forecasts, one.cohorts);
            for (const flow::Estimate& estimate : {one.skill, one.coverage80, one.coverage95}) out << fmt::format(",{:.4f},{:.4f},{:.4f}", estimate.value, estimate.low, estimate.high);
            out << fmt::format(",{:.4f},{:.4f},{:.4f},{:.4f},{:.4f},{:.4f}\n", one.shown80, one.shown95, one.crps, one.own_crps, one.log_score, one.own_log_score);
            ++count;
        }
    }
    end_table(console, choice, out, count, digest);
}

}  // namespace

void add_flow(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("flow", "how students flow: data in, curves and forecasts out");
    command->require_subcommand(1);
    auto choice = std::make_shared<FlowChoice>();

    CLI::App* import = command->add_subcommand("import", "reads a CSV file of stays, people or counts, and says what it noticed in which row");
    import->add_option("file", choice->file, "the CSV file")->required();
    import->add_option("--map", choice->map, "the mapping: a TOML file, or oulad, uci697, duo_hbo, reis, simulated or 1cijferho")->required();
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

    const auto asks = [choice](CLI::App* one) {
        one->add_option("file", choice->file, "the CSV file, with the school year in which each student began")->required();
        one->add_option("--map", choice->map, "the mapping")->required();
        one->add_option("--group", choice->group, "the column of programmes (default: the mapping's group)");
        one->add_option("--horizon", choice->horizon, "how many school years ahead")->check(CLI::Range(1, 6))->default_val(3);
        one->add_option("--seed", choice->seed, "the same seed and file give the same bytes")->default_val(1);
        one->add_option("--out", choice->out, "the file to write")->required();
    };
    CLI::App* forecast = command->add_subcommand("forecast", "how many students will be where, per programme and school, with intervals and how far they can be trusted");
    asks(forecast);
    forecast->callback([&console, choice] { forecast_students(console, *choice); });
    CLI::App* backtest = command->add_subcommand("backtest", "how forecasts of past years would have come out: scores, coverage and the gate");
    asks(backtest);
    backtest->callback([&console, choice] { test_forecasts(console, *choice); });
}

}  // namespace loopbaankaart::program

// loopbaankaart flow forecast and flow backtest: what is coming, and how such forecasts of past years came out.
#include <fmt/format.h>

#include <filesystem>

#include <flow/flow.hpp>
#include <flow/words.hpp>
#include <nlohmann/json.hpp>
#include <program/words.hpp>

#include "commands.hpp"
#include "files.hpp"
#include "flow_files.hpp"

namespace loopbaankaart::program {

namespace {

struct ForecastChoice {
    std::string file, map, out, group, language;
    std::uint32_t horizon = 3;
    std::uint64_t seed = 1;
};

// A school as a file tells it, and of what it was made.
struct SchoolFile {
    flow::SchoolNow now;
    flow::Made made;
};

base::Result<SchoolFile> school_in(const ForecastChoice& choice, base::Language language) {
    const auto mapping = mapping_of(choice.map);
    if (!mapping) return mapping.error();
    if (mapping->kind != flow::Kind::spells) return base::Error{flow::word::no_stays};
    const auto reading = flow::read_data(choice.file, *mapping, {.clock = flow::Clock::half, .group = choice.group, .progress = shown_progress()});
    if (!reading) return reading.error();
    if (const auto refusal = reading->findings.refusal()) return *refusal;
    constexpr std::size_t few = 3;
    show_findings(reading->findings, language, few);
    auto now = flow::school_of(reading->spells);
    if (!now) return now.error();
    if (const auto refusal = flow::not_to_be_forecast(now->school)) return *refusal;
    return SchoolFile{std::move(*now), {.file = std::filesystem::path{choice.file}.filename().string(), .data = reading->digest, .version = LOOPBAANKAART_VERSION, .seed = choice.seed, .is_public = reading->is_public}};
}

// What the name of the file asks for, out of the kinds there are.
std::optional<std::string> kind_of(Console& console, const std::string& out, std::initializer_list<std::string_view> kinds) {
    const std::string kind = std::filesystem::path{out}.extension().string();
    std::string all;
    for (std::string_view one : kinds) {
        if (kind == one) return kind;
        all += fmt::format("{}{}", all.empty() ? "" : ", ", one);
    }
    console.refuse({word::flow_unknown_kind, all});
    return std::nullopt;
}

nlohmann::json json_of(const flow::Made& made) {
    return {{"file", made.file}, {"data", made.data}, {"model", made.model}, {"version", made.version}, {"seed", made.seed}};
}
nlohmann::json json_of(const std::optional<flow::Outlook>& outlook) {
    if (!outlook) return nullptr;
    return {{"median", outlook->median}, {"80", {outlook->low80, outlook->high80}}, {"95", {outlook->low95, outlook->high95}}, {"mean", outlook->mean}};
}
nlohmann::json json_of(const flow::Estimate& estimate, bool limits) {
    return limits ? nlohmann::json{{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}} : nlohmann::json{{"value", estimate.value}};
}
nlohmann::json json_of(const std::vector<flow::ShownLine>& lines) {
    nlohmann::json all = nlohmann::json::array();
    for (const flow::ShownLine& line : lines)
        all.push_back({{"level", flow::code(line.level)}, {"subject", line.subject}, {"state", line.state}, {"year", line.year}, {"ahead", line.ahead}, {"gate", flow::code(line.colour)}, {"refused", flow::code(line.refusal)}, {"borrowed", line.borrowed},
                       {"by", line.numbers ? line.by_model ? "M1" : "M0" : ""}, {"numbers", json_of(line.numbers)}, {"own_rate", json_of(line.own_rate)}, {"sentence", {{"nl", line.sentence[0]}, {"en", line.sentence[1]}}}});
    return all;
}
nlohmann::json json_of(const flow::Backtest& test, const flow::School& school, std::uint32_t ahead) {
    nlohmann::json classes = nlohmann::json::array();
    for (std::size_t at = 0; at < test.judgements.size(); ++at) {
        const flow::Judgement& one = test.judgements[at];
        if (one.forecasts == 0) continue;
        const bool limits = one.colour != flow::Colour::grey;
        classes.push_back({{"state", school.states[at / ahead]}, {"ahead", at % ahead + 1}, {"gate", flow::code(one.colour)}, {"forecasts", one.forecasts}, {"cohorts", one.cohorts}, {"skill", json_of(one.skill, limits)},
                           {"pit80", json_of(one.coverage80, limits)}, {"pit95", json_of(one.coverage95, limits)}, {"drift", one.drift}, {"shown80", one.shown80}, {"shown95", one.shown95}, {"crps", one.crps}, {"own_crps", one.own_crps}, {"log_score", one.log_score},
                           {"own_log_score", one.own_log_score}, {"doubts", {{"school_skill", one.doubts.school_skill}, {"skill", one.doubts.skill}, {"coverage", one.doubts.coverage}, {"drift", one.doubts.drift}}}});
    }
    nlohmann::json sizes = nlohmann::json::array();
    constexpr std::string_view names[] = {"10-19", "20-39", "40-79", "80+", "sectors", "school"};
    const auto held = flow::held_by_size(school, test);
    for (std::size_t at = 0; at < held.size(); ++at)
        if (held[at].forecasts > 0) sizes.push_back({{"intake", names[at]}, {"forecasts", held[at].forecasts}, {"pit80", held[at].middle80}, {"pit95", held[at].middle95}});
    return {{"skill", json_of(test.skill, true)}, {"classes", classes}, {"sizes", sizes}};
}

// The whole file or nothing of it.
void keep_result(Console& console, const ForecastChoice& choice, std::string_view text, std::size_t lines, const flow::Made& made) {
    try {
        replace_file(choice.out, text);
    } catch (const std::system_error&) {
        return console.refuse({word::file_unwritable, choice.out});
    }
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"lines", lines}, {"file", choice.out}, {"made", json_of(made)}}.dump());
    else
        console.say(choice.out.ends_with(".html") ? word::flow_report_written : word::flow_forecast_written, {{"count", std::to_string(lines)}, {"file", choice.out}});
}

// As a forecast is made now: the intake of the year that has begun is known, or none is.
flow::IntakeKnown known_now(const flow::SchoolNow& now) { return now.intake.empty() ? flow::IntakeKnown::drawn : flow::IntakeKnown::first_year; }

constexpr std::uint32_t test_blocks = 50, test_per_block = 40;  // draws that are enough to judge by

// What is coming, with the colour that past cohorts give it.
void forecast_students(Console& console, const ForecastChoice& choice) {
    const auto kind = kind_of(console, choice.out, {".csv", ".json"});
    if (!kind) return;
    auto file = school_in(choice, console.language);
    if (!file) return console.refuse(file.error());
    const flow::School& school = file->now.school;
    flow::ForecastOptions options{.seed = choice.seed, .ahead = choice.horizon, .intake = file->now.intake};
    file->made.model = flow::model_digest(school, options);
    const flow::Forecast forecast = flow::forecast(school, options);
    options.blocks = test_blocks, options.per_block = test_per_block, options.intake.clear();
    const flow::Backtest tested = flow::backtest(school, {.forecast = options, .intake = known_now(file->now)});
    const auto lines = flow::shown_lines(school, forecast, tested, choice.horizon);
    const std::string text = *kind == ".json" ? nlohmann::json{{"made", json_of(file->made)}, {"lines", json_of(lines)}}.dump(1) + '\n' : flow::forecast_table(lines, file->made);
    keep_result(console, choice, text, lines.size(), file->made);
}

// How forecasts of past years came out.
void test_forecasts(Console& console, const ForecastChoice& choice) {
    const auto kind = kind_of(console, choice.out, {".html", ".csv", ".json"});
    if (!kind) return;
    auto file = school_in(choice, console.language);
    if (!file) return console.refuse(file.error());
    const flow::School& school = file->now.school;
    const flow::ForecastOptions options{.seed = choice.seed, .ahead = choice.horizon, .blocks = test_blocks, .per_block = test_per_block, .intake = {}};
    file->made.model = flow::model_digest(school, options);
    const flow::IntakeKnown known = known_now(file->now);
    const flow::Backtest as_known = flow::backtest(school, {.forecast = options, .intake = known}), realised = flow::backtest(school, {.forecast = options, .intake = flow::IntakeKnown::realised});
    const flow::Report report{.school = school, .as_known = as_known, .known = known, .realised = realised, .ahead = choice.horizon, .made = file->made};
    std::string text;
    if (*kind == ".html") text = flow::report_page(report, base::parse_language(choice.language).value_or(console.language));
    else if (*kind == ".csv") text = flow::report_table(report);
    else text = nlohmann::json{{"made", json_of(file->made)}, {known == flow::IntakeKnown::drawn ? "drawn" : "first_year", json_of(as_known, school, choice.horizon)}, {"realised", json_of(realised, school, choice.horizon)}}.dump(1) + '\n';
    keep_result(console, choice, text, as_known.results.size(), file->made);
}

}  // namespace

void add_flow_forecast(CLI::App& flow, Console& console) {
    auto choice = std::make_shared<ForecastChoice>();
    const auto asks = [choice](CLI::App* one, const std::string& kinds) {
        one->add_option("file", choice->file, "the CSV file, with the school year in which each student began")->required();
        one->add_option("--map", choice->map, "the mapping")->required();
        one->add_option("--group", choice->group, "the column of programmes (default: the mapping's group)");
        one->add_option("--horizon", choice->horizon, "how many school years ahead")->check(CLI::Range(1, 6))->default_val(3);
        one->add_option("--seed", choice->seed, "the same seed and file give the same bytes")->default_val(1);
        one->add_option("--out", choice->out, "the file to write: " + kinds)->required();
    };
    CLI::App* forecast = flow.add_subcommand("forecast", "how many students will be where, per programme, sector and school, with intervals and how far they can be trusted");
    asks(forecast, ".csv or .json");
    forecast->callback([&console, choice] { forecast_students(console, *choice); });
    CLI::App* backtest = flow.add_subcommand("backtest", "how forecasts of past years would have come out: a report to read, or its figures");
    asks(backtest, ".html (a report), .csv or .json");
    backtest->add_option("--language", choice->language, "of the report: nl or en (default: the terminal's)")->check(CLI::IsMember{{"nl", "en"}});
    backtest->callback([&console, choice] { test_forecasts(console, *choice); });
}

}  // namespace loopbaankaart::program

#include "flow_school.hpp"

#include <fmt/format.h>

#include <flow/words.hpp>
#include <nlohmann/json.hpp>
#include <program/words.hpp>

namespace loopbaankaart::program {

namespace {

void say_kept(Console& console, const SchoolFigures& choice, const flow::Reading& reading, std::size_t tables) {
    if (console.json) fmt::print("{}\n", nlohmann::json{{"rows", reading.rows}, {"digest", reading.digest}, {"tables", tables}, {"school", choice.school}, {"name", choice.name}}.dump());
    else console.say(word::flow_kept_for_school, {{"count", std::to_string(tables)}, {"school", choice.school}});
}

// Hours and cost of activities: what may be shown of them.
void keep_costs_of(Console& console, const SchoolFigures& choice, const flow::Reading& reading, web::Site& site) {
    const flow::Costs costs = reading.is_public ? flow::show_all_costs(reading.attempts) : flow::hide_small_costs(reading.attempts, {.least = choice.least});
    if (costs.lines.empty()) return console.refuse({flow::word::nothing_to_show, std::to_string(choice.least)});
    site.school->write_now([&](storage::Writes& writes) { flow::keep_costs(writes, site.new_id(), choice.name, reading.digest, costs, site.now()); });
    say_kept(console, choice, reading, costs.lines.size());
}

}  // namespace

void add_school_figures(CLI::App& import, SchoolFigures& choice) {
    import.add_option("--school", choice.school, "a school that shows its figures at /stroom: keeps those in its database, and no file");
    import.add_option("--name", choice.name, "what the school calls these data; the same name again takes the place of the former (default: the file's)")->needs("--school");
    import.add_option("--sector", choice.sector, "the column of sectors")->needs("--school");
    import.add_option("--level", choice.level, "the column of levels")->needs("--school");
    import.add_option("--least", choice.least, "smaller groups are hidden, and what would tell them (at least 6)")->check(CLI::Range(6, 1000))->needs("--school")->capture_default_str();
}

void keep_figures(Console& console, const SchoolFigures& choice, const flow::Reading& reading, const std::function<base::Result<flow::Reading>(const std::string&)>& read_by) {
    if (reading.kind != flow::Kind::spells && reading.kind != flow::Kind::attempts) return console.refuse({flow::word::no_stays});
    auto installation = Installation::open(console.place);
    if (!installation) return console.refuse(installation.error());
    web::Site* site = (*installation)->site(choice.school);
    if (site == nullptr) return console.refuse({word::school_unknown, choice.school});

    if (reading.kind == flow::Kind::attempts) return keep_costs_of(console, choice, reading, *site);
    std::optional<flow::Reading> sectors, levels;
    for (const auto& [column, into] : {std::pair{&choice.sector, &sectors}, std::pair{&choice.level, &levels}}) {
        if (column->empty()) continue;
        auto by = read_by(*column);
        if (!by) return console.refuse(by.error());
        *into = std::move(*by);
    }
    const auto paths = flow::paths_of(reading.spells, sectors ? &sectors->spells : nullptr, levels ? &levels->spells : nullptr);
    if (!paths) return console.refuse(paths.error());
    const flow::Shown shown = reading.is_public ? flow::show_all(*paths) : flow::hide_small(*paths, {.least = choice.least});
    if (shown.tables.empty()) return console.refuse({flow::word::nothing_to_show, std::to_string(choice.least)});
    constexpr std::uint64_t seed = 1;
    flow::Noise::Key key{};
    site->school->write_now([&](storage::Writes& writes) { key = flow::noise_key(writes, *site->randomness); });
    const flow::Outlooks outlooks = flow::outlooks_of(flow::school_of(flow::with_sectors(reading.spells, paths->programmes)), flow::Noise{key}, seed);
    site->school->write_now([&](storage::Writes& writes) {
        const base::Id set = site->new_id();
        flow::keep_set(writes, set, choice.name, reading.digest, shown, site->now());
        flow::keep_outlooks(writes, set, outlooks, seed);
    });
    say_kept(console, choice, reading, shown.tables.size());
}

}  // namespace loopbaankaart::program

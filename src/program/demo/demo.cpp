// loopbaankaart demo: a lifelike school to look around in. The same seed gives the same school (before sealing).
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <program/words.hpp>

#include "../commands.hpp"
#include "../house.hpp"
#include "figures.hpp"
#include "fill.hpp"
#include "judgements.hpp"
#include "people.hpp"
#include "talks.hpp"
#include "persons.hpp"

namespace loopbaankaart::program {

namespace {

struct DemoChoice {
    std::uint64_t students = 240;
    std::uint64_t seed = 1;
    std::uint64_t things = 30;     // kept by a student, on average
    std::uint16_t port = 8080;
    std::string today;             // YYYY-MM-DD; empty: the clock's
};

constexpr std::string_view school_name = "demo";

// Midnight UTC of today, or of the day asked for, so that a seed gives the same school all day.
std::optional<base::Instant> day_of(const std::string& today) {
    if (today.empty()) return std::chrono::floor<std::chrono::days>(base::SystemClock{}.now());
    int year = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(today.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return base::Instant{std::chrono::sys_days{date}};
}

void print_json(const demo::Filled& filled, const Config& config) {
    nlohmann::ordered_json answer{{"school", school_name},
                                  {"title", config.schools.front().title},
                                  {"address", config.schools.front().address},
                                  {"students", filled.students},
                                  {"kept_things", filled.things},
                                  {"tree", filled.tree}};
    auto people = nlohmann::ordered_json::array();
    for (const demo::SignIn& one : filled.sign_ins)
        people.push_back({{"role", one.role}, {"name", one.name}, {"user_name", one.user_name}, {"password", one.password}, {"travelled", one.travelled}});
    answer["people"] = people;
    fmt::print("{}\n", answer.dump(1));
}

void make_demo(Console& console, const DemoChoice& choice) {
    const auto now = day_of(choice.today);
    if (!now) return console.refuse({word::date_bad, choice.today});
    if (std::filesystem::exists(console.place.data / "config.toml")) return console.refuse({word::demo_not_empty, console.place.data.string()});

    std::filesystem::create_directories(console.place.data);
    const demo::Material material = demo::load_material();
    Config config;
    config.port = choice.port;
    config.database = console.place.database;
    config.schools.push_back({.name = std::string{school_name}, .title = material.title, .host = "localhost",
                              .address = fmt::format("http://localhost:{}", choice.port), .demo = true});
    auto storage = open_storage(console.place, config, MakeKey::when_missing);
    if (!storage) return console.refuse(storage.error());
    auto school = (*storage)->create_school(school_name);
    if (!school) return console.refuse(school.error());

    const demo::Filled filled = demo::fill(**school, material, {choice.students, choice.things, choice.seed, *now}, [&](std::uint64_t done) {
        if (!console.json) fmt::print(stderr, "\r{} / {} ", done, choice.students);
    });
    if (!console.json) fmt::print(stderr, "\n");
    demo::keep_invented_figures(**school, material, choice.seed, *now);
    demo::hold_invented_talks(**school, filled.sign_ins, *now);
    demo::keep_invented_persons(**school, material, filled.sign_ins, choice.seed, *now);
    demo::keep_invented_judgements(**school, material, filled.staff, choice.seed, *now);
    demo::write_sign_ins(console.place.data, filled.sign_ins);
    write_config(console.place.data, config);  // last: a folder with config.toml is a whole school
    if (console.json) return print_json(filled, config);
    console.say(word::demo_made, {{"school", material.title}});
}

}  // namespace

void add_demo(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("demo", "makes a lifelike school to look around in");
    auto choice = std::make_shared<DemoChoice>();
    command->add_option("--students", choice->students, "how many students")->capture_default_str()->check(CLI::Range(1, 2'000'000));
    command->add_option("--seed", choice->seed, "the same seed gives the same school")->capture_default_str();
    command->add_option("--things", choice->things, "how much a student keeps, on average")->capture_default_str()->check(CLI::Range(0, 1000));
    command->add_option("--port", choice->port, "the port its address names")->capture_default_str();
    command->add_option("--today", choice->today, "YYYY-MM-DD: the day its two years end on (default today)");
    command->callback([&console, choice] { make_demo(console, *choice); });
}

}  // namespace loopbaankaart::program

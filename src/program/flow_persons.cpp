// loopbaankaart flow persons: what the expert system about one student learns from, and what is known of students who are there. Nothing comes out but a card.
#include <fmt/format.h>

#include <fstream>

#include <flow/words.hpp>
#include <nlohmann/json.hpp>
#include <program/words.hpp>

#include "commands.hpp"
#include "flow_files.hpp"

namespace loopbaankaart::program {

namespace {

struct PersonsChoice {
    std::string file, map, school, otherwise, event, card, who;
};

// People with an outcome; `who`: a column more, with their user names.
base::Result<flow::Reading> read_persons_file(const PersonsChoice& choice) {
    auto mapping = mapping_of(choice.map);
    if (!mapping) return mapping.error();
    if (mapping->kind != flow::Kind::persons) return base::Error{word::flow_no_persons};
    if (!choice.who.empty()) mapping->features.push_back({.column = choice.who, .why = "the account", .role = flow::Role::audit});
    auto reading = flow::read_data(choice.file, *mapping, {.progress = shown_progress()});
    if (!reading) return reading.error();
    if (const auto refusal = reading->findings.refusal()) return *refusal;
    return reading;
}

std::optional<flow::PersonSwitch> on_at(web::Site& site) {
    std::optional<flow::PersonSwitch> on;
    site.school->read([&](storage::Reads& reads) { on = flow::switched_on(reads); });
    return on;
}

void learn(Console& console, const PersonsChoice& choice) {
    const auto reading = read_persons_file(choice);
    if (!reading) return console.refuse(reading.error());
    auto installation = Installation::open(console.place);
    if (!installation) return console.refuse(installation.error());
    web::Site* site = (*installation)->site(choice.school);
    if (site == nullptr) return console.refuse({word::school_unknown, choice.school});
    const auto on = on_at(*site);
    if (!on) return console.refuse({word::flow_persons_off, choice.school});
    const auto learned = flow::learn_persons(reading->persons, choice.otherwise, choice.event, {.purpose = on->purpose, .version = LOOPBAANKAART_VERSION, .data_digest = reading->digest});
    if (!learned) return console.refuse(learned.error());
    if (!choice.card.empty()) {
        std::ofstream card{choice.card, std::ios::binary};
        card << learned->card.markdown(console.language);
        if (!card.flush()) return console.refuse({word::file_unwritable, choice.card});
    }
    if (const auto kept = flow::keep_person_model(*site->school, *learned, site->now(), *site->randomness); !kept) return console.refuse(kept.error());
    if (console.json) fmt::print("{}\n", nlohmann::json{{"rows", reading->rows}, {"digest", reading->digest}, {"model", learned->card.model_digest}, {"school", choice.school}}.dump());
    else console.say(word::flow_persons_learned, {{"count", std::to_string(learned->card.facts.learned)}, {"school", choice.school}});
}

void bring(Console& console, const PersonsChoice& choice) {
    auto reading = read_persons_file(choice);
    if (!reading) return console.refuse(reading.error());
    auto installation = Installation::open(console.place);
    if (!installation) return console.refuse(installation.error());
    web::Site* site = (*installation)->site(choice.school);
    if (site == nullptr) return console.refuse({word::school_unknown, choice.school});
    const flow::Feature accounts = reading->persons.features.back();
    reading->persons.features.pop_back();
    std::vector<std::string> user_names;
    for (const std::uint32_t code : accounts.codes) user_names.push_back(accounts.categories[code]);
    const auto brought = flow::bring_evidence(*site->school, reading->persons, user_names, site->now(), *site->randomness);
    if (!brought) return console.refuse(brought.error());
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"kept", brought->kept}, {"ended", brought->ended}, {"unknown", brought->unknown}, {"stopped", brought->stopped}, {"gone", brought->gone}}.dump());
    else
        console.say(word::flow_persons_brought, {{"kept", std::to_string(brought->kept)}, {"ended", std::to_string(brought->ended)}, {"unknown", std::to_string(brought->unknown)},
                                                 {"stopped", std::to_string(brought->stopped)}, {"gone", std::to_string(brought->gone)}});
}

}  // namespace

void add_flow_persons(CLI::App& flow, Console& console) {
    CLI::App* persons = flow.add_subcommand("persons", "the expert system about one student, for a school that switched it on at /stroom/passend");
    persons->require_subcommand(1);
    auto choice = std::make_shared<PersonsChoice>();
    const auto common = [&](CLI::App& command) {
        command.add_option("file", choice->file, "the CSV file: a row a student")->required();
        command.add_option("--map", choice->map, "the mapping: a TOML file of kind persons")->required();
        command.add_option("--school", choice->school, "the school")->required();
    };
    CLI::App* learning = persons->add_subcommand("learn", "learns from earlier cohorts, sets right on the last but one, tests on the last; takes the place of the former model and all evidence");
    common(*learning);
    learning->add_option("--otherwise", choice->otherwise, "the outcome that remains when no other comes (default: the first)");
    learning->add_option("--event", choice->event, "the outcome that help is about (default: the first of the others)");
    learning->add_option("--card", choice->card, "a file for the model card, as Markdown");
    learning->callback([&console, choice] { learn(console, *choice); });
    CLI::App* bringing = persons->add_subcommand("bring", "what is known of students who are there now; of who is not in the file, or whose outcome is, nothing is kept");
    common(*bringing);
    bringing->add_option("--who", choice->who, "the column with the user name of their account")->required();
    bringing->callback([&console, choice] { bring(console, *choice); });
}

}  // namespace loopbaankaart::program

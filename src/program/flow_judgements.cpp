// loopbaankaart flow judgements: what teams expected of groups of students, beside what came of them.
#include <fmt/format.h>

#include <fstream>

#include <nlohmann/json.hpp>
#include <program/words.hpp>

#include "commands.hpp"
#include "flow_files.hpp"

namespace loopbaankaart::program {

namespace {

void judge_teams(Console& console, const std::string& path, const std::string& to) {
    const auto file = flow::read_judgements(path, shown_progress());
    if (!file) return console.refuse(file.error());
    std::ofstream out{to, std::ios::binary};
    const std::size_t said = flow::write_teams(out, file->teams);
    if (!out.flush()) return console.refuse({word::file_unwritable, to});
    if (console.json)
        fmt::print("{}\n", nlohmann::json{{"teams", file->teams.size()}, {"whole", said}, {"digest", file->digest}, {"file", to}}.dump());
    else
        console.say(word::flow_judgements_written, {{"count", std::to_string(file->teams.size())}, {"whole", std::to_string(said)}, {"file", to}});
}

}  // namespace

void add_flow_judgements(CLI::App& flow, Console& console) {
    struct Files {
        std::string file, out;
    };
    auto files = std::make_shared<Files>();
    CLI::App* judgements = flow.add_subcommand("judgements", "what teams expected of groups of students beside what came of them, and whether it adds to the model, as CSV");
    judgements->add_option("file", files->file, "the CSV file: team, teacher, cohort, of_ten, students, happened, model")->required();
    judgements->add_option("--out", files->out, "the file to write")->required();
    judgements->callback([&console, files] { judge_teams(console, files->file, files->out); });
}

}  // namespace loopbaankaart::program

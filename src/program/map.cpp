// loopbaankaart map: the map drawn to a file.
#include <fmt/format.h>

#include <fstream>

#include <atlas/atlas.hpp>
#include <program/words.hpp>

#include "commands.hpp"

namespace loopbaankaart::program {

namespace {

struct MapChoice {
    std::string out, theme = "day", content;
};

void draw(Console& console, const MapChoice& choice) {
    std::vector<atlas::ContentMistake> mistakes;
    const auto map = atlas::draw_map(choice.content, choice.theme == "night" ? pen::Light::night : pen::Light::day, mistakes);
    for (const atlas::ContentMistake& mistake : mistakes)
        fmt::print(stderr, "{}\n", base::say(word::map_mistake, console.language, {{"file", mistake.file}, {"line", fmt::to_string(mistake.line)}, {"message", mistake.message}}));
    if (!map) {
        console.exit_code = 1;
        return;
    }
    std::ofstream file{choice.out, std::ios::binary};
    if (!(file << *map) || !file.flush()) return console.refuse({word::file_unwritable, choice.out});
    console.say(word::map_drawn, {{"file", choice.out}});
}

}  // namespace

void add_map(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("map", "draws the map to an SVG file");
    auto choice = std::make_shared<MapChoice>();
    command->add_option("--out", choice->out, "the file")->required();
    command->add_option("--theme", choice->theme, "day or night")->check(CLI::IsMember{{"day", "night"}})->capture_default_str();
    command->add_option("--content", choice->content, "a folder of one's own: map/sheet.toml, map/landmarks/NAME.svg")->check(CLI::ExistingDirectory);
    command->callback([&console, choice] { draw(console, *choice); });
}

}  // namespace loopbaankaart::program

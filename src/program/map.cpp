// loopbaankaart map: the map drawn to a file, as SVG or, by loopbaankaart-media, as a page or picture.
#include <fmt/format.h>

#include <fstream>

#include <atlas/atlas.hpp>
#include <program/words.hpp>
#include <workshop/workshop.hpp>

#include "commands.hpp"
#include "content_mistake.hpp"
#include "sheet_size.hpp"

namespace loopbaankaart::program {

namespace {

struct MapChoice {
    std::string out, size, theme = "day", language = "nl", school, content;
};

atlas::MapStyle style_of(const MapChoice& choice) {
    const pen::Light light = choice.theme == "night" ? pen::Light::night : choice.theme == "print" ? pen::Light::print : pen::Light::day;
    return {light, choice.language == "en" ? base::Language::en : base::Language::nl, choice.school};
}

void draw(Console& console, const MapChoice& choice) {
    const auto job = drawing_job(choice.out, choice.size);
    if (!job) return console.refuse(job.error());
    std::vector<atlas::ContentMistake> mistakes;
    const auto map = atlas::draw_map(choice.content, style_of(choice), mistakes);
    for (const atlas::ContentMistake& mistake : mistakes)
        fmt::print(stderr, "{} {}\n", mistake.serious ? "!" : "-", told(mistake, console.language));
    if (!map) {
        console.exit_code = 1;
        return;
    }
    const auto picture = job->empty() ? base::Result<std::string>{*map} : workshop::drawn_by_media(*map, *job);
    if (!picture) return console.refuse(picture.error());
    std::ofstream file{choice.out, std::ios::binary};
    if (!(file << *picture) || !file.flush()) return console.refuse({word::file_unwritable, choice.out});
    console.say(word::map_drawn, {{"file", choice.out}});
}

}  // namespace

void add_map(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("map", "draws the map to a file: for the screen, or for a wall");
    auto choice = std::make_shared<MapChoice>();
    command->add_option("--out", choice->out, "the file: its ending says what it becomes, .svg, .pdf or .png")->required();
    command->add_option("--size", choice->size, "a3 or a1, or for .png also screen (default: .pdf a3, .png screen; an .svg has no size)")->check(CLI::IsMember{{"a3", "a1", "screen"}});
    command->add_option("--theme", choice->theme, "day, night or print (white paper, little ink)")->check(CLI::IsMember{{"day", "night", "print"}})->capture_default_str();
    command->add_option("--lang", choice->language, "the language of its names: nl or en")->check(CLI::IsMember{{"nl", "en"}})->capture_default_str();
    command->add_option("--school", choice->school, "the name of the school, for in the title");
    command->add_option("--content", choice->content, "a folder of one's own: map/sheet.toml, map/landmarks/NAME.svg")->check(CLI::ExistingDirectory);
    command->callback([&console, choice] { draw(console, *choice); });
}

}  // namespace loopbaankaart::program

// draw_landmarks OUT_FOLDER PEN_CSS PARTS SOURCES…: draws each source as the pages show it: NAME.svg, and NAME-nacht.svg for the night.
// Run by the build; drawings that stood in the folder before go.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include "pen.hpp"

namespace {

namespace fs = std::filesystem;
using namespace loopbaankaart;

std::string text_of(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

bool told(const fs::path& file, const std::vector<pen::DrawingMistake>& mistakes) {
    for (const pen::DrawingMistake& one : mistakes)
        fmt::print(stderr, "{}:{}: {}\n", file.string(), one.line, base::say(*one.word, base::Language::en, {{"about", one.about}}));
    return !mistakes.empty();
}

}  // namespace

int main(int count, char** words) {
    const std::span arguments{words, static_cast<std::size_t>(count)};
    if (arguments.size() < 5) return 2;
    const fs::path out = arguments[1], parts_file = arguments[3];
    std::vector<pen::DrawingMistake> mistakes;
    const pen::Palette palette = pen::parse_palette(text_of(arguments[2]));
    const auto parts = pen::read_source(text_of(parts_file), mistakes);
    if (told(parts_file, mistakes)) return 1;
    fs::create_directories(out);
    for (const fs::path& old : std::vector<fs::path>{fs::directory_iterator{out}, {}})
        if (old.extension() == ".svg") fs::remove(old);
    for (const fs::path file : arguments.subspan(4)) {
        const std::string name = file.stem().string();
        const auto source = pen::read_source(text_of(file), mistakes);
        if (source) {
            std::ofstream{out / (name + ".svg")} << pen::picture(name, *source, pen::parts_of(*parts), palette, pen::Light::day, mistakes);
            std::ofstream{out / (name + "-nacht.svg")} << pen::picture(name, *source, pen::parts_of(*parts), palette, pen::Light::night, mistakes);
        }
        if (told(file, mistakes)) return 1;
    }
}

// draw SOURCES STYLE OUT: draws every plain source in a folder by hand, by day and by night (docs/adr/0007-landmarks-are-data.md).
#include <pen/pen.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace pen = loopbaankaart::pen;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return std::fputs("usage: draw SOURCES STYLE OUT\n", stderr), 2;
    const fs::path sources = arguments[1], out = arguments[3];
    const pen::Palette palette = pen::parse_palette(contents(arguments[2]));
    std::vector<pen::DrawingMistake> mistakes;
    const auto parts_source = pen::read_source(contents(sources / "parts.svg"), mistakes);
    if (!parts_source) return 1;
    const pen::Parts parts = pen::parts_of(*parts_source);
    for (const auto& entry : fs::directory_iterator{sources}) {
        if (entry.path().extension() != ".svg" || entry.path().stem() == "parts") continue;
        const std::string name = entry.path().stem();
        const auto source = pen::read_source(contents(entry.path()), mistakes);
        if (!source) continue;
        const pen::Drawn drawn = pen::Drawing{name, parts, palette}.draw(*source, mistakes);
        std::ofstream{out / (name + ".svg")} << pen::finished(name, (*source)["viewBox"], drawn, palette, pen::Light::day);
        std::ofstream{out / (name + "-nacht.svg")} << pen::finished(name, (*source)["viewBox"], drawn, palette, pen::Light::night);
    }
    for (const pen::DrawingMistake& mistake : mistakes) std::fprintf(stderr, "%d: %s %s\n", mistake.line, mistake.word->id.data(), mistake.about.c_str());
    return mistakes.empty() ? 0 : 1;
}

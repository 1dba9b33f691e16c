// Any bytes as a school's sheet, title, colours or drawing: no crash, no hang, and either something to draw or a serious mistake.
// The first byte says which of them.
#include <cstdint>
#include <cstdlib>

#include "../sheet/sheet.hpp"
#include "../sheet/title_words.hpp"

using namespace loopbaankaart;
using namespace loopbaankaart::atlas;

namespace {

struct Ours {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = our_drawings(mistakes);
    Sheet sheet = read_sheet(our_sheet(), drawings, mistakes).value();
    std::vector<Place> places;

    Ours() {
        for (const Label& label : sheet.labels) places.push_back({.id = label.place});
    }
};

void must(bool holds) {
    if (!holds) std::abort();
}

void sheet(const Ours& ours, const ContentFile& file) {
    std::vector<ContentMistake> mistakes;
    const auto sheet = read_sheet(file, ours.drawings, mistakes, ours.sheet);
    must(sheet.has_value() != any_serious(mistakes));
    if (sheet) check_sheet(*sheet, ours.places, file.shown, mistakes);
}

void title(const ContentFile& file) {
    std::vector<ContentMistake> mistakes;
    std::array<TitleWords, 2> titles;
    read_titles(file, titles, mistakes);
    for (const TitleWords& one : titles)
        for (const std::string* line : {&one.above, &one.title, &one.below}) must(base::is_utf8(*line) && base::characters(*line) <= 40);
}

void colours(const Ours& ours, const ContentFile& file) {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = ours.drawings;
    lay_colours(drawings, file, mistakes);
    must(!any_serious(mistakes) || !drawings.own_colours);
    for (const auto& [name, shades] : drawings.palette)
        for (const std::string& shade : shades) must(shade.size() == 7 && shade.find_first_not_of("#0123456789abcdefABCDEF") == std::string::npos);
}

void drawing(const Ours& ours, const ContentFile& file) {
    std::vector<ContentMistake> mistakes;
    Drawings drawings = ours.drawings;
    lay_drawing(drawings, file, mistakes);
    must(drawings.own.contains("stal") != any_serious(mistakes));
    for (const ContentMistake& mistake : mistakes) must(base::is_utf8(mistake.message));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Ours ours;
    if (size == 0 || size > largest_file) return 0;
    const std::string text{reinterpret_cast<const char*>(data) + 1, size - 1};
    switch (data[0] % 4) {
        case 0: sheet(ours, {"map/sheet.toml", "sheet.toml", text, Author::school}); break;
        case 1: title({"map/title.toml", "title.toml", text, Author::school}); break;
        case 2: colours(ours, {"map/landmarks/pen.css", "pen.css", text, Author::school}); break;
        default: drawing(ours, {"map/landmarks/stal.svg", "stal.svg", text, Author::school});
    }
    return 0;
}

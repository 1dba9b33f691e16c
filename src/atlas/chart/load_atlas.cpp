#include <atlas/words.hpp>

#include "../places/layers.hpp"
#include "../places/style.hpp"
#include "load_chart.hpp"

namespace loopbaankaart::atlas {

namespace {

enum class OurStyle { trusted, checked };  // ours is checked in the tests, not again at every start

bool of_the_chart(const ContentFile& file) {
    return file.name == "map/sheet.toml" || file.name == "map/title.toml" || !file.name.ends_with(".toml");
}

void read_into(Layers& layers, const std::vector<ContentFile>& files, OurStyle our_style, std::vector<ContentMistake>& mistakes) {
    for (const ContentFile& file : files) {
        if (of_the_chart(file)) continue;
        if (file.name == "map/places.toml") {
            layers.places.push_back(read_places_file(file, mistakes));
            continue;
        }
        if (!file.name.starts_with("map/nl/") && !file.name.starts_with("map/en/")) {
            mistakes.push_back(make_mistake(Weight::serious, word::mistake_unknown_file, {file.shown}));
            continue;
        }
        std::optional<WordsFile> words = read_words_file(file, mistakes);
        if (!words) continue;
        if (file.author == Author::school || our_style == OurStyle::checked) check_style(*words, mistakes);
        layers.words.push_back(std::move(*words));
    }
}

Loaded load(const std::filesystem::path& overlay, OurStyle our_style) {
    Loaded loaded;
    std::vector<ContentFile> school;
    if (!overlay.empty()) school = school_files(overlay, loaded.mistakes);
    const std::shared_ptr<const Drawings> drawings = load_drawings(school, loaded.mistakes);
    Layers layers;
    for (const auto& [name, source] : drawings->sources) layers.drawings.insert(name);
    read_into(layers, our_files(), our_style, loaded.mistakes);
    read_into(layers, school, our_style, loaded.mistakes);
    auto atlas = std::make_shared<Atlas>();
    if (!any_serious(loaded.mistakes)) atlas->places = lay(layers, loaded.mistakes);
    if (!any_serious(loaded.mistakes)) atlas->chart = load_chart(drawings, school, atlas->places, loaded.mistakes);
    if (!any_serious(loaded.mistakes)) loaded.atlas = std::move(atlas);
    return loaded;
}

}  // namespace

Loaded load_atlas(const std::filesystem::path& overlay) { return load(overlay, OurStyle::trusted); }

std::vector<ContentMistake> lint_our_places() { return load({}, OurStyle::checked).mistakes; }

}  // namespace loopbaankaart::atlas

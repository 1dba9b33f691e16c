#include <atlas/words.hpp>

#include "layers.hpp"
#include "style.hpp"

namespace loopbaankaart::atlas {

namespace {

enum class OurStyle { trusted, checked };  // ours is checked in the tests, not again at every start

void read_into(Layers& layers, const std::vector<ContentFile>& files, OurStyle our_style, std::vector<ContentMistake>& mistakes) {
    for (const ContentFile& file : files) {
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
    Layers layers;
    read_into(layers, our_files(), our_style, loaded.mistakes);
    if (!overlay.empty()) read_into(layers, school_files(overlay, loaded.mistakes), our_style, loaded.mistakes);
    auto atlas = std::make_shared<Atlas>();
    if (!any_serious(loaded.mistakes)) atlas->places = lay(layers, loaded.mistakes);
    if (!any_serious(loaded.mistakes)) loaded.atlas = std::move(atlas);
    return loaded;
}

}  // namespace

Loaded load_atlas(const std::filesystem::path& overlay) { return load(overlay, OurStyle::trusted); }

std::vector<ContentMistake> lint_our_places() { return load({}, OurStyle::checked).mistakes; }

}  // namespace loopbaankaart::atlas

// Any bytes as a school's places.toml or words: no crash, no hang, and either places or a serious mistake.
#include <cstdint>
#include <cstdlib>

#include "layers.hpp"
#include "mistake.hpp"
#include "style.hpp"

using namespace loopbaankaart::atlas;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > largest_file) return 0;
    const std::string text{reinterpret_cast<const char*>(data), size};
    std::vector<ContentMistake> mistakes;
    Layers layers{.drawings = {"wensboom"}};
    for (const ContentFile& ours : our_files())
        if (ours.name == "map/places.toml") layers.places.push_back(read_places_file(ours, mistakes));
    layers.places.push_back(read_places_file({"map/places.toml", "places.toml", text, Author::school}, mistakes));
    if (auto words = read_words_file({"map/nl/wensboom.toml", "wensboom.toml", text, Author::school}, mistakes)) {
        check_style(*words, mistakes);
        layers.words.push_back(std::move(*words));
    }
    if (lay(layers, mistakes).empty() && !any_serious(mistakes)) std::abort();
    return 0;
}

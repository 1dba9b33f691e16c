// Any bytes as somebody's drawing: no crash, no hang, and either a picture or a mistake. What is drawn can be read again.
#include <cstdint>
#include <cstdlib>

#include "../pen.hpp"

using namespace loopbaankaart::pen;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Palette palette = parse_palette(".brick { color: #D2694A; }\n");
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source({reinterpret_cast<const char*>(data), size}, mistakes);
    if (!source) {
        if (mistakes.empty()) std::abort();
        return 0;
    }
    const Drawn drawn = Drawing{"probe", parts_of(*source), palette}.draw(*source, mistakes);
    const std::string file = finished("probe", "0 0 240 180", drawn, palette, Light::day);
    std::vector<DrawingMistake> of_our_own;
    if (file.size() < largest_source && !read_source(file, of_our_own) && of_our_own.front().word != &word::source_too_much && of_our_own.front().word != &word::source_elsewhere) std::abort();
    return 0;
}

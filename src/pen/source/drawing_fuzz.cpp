// Any bytes as somebody's drawing: no crash, no hang, and either a picture or a mistake. What is drawn can be read again.
#include <cstdint>
#include <cstdlib>

#include "../pen.hpp"

using namespace loopbaankaart::pen;

namespace {

bool reads_again(const std::string& file) {
    std::vector<DrawingMistake> of_our_own;
    return file.size() >= largest_source || read_source(file, of_our_own) || of_our_own.front().word == &word::source_too_much;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Palette palette = parse_palette(".brick { color: #D2694A; }\n");
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    std::vector<DrawingMistake> mistakes;
    const auto source = read_source(text, mistakes);
    if (!source) {
        if (mistakes.empty()) std::abort();
        return 0;
    }
    if (!reads_again(picture("probe", *source, parts_of(*source), palette, Light::day, mistakes))) std::abort();

    // With roles or without; its own parts are the house's too.
    std::vector<DrawingMistake> found;
    const auto landmark = read_landmark(text, parts_of(*source), palette, found);
    if (!landmark && found.empty()) std::abort();
    if (landmark && !reads_again(picture("probe", *landmark, parts_of(*source), palette, Light::night, found))) std::abort();
    return 0;
}

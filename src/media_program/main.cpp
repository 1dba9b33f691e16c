// loopbaankaart-media: a drawing of our own (SVG, standard input) as a picture (standard output).
// Exit codes: 0 done, 1 refused, 2 wrong usage.
#include <vips/vips.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jobs.hpp"

namespace {

using namespace loopbaankaart;

constexpr int largest = 8000;  // millimetres or pixels
constexpr const char* usage =
    "usage: loopbaankaart-media draw < drawing.svg > picture.webp\n"
    "       loopbaankaart-media page MILLIMETRES MILLIMETRES < drawing.svg > page.pdf\n"
    "       loopbaankaart-media pixels WIDTH HEIGHT PER_INCH < drawing.svg > picture.png\n";

std::string read_all() {
    std::string text;
    char part[16384];
    for (std::size_t length = 0; (length = std::fread(part, 1, sizeof part, stdin)) > 0;) text.append(part, length);
    return text;
}

// Whole numbers from 1 up; nothing when a word is something else.
std::optional<std::vector<int>> numbers(std::span<const std::string_view> words) {
    std::vector<int> all;
    for (const std::string_view word : words) {
        int number = 0;
        const auto [end, wrong] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (wrong != std::errc{} || end != word.data() + word.size() || number < 1 || number > largest) return std::nullopt;
        all.push_back(number);
    }
    return all;
}

int write_all(const std::optional<std::string>& picture) {
    if (!picture) return 1;
    return std::fwrite(picture->data(), 1, picture->size(), stdout) == picture->size() && std::fflush(stdout) == 0 ? 0 : 1;
}

int run(std::span<const std::string_view> words) {
    const auto sizes = words.empty() ? std::nullopt : numbers(words.subspan(1));
    const auto size = [&](std::size_t which) { return static_cast<double>((*sizes)[which]); };
    const auto is = [&](std::string_view job, std::size_t count) { return sizes && words[0] == job && sizes->size() == count; };
    if (is("draw", 0)) return write_all(media::draw_scene(read_all()));
    if (is("page", 2)) return write_all(media::draw_page(read_all(), {size(0) * media::millimetres, size(1) * media::millimetres}));
    if (is("pixels", 3)) return write_all(media::draw_pixels(read_all(), {size(0), size(1)}, size(2)));
    std::fputs(usage, stderr);
    return 2;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    media::set_limits();
    if (vips_init(arguments[0]) != 0) return 1;
    vips_concurrency_set(1);  // a thread for each of many processors would by itself reach the limit of memory
    const int code = run(words);
    if (code == 1) std::fputs(vips_error_buffer(), stderr);
    vips_shutdown();
    return code;
}

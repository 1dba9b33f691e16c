// loopbaankaart-media: a drawing of our own (SVG, standard input) as a picture (standard output); what somebody sent in as what is
// safe to keep. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 not on this machine. Why something that was sent in is refused stands on standard output, as a word.
#include <unistd.h>
#include <vips/vips.h>

#include <charconv>
#include <cstdio>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jobs.hpp"
#include "letters.hpp"
#include "sandbox.hpp"

namespace {

using namespace loopbaankaart;

constexpr int largest = 8000;  // millimetres or pixels
constexpr const char* usage =
    "usage: loopbaankaart-media draw < drawing.svg > picture.webp\n"
    "       loopbaankaart-media page MILLIMETRES MILLIMETRES < drawing.svg > page.pdf\n"
    "       loopbaankaart-media pixels WIDTH HEIGHT PER_INCH < drawing.svg > picture.png\n"
    "       loopbaankaart-media photo < any > head and three pictures\n"
    "       loopbaankaart-media sound < any > head and sound.mp4\n"
    "       loopbaankaart-media booklet < head and pictures > booklet.pdf\n";

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

bool write(std::string_view bytes) { return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0; }

int answer(const std::optional<std::string>& picture) { return picture && write(*picture) ? 0 : 1; }

int answer(const media::Outcome& outcome) {
    if (const auto* frame = std::get_if<std::string>(&outcome)) return write(*frame) ? 0 : 1;
    const media::Refusal& refusal = std::get<media::Refusal>(outcome);
    write(std::string{refusal.word} + (refusal.which ? ' ' + std::to_string(*refusal.which) : "") + '\n');
    return 1;
}

// With libvips awake, as all that has to do with pictures needs it.
template <typename Job>
int with_vips(const char* program, Job job) {
    if (vips_init(program) != 0) return 1;
    vips_concurrency_set(1);  // a thread for each of many processors would by itself reach the limit of memory
    const int code = job();
    vips_shutdown();
    return code;
}

media::Outcome photo() {
    media::prepare_for_photos();
    media::lock_in();
    const auto file = media::read_input();
    return file ? media::photo(base::bytes_of(*file)) : media::Refusal{"too_large"};
}

int draw(std::string_view job, std::span<const int> sizes) {
    const auto svg = media::read_input();
    const auto size = [&](std::size_t which) { return static_cast<double>(sizes[which]); };
    if (!svg) return 1;
    if (svg->find("<text") != svg->npos) media::find_letters(media::Faces::with_the_systems);
    const int code = job == "draw"   ? answer(media::draw_scene(*svg))
                     : job == "page" ? answer(media::draw_page(*svg, {size(0) * media::millimetres, size(1) * media::millimetres}))
                                     : answer(media::draw_pixels(*svg, {size(0), size(1)}, size(2)));
    if (code == 1) std::fputs(vips_error_buffer(), stderr);
    return code;
}

// Nothing that was open elsewhere is open in a job that reads what somebody sent.
void begin_upload() {
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    media::limit_upload();
}

int run(const char* program, std::span<const std::string_view> words) {
    const auto sizes = words.empty() ? std::nullopt : numbers(words.subspan(1));
    const auto is = [&](std::string_view job, std::size_t count) { return sizes && words[0] == job && sizes->size() == count; };
    if (is("draw", 0) || is("page", 2) || is("pixels", 3)) {
        media::limit_drawing();
        return with_vips(program, [&] { return draw(words[0], *sizes); });
    }
    if (is("photo", 0)) {
        begin_upload();
        return with_vips(program, [] { return answer(photo()); });
    }
    if (is("booklet", 0)) {
        begin_upload();
        return with_vips(program, [] { return answer(media::booklet()); });
    }
    if (is("sound", 0)) {
        begin_upload();
        return answer(media::sound());
    }
    std::fputs(usage, stderr);
    return 2;
}

}  // namespace

#ifdef __SANITIZE_ADDRESS__
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }  // that search wants to halt this process, which a cell forbids
#endif

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    try {
        return run(arguments[0], words);
    } catch (const std::exception& wrong) {
        std::fprintf(stderr, "loopbaankaart-media: %s\n", wrong.what());
        return 3;
    }
}

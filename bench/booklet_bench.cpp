// Booklets as a student would make them, through the workshop: booklet_bench. Aims: 40 photos within 3 seconds, no more than 200 MB.
#include <fmt/format.h>
#include <sys/resource.h>
#include <vips/vips.h>

#include <chrono>
#include <vector>

#include <workshop/workshop.hpp>

using namespace loopbaankaart;
using workshop::Block;
using workshop::Booklet;

namespace {

// As it is kept: the largest size of a photo of a phone, 1920 × 1440 or on its side, soft shapes with grain over them.
workshop::Picture photo(int which) {
    const int width = which % 3 == 2 ? 1440 : 1920, height = which % 3 == 2 ? 1920 : 1440;
    VipsImage *grain = nullptr, *colours = nullptr, *both = nullptr, *bytes = nullptr, *named = nullptr;
    VipsImage* shapes[3];
    for (int band = 0; band < 3; ++band) vips_perlin(&shapes[band], width, height, "cell_size", 300 + 40 * band, "uchar", TRUE, "seed", which * 7 + band, nullptr);
    vips_bandjoin(shapes, &colours, 3, nullptr);
    vips_gaussnoise(&grain, width, height, "mean", 0.0, "sigma", 6.0, "seed", which, nullptr);
    vips_add(colours, grain, &both, nullptr);
    vips_cast_uchar(both, &bytes, nullptr);
    vips_copy(bytes, &named, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr);
    void* webp = nullptr;
    std::size_t length = 0;
    vips_webpsave_buffer(named, &webp, &length, "Q", 80, nullptr);
    const auto* from = static_cast<const unsigned char*>(webp);
    return {{from, from + length}, "Een foto"};
}

Booklet of_photos(int count, Booklet::Size size) {
    static const std::vector<workshop::Picture> different{photo(0), photo(1), photo(2), photo(3), photo(4), photo(5)};
    Booklet booklet{.size = size, .title = "Mijn reis", .author = "Noor Bakker", .cover = workshop::Cover{.picture = 0, .when = "2024 – 2025"}};
    auto& blocks = booklet.pages.emplace_back();
    for (int which = 0; which < count; ++which) {
        booklet.pictures.push_back(different[static_cast<std::size_t>(which) % different.size()]);
        blocks.push_back({.form = Block::Form::photo, .pictures = {static_cast<std::size_t>(which)}, .caption = "Wat we die dag zagen"});
        if (which % 3 == 0) blocks.push_back({.form = Block::Form::words, .text = "Die dag heb ik vooral gekeken. Toch wist ik meer dan na een week op school: ik wil met mijn handen werken, en ik wil buiten zijn."});
    }
    return booklet;
}

rusage used_by_children() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    return used;
}

double processor_seconds() {
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    const rusage used = used_by_children();
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void measure(const char* name, const Booklet& booklet) {
    workshop::Workshop workshop{MEDIA_PROGRAM};
    const auto start = std::chrono::steady_clock::now();
    const double before = processor_seconds();
    const auto pdf = workshop.booklet(booklet);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    fmt::print("{:<24} {:6.2f} s, {:5.2f} s of processor, {:5.1f} MB, largest program so far {} MB\n", name, seconds, processor_seconds() - before,
               pdf ? static_cast<double>(pdf->size()) / 1e6 : 0, used_by_children().ru_maxrss / 1024);
}

}  // namespace

int main(int, char** arguments) {
    if (vips_init(arguments[0]) != 0) return 1;
    measure("words alone, A5", of_photos(0, Booklet::Size::a5));
    measure("40 photos, A5", of_photos(40, Booklet::Size::a5));
    measure("40 photos, A5 to fold", of_photos(40, Booklet::Size::a5_folded));
    measure("40 photos, A4", of_photos(40, Booklet::Size::a4));
    measure("150 photos, A4", of_photos(150, Booklet::Size::a4));
}

// What people send in, through the workshop: media_bench. A photo of 12 MP and a recording of three minutes, two at a time.
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vips/vips.h>

#include <chrono>
#include <cstdlib>
#include <thread>
#include <vector>

#include <workshop/workshop.hpp>

using namespace loopbaankaart;

namespace {

constexpr int at_once = 2;

// As a camera gives it: soft shapes with grain over them, 4000 × 3000, JPEG.
std::string photo() {
    VipsImage *shapes = nullptr, *grain = nullptr, *both = nullptr, *bytes = nullptr, *colours = nullptr;
    vips_perlin(&shapes, 4000, 3000, "cell_size", 400, "uchar", TRUE, nullptr);
    vips_gaussnoise(&grain, 4000, 3000, "mean", 0.0, "sigma", 6.0, nullptr);
    vips_add(shapes, grain, &both, nullptr);
    vips_cast_uchar(both, &bytes, nullptr);
    VipsImage* bands[] = {bytes, shapes, bytes};
    vips_bandjoin(bands, &colours, 3, nullptr);
    void* jpeg = nullptr;
    std::size_t length = 0;
    vips_jpegsave_buffer(colours, &jpeg, &length, "Q", 90, nullptr);
    return {static_cast<const char*>(jpeg), length};
}

std::string recording() {
    const char* file = "/tmp/loopbaankaart-bench.webm";
    if (std::system(fmt::format("ffmpeg -nostdin -v error -y -f lavfi -i anoisesrc=d=178:c=pink:a=0.5 -c:a libopus -b:a 48k {}", file).c_str()) != 0) return {};
    std::string bytes;
    std::FILE* stream = std::fopen(file, "rb");
    for (int byte = 0; (byte = std::fgetc(stream)) != EOF;) bytes += static_cast<char>(byte);
    std::fclose(stream);
    ::unlink(file);
    return bytes;
}

double processor_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void measure(const char* name, const std::string& sent, int times, auto work) {
    const int file = ::memfd_create("sent", MFD_CLOEXEC);
    if (::write(file, sent.data(), sent.size()) != static_cast<ssize_t>(sent.size())) return;
    const auto start = std::chrono::steady_clock::now();
    const double before = processor_seconds();
    std::vector<std::thread> people;
    for (int one = 0; one < at_once; ++one)
        people.emplace_back([&] {
            for (int time = 0; time < times; ++time)
                if (!work(file)) fmt::print("refused\n");
        });
    for (auto& one : people) one.join();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const int all = times * at_once;
    fmt::print("{:<10} {:5.1f} MB {:6.2f} a second {:6.0f} ms of processor each\n", name, static_cast<double>(sent.size()) / 1e6, all / seconds,
               (processor_seconds() - before) / all * 1000);
    ::close(file);
}

}  // namespace

int main(int, char** arguments) {
    if (vips_init(arguments[0]) != 0) return 1;
    workshop::Workshop workshop{MEDIA_PROGRAM, {.at_once = at_once}};
    const std::string large = photo();
    measure("photo", large, 15, [&](int file) { return static_cast<bool>(workshop.photo(file)); });
    measure("sound", recording(), 5, [&](int file) { return static_cast<bool>(workshop.sound(file)); });
    rusage used{};
    ::getrusage(RUSAGE_CHILDREN, &used);
    fmt::print("largest program {} MB\n", used.ru_maxrss / 1024);
    const int file = ::memfd_create("sent", MFD_CLOEXEC);
    if (::write(file, large.data(), large.size()) < 0) return 1;
    const auto made = workshop.photo(file);
    for (const auto& size : made->sizes) fmt::print("{} × {}: {:.0f} KB\n", size.width, size.height, static_cast<double>(size.webp.size()) / 1000);
}

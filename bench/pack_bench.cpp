// What a school's own map costs: pack_bench FOLDER. Milliseconds to read and check it, and what each school with such a folder adds
// to the memory of the process: as read, with its pictures drawn, and with the ground under its trails.
#include <fmt/format.h>
#include <malloc.h>

#include <chrono>
#include <fstream>
#include <vector>

#include "chart/chart.hpp"

using namespace loopbaankaart;
using namespace loopbaankaart::atlas;

namespace {

double resident_kb() {
    malloc_trim(0);
    std::ifstream statm{"/proc/self/statm"};
    long pages = 0, resident = 0;
    statm >> pages >> resident;
    return static_cast<double>(resident) * 4;
}

double milliseconds(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int count, char** arguments) {
    constexpr int schools = 20;
    const std::filesystem::path folder = count > 1 ? arguments[1] : "docs/example-map";
    fmt::print("ours           {:7.1f} ms\n", milliseconds([] { load_atlas(); }));
    fmt::print("a pack, first  {:7.1f} ms\n", milliseconds([&] { load_atlas(folder); }));
    std::vector<std::shared_ptr<const Atlas>> all;
    const double before = resident_kb();
    const double reading = milliseconds([&] {
        for (int school = 0; school < schools; ++school) all.push_back(load_atlas(folder).atlas);
    });
    const double read = resident_kb();
    fmt::print("a pack         {:7.1f} ms {:7.0f} KB a school\n", reading / schools, (read - before) / schools);
    const Chart& first = *all.front()->chart;
    for (const auto& name : first.drawings().own) {
        const double drawing = milliseconds([&] { first.draw(pen::Light::day, name); });
        fmt::print("drawing {:<10}{:5.1f} ms {:7.1f} KB\n", name, drawing, static_cast<double>(first.drawn(pen::Light::day, name)->plain.size()) / 1024);
    }
    double drawing = 0, ground = 0;
    for (const auto& one : all)
        for (const pen::Light light : {pen::Light::day, pen::Light::night}) drawing += milliseconds([&] { one->chart->draw(light, Chart::layer(0)); });
    const double drawn = resident_kb();
    fmt::print("both pictures  {:7.1f} ms {:7.0f} KB a school\n", drawing / schools, (drawn - read) / schools);
    for (const auto& one : all) ground += milliseconds([&] { one->chart->ground(); });
    fmt::print("the ground     {:7.1f} ms {:7.0f} KB a school\n", ground / schools, (resident_kb() - drawn) / schools);
}

// trail_bench: what a traveller's trail costs: the ground once for a sheet, a journey for every look at the map.
//
//     build/bench/trail_bench
#include <benchmark/benchmark.h>

#include <chart/chart.hpp>
#include <trail/draw_traveller.hpp>

namespace loopbaankaart::atlas {

namespace {

struct Ours {
    std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    const Chart& chart = *atlas->chart;
    std::vector<Spot> spots = spots_of(chart.sheet(), chart.drawings(), chart.labels(base::Language::nl));
    TrailGround ground{chart.sheet(), spots, chart.kept_free()};
};
const Ours& ours() {
    static const Ours all;
    return all;
}

void make_ground(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(TrailGround{ours().chart.sheet(), ours().spots, ours().chart.kept_free()});
}
BENCHMARK(make_ground)->Unit(benchmark::kMillisecond);

// Back and forth over the whole sheet.
void draw_journey(benchmark::State& state) {
    const std::size_t places = ours().ground.stops().size();
    std::vector<StopStay> stays;
    for (std::int64_t i = 0; i < state.range(0); ++i) stays.push_back({static_cast<std::size_t>(i * i * 7 + i * 3) % places, i % 8 == 0});
    std::size_t bytes = 0;
    for (auto _ : state) bytes = draw_traveller(ours().ground, stays, "ik ben hier").way.size();
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(draw_journey)->ArgName("stays")->Arg(5)->Arg(40)->Arg(300)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace loopbaankaart::atlas

BENCHMARK_MAIN();

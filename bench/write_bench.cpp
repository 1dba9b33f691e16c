// write_bench: durable writes a second on either database, with so many waiting at once. Run inside tools/with-postgresql.
//
//     tools/with-postgresql build/bench/write_bench --benchmark_min_time=3
#include <benchmark/benchmark.h>

#include <condition_variable>
#include <mutex>

#include <workbench/workbench.hpp>

namespace loopbaankaart {

namespace {

constexpr storage::Migration make_notes{1, "make_notes", R"(
CREATE TABLE note (
    id TEXT PRIMARY KEY, -- of the note
    words TEXT           -- 300 bytes, like a short entry that was sealed
);
)"};
constexpr storage::Query<2> insert{"bench.insert", "INSERT INTO note (id, words) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
                                   "INSERT INTO note (id, words) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING"};
constexpr storage::Query<1> select{"bench.select", "SELECT words FROM note WHERE id = ?1", "SELECT words FROM note WHERE id = $1"};

workbench::Backend backend_of(const benchmark::State& state) {
    return state.range(0) == 0 ? workbench::Backend::sqlite : workbench::Backend::postgresql;
}

// Keeps `waiting` writes under way: a new one goes in for each that is answered.
void keep_notes(benchmark::State& state) {
    workbench::World world{backend_of(state), {make_notes}};
    const std::string words(300, 'w');
    std::mutex mutex;
    std::condition_variable answered;
    std::int64_t open = 0;
    for (auto _ : state) {
        std::unique_lock lock{mutex};
        answered.wait(lock, [&] { return open < state.range(1); });
        ++open;
        lock.unlock();
        world.school().write([&words, id = world.id()](storage::Writes& writes) { writes.run(insert, id, words); },
                             [&](const storage::Failure& failure) {
                                 if (failure) std::abort();
                                 const std::scoped_lock answer{mutex};
                                 --open;
                                 answered.notify_one();
                             });
    }
    std::unique_lock lock{mutex};
    answered.wait(lock, [&] { return open == 0; });
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(keep_notes)->ArgNames({"postgresql", "waiting"})->ArgsProduct({{0, 1}, {1, 64}})->UseRealTime();

void read_note(benchmark::State& state) {
    workbench::World world{backend_of(state), {make_notes}};
    const base::Id id = world.id();
    world.school().write_now([&](storage::Writes& writes) { writes.run(insert, id, "words"); });
    for (auto _ : state)
        world.school().read([&](storage::Reads& reads) {
            reads.each(select, [](const storage::Row& row) { benchmark::DoNotOptimize(row.text(0)); }, id);
        });
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(read_note)->ArgName("postgresql")->Arg(0)->Arg(1)->UseRealTime();

}  // namespace

}  // namespace loopbaankaart

BENCHMARK_MAIN();

#include "figures.hpp"

#include <flow/flow.hpp>

namespace loopbaankaart::program::demo {

void keep_invented_figures(storage::School& school, const Material& material, std::uint64_t seed, base::Instant now) {
    flow::SimulatedStudents simulation{.seed = seed, .least_intake = 120, .most_intake = 280};  // so many that programmes can be shown
    for (const TeamMaterial& team : material.teams)
        for (const std::string& programme : team.programmes) simulation.programmes.push_back({programme, team.name, programme == team.programmes.back() ? "3" : "4"});
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    const std::int32_t school_year = static_cast<int>(today.year()) - (today.month() < std::chrono::August ? 1 : 0);
    constexpr std::int32_t years = 9;  // enough to try forecasts on
    simulation.years = years, simulation.first_year = school_year - simulation.years + 1;
    const flow::Spells students = flow::simulate_students(simulation);
    auto paths = flow::paths_of(students);
    if (!paths) return;
    paths->programmes = simulation.programmes;
    const flow::Shown shown = flow::hide_small(*paths);
    flow::Noise::Key key{};
    base::SeededRandomness same_noise{seed};
    school.write_now([&](storage::Writes& writes) { key = flow::noise_key(writes, same_noise); });
    const flow::Outlooks outlooks = flow::outlooks_of(flow::school_of(flow::with_sectors(students, paths->programmes)), flow::Noise{key}, seed);
    flow::SimulatedLearners learners{.seed = seed, .priors = {"vmbo-basis", "vmbo-kader", "vmbo-tl", "havo"}, .activities = {"Rekenen", "Certificaat beroepspraktijk", "Diploma"}};
    for (const flow::Programme& programme : simulation.programmes) learners.programmes.push_back(programme.name);
    const flow::Costs costs = flow::hide_small_costs(flow::simulate_learners(learners));
    base::SystemRandomness randomness;
    school.write_now([&](storage::Writes& writes) {
        const base::Id set = base::Id::make(now, randomness);
        flow::keep_set(writes, set, "verzonnen", "", shown, now);
        flow::keep_outlooks(writes, set, outlooks, seed);
        flow::keep_costs(writes, base::Id::make(now, randomness), "verzonnen", "", costs, now);
    });
}

}  // namespace loopbaankaart::program::demo

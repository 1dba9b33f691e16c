#include "simulate.hpp"

#include <array>
#include <string>

#include "../draws/draws.hpp"
#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

School simulate(const Simulation& simulation) {
    enum : State { year_1, year_2, left, switched, diploma };
    struct Step {
        State from, to;
        double mean;  // of those who did not take an earlier step of the state
    };
    constexpr std::array<Step, 6> steps{{{year_1, left, 0.15}, {year_1, switched, 0.08}, {year_1, year_1, 0.06}, {year_2, left, 0.08}, {year_2, switched, 0.03}, {year_2, year_2, 0.12}}};
    constexpr std::array<State, 2> onward{year_2, diploma};

    School school{.states = {"year_1", "year_2", "left", "switched", "diploma"}, .programmes = {}, .sectors = {}, .sector = {}, .entry = year_1, .first_year = 2015, .years = simulation.years, .moves = {}, .arrivals = {}, .present = {}, .joined = {}};
    for (std::uint32_t sector = 0; sector < simulation.sectors; ++sector) school.sectors.push_back("sector " + std::to_string(sector + 1));
    const std::size_t states = school.states.size(), programmes = simulation.programmes;
    school.moves.resize(simulation.years * programmes * states * states);
    school.arrivals.resize(simulation.years * programmes);
    school.present.resize(programmes * states);
    if (simulation.side > 0) school.joined.resize(simulation.years * programmes * states);

    Stream shared{simulation.seed, 1ULL << 32U, 0};
    std::vector<std::array<double, steps.size()>> year_shifts(simulation.years);
    for (auto& year : year_shifts)
        for (double& shift : year) shift = simulation.year_spread * draw::normal(shared);
    Stream of_intakes{simulation.seed, 2ULL << 32U, 0};
    std::vector<double> intake_factors(simulation.years, 1.0);
    if (simulation.intake_year_spread > 0)
        for (double& factor : intake_factors) factor = exactly::exp(simulation.intake_year_spread * draw::normal(of_intakes));

    for (std::uint32_t programme = 0; programme < programmes; ++programme) {
        Stream stream{simulation.seed, programme, 0}, from_elsewhere{simulation.seed, programme, 3};
        school.programmes.push_back("programme " + std::to_string(programme + 1));
        school.sector.push_back(programme % simulation.sectors);
        const double mean_intake = exactly::exp(exactly::log(simulation.least_intake) + stream.uniform() * exactly::log(simulation.most_intake / simulation.least_intake));
        std::array<double, steps.size()> own;
        for (std::size_t step = 0; step < steps.size(); ++step) own[step] = draw::beta(stream, simulation.among * steps[step].mean, simulation.among * (1 - steps[step].mean));
        std::array<std::uint32_t, 2> present{0, static_cast<std::uint32_t>(0.75 * mean_intake)};
        for (std::size_t year = 0; year < simulation.years; ++year) {
            const std::uint32_t came = draw::negative_binomial(stream, mean_intake * intake_factors[year], simulation.intake_size);
            school.arrivals[year * programmes + programme] = came;
            present[year_1] += came;
            if (simulation.side > 0 && year > 0) {
                const std::uint32_t joined = draw::negative_binomial(from_elsewhere, simulation.side * mean_intake, simulation.intake_size);
                school.joined[(year * programmes + programme) * states + year_2] = joined, present[year_2] += joined;
            }
            std::array<std::uint32_t, 2> next{};
            const auto moved = [&](State from, State to) -> std::uint32_t& { return school.moves[((year * programmes + programme) * states + from) * states + to]; };
            for (std::size_t step = 0; step < steps.size(); ++step) {
                const auto [from, to, mean] = steps[step];
                double shift = year_shifts[year][step];
                if (to == left) shift += simulation.trend * static_cast<double>(year) + (simulation.change != 0 && year >= simulation.changes_in ? simulation.change : 0);
                const double rate = 1 / (1 + (1 / own[step] - 1) * exactly::exp(-shift));
                const double here = draw::beta(stream, simulation.within * rate, simulation.within * (1 - rate));
                const std::uint32_t took = draw::binomial(stream, present[from], here);
                moved(from, to) = took, present[from] -= took;
                if (to < 2) next[to] += took;
            }
            for (State from : {year_1, year_2}) {
                moved(from, onward[from]) += present[from];
                if (onward[from] < 2) next[onward[from]] += present[from];
            }
            if (simulation.late > 0 && year + 1 == simulation.years)
                for (State from : {year_1, year_2}) {
                    const std::uint32_t unseen = draw::binomial(stream, moved(from, left), simulation.late);
                    moved(from, left) -= unseen, moved(from, from) += unseen, next[from] += unseen;
                }
            present = next;
        }
        school.present[programme * states + year_1] = present[year_1], school.present[programme * states + year_2] = present[year_2];
    }
    return school;
}

}  // namespace loopbaankaart::flow

#include "headcount.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "../draws/draws.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint64_t of_parameters = 5ULL << 40U, of_people = 6ULL << 40U;  // streams

std::vector<double> drawn(const HazardFit& fit, Stream& stream) {
    std::vector<double> normals(fit.parameters.size());
    for (double& one : normals) one = draw::normal(stream);
    std::vector<double> near = fit.precision.backward(std::move(normals));
    for (std::size_t at = 0; at < near.size(); ++at) near[at] += fit.parameters[at];
    return near;
}

}  // namespace

std::vector<Headcount> headcounts(const HazardFit& fit, const Present& present, const HeadcountOptions& options) {
    if (present.size() == 0) return {};
    const std::size_t classes = fit.kinds + 1, draws = std::size_t{options.blocks} * options.per_block;
    const auto programme_of = [&](std::size_t person) { return fit.programmes == 0 ? 0 : present.programme[person]; };
    std::map<std::uint32_t, std::uint32_t> places;  // of programmes in which anybody is
    std::vector<std::uint32_t> people, place_of;
    for (std::size_t person = 0; person < present.size(); ++person) places.emplace(programme_of(person), 0U);
    for (std::uint32_t place = 0; auto& [programme, at] : places) at = place++;
    people.resize(places.size());
    for (std::size_t person = 0; person < present.size(); ++person) ++people[place_of.emplace_back(places.at(programme_of(person)))];

    std::vector<std::uint32_t> counts((places.size() + 1) * classes * draws);  // [programme, then school][class][draw]
    std::atomic<std::uint32_t> next{0};
    const auto work = [&] {
        std::vector<double> always(fit.kinds), chances(classes), unseen(fit.kinds);
        std::vector<std::uint32_t> went(classes);
        for (std::uint32_t block; (block = next.fetch_add(1)) < options.blocks;) {
            Stream of_model{options.seed, of_parameters, block}, of_all{options.seed, of_people, block};
            for (std::uint32_t at = 0; at < options.per_block; ++at) {
                const std::size_t here = std::size_t{block} * options.per_block + at;
                const std::vector<double> values = options.parameters == Parameters::drawn ? drawn(fit, of_model) : fit.parameters;
                for (std::size_t k = 0; k < fit.kinds; ++k) unseen[k] = fit.spreads[k] * draw::normal(of_model);
                for (std::size_t person = 0; person < present.size(); ++person) {
                    const std::uint32_t programme = programme_of(person);
                    for (std::size_t k = 0; k < fit.kinds; ++k) {
                        const double* const own = &values[k * fit.row() + fit.periods];
                        always[k] = fit.programmes == 0 ? 0 : programme == unseen_programme ? unseen[k] : own[programme];
                        for (std::size_t j = 0; j < fit.width; ++j) always[k] += own[fit.programmes + j] * present.x[person * fit.width + j];
                    }
                    const std::size_t from = present.period[person], until = options.ahead == 0 ? fit.periods : std::min<std::size_t>(fit.periods, from + options.ahead);
                    fit.outcomes(values, from, until, always, chances);
                    draw::multinomial(of_all, 1, chances, went);
                    for (std::size_t one = 0; one < classes; ++one) {
                        counts[(place_of[person] * classes + one) * draws + here] += went[one];
                        counts[(places.size() * classes + one) * draws + here] += went[one];
                    }
                }
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < std::max(1U, options.threads); ++thread) others.emplace_back(work);
        work();
    }
    std::vector<Headcount> lines;
    const auto add = [&](Level level, std::uint32_t subject, std::size_t place, std::size_t size) {
        for (std::size_t one = 0; one < classes; ++one)
            lines.push_back({level, subject, static_cast<std::uint8_t>(one), outlook(std::span{counts}.subspan((place * classes + one) * draws, draws)),
                             static_cast<double>(size) < least_intake ? Refusal::few_students : Refusal::none});
    };
    for (const auto& [programme, place] : places) add(Level::programme, programme, place, people[place]);
    add(Level::school, 0, places.size(), present.size());
    return lines;
}

}  // namespace loopbaankaart::flow

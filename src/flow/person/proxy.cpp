#include "proxy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "../hazard/hazard.hpp"
#include "bias.hpp"
#include "features.hpp"
#include "groups.hpp"

namespace loopbaankaart::flow {

namespace {

// Of each of `these`, the share of `those` (in order) that lies below it.
std::vector<double> placements(std::span<const double> these, const std::vector<double>& those) {
    std::vector<double> all;
    for (double one : these) {
        const auto [below, until] = std::equal_range(those.begin(), those.end(), one);
        all.push_back((static_cast<double>(below - those.begin()) + static_cast<double>(until - below) / 2) / static_cast<double>(those.size()));
    }
    return all;
}
// Of their mean.
double variance(const std::vector<double>& all) {
    const auto size = static_cast<double>(all.size());
    const double mean = std::accumulate(all.begin(), all.end(), 0.0) / size;
    double squares = 0;
    for (double one : all) squares += (one - mean) * (one - mean);
    return size > 1 ? squares / (size - 1) / size : 0;
}
std::vector<double> in_order(std::span<const double> all) {
    std::vector<double> sorted(all.begin(), all.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

struct Known {
    std::vector<double> x;
    std::vector<std::uint32_t> programme;
};
constexpr std::uint32_t unknown_programme = UINT32_MAX;

Known known_of(const FeatureForm& form, const Persons& persons, std::span<const std::size_t> rows) {
    Known known{.x = std::vector<double>(rows.size() * form.width()), .programme = {}};
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const Evidence evidence = form.evidence(persons, rows[at]);
        form.fill(evidence, std::span{known.x}.subspan(at * form.width(), form.width()));
        known.programme.push_back(form.programme(evidence.programme).value_or(unknown_programme));
    }
    return known;
}

std::optional<Estimate> told_by(const FeatureForm& form, const Known& from, std::vector<std::uint8_t> learned_in, const Known& tested, const std::vector<std::uint8_t>& tested_in) {
    for (const auto* in : std::initializer_list<const std::vector<std::uint8_t>*>{&learned_in, &tested_in}) {
        const auto members = static_cast<std::size_t>(std::count(in->begin(), in->end(), 1));
        if (members < least_group || in->size() - members < least_group) return std::nullopt;
    }
    const std::size_t people = learned_in.size();
    Histories histories{.enter = std::vector<std::uint32_t>(people), .leave = std::vector<std::uint32_t>(people, 1), .event = std::move(learned_in), .width = form.width(), .x = from.x};
    histories.programmes = static_cast<std::uint32_t>(form.programmes.size());
    if (histories.programmes > 0) histories.programme = from.programme;
    const auto fit = fit_hazard(histories, {});
    if (!fit) return std::nullopt;
    std::vector<double> in_group, others;
    for (std::size_t at = 0; at < tested_in.size(); ++at) {
        const bool no_programme = tested.programme[at] == unknown_programme;
        const double score = fit->log_odds(0, 0, no_programme ? 0 : tested.programme[at], std::span{tested.x}.subspan(at * form.width(), form.width())) - (no_programme ? fit->intercept(0, 0) : 0);
        (tested_in[at] == 1 ? in_group : others).push_back(score);
    }
    return area_under_curve(in_group, others);
}

}  // namespace

Estimate area_under_curve(std::span<const double> in_group, std::span<const double> others) {
    const std::vector<double> own = placements(in_group, in_order(others)), of_others = placements(others, in_order(in_group));
    const double area = std::accumulate(own.begin(), own.end(), 0.0) / static_cast<double>(own.size());
    const double error = std::sqrt(variance(own) + variance(of_others));
    if (!(area > 0 && area < 1)) return wilson(area, static_cast<double>(std::min(own.size(), of_others.size())));
    const double middle = std::log(area / (1 - area)), apart = two_sided * error / (area * (1 - area));
    return {area, 1 / (1 + std::exp(apart - middle)), 1 / (1 + std::exp(-apart - middle))};
}

std::vector<ProxyLine> proxy_report(const Persons& persons, std::span<const std::size_t> from, std::span<const std::size_t> tested) {
    std::vector<ProxyLine> lines;
    const auto form = FeatureForm::of(persons, from);
    if (!form || form->width() == 0) return lines;
    const Known learned = known_of(*form, persons, from), later = known_of(*form, persons, tested);
    std::vector<std::size_t> all(from.begin(), from.end());
    all.insert(all.end(), tested.begin(), tested.end());
    for (const Feature& feature : persons.features) {
        if (feature.role == Role::input || feature.role == Role::programme) continue;
        const Groups groups = groups_of(feature, all);
        for (std::uint32_t group = 0; group < groups.names.size(); ++group) {
            std::vector<std::uint8_t> in(all.size());
            for (std::size_t at = 0; at < all.size(); ++at) in[at] = groups.of[at] == group ? 1 : 0;
            if (std::count(in.begin(), in.end(), 1) == 0) continue;
            const auto middle = in.begin() + static_cast<std::ptrdiff_t>(from.size());
            lines.push_back({feature.name, groups.names[group], feature.role, told_by(*form, learned, {in.begin(), middle}, later, {middle, in.end()})});
        }
    }
    return lines;
}

}  // namespace loopbaankaart::flow

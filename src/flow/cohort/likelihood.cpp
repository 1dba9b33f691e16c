#include "likelihood.hpp"

namespace loopbaankaart::flow::splits {

namespace {

// In four sums, always the same four: one would wait for itself at every step.
double sum_of_products(const double* a, const double* b, std::size_t count) {
    double sums[4] = {0, 0, 0, 0};
    std::size_t at = 0;
    for (; at + 4 <= count; at += 4)
        for (std::size_t part = 0; part < 4; ++part) sums[part] += a[at + part] * b[at + part];
    for (; at < count; ++at) sums[0] += a[at] * b[at];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

constexpr double unlikely = 20;  // as a log: nodes so far below the highest do not count

}  // namespace

Bend Likelihood::bend(const Surface& surface, double among, const Row& at) const {
    const Bend by_year = bend_by_year(surface, among, exactly::share(at[0]), years_of(at));
    const std::size_t all = 1 + years_.size();
    const auto into = [&](std::size_t year, std::size_t z) { return year == 0 || z == 0 ? (year == z ? 1.0 : 0.0) : year - 1 > z ? 0.0 : base(year - 1, z); };
    Bend bend{by_year.value, Row(unknowns_), Row(unknowns_ * unknowns_)};
    Row half(all * unknowns_);
    for (std::size_t year = 0; year < all; ++year)
        for (std::size_t z = 0; z < unknowns_; ++z) {
            bend.slope[z] += by_year.slope[year] * into(year, z);
            for (std::size_t other = 0; other < all; ++other) half[year * unknowns_ + z] += by_year.curvature[year * all + other] * into(other, z);
        }
    for (std::size_t z = 0; z < unknowns_; ++z)
        for (std::size_t other = 0; other < unknowns_; ++other)
            for (std::size_t year = 0; year < all; ++year) bend.curvature[z * unknowns_ + other] += into(year, z) * half[year * unknowns_ + other];
    return bend;
}

Bend Likelihood::bend_by_year(const Surface& surface, double among, double mean, const Row& deltas) const {
    const std::size_t all = 1 + years_.size();
    Bend bend{0, Row(all), Row(all * all)};
    const double a = among * mean, b = among * (1 - mean), by_logit = mean * (1 - mean);
    const auto prior = beta_prior(mean, among);
    const double middle = exactly::digamma(a) - exactly::digamma(b);
    const double twice = -among * among * (exactly::trigamma(a) + exactly::trigamma(b)) * by_logit * by_logit;
    std::vector<Shift> shifts;
    for (double delta : deltas) shifts.emplace_back(delta);

    Heights level;
    std::vector<Heights> once(all), more(all), weighted(all);
    Row expected(all);
    std::vector<std::size_t> met;
    for (std::size_t programme = 0; programme + 1 < first_.size(); ++programme) {
        if (first_[programme] == first_[programme + 1]) continue;
        level = prior;
        for (std::size_t trial = first_[programme]; trial < first_[programme + 1]; ++trial) add(shifts[year_[trial]].value, surface.row(trial), level);
        const double top = *std::max_element(level.begin(), level.end());
        std::size_t low = 0, high = level.size();
        while (level[low] < top - unlikely) ++low;
        while (level[high - 1] < top - unlikely) --high;
        double total = 0;
        for (std::size_t node = low; node < high; ++node) total += level[node] = exactly::exp(level[node] - top);
        bend.value += top + exactly::log(total);

        met.assign(1, 0);
        for (std::size_t node = low; node < high; ++node) {
            const double slope = among * (grid_log_odds(node) - middle);
            once[0][node] = slope * by_logit, more[0][node] = twice + slope * by_logit * (1 - 2 * mean);
        }
        if (unknowns_ > 1)
            for (std::size_t trial = first_[programme]; trial < first_[programme + 1]; ++trial) {
                const std::size_t unknown = 1 + year_[trial];
                met.push_back(unknown);
                once[unknown].fill(0), more[unknown].fill(0);
                add(shifts[year_[trial]].once, surface.row(trial), once[unknown], low, high);
                add(shifts[year_[trial]].twice, surface.row(trial), more[unknown], low, high);
            }
        for (std::size_t i : met) {
            for (std::size_t node = low; node < high; ++node) weighted[i][node] = level[node] * once[i][node];
            expected[i] = sum_of_products(&level[low], &once[i][low], high - low) / total;
            bend.slope[i] += expected[i];
            bend.curvature[i * all + i] -= sum_of_products(&level[low], &more[i][low], high - low) / total;
        }
        for (std::size_t i : met)
            for (std::size_t j : met) {
                if (j > i) continue;
                const double together = sum_of_products(&weighted[i][low], &once[j][low], high - low) / total - expected[i] * expected[j];
                bend.curvature[i * all + j] -= together;
                if (i != j) bend.curvature[j * all + i] -= together;
            }
    }
    return bend;
}

}  // namespace loopbaankaart::flow::splits

// Inside split.cpp: log P(all y) with every programme's own rate integrated out, and how it bends.
#pragma once

#include "surface.hpp"
#include "triangle.hpp"

namespace loopbaankaart::flow::splits {

// log P(all y) as a function of (logit m, z…), δ = Bz: its value, slope and curvature (with the sign turned) at a point.
struct Bend {
    double value = 0;
    Row slope, curvature;
};

class Likelihood {
public:
    Likelihood(const std::vector<Trials>& trials, const std::vector<std::size_t>& first, const std::vector<std::int32_t>& years, YearEffect effect)
        : trials_{trials}, first_{first}, years_{years}, unknowns_{effect == YearEffect::shared ? years.size() : 1} {
        for (const Trials& one : trials) year_.push_back(static_cast<std::size_t>(std::lower_bound(years.begin(), years.end(), one.year) - years.begin()));
    }
    // logit m, and a coordinate fewer than years: past δ sum to 0, as a school's level is in m already. B is Helmert's, of length 1.
    std::size_t unknowns() const { return unknowns_; }
    Row years_of(const Row& at) const {
        Row all(years_.size());
        for (std::size_t z = 1; z < unknowns_; ++z)
            for (std::size_t year = 0; year <= z; ++year) all[year] += base(year, z) * at[z];
        return all;
    }

    Bend bend(const Surface& surface, double among, const Row& at) const;

private:
    // B: column z (from 1) has z equal parts and then one that balances them.
    static double base(std::size_t year, std::size_t z) {
        const auto parts = static_cast<double>(z);
        return (year < z ? 1 : -parts) / std::sqrt(parts * (parts + 1));
    }

    // The same in (logit m, δ of each year).
    Bend bend_by_year(const Surface& surface, double among, double mean, const Row& deltas) const;

    const std::vector<Trials>& trials_;
    const std::vector<std::size_t>& first_;
    const std::vector<std::int32_t>& years_;
    std::vector<std::size_t> year_;
    std::size_t unknowns_;
};

}  // namespace loopbaankaart::flow::splits

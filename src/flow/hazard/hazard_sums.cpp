#include "hazard_sums.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow {

double chances_of(std::span<double> odds) {
    double top = 0, sum = 0;
    for (double one : odds) top = std::max(top, one);
    for (double& one : odds) sum += one = exactly::exp(one - top);
    sum += exactly::exp(-top);
    for (double& one : odds) one /= sum;
    return -top - exactly::log(sum);
}

void HazardSums::add(const HazardSums& other) {
    value += other.value;
    for (const auto part : {&HazardSums::slope, &HazardSums::times, &HazardSums::programmes, &HazardSums::together, &HazardSums::x_times, &HazardSums::x_programmes, &HazardSums::x_x})
        for (std::size_t at = 0; at < (this->*part).size(); ++at) (this->*part)[at] += (other.*part)[at];
}

HazardLikelihood::HazardLikelihood(const Histories& histories, unsigned threads)
    : data_{histories}, threads_{std::max(1U, threads)}, row_{histories.periods + histories.programmes + histories.width},
      pairs_{histories.kinds * (histories.kinds + 1) / 2}, blocks_{std::clamp<std::size_t>(histories.size() / 256, 1, 32)} {}

HazardSums HazardLikelihood::at(std::span<const double> parameters, bool curved) const {
    std::vector<HazardSums> sums(blocks_);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t block; (block = next.fetch_add(1)) < blocks_;) sums[block] = of_block(block, parameters, curved);
    };
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < std::min<std::size_t>(threads_, blocks_); ++thread) others.emplace_back(work);
        work();
    }
    for (std::size_t block = 1; block < blocks_; ++block) sums[0].add(sums[block]);
    return std::move(sums[0]);
}

std::vector<double> HazardLikelihood::curvature(const HazardSums& sums) const {
    const std::size_t all = size(), periods = data_.periods, programmes = data_.programmes, width = data_.width;
    std::vector<double> matrix(all * all);
    std::size_t pair = 0;
    for (std::size_t k = 0; k < data_.kinds; ++k)
        for (std::size_t l = k; l < data_.kinds; ++l, ++pair) {
            const auto put = [&](std::size_t a, std::size_t b, double value) {  // a and b within an event's row
                matrix[(k * row_ + a) * all + l * row_ + b] = value;
                if (k != l) matrix[(k * row_ + b) * all + l * row_ + a] = value;
            };
            for (std::size_t t = 0; t < periods; ++t) {
                put(t, t, sums.times[pair * periods + t]);
                for (std::size_t g = 0; g < programmes; ++g) put(t, periods + g, sums.together[(pair * periods + t) * programmes + g]);
                for (std::size_t j = 0; j < width; ++j) put(t, periods + programmes + j, sums.x_times[(pair * periods + t) * width + j]);
            }
            for (std::size_t g = 0; g < programmes; ++g) {
                put(periods + g, periods + g, sums.programmes[pair * programmes + g]);
                for (std::size_t j = 0; j < width; ++j) put(periods + g, periods + programmes + j, sums.x_programmes[(pair * programmes + g) * width + j]);
            }
            for (std::size_t i = 0; i < width; ++i)
                for (std::size_t j = i; j < width; ++j) put(periods + programmes + i, periods + programmes + j, sums.x_x[(pair * width + i) * width + j]);
        }
    return matrix;
}

HazardSums HazardLikelihood::of_block(std::size_t block, std::span<const double> parameters, bool curved) const {
    const std::size_t kinds = data_.kinds, periods = data_.periods, programmes = data_.programmes, width = data_.width;
    HazardSums sums;
    sums.slope.resize(size());
    if (curved) {
        sums.times.resize(pairs_ * periods), sums.programmes.resize(pairs_ * programmes), sums.together.resize(pairs_ * periods * programmes);
        sums.x_times.resize(pairs_ * periods * width), sums.x_programmes.resize(pairs_ * programmes * width), sums.x_x.resize(pairs_ * width * width);
    }
    std::vector<double> always(kinds), here(kinds), over(kinds), weight(pairs_);
    for (std::size_t person = data_.size() * block / blocks_; person < data_.size() * (block + 1) / blocks_; ++person) {
        const std::span<const double> x = std::span{data_.x}.subspan(person * width, width);
        const std::size_t programme = programmes == 0 ? 0 : data_.programme[person];
        for (std::size_t k = 0; k < kinds; ++k) {
            const double* const own = &parameters[k * row_ + periods];
            always[k] = programmes == 0 ? 0 : own[programme];
            for (std::size_t j = 0; j < width; ++j) always[k] += own[programmes + j] * x[j];
        }
        std::fill(over.begin(), over.end(), 0.0), std::fill(weight.begin(), weight.end(), 0.0);
        for (std::size_t t = data_.enter[person]; t < data_.leave[person]; ++t) {
            for (std::size_t k = 0; k < kinds; ++k) here[k] = data_.can(k, t) ? always[k] + parameters[k * row_ + t] : -HUGE_VAL;
            const bool happens = t + 1 == data_.leave[person] && data_.event[person] > 0;
            const std::size_t what = happens ? data_.event[person] - std::size_t{1} : kinds;
            if (happens) sums.value += here[what];
            sums.value += chances_of(here);
            for (std::size_t k = 0; k < kinds; ++k) {
                const double rest = (k == what ? 1 : 0) - here[k];
                sums.slope[k * row_ + t] += rest, over[k] += rest;
            }
            if (!curved) continue;
            std::size_t pair = 0;
            for (std::size_t k = 0; k < kinds; ++k)
                for (std::size_t l = k; l < kinds; ++l, ++pair) {
                    const double bend = here[k] * ((k == l ? 1 : 0) - here[l]);
                    weight[pair] += bend, sums.times[pair * periods + t] += bend;
                    if (programmes > 0) sums.together[(pair * periods + t) * programmes + programme] += bend;
                    double* const to = sums.x_times.data() + (pair * periods + t) * width;
                    for (std::size_t j = 0; j < width; ++j) to[j] += bend * x[j];
                }
        }
        for (std::size_t k = 0; k < kinds; ++k) {
            double* const own = &sums.slope[k * row_ + periods];
            if (programmes > 0) own[programme] += over[k];
            for (std::size_t j = 0; j < width; ++j) own[programmes + j] += over[k] * x[j];
        }
        if (!curved) continue;
        for (std::size_t pair = 0; pair < pairs_; ++pair) {
            if (programmes > 0) {
                sums.programmes[pair * programmes + programme] += weight[pair];
                double* const to = sums.x_programmes.data() + (pair * programmes + programme) * width;
                for (std::size_t j = 0; j < width; ++j) to[j] += weight[pair] * x[j];
            }
            for (std::size_t i = 0; i < width; ++i) {
                const double by = weight[pair] * x[i];
                double* const to = sums.x_x.data() + (pair * width + i) * width;
                for (std::size_t j = i; j < width; ++j) to[j] += by * x[j];
            }
        }
    }
    return sums;
}

}  // namespace loopbaankaart::flow

// Who come from elsewhere into another year than the first, or come back after a while: into each state, by another way than a move within the programme.
//
// Negative binomial around the programme's own mean of the last three years (of which only those tell in which somebody can be seen to be new: not the first of the data),
// its spread by the same moments as that of intakes (intake.hpp). Nobody in three years: nobody expected.
#pragma once

#include "forecast.hpp"

namespace loopbaankaart::flow {

// Of one programme.
struct Joining {
    State into = 0;
    std::vector<double> expected;      // of each year ahead: as known, or the mean
    std::vector<std::uint32_t> drawn;  // [block][year ahead][draw]

    // One row of draws, of a block and a year ahead, on top of those who are there.
    void add(std::size_t row, std::span<std::uint32_t> there, std::size_t per_block) const {
        for (std::size_t at = 0; at < there.size(); ++at) there[at] += drawn[row * per_block + at];
    }
};

class SideEntry {
public:
    explicit SideEntry(const School& school);
    // Only states into which anybody comes. What is drawn depends on the programme's number only.
    std::vector<Joining> of(std::uint32_t programme, const ForecastOptions& options) const;
    double mean(std::size_t programme, std::size_t state) const { return mean_[programme * states_ + state]; }

private:
    std::size_t programmes_, states_;
    std::vector<double> mean_;  // [programme][state]
    double spread_ = 0;
};

}  // namespace loopbaankaart::flow

#include "side_entry.hpp"

#include <algorithm>

#include "../draws/stream.hpp"
#include "intake.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::uint64_t of_side = 12ULL << 40U;  // streams: a programme's own number above it

}  // namespace

SideEntry::SideEntry(const School& school) : programmes_{school.programmes.size()}, states_{school.states.size()}, mean_(programmes_ * states_) {
    if (school.joined.empty() || school.years < 2) return;
    const std::size_t last = std::min(intake_years, school.years - 1);
    std::vector<std::vector<double>> rows;
    for (std::size_t programme = 0; programme < programmes_; ++programme)
        for (std::size_t state = 0; state < states_; ++state) {
            std::vector<double>& row = rows.emplace_back();
            for (std::size_t year = 1; year < school.years; ++year) row.push_back(school.joined_into(year, programme, static_cast<State>(state)));
            for (std::size_t year = row.size() - last; year < row.size(); ++year) mean_[programme * states_ + state] += row[year] / static_cast<double>(last);
        }
    spread_ = spread_of(rows);
}

std::vector<Joining> SideEntry::of(std::uint32_t programme, const ForecastOptions& options) const {
    const std::size_t known = std::min<std::size_t>(options.ahead, options.intake.size() / programmes_), row = programmes_ * states_, from = programme * states_;
    const auto known_of = [&](std::size_t ahead, std::size_t state) { return options.joined.empty() ? 0U : options.joined[ahead * row + from + state]; };
    const std::vector<double> no_factors(options.ahead, 1.0);
    std::vector<Joining> all;
    for (std::size_t state = 0; state < states_; ++state) {
        Joining here{.into = static_cast<State>(state), .expected = std::vector<double>(options.ahead, mean(programme, state)), .drawn = {}};
        for (std::size_t ahead = 0; ahead < known; ++ahead) here.expected[ahead] = known_of(ahead, state);
        if (std::all_of(here.expected.begin(), here.expected.end(), [](double one) { return one <= 0; })) continue;
        here.drawn.resize(std::size_t{options.blocks} * options.ahead * options.per_block);
        std::vector<std::uint32_t> years(options.ahead);
        for (std::uint32_t block = 0; block < options.blocks; ++block) {
            Stream stream{options.seed, of_side + programme, std::uint64_t{block} * states_ + state};
            for (std::size_t at = 0; at < options.per_block; ++at) {
                if (known < options.ahead) draw_around(stream, mean(programme, state), spread_, no_factors, years);
                for (std::size_t ahead = 0; ahead < known; ++ahead) years[ahead] = known_of(ahead, state);
                for (std::size_t ahead = 0; ahead < options.ahead; ++ahead) here.drawn[(block * options.ahead + ahead) * options.per_block + at] = years[ahead];
            }
        }
        all.push_back(std::move(here));
    }
    return all;
}

}  // namespace loopbaankaart::flow

#include "students.hpp"

#include "../draws/draws.hpp"

namespace loopbaankaart::flow {

namespace {

enum : State { year_1, year_2, year_3, year_4, left, diploma };

struct Rates {
    double leaves, switches, repeats, returns;
};

class OneStudent {
public:
    OneStudent(Spells& into, Stream& stream, std::uint32_t person, std::uint32_t cohort, std::int32_t last_half) : into_{into}, stream_{stream}, person_{person}, cohort_{cohort}, last_half_{last_half} {}

    // `other` gives the programme that one switches to.
    template <typename Other>
    void live(std::uint32_t programme, State last_year, const Rates& rates, Other&& other) {
        State now = year_1;
        std::int32_t half = 0;
        for (int year = 0; year < 9 && half <= last_half_; ++year) {
            const double draw = stream_.uniform();
            const double leaving = rates.leaves * (now == year_1 ? 1 : 0.5);
            if (draw < leaving) {
                const std::int32_t until = half + (stream_.uniform() < 0.6 ? 2 : 1);
                if (!stay(half, until, now, left, programme) || stream_.uniform() >= rates.returns) return;
                half += 4;  // and came back a year later
                continue;
            }
            const bool switches = draw < leaving + rates.switches, repeats = draw < leaving + rates.switches + rates.repeats;
            const State next = repeats ? now : now == last_year ? State{diploma} : static_cast<State>(now + 1);
            if (!stay(half, half + 2, now, next, programme) || next == diploma) return;
            if (switches) programme = other(programme);
            now = next, half += 2;
        }
    }

private:
    // Whether it is known how it ended.
    bool stay(std::int32_t enter, std::int32_t leave, State from, State to, std::uint32_t programme) {
        const bool ended = leave <= last_half_;
        into_.person.push_back(person_), into_.cohort.push_back(cohort_), into_.group.push_back(programme);
        into_.enter.push_back(enter), into_.leave.push_back(ended ? leave : last_half_ + 1);
        into_.from.push_back(from), into_.to.push_back(ended ? to : still_there);
        return ended;
    }

    Spells& into_;
    Stream& stream_;
    std::uint32_t person_, cohort_;
    std::int32_t last_half_;
};

}  // namespace

Spells simulate_students(const SimulatedStudents& simulation) {
    Spells spells{.states = {"year_1", "year_2", "year_3", "year_4", "left", "diploma"}};
    for (const Programme& programme : simulation.programmes) spells.groups.push_back(programme.name);
    for (std::int32_t year = 0; year < simulation.years; ++year) spells.cohorts.push_back(std::to_string(simulation.first_year + year));
    std::uint32_t person = 0;
    for (std::uint32_t number = 0; number < simulation.programmes.size(); ++number) {
        Stream stream{simulation.seed, number, 0};
        const Programme& programme = simulation.programmes[number];
        const Rates own{draw::beta(stream, 6, 34), draw::beta(stream, 2, 198), draw::beta(stream, 4, 46), draw::beta(stream, 1, 39)};
        const double mean = simulation.least_intake + stream.uniform() * (simulation.most_intake - simulation.least_intake);
        const auto other = [&](std::uint32_t now) {
            std::vector<std::uint32_t> near;
            for (std::uint32_t at = 0; at < simulation.programmes.size(); ++at)
                if (at != now && simulation.programmes[at].sector == programme.sector) near.push_back(at);
            return near.empty() ? now : near[static_cast<std::size_t>(stream.uniform() * static_cast<double>(near.size()))];
        };
        for (std::int32_t year = 0; year < simulation.years; ++year) {
            const std::uint32_t came = draw::poisson(stream, mean);
            for (std::uint32_t student = 0; student < came; ++student)
                OneStudent{spells, stream, person++, static_cast<std::uint32_t>(year), 2 * (simulation.years - 1 - year)}.live(number, programme.level == "4" ? year_4 : year_3, own, other);
        }
    }
    return spells;
}

}  // namespace loopbaankaart::flow

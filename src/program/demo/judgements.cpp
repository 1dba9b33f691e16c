#include "judgements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include <flow/flow.hpp>

#include "chance.hpp"

namespace loopbaankaart::program::demo {

namespace {

constexpr std::size_t most_teachers = 7;
constexpr std::int32_t years_known = 4;
constexpr int groups_a_year = 9;
constexpr std::uint64_t apart = 0x0DE1;  // from the seed of the people: the same one would give their ids again

access::Viewer viewer_of(const base::Id& person, access::Role role) {
    access::Viewer viewer{.person = person, .name = {}};
    viewer.roles.set(static_cast<std::size_t>(role));
    return viewer;
}

std::int32_t school_year_of(base::Instant now) {
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(now)};
    return static_cast<int>(today.year()) - (today.month() < std::chrono::August ? 1 : 0);
}

// Somewhere around a share, seen less or more sharply.
double around(double share, double strays, Chance& chance) {
    double sum = 0;
    for (int part = 0; part < 4; ++part) sum += static_cast<double>(chance.below(2001)) / 1000 - 1;
    return std::clamp(share + strays * sum / 1.15, 0.03, 0.97);
}

class Judging {
public:
    Judging(storage::Writes& writes, const Material& material, const Staff& staff, std::uint64_t seed, base::Instant now)
        : writes_{writes}, analyst_{viewer_of(staff.analyst, access::Role::analyst)}, chance_{seed + apart}, now_{now}, team_{base::Id::make(now, chance_.randomness())} {
        for (const TeamMaterial& team : material.teams) programmes_.insert(programmes_.end(), team.programmes.begin(), team.programmes.end());
        access::add_team(writes_, {team_, "Docentenoverleg"});
        for (const auto& [person, role] : staff.teachers) {
            if (teachers_.size() == most_teachers) break;
            access::add_role(writes_, person, {role, team_});
            teachers_.push_back(viewer_of(person, role));
        }
    }

    // Of each of the last years: asked in October, known in July of the year after.
    void known_groups() {
        const std::int32_t this_year = school_year_of(now_);
        for (std::int32_t year = this_year - years_known; year < this_year; ++year)
            for (int number = 0; number < groups_a_year; ++number) {
                const base::Instant asked = now_ - std::chrono::days{365 * (this_year - year) + 200 - number};
                const double share = around(0.68, 0.2, chance_);
                const flow::JudgedGroup group = ask(year, "gaat na een jaar door naar leerjaar 2", year - 1, around(share, 0.13, chance_), asked);
                for (const access::Viewer& teacher : teachers_)
                    if (!chance_.once_in(12)) say(teacher, group, share, asked);
                std::uint32_t happened = 0;
                for (std::uint32_t student = 0; student < group.students; ++student) happened += static_cast<double>(chance_.below(1000)) / 1000 < share ? 1 : 0;
                flow::resolve(writes_, analyst_, group.id, group.students, happened, asked + std::chrono::days{190});
            }
    }

    // What is asked now: the first teacher said something of one, looked after saying something of another, and can still say something of two.
    void open_groups() {
        const std::int32_t this_year = school_year_of(now_);
        for (int number = 0; number < 4; ++number) {
            const base::Instant asked = now_ - std::chrono::days{30 + number};
            const double share = around(0.6, 0.2, chance_);
            const std::optional<double> model = number == 3 ? std::nullopt : std::optional{around(share, 0.1, chance_)};
            const flow::JudgedGroup group = ask(this_year + 2, "haalt het diploma binnen vier jaar", this_year - 1, model, asked);
            for (const access::Viewer& teacher : teachers_)
                if (number < 2 || &teacher != &teachers_.front()) say(teacher, group, share, asked);
            if (number == 1) flow::show_model(writes_, teachers_.front(), group.id, asked + std::chrono::days{10});
        }
    }

private:
    flow::JudgedGroup ask(std::int32_t known_in, std::string outcome, std::int32_t began, std::optional<double> model, base::Instant asked) {
        const std::string& programme = programmes_[next_++ % programmes_.size()];
        flow::JudgedGroup group{.id = base::Id::make(asked, chance_.randomness()), .team = team_, .name = fmt::format("{}, begonnen in {}", programme, began), .outcome = std::move(outcome),
                                .cohort = known_in, .students = static_cast<std::uint32_t>(chance_.between(20, 60)), .model = model};
        flow::ask(writes_, analyst_, group, asked);
        return group;
    }
    void say(const access::Viewer& teacher, const flow::JudgedGroup& group, double share, base::Instant asked) {
        flow::say(writes_, teacher, group.id, static_cast<int>(std::lround(10 * around(share, 0.12, chance_))), asked + std::chrono::days{chance_.between(1, 8)});
    }

    storage::Writes& writes_;
    access::Viewer analyst_;
    Chance chance_;
    base::Instant now_;
    base::Id team_;
    std::vector<std::string> programmes_;
    std::vector<access::Viewer> teachers_;
    std::size_t next_ = 0;
};

}  // namespace

void keep_invented_judgements(storage::School& school, const Material& material, const Staff& staff, std::uint64_t seed, base::Instant now) {
    school.write_now([&](storage::Writes& writes) {
        Judging judging{writes, material, staff, seed, now};
        judging.known_groups();
        judging.open_groups();
    });
}

}  // namespace loopbaankaart::program::demo

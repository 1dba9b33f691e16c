// For the tests: somebody who has everything of a small school that is told anywhere, and solves for its small groups. What was kept of two files, two years apart: tens,
// totals and rests, forecasts of now and of past years, what programmes share; and the routes of Doorstroom by every table. "What if" is reckoned from those and adds nothing.
//
// Unknown is how many students of each programme and year had each path that can be (of moves that anybody in the school made). Tens and routes are sums of those. A forecast is
// not, so whoever solves is given what nobody has: the rates exactly, when it is asked how many stood there, and how many stood there, when the rates are asked. Then each limit is
// a sum, as loose as whole students and draws make it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "../cells/cells.hpp"
#include "../draws/draws.hpp"
#include "outlooks.hpp"
#include "trial_ranges.hpp"

namespace loopbaankaart::flow::trial {

// Students who never were, of whom every move is known.
struct SmallSchool {
    enum : State { year_1, year_2, left, diploma };
    static constexpr std::array<const char*, 4> states{"year_1", "year_2", "left", "diploma"};
    static constexpr std::int32_t first_year = 2015;
    struct Student {
        std::uint32_t programme;
        std::int32_t began;          // 0 is first_year
        std::vector<State> states;   // at the begin of each school year
    };
    std::vector<Programme> programmes;
    std::vector<Student> students;

    // The file that was made when so many years were over and the next had begun.
    Spells file(std::int32_t years) const {
        Spells spells{.states = {states.begin(), states.end()}};
        for (const Programme& one : programmes) spells.groups.push_back(one.name);
        for (std::int32_t year = 0; year <= years; ++year) spells.cohorts.push_back(std::to_string(first_year + year));
        std::uint32_t person = 0;
        for (const Student& one : students) {
            if (one.began > years) continue;
            for (std::int32_t at = 0; one.began + at <= years && one.states[static_cast<std::size_t>(at)] < left; ++at) {
                const bool ended = one.began + at < years;
                spells.person.push_back(person), spells.cohort.push_back(static_cast<std::uint32_t>(one.began)), spells.group.push_back(one.programme);
                spells.enter.push_back(2 * at), spells.leave.push_back(2 * at + (ended ? 2 : 1));
                spells.from.push_back(one.states[static_cast<std::size_t>(at)]), spells.to.push_back(ended ? one.states[static_cast<std::size_t>(at) + 1] : still_there);
            }
            ++person;
        }
        return spells;
    }
};

// One to five programmes in one or two sectors, or twelve, in which some 12 to 70 begin a year, for so many years: each seed another.
inline SmallSchool small_school_of(std::uint64_t seed, std::int32_t years) {
    using S = SmallSchool;
    Stream stream{seed, 77, 0};
    const auto chance = [&](double low, double high) { return low + stream.uniform() * (high - low); };
    SmallSchool school;
    const std::uint32_t programmes = seed % 9 == 8 ? 12 : 1 + static_cast<std::uint32_t>(seed % 5);
    for (std::uint32_t at = 0; at < programmes; ++at) {
        school.programmes.push_back({"P" + std::to_string(at), at % 2 == 0 ? "engineering" : "care", at < 2 ? "4" : "3"});
        const double mean = at == 0 ? chance(38, 70) : chance(12, 60), leaves = chance(0.05, 0.25), repeats = chance(0.02, 0.12), later = chance(0.02, 0.12), again = chance(0.03, 0.15);
        for (std::int32_t began = 0; began <= years; ++began) {
            const std::uint32_t came = draw::poisson(stream, mean);
            for (std::uint32_t student = 0; student < came; ++student) {
                std::vector<State> states{S::year_1};
                while (began + static_cast<std::int32_t>(states.size()) <= years) {
                    const double draw = stream.uniform();
                    const State now = states.back();
                    if (now >= S::left) states.push_back(now);
                    else if (now == S::year_1) states.push_back(draw < leaves ? S::left : draw < leaves + repeats ? S::year_1 : S::year_2);
                    else states.push_back(draw < later ? S::left : draw < later + again ? S::year_2 : S::diploma);
                }
                school.students.push_back({at, began, std::move(states)});
            }
        }
    }
    return school;
}

struct Told {
    bool doorstroom = true, second_file = true, stocks = true, rates = true, shared = true;
    bool tens_in_forecasts = true;  // false: as if forecasts were made of counts as they are
    bool tens = true;  // false: counts are kept as they are, and forecasts made of them
};

class Everything {
public:
    struct Kept {
        std::int32_t years = 0;  // over
        SchoolNow now;
        Outlooks outlooks;
        Shown shown;
    };

    Everything(const SmallSchool& school, std::int32_t years, const Told& told) : school_{school}, last_{told.second_file ? years + 2 : years} {
        files_.push_back(kept_of(years, told));
        if (told.second_file) files_.push_back(kept_of(years + 2, told));
        std::set<std::pair<State, State>> moves;
        for (const auto& one : school.students) {
            for (std::size_t at = 0; at + 1 < one.states.size(); ++at)
                if (one.began + static_cast<std::int32_t>(at) < last_) moves.insert({one.states[at], one.states[at + 1]});
        }
        moves_ = std::move(moves);
        for (std::uint32_t programme = 0; programme < school.programmes.size(); ++programme)
            for (std::int32_t began = 0; began <= last_; ++began) grow(programme, began, {SmallSchool::year_1});
        for (const auto& one : school.students)
            if (one.began <= last_) ++truth_[numbers_.at({one.programme, one.began, {one.states.begin(), one.states.begin() + (last_ - one.began + 1)}})];
        ranges_.emplace(unknowns_.size());
        for (const Kept& file : files_) {
            add_tens(file, told);
            if (told.doorstroom) add_routes(file);
            if (told.stocks || told.rates) add_forecasts(file, told);
            if (told.shared) add_shared(file);
        }
    }
    bool possible() { return ranges_->possible(); }

    struct Found {
        std::size_t asked = 0, exposed = 0;
        std::vector<std::string> which;
    };
    // Of every group of one to nine in the older file: in a state by the end of a year, on a way in a year or in all, there now; of programmes, sectors and the school.
    Found ask() {
        struct Secret {
            std::string name;
            std::vector<double> sum;
            double low = INFINITY, high = -INFINITY;
            double values() const { return std::floor(high + 1e-6) - std::ceil(low - 1e-6) + 1; }
        };
        std::vector<Secret> secrets;
        const Kept& file = files_.front();
        const auto add = [&](std::string name, std::vector<double> sum) {
            const double students = of_truth(sum);
            if (students > 0.5 && students < 9.5) secrets.push_back({std::move(name), std::move(sum)});
        };
        const Outlooks& outlooks = file.outlooks;
        for (std::uint32_t subject = 0; subject < outlooks.subjects.size(); ++subject) {
            if (outlooks.subjects[subject].rest) continue;
            const std::string who = std::to_string(subject) + " ";
            for (State from = 0; from < SmallSchool::left; ++from) {
                for (State to = 0; to < 4; ++to) {
                    add(who + "way " + std::to_string(from) + std::to_string(to), sum_of(file, subject, [&](const Unknown& one) { return ways(one, from, to, 0, file.years); }));
                    for (std::int32_t year = 0; year < file.years; ++year)
                        add(who + "went " + std::to_string(from) + std::to_string(to) + " in " + std::to_string(year), sum_of(file, subject, [&](const Unknown& one) { return ways(one, from, to, year, year + 1); }));
                }
                add(who + "present " + std::to_string(from), sum_of(file, subject, [&](const Unknown& one) { return one.began < file.years && one.at(file.years) == from ? 1.0 : 0.0; }));
            }
            for (State state = 0; state < 4; ++state)
                for (std::int32_t year = 0; year < file.years; ++year)
                    add(who + "in " + std::to_string(state) + " after " + std::to_string(year), sum_of(file, subject, [&](const Unknown& one) { return into(one, state, year); }));
        }
        const auto see = [&](const std::vector<double>& numbers) {
            for (Secret& secret : secrets) {
                double sum = 0;
                for (std::size_t at = 0; at < numbers.size(); ++at) sum += secret.sum[at] * numbers[at];
                secret.low = std::min(secret.low, sum), secret.high = std::max(secret.high, sum);
            }
        };
        Found found;
        for (Secret& secret : secrets) {
            ++found.asked;
            if (secret.values() <= fewest_shown) see(ranges_->most(secret.sum));
            std::vector<double> less = secret.sum;
            for (double& one : less) one = -one;
            if (secret.values() <= fewest_shown) see(ranges_->most(less));
            if (secret.values() > fewest_shown) continue;
            ++found.exposed;
            found.which.push_back(secret.name + ": " + std::to_string(static_cast<int>(of_truth(secret.sum) + 0.5)) + " in " + std::to_string(secret.low) + "–" + std::to_string(secret.high));
        }
        return found;
    }
    const std::vector<Kept>& files() const { return files_; }
    // How far the truth lies outside what is said, at most: the tolerances are honest when it does not.
    double broken() const { return broken_; }

private:
    struct Unknown {
        std::uint32_t programme;
        std::int32_t began;
        std::vector<State> states;
        State at(std::int32_t year) const { return year < began ? State{0xFF} : states[static_cast<std::size_t>(year - began)]; }
    };
    using Sum = std::vector<double>;

    Kept kept_of(std::int32_t years, const Told& told) const {
        Kept kept{years, {}, {}, {}};
        const Spells spells = with_sectors(school_.file(years), school_.programmes);
        kept.now = *school_of(spells);
        Paths paths = *paths_of(spells);
        paths.programmes = school_.programmes;
        kept.shown = hide_small(paths);
        kept.outlooks = outlooks_of(kept.now, {.seed = 1, .doorstroom = &kept.shown, .tens = told.tens});
        return kept;
    }
    void grow(std::uint32_t programme, std::int32_t began, const std::vector<State>& states) {
        if (began + static_cast<std::int32_t>(states.size()) == last_ + 1) {
            numbers_[{programme, began, states}] = unknowns_.size();
            unknowns_.push_back({programme, began, states}), truth_.push_back(0);
            return;
        }
        for (const auto& [from, to] : moves_) {
            if (from != states.back()) continue;
            std::vector<State> longer = states;
            longer.push_back(to);
            grow(programme, began, longer);
        }
    }

    static double ways(const Unknown& one, State from, State to, std::int32_t since, std::int32_t until) {
        double all = 0;
        for (std::int32_t year = std::max(since, one.began); year < until; ++year) all += one.at(year) == from && one.at(year + 1) == to ? 1 : 0;
        return all;
    }
    static double into(const Unknown& one, State state, std::int32_t year) {  // Places::state: anywhere
        return one.began <= year && one.at(year) < SmallSchool::left && (state == Places::state || one.at(year + 1) == state) ? 1 : 0;
    }
    bool belongs(const Kept& file, std::uint32_t programme, std::uint32_t number) const {
        const auto& subjects = file.outlooks.subjects;
        const OutlookSubject& subject = subjects[number];
        if (subject.rest) return subjects[programme].sector == subject.sector && !is_told(file, programme);
        return subject.level == Level::school || (subject.level == Level::sector ? subjects[programme].sector == number : number == programme);
    }
    bool is_told(const Kept& file, std::uint32_t programme) const {
        for (const OutlookLine& line : file.outlooks.lines)
            if (line.subject == programme) return line.refusal != Refusal::few_students;
        return false;
    }
    template <typename Of>
    Sum sum_of(const Kept& file, std::uint32_t subject, const Of& of) const {
        Sum sum(unknowns_.size());
        for (std::size_t at = 0; at < sum.size(); ++at)
            if (belongs(file, unknowns_[at].programme, subject)) sum[at] = of(unknowns_[at]);
        return sum;
    }
    double of_truth(const Sum& sum) const {
        double all = 0;
        for (std::size_t at = 0; at < sum.size(); ++at) all += sum[at] * truth_[at];
        return all;
    }
    void say(Sum sum, double low, double high) {
        const double is = of_truth(sum);
        broken_ = std::max({broken_, low - is, is - high});
        ranges_->add(std::move(sum), low, high);
    }

    void add_tens(const Kept& file, const Told& told) {
        const double loose = told.tens ? ten - 1 : 0;
        for (const auto& [of, students] : file.outlooks.counts) {
            const auto& [subject, what, a, b] = of;
            const std::int32_t year = b - SmallSchool::first_year, state = a, to = b;
            if (what == TenOf::past && year == file.years) {
                say(sum_of(file, subject, [&](const Unknown& one) { return one.began <= file.years && one.at(file.years) < SmallSchool::left ? 1.0 : 0.0; }), students, students + loose);
            } else if (what == TenOf::past) {
                say(sum_of(file, subject, [&](const Unknown& one) { return into(one, static_cast<State>(state), year); }), students, students + loose);
            } else if (what == TenOf::ways) {  // there is one only where anybody went
                say(sum_of(file, subject, [&](const Unknown& one) { return ways(one, static_cast<State>(state), static_cast<State>(to), 0, file.years); }), std::max(1U, students), students + (told.tens ? way_class - 1 : 0));
            } else if (what == TenOf::present) {
                say(sum_of(file, subject, [&](const Unknown& one) { return one.began < file.years && one.at(file.years) == state ? 1.0 : 0.0; }), std::max(1U, students), students + loose);
            } else if (a == 1) {
                say(sum_of(file, subject, [&](const Unknown& one) { return one.began == file.years ? 1.0 : 0.0; }), students, students + loose);
            } else {
                say(sum_of(file, subject, [&](const Unknown& one) { return one.began < file.years && one.began >= file.years - 3 ? 1.0 : 0.0; }), 3.0 * students - 1, 3.0 * (students + loose) + 1);
            }
        }
    }

    void add_routes(const Kept& file) {
        for (const Table& table : file.shown.tables) {
            if (table.programme == others || table.sector == others) continue;
            for (const auto& route : file.shown.common[static_cast<std::size_t>(table.family)]) {
                Sum sum(unknowns_.size());
                for (std::size_t at = 0; at < sum.size(); ++at) {
                    const Unknown& one = unknowns_[at];
                    const Programme& programme = school_.programmes[one.programme];
                    const auto same = [](const std::string& asked, const std::string& is) { return asked.empty() || asked == is; };
                    const std::int32_t seen = file.years - one.began + 1;
                    if (seen < 2 || seen < static_cast<std::int32_t>(route.size()) || !same(table.programme, programme.name) || !same(table.sector, programme.sector) || !same(table.level, programme.level)) continue;
                    if (table.began != 0 && table.began != one.began + SmallSchool::first_year) continue;
                    if (std::equal(route.begin(), route.end(), one.states.begin())) sum[at] = 1;
                }
                const double students = of_truth(sum);
                say(std::move(sum), students, students);
            }
        }
    }

    // Of M0, the rates of a programme at an origin: who stands in `from` goes to `to`.
    static std::map<std::pair<State, State>, double> rates_of(const School& school, std::uint32_t programme) {
        std::map<std::pair<State, State>, double> rates;
        for (const Ways& way : tree(school)) {
            double left = 1;
            for (std::size_t at = 0; at < way.to.size(); ++at) {
                std::uint32_t seen = 0, took = 0;
                for (std::size_t year = school.years - std::min<std::size_t>(3, school.years); year < school.years; ++year) {
                    took += school.moved(year, programme, way.from, way.to[at]);
                    for (std::size_t later = at; later < way.to.size(); ++later) seen += school.moved(year, programme, way.from, way.to[later]);
                }
                const double rate = at + 1 == way.to.size() ? 1 : own_rate(seen, took);
                rates[{way.from, way.to[at]}] = left * rate, left *= 1 - rate;
            }
        }
        return rates;
    }

    // Of the first year that a forecast is about, with its intake known: what M0 says of who stands there. Where forecasts are made of tens (ForecastOptions::class_of), they tell no
    // more of who stood there than those: so all of them are told.
    void add_forecasts(const Kept& file, const Told& told) {
        for (std::int32_t origin = 3; told.tens_in_forecasts && origin <= file.years; ++origin)
            for (std::uint32_t programme = 0; programme < school_.programmes.size(); ++programme)
                for (State from = 0; from <= SmallSchool::left; ++from) {  // the last: who came
                    const Sum stood = sum_of(file, programme, [&](const Unknown& one) { return from == SmallSchool::left ? one.began == origin ? 1.0 : 0.0 : one.began < origin && one.at(origin) == from ? 1.0 : 0.0; });
                    const double students = of_truth(stood), from_ten = tens(static_cast<std::uint32_t>(students + 0.5));
                    if (told.stocks) say(stood, students > 0 ? std::max(1.0, from_ten) : 0, students > 0 ? from_ten + ten - 1 : 0);
                }
        if (told.tens_in_forecasts) return;
        for (const OutlookLine& line : file.outlooks.lines) {
            if (line.state == Places::state || line.ahead != 1 || line.refusal != Refusal::none) continue;
            const auto origin = static_cast<std::int32_t>(line.year - SmallSchool::first_year);
            if (origin > file.years) continue;
            const School then = origin == file.years ? file.now.school : until(file.now.school, static_cast<std::size_t>(origin));
            double variance = 0, skew = 0;
            Sum stood(unknowns_.size()), went(unknowns_.size());
            for (std::uint32_t programme = 0; programme < school_.programmes.size(); ++programme) {
                if (!belongs(file, programme, line.subject)) continue;
                const auto rates = rates_of(then, programme);
                std::array<double, 2> there{}, seen{};
                for (std::size_t at = 0; at < unknowns_.size(); ++at) {
                    const Unknown& one = unknowns_[at];
                    if (one.programme != programme) continue;
                    for (State from = 0; from < SmallSchool::left; ++from) {
                        const auto found = rates.find({from, line.state});
                        if (one.at(origin) == from) there[from] += truth_[at], stood[at] += found == rates.end() ? 0 : found->second;
                        for (State to = 0; to < 4; ++to) seen[from] += truth_[at] * ways(one, from, to, std::max(0, origin - 3), origin);
                    }
                }
                for (State from = 0; from < SmallSchool::left; ++from) {
                    const auto found = rates.find({from, line.state});
                    if (found == rates.end()) continue;
                    const double rate = found->second, each = there[from] * rate * (1 - rate);
                    variance += each, skew += each * (1 - 2 * rate);
                    if (seen[from] == 0) continue;
                    for (std::size_t at = 0; at < unknowns_.size(); ++at)
                        if (unknowns_[at].programme == programme) went[at] += there[from] / seen[from] * ways(unknowns_[at], from, line.state, std::max(0, origin - 3), origin);
                }
            }
            const double spread = std::sqrt(variance);
            constexpr std::array<double, 5> away{0, -1.2816, 1.2816, -1.96, 1.96};
            const std::array<std::uint32_t, 5> limits{line.own_rate.median, line.own_rate.low80, line.own_rate.high80, line.own_rate.low95, line.own_rate.high95};
            for (std::size_t at = 0; at < limits.size(); ++at) {
                if (limits[at] == 0) continue;  // below ten
                // Cornish and Fisher 1937: the skewness moves a limit; whole students by half a one, draws by a part of the spread.
                const double mean = limits[at] - away[at] * spread - (variance > 0 ? skew / variance * (away[at] * away[at] - 1) / 6 : 0), loose = 0.75 + (at < 3 ? 0.07 : 0.14) * spread;
                if (told.stocks) say(stood, mean - loose, mean + loose);
                if (told.rates) say(went, mean - loose - 1, mean + loose + 1);
            }
        }
    }

    // A way that hardly anybody took has one rate for all, and the reader counts back how many that were.
    void add_shared(const Kept& file) {
        const std::uint32_t school = file.outlooks.school();
        for (const OutlookSplit& split : file.outlooks.splits) {
            if (split.mean == 0 || split.among < 1e5) continue;
            std::set<State> others{split.rest};
            bool later = false;
            for (const OutlookSplit& other : file.outlooks.splits) {
                later = later || &other == &split;
                if (later && other.from == split.from) others.insert(other.to);
            }
            const Sum took = sum_of(file, school, [&](const Unknown& one) { return ways(one, split.from, split.to, 0, file.years); });
            Sum seen(unknowns_.size());
            for (const State to : others) {
                const Sum more = sum_of(file, school, [&](const Unknown& one) { return ways(one, split.from, to, 0, file.years); });
                for (std::size_t at = 0; at < seen.size(); ++at) seen[at] += more[at];
            }
            const double all = of_truth(seen), unit = std::pow(10, std::floor(std::log10(split.mean)) - 1);
            say(took, std::max(0.0, (split.mean - unit / 2) * (all + 1) - 0.5 - 1e-6), (split.mean + unit / 2) * (all + 1) - 0.5 + 1e-6);
        }
    }

    const SmallSchool& school_;
    std::int32_t last_;
    std::vector<Kept> files_;
    std::set<std::pair<State, State>> moves_;
    std::vector<Unknown> unknowns_;
    std::vector<double> truth_;
    std::map<std::tuple<std::uint32_t, std::int32_t, std::vector<State>>, std::size_t> numbers_;
    std::optional<Ranges> ranges_;
    double broken_ = 0;
};

}  // namespace loopbaankaart::flow::trial

// For the tests: somebody who has everything of a small school that is told anywhere, and solves for its small groups. What was kept of two files, two years apart: counts with noise, those that
// forecasts are made of, what programmes share; and the routes of Doorstroom by every table. "What if" is reckoned from those and adds nothing.
//
// Unknown is how many students of each programme and year had each path that can be (of moves that anybody in the school made). Routes are sums of those, known exactly. A count with noise
// excludes nothing; it makes some numbers likelier. How likely is ¾ to the power of how far all counts lie from what is told (noise.hpp), so the likeliest school is the least sum of distances: a linear
// program (L1 regression: Charnes, Cooper and Ferguson 1955, Management Science 1, 138–151). A group can be a number when a school with that number is at least a hundredth as
// likely as the likeliest.
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
    bool counts = true, doorstroom = true, second_file = true, shared = true;
    bool noise = true;  // false: as if counts were told as they are
};

class Everything {
public:
    struct Kept {
        std::int32_t years = 0;  // over
        SchoolNow now;
        Outlooks outlooks;
        Shown shown;
    };

    Everything(const SmallSchool& school, std::int32_t years, const Told& told, std::uint64_t key) : school_{school}, last_{told.second_file ? years + 2 : years}, noise_{key_of(key)} {
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
        for (const Kept& file : files_) {
            if (told.counts) add_counts(file, told);
            if (told.doorstroom) add_routes(file);
            if (told.shared) add_shared(file);
        }
        solve();
    }
    bool possible() const { return possible_; }

    struct Found {
        std::size_t asked = 0, exposed = 0;
        std::size_t guessed = 0;                // of which the likeliest school has the right number
        std::array<std::size_t, ten> sizes{};   // how many groups are of a size
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
                const double sum = value_of(secret.sum, numbers);
                secret.low = std::min(secret.low, sum), secret.high = std::max(secret.high, sum);
            }
        };
        Found found;
        for (Secret& secret : secrets) {
            ++found.asked, ++found.sizes[static_cast<std::size_t>(of_truth(secret.sum) + 0.5)], found.guessed += std::abs(value_of(secret.sum, likeliest_) - of_truth(secret.sum)) < 0.5 ? 1 : 0;
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

    static Noise::Key key_of(std::uint64_t number) {
        Noise::Key key{};
        for (std::size_t at = 0; at < 8; ++at) key[at] = static_cast<unsigned char>(number >> (8 * at));
        return key;
    }
    Kept kept_of(std::int32_t years, const Told& told) const {
        Kept kept{years, {}, {}, {}};
        const Spells spells = with_sectors(school_.file(years), school_.programmes);
        kept.now = *school_of(spells);
        Paths paths = *paths_of(spells);
        paths.programmes = school_.programmes;
        kept.shown = hide_small(paths);
        kept.outlooks = outlooks_of(kept.now, noise_, 1);
        if (!told.noise) kept.outlooks.counts = exactly(kept);
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
        if (subject.rest) return subjects[programme].sector == subject.sector && !is_shown(file, programme);
        return subject.level == Level::school || (subject.level == Level::sector ? subjects[programme].sector == number : number == programme);
    }
    bool is_shown(const Kept& file, std::uint32_t programme) const {
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
        exact_.push_back({std::move(sum), low, high});
    }

    static double value_of(const Sum& sum, const std::vector<double>& numbers) {
        double all = 0;
        for (std::size_t at = 0; at < sum.size(); ++at) all += sum[at] * numbers[at];
        return all;
    }
    // Of a count of the kept ones: what it adds up.
    Sum counted_by(const Kept& file, std::uint32_t subject, CountOf what, std::int32_t a, std::int32_t b) const {
        const std::int32_t year = b - SmallSchool::first_year, last = file.years;
        const auto state = static_cast<State>(a), to = static_cast<State>(b);
        return sum_of(file, subject, [&](const Unknown& one) -> double {
            switch (what) {
                case CountOf::past: return year == last ? one.began <= last && one.at(last) < SmallSchool::left : into(one, state, year);
                case CountOf::ways: return ways(one, state, to, 0, last);
                case CountOf::present: return one.began < last && one.at(last) == state;
                case CountOf::intake: break;
            }
            return a == 1 ? one.began == last : one.began < last && one.began >= last - 3;
        });
    }
    ToldCounts exactly(const Kept& file) const {
        ToldCounts exact;
        for (const auto& [of, students] : file.outlooks.counts) {
            const auto& [subject, what, a, b] = of;
            const double all = of_truth(counted_by(file, subject, what, a, b)) / (what == CountOf::intake && a == 0 ? 3 : 1);
            exact[of] = static_cast<std::uint32_t>(all + 0.5);
        }
        return exact;
    }
    // The same sum told alike says nothing new: its noise is the same.
    void near_to(const Sum& sum, double students, bool noise) {
        if (!noise) return say(sum, students, students);
        if (told_.insert({sum, students}).second) near_.push_back({sum, students});
    }
    void add_counts(const Kept& file, const Told& told) {
        for (const auto& [of, students] : file.outlooks.counts) {
            const auto& [subject, what, a, b] = of;
            if (std::getenv("NOTOTALS") && what == CountOf::past && file.outlooks.subjects[subject].level != Level::programme) continue;
            if (std::getenv("NOPLACES") && what == CountOf::past && a == Places::state) continue;
            if (std::getenv("NOWAYS") && what == CountOf::ways) continue;
            const Sum sum = counted_by(file, subject, what, a, b);
            if (what == CountOf::intake && a == 0) {
                if (told.noise) near_to(sum, 3.0 * students, true);
                else say(sum, 3.0 * students - 1, 3.0 * students + 1);
            } else {
                near_to(sum, students, told.noise);
            }
        }
        if (std::getenv("NOM0")) return;
        // What M0 is made of: it cannot be read from a forecast in fives so well, and is given all the same.
        const auto since = std::max(0, file.years - 3);
        for (std::uint32_t programme = 0; told.noise && programme < school_.programmes.size(); ++programme)
            for (const auto& [from, to] : moves_) {
                if (from >= SmallSchool::left || !is_shown(file, programme)) continue;
                const Sum went = sum_of(file, programme, [&, from = from, to = to](const Unknown& one) { return ways(one, from, to, since, file.years); });
                const std::string of = counted::went("programme", school_.programmes[programme].name, SmallSchool::states[from], SmallSchool::states[to], SmallSchool::first_year + since, SmallSchool::first_year + file.years - 1);
                near_to(went, noise_.told(static_cast<std::uint32_t>(of_truth(went) + 0.5), of), true);
            }
    }

    // The likeliest school, and then all that are at least a hundredth as likely.
    void solve() {
        const std::size_t paths = unknowns_.size(), all = paths + 2 * near_.size();
        Sum distance(all);
        std::fill(distance.begin() + static_cast<std::ptrdiff_t>(paths), distance.end(), 1.0);
        const auto begin = [&] {
            ranges_.emplace(all);
            for (const auto& [sum, low, high] : exact_) ranges_->add(longer(sum, all), low, high);
            for (std::size_t at = 0; at < near_.size(); ++at) {
                Sum sum = longer(near_[at].sum, all);
                sum[paths + 2 * at] = 1, sum[paths + 2 * at + 1] = -1;
                ranges_->add(std::move(sum), near_[at].students, near_[at].students);
            }
        };
        begin();
        possible_ = ranges_->possible();
        if (near_.empty() || !possible_) return void(likeliest_.assign(paths, 0));
        Sum less = distance;
        for (double& one : less) one = -one;
        likeliest_ = ranges_->most(less);
        const double least = value_of(distance, likeliest_);
        begin();
        ranges_->add(distance, 0, least + std::log(odds) / std::log(4.0 / 3));
        possible_ = ranges_->possible();
    }
    static constexpr double odds = 100;
    static Sum longer(Sum sum, std::size_t size) {
        sum.resize(size);
        return sum;
    }

    void add_routes(const Kept& file) {
        for (const Table& table : file.shown.tables) {
            if (table.programme == others || table.sector == others) continue;
            for (const auto& route : table.routes) {
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
            if (split.mean * (all + 1) < ten) say(took, 0, ten - 1);  // the rate of five, whoever they are
            else say(took, std::max(0.0, (split.mean - unit / 2) * (all + 1) - 0.5 - 1e-6), (split.mean + unit / 2) * (all + 1) - 0.5 + 1e-6);
        }
    }

    const SmallSchool& school_;
    std::int32_t last_;
    std::vector<Kept> files_;
    std::set<std::pair<State, State>> moves_;
    std::vector<Unknown> unknowns_;
    std::vector<double> truth_;
    std::map<std::tuple<std::uint32_t, std::int32_t, std::vector<State>>, std::size_t> numbers_;
    struct Exact {
        Sum sum;
        double low, high;
    };
    struct Nearly {
        Sum sum;
        double students;
    };
    std::vector<Exact> exact_;
    std::vector<Nearly> near_;
    std::set<std::pair<Sum, double>> told_;
    std::optional<Ranges> ranges_;
    std::vector<double> likeliest_;
    bool possible_ = false;
    Noise noise_;
    double broken_ = 0;
};

}  // namespace loopbaankaart::flow::trial

// The tens that are kept: each programme's own, and of the totals those that leave enough numbers possible for what is small in them; also for who has Doorstroom beside
// them, which tells whole sums: of a school by the year in which students began, and of a programme of all years together.
#include <algorithm>

#include "room.hpp"

namespace loopbaankaart::flow {

namespace {

class Counting {
public:
    Counting(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& told, const OutlookOptions& options)
        : school_{now.school}, intake_{now.intake}, subjects_{subjects}, told_{told}, options_{options}, programmes_{school_.programmes.size()}, sectors_{school_.sectors.size()} {}

    Tens all() {
        const auto end = school_.first_year + static_cast<std::int32_t>(school_.years);
        const bool past = !options_.tens || !few_parts(school());  // Doorstroom tells of each year of a school: of few programmes that is too much beside their tens
        for (std::int32_t year = school_.first_year; past && year < end; ++year) {
            for (State state = 0; state < school_.states.size(); ++state) keep_levels(state, year);
            keep_levels(Places::state, year);
        }
        if (past && !intake_.empty()) keep_levels(Places::state, end);
        for (std::int32_t year = school_.first_year; options_.tens && year <= end; ++year)
            for (std::uint32_t subject = 0; subject < subjects_.size(); ++subject) leave_out_ends(subject, year), leave_out_places(subject, year);
        for (std::uint32_t subject = 0; subject < subjects_.size(); ++subject)
            if (subject < programmes_ ? told_[subject] : subjects_[subject].rest) keep_for_what_if(subject);
        return std::move(kept_);
    }

private:
    // Whether a programme counts for a subject.
    bool belongs(std::size_t programme, std::uint32_t number) const {
        const OutlookSubject& subject = subjects_[number];
        if (subject.level == Level::programme && !subject.rest) return number == programme;
        if (subject.level == Level::school) return true;
        return subjects_[programme].sector == (subject.rest ? subject.sector : number) && (!subject.rest || !told_[programme]);
    }
    template <typename Of>
    std::uint32_t sum(std::uint32_t subject, const Of& of) const {
        std::uint32_t all = 0;
        for (std::size_t programme = 0; programme < programmes_; ++programme)
            if (belongs(programme, subject)) all += of(programme);
        return all;
    }
    std::uint32_t school() const { return static_cast<std::uint32_t>(programmes_ + sectors_); }

    // In the state by the end of the school year; of places: there in it.
    std::uint32_t count(std::uint32_t subject, State state, std::int32_t year) const {
        const auto at = static_cast<std::size_t>(year - school_.first_year);
        return sum(subject, [&](std::size_t programme) {
            std::uint32_t all = 0;
            if (at == school_.years) {
                for (State from = 0; from < school_.states.size(); ++from) all += school_.present[programme * school_.states.size() + from];
                return all + intake_[programme];
            }
            for (State from = 0; from < school_.states.size(); ++from)
                for (State to = 0; to < school_.states.size(); ++to)
                    if (state == Places::state || to == state) all += school_.moved(at, programme, from, to);
            return all;
        });
    }

    void keep(std::uint32_t subject, TenOf what, std::int32_t a, std::int32_t b, std::uint32_t students) { kept_[{subject, what, a, b}] = options_.tens ? tens(students) : students; }
    void leave_out(std::uint32_t subject, State state, std::int32_t year) { kept_.erase({subject, TenOf::past, state, year}); }
    bool is_kept(std::uint32_t subject, State state, std::int32_t year) const { return kept_.contains({subject, TenOf::past, state, year}); }

    Between told(std::uint32_t subject, State state, std::int32_t year) const { return is_kept(subject, state, year) ? as_ten(count(subject, state, year)) : Between{}; }
    // A sector also by its programmes, the school by its sectors.
    Between told_by_parts(std::uint32_t subject, State state, std::int32_t year) const {
        Between by_parts{0, 0};
        if (subject < programmes_) return told(subject, state, year);
        for (const std::uint32_t part : parts_of(subject)) by_parts = by_parts + told_by_parts(part, state, year);
        return by_parts.and_also(told(subject, state, year));
    }
    std::vector<std::uint32_t> parts_of(std::uint32_t subject) const {
        std::vector<std::uint32_t> parts;
        for (std::uint32_t part = 0; part < school(); ++part)
            if (subjects_[part].sector == subject && (part < programmes_) == (subject < school())) parts.push_back(part);
        return parts;
    }
    bool parts_stay_hidden(std::uint32_t subject, State state, std::int32_t year, const Between& total) const {
        std::vector<Part> parts;
        for (const std::uint32_t part : parts_of(subject)) parts.push_back({count(part, state, year), told_by_parts(part, state, year)});
        return leaves_enough(parts, total);
    }
    // Programmes of any sector, when so much is told of the school.
    bool programmes_stay_hidden(State state, std::int32_t year, const Between& total) const {
        for (const std::uint32_t sector : parts_of(school())) {
            Between elsewhere{0, 0};
            for (const std::uint32_t other : parts_of(school()))
                if (other != sector) elsewhere = elsewhere + told_by_parts(other, state, year);
            if (!parts_stay_hidden(sector, state, year, total - elsewhere)) return false;
        }
        return true;
    }

    // Of few programmes a total tells too much of each, with all else that is told.
    bool few_parts(std::uint32_t subject) const {
        std::uint32_t programmes = 0;
        for (std::size_t programme = 0; programme < programmes_; ++programme) programmes += belongs(programme, subject) && told_[programme] ? 1 : 0;
        return programmes < (subject == school() ? least_programmes : least_parts);
    }

    // Programmes, then the sectors and the school where what is small in them stays hidden.
    void keep_levels(State state, std::int32_t year) {
        for (std::uint32_t subject = 0; subject <= school(); ++subject)
            if (subject >= programmes_ || told_[subject]) keep(subject, TenOf::past, state, year, count(subject, state, year));
        if (!options_.tens) return;
        for (const std::uint32_t sector : parts_of(school()))
            if (few_parts(sector) || !parts_stay_hidden(sector, state, year, as_ten(count(sector, state, year)))) leave_out(sector, state, year);
        const std::uint32_t all = count(school(), state, year), known = told_of_school(state, year);
        const auto stay_hidden = [&](const Between& total) { return parts_stay_hidden(school(), state, year, total) && programmes_stay_hidden(state, year, total); };
        if (!stay_hidden(as_ten(all))) leave_out(school(), state, year);
        // Doorstroom may tell the whole sum, or all of it but a few.
        const auto rest_stays_hidden = [&] { return !is_small(all - known) || (told_by_parts(school(), state, year) - exactly_so(known)).leaves_enough(); };
        while ((all >= ten && !stay_hidden(exactly_so(all))) || !rest_stays_hidden()) {
            leave_out(school(), state, year);
            std::optional<std::uint32_t> largest;
            for (std::uint32_t programme = 0; programme < programmes_; ++programme)
                if (is_kept(programme, state, year) && (!largest || count(programme, state, year) > count(*largest, state, year))) largest = programme;
            for (const std::uint32_t sector : parts_of(school()))
                if (!largest || belongs(*largest, sector)) leave_out(sector, state, year);
            if (!largest) return;
            leave_out(*largest, state, year);
        }
    }

    // So many of them Doorstroom tells of the whole school, by the year in which they began.
    std::uint32_t told_of_school(State state, std::int32_t year) const {
        std::uint32_t known = 0;
        if (options_.doorstroom == nullptr) return known;
        for (const Table& table : options_.doorstroom->tables)
            for (const Figure& figure : table.figures)
                if (table.family == Family::year && table.began + figure.step == year && figure.to != everyone && stands(figure.from) && (state == Places::state || figure.to == state)) known += figure.students;
        return std::min(known, count(school(), state, year));
    }
    // Whether anybody who is in it goes on from it; the others have ended, and Doorstroom says so every year anew.
    bool stands(State state) const {
        if (state >= school_.states.size()) return false;
        for (std::size_t year = 0; year < school_.years; ++year)
            for (std::size_t programme = 0; programme < programmes_; ++programme)
                for (State to = 0; to < school_.states.size(); ++to)
                    if (school_.moved(year, programme, state, to) > 0) return true;
        return false;
    }

    // Who is there in a year are those who were there before and those who come, and they are in some state by its end. What is small among them must stay hidden
    // from who knows how many came.
    void leave_out_places(std::uint32_t subject, std::int32_t year) {
        if (subjects_[subject].rest) return;
        const auto at = static_cast<std::size_t>(year - school_.first_year);
        const bool now = at == school_.years;
        if (now && intake_.empty()) return;
        std::vector<Part> before, after;
        Between by_state{0, 0};
        for (State state = 0; state < school_.states.size(); ++state) {
            const std::uint32_t there = sum(subject, [&](std::size_t programme) {
                if (now) return school_.present[programme * school_.states.size() + state];
                std::uint32_t all = 0;
                for (State to = 0; to < school_.states.size(); ++to) all += school_.moved(at, programme, state, to);
                return state == school_.entry ? all - std::min(all, school_.arrived(at, programme)) : all;
            });
            if (there > 0) before.push_back({there, at > 0 ? told(subject, state, year - 1) : Between{}});
            if (now) continue;
            after.push_back({count(subject, state, year), told(subject, state, year)}), by_state = by_state + after.back().told;
        }
        const std::uint32_t came = sum(subject, [&](std::size_t programme) { return now ? intake_[programme] : school_.arrived(at, programme); });
        const Between total = told(subject, Places::state, year);
        if (!leaves_enough(after, total) || !leaves_enough(before, total - exactly_so(came))) leave_out(subject, Places::state, year);
        if (now || leaves_enough(before, by_state - exactly_so(came))) return;
        State largest = 0;
        for (State state = 0; state < school_.states.size(); ++state)
            if (count(subject, state, year) > count(subject, largest, year)) largest = state;
        leave_out(subject, largest, year);
    }

    // Of those who stood in a state most went one way. Where the tens of both leave hardly anybody for the other ways, where most went is left out.
    void leave_out_ends(std::uint32_t subject, std::int32_t year) {
        const auto at = static_cast<std::size_t>(year - school_.first_year);
        if (subjects_[subject].rest || at == 0 || at == school_.years) return;
        for (State from = 0; from < school_.states.size(); ++from) {
            if (from == school_.entry || !is_kept(subject, from, year - 1)) continue;
            const auto went = [&](State to) { return sum(subject, [&](std::size_t programme) { return school_.moved(at, programme, from, to); }); };
            State most = 0;
            for (State to = 0; to < school_.states.size(); ++to)
                if (went(to) > went(most)) most = to;
            bool few = false;
            for (State to = 0; to < school_.states.size(); ++to) few = few || (to != most && is_small(went(to)));
            const bool comes_otherwise = went(most) != count(subject, most, year);
            const std::int64_t at_least = comes_otherwise ? 0 : told(subject, most, year).low;
            if (few && went(most) >= ten && told(subject, from, year - 1).high - at_least < surely_possible) leave_out(subject, most, year);
        }
    }

    void keep_for_what_if(std::uint32_t subject) {
        for (State from = 0; from < school_.states.size(); ++from) {
            for (State to = 0; to < school_.states.size(); ++to) {
                const std::uint32_t went = sum(subject, [&](std::size_t programme) {
                    std::uint32_t of_years = 0;
                    for (std::size_t at = 0; at < school_.years; ++at) of_years += school_.moved(at, programme, from, to);
                    return of_years;
                });
                const std::uint32_t known = options_.tens ? std::min(went, told_of_programme(subject, from, to)) : 0;
                if (went > 0) kept_[{subject, TenOf::ways, from, to}] = options_.tens ? known + (went - known) / way_class * way_class : went;
            }
            if (const std::uint32_t there = sum(subject, [&](std::size_t programme) { return school_.present[programme * school_.states.size() + from]; }); there > 0) keep(subject, TenOf::present, from, 0, there);
        }
        const std::size_t recent = std::min<std::size_t>(3, school_.years);
        keep(subject, TenOf::intake, 0, 0, sum(subject, [&](std::size_t programme) {
            std::size_t came = 0;
            for (std::size_t at = school_.years - recent; at < school_.years; ++at) came += school_.arrived(at, programme);
            return static_cast<std::uint32_t>((came + recent / 2) / recent);
        }));
        if (!intake_.empty()) keep(subject, TenOf::intake, 1, 0, sum(subject, [&](std::size_t programme) { return intake_[programme]; }));
    }
    // So many who went this way Doorstroom tells of a programme: what is kept is that, and the ten of the others.
    std::uint32_t told_of_programme(std::uint32_t subject, State from, State to) const {
        std::uint32_t known = 0;
        if (options_.doorstroom == nullptr || subjects_[subject].rest) return known;
        for (const Table& table : options_.doorstroom->tables)
            for (const Figure& figure : table.figures)
                if (table.family == Family::programme && table.programme == subjects_[subject].name && figure.from == from && figure.to == to) known += figure.students;
        return known;
    }

    const School& school_;
    const std::vector<std::uint32_t>& intake_;
    const std::vector<OutlookSubject>& subjects_;
    const std::vector<bool>& told_;
    const OutlookOptions& options_;
    std::size_t programmes_, sectors_;
    Tens kept_;
};

}  // namespace

Tens counts_of(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& told, const OutlookOptions& options) { return Counting{now, subjects, told, options}.all(); }

}  // namespace loopbaankaart::flow

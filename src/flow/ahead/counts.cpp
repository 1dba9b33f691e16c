// The tens that are kept: each programme's own, and of the totals those that leave enough numbers possible for what is small in them.
#include <algorithm>

#include "outlooks.hpp"

namespace loopbaankaart::flow {

namespace {

// A count and whether its ten is kept; of one that is not, nothing is known.
struct Part {
    std::uint32_t students;
    bool kept;
};

// Whether everything from one to nine among the parts can still be many numbers when the ten of their sum is known.
bool leaves_enough(const std::vector<Part>& parts) {
    std::int64_t total = 0, lowest = 0, highest = 0, unknown = 0;
    for (const Part& part : parts) {
        total += part.students;
        if (part.kept) lowest += tens(part.students), highest += tens(part.students) + ten - 1;
        else ++unknown;
    }
    const std::int64_t from = tens(static_cast<std::uint32_t>(total)), until = from + ten - 1;
    for (const Part& part : parts) {
        if (part.students == 0 || part.students >= ten) continue;
        const bool others_unknown = unknown > (part.kept ? 0 : 1);
        const std::int64_t others_low = lowest, others_high = part.kept ? highest - (ten - 1) : highest;
        const std::int64_t low = others_unknown ? 0 : std::max<std::int64_t>(0, from - others_high), high = std::min<std::int64_t>(part.kept ? ten - 1 : until, until - others_low);
        if (high - low + 1 < surely_possible) return false;
    }
    return true;
}

class Counting {
public:
    Counting(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& told, const OutlookOptions& options)
        : school_{now.school}, intake_{now.intake}, subjects_{subjects}, told_{told}, options_{options} {}

    Tens all() {
        const std::size_t programmes = school_.programmes.size();
        const auto end = school_.first_year + static_cast<std::int32_t>(school_.years);
        for (std::int32_t year = school_.first_year; year < end; ++year) years_past(year);
        if (!intake_.empty()) places_now(end);
        for (std::uint32_t subject = 0; subject < subjects_.size(); ++subject) {
            if (!(subject < programmes ? told_[subject] : subjects_[subject].rest)) continue;
            for (State from = 0; from < school_.states.size(); ++from) {
                for (State to = 0; to < school_.states.size(); ++to) {
                    const std::uint32_t went = sum(subject, [&](std::size_t programme) {
                        std::uint32_t of_years = 0;
                        for (std::size_t at = 0; at < school_.years; ++at) of_years += school_.moved(at, programme, from, to);
                        return of_years;
                    });
                    if (went > 0) keep(subject, TenOf::ways, from, to, went);
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
        return std::move(kept_);
    }

private:
    // Whether a programme counts for a subject.
    bool belongs(std::size_t programme, const OutlookSubject& subject, std::uint32_t number) const {
        if (subject.level == Level::programme && !subject.rest) return number == programme;
        if (subject.level == Level::school) return true;
        return subjects_[programme].sector == (subject.rest ? subject.sector : number) && (!subject.rest || !told_[programme]);
    }
    template <typename Of>
    std::uint32_t sum(std::uint32_t subject, const Of& of) const {
        std::uint32_t all = 0;
        for (std::size_t programme = 0; programme < school_.programmes.size(); ++programme)
            if (belongs(programme, subjects_[subject], subject)) all += of(programme);
        return all;
    }
    void keep(std::uint32_t subject, TenOf what, std::int32_t a, std::int32_t b, std::uint32_t students) { kept_[{subject, what, a, b}] = options_.tens ? tens(students) : students; }
    bool is_kept(std::uint32_t subject, State state, std::int32_t year) const { return kept_.contains({subject, TenOf::past, state, year}); }

    // Programmes first, then sectors of programmes, then the school of sectors and of programmes.
    template <typename Of>
    void keep_levels(State state, std::int32_t year, const Of& of) {
        const std::size_t programmes = school_.programmes.size();
        const auto count = [&](std::uint32_t subject) { return sum(subject, of); };
        for (std::uint32_t subject = 0; subject < subjects_.size(); ++subject) {
            const OutlookSubject& one = subjects_[subject];
            if (one.rest || (subject < programmes && !told_[subject])) continue;
            std::vector<Part> parts, larger;
            for (std::uint32_t part = 0; subject >= programmes && part < subjects_.size(); ++part) {
                if (subjects_[part].rest || part == subject || subjects_[part].level == Level::school) continue;
                if (part < programmes && belongs(part, one, subject)) parts.push_back({count(part), is_kept(part, state, year)});
                if (part >= programmes && one.level == Level::school) larger.push_back({count(part), is_kept(part, state, year)});
            }
            if (!options_.tens || (leaves_enough(parts) && leaves_enough(larger))) keep(subject, TenOf::past, state, year, count(subject));
        }
    }

    void years_past(std::int32_t year) {
        const auto at = static_cast<std::size_t>(year - school_.first_year);
        const auto in = [&](std::size_t programme, State state) {
            std::uint32_t all = 0;
            for (State from = 0; from < school_.states.size(); ++from) all += school_.moved(at, programme, from, state);
            return all;
        };
        for (State state = 0; state < school_.states.size(); ++state) keep_levels(state, year, [&](std::size_t programme) { return in(programme, state); });
        keep_levels(Places::state, year, [&](std::size_t programme) {
            std::uint32_t all = 0;
            for (State state = 0; state < school_.states.size(); ++state) all += in(programme, state);
            return all;
        });
        for (std::uint32_t subject = 0; options_.tens && subject < subjects_.size(); ++subject) {  // places are a total of states as well
            if (!is_kept(subject, Places::state, year)) continue;
            std::vector<Part> parts;
            for (State state = 0; state < school_.states.size(); ++state) parts.push_back({sum(subject, [&](std::size_t programme) { return in(programme, state); }), is_kept(subject, state, year)});
            if (!leaves_enough(parts)) kept_.erase({subject, TenOf::past, Places::state, year});
        }
    }

    void places_now(std::int32_t year) {
        keep_levels(Places::state, year, [&](std::size_t programme) {
            std::uint32_t all = intake_[programme];
            for (State state = 0; state < school_.states.size(); ++state) all += school_.present[programme * school_.states.size() + state];
            return all;
        });
    }

    const School& school_;
    const std::vector<std::uint32_t>& intake_;
    const std::vector<OutlookSubject>& subjects_;
    const std::vector<bool>& told_;
    const OutlookOptions& options_;
    Tens kept_;
};

}  // namespace

Tens counts_of(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& told, const OutlookOptions& options) { return Counting{now, subjects, told, options}.all(); }

}  // namespace loopbaankaart::flow

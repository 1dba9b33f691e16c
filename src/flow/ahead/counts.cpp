// The counts that are kept, each as it is told with the school's noise.
#include <algorithm>

#include "../report/shown.hpp"
#include "outlooks.hpp"

namespace loopbaankaart::flow {

namespace {

class Counting {
public:
    Counting(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& shown, const Noise& noise)
        : school_{now.school}, intake_{now.intake}, subjects_{subjects}, shown_{shown}, noise_{noise}, end_{school_.first_year + static_cast<std::int32_t>(school_.years)} {}

    ToldCounts all() {
        for (std::uint32_t subject = 0; subject < subjects_.size(); ++subject) {
            const bool programme = subjects_[subject].level == Level::programme;
            if (subject < shown_.size() && !shown_[subject]) continue;
            if (!subjects_[subject].rest) keep_past(subject);
            if (programme) keep_for_what_if(subject);
        }
        return std::move(kept_);
    }

private:
    // Whether a programme counts for a subject.
    bool belongs(std::size_t programme, const OutlookSubject& subject, std::uint32_t number) const {
        if (subject.level == Level::programme && !subject.rest) return number == programme;
        if (subject.level == Level::school) return true;
        return subjects_[programme].sector == (subject.rest ? subject.sector : number) && (!subject.rest || !shown_[programme]);
    }
    template <typename Of>
    std::uint32_t sum(std::uint32_t subject, const Of& of) const {
        std::uint32_t all = 0;
        for (std::size_t programme = 0; programme < school_.programmes.size(); ++programme)
            if (belongs(programme, subjects_[subject], subject)) all += of(programme);
        return all;
    }
    std::string_view level(std::uint32_t subject) const { return subjects_[subject].rest ? "rest" : code(subjects_[subject].level); }
    // Of a rest the sector's.
    const std::string& name(std::uint32_t subject) const { return subjects_[subjects_[subject].rest ? subjects_[subject].sector : subject].name; }
    const std::string& state(State number) const { return school_.states[number]; }
    void keep(std::uint32_t subject, CountOf what, std::int32_t a, std::int32_t b, std::uint32_t students, const std::string& of) { kept_[{subject, what, a, b}] = noise_.told(students, of); }

    void keep_past(std::uint32_t subject) {
        for (std::int32_t year = school_.first_year; year < end_; ++year) {
            const auto at = static_cast<std::size_t>(year - school_.first_year);
            std::uint32_t there = 0;
            for (State to = 0; to < school_.states.size(); ++to) {
                const std::uint32_t in = sum(subject, [&](std::size_t programme) {
                    std::uint32_t all = 0;
                    for (State from = 0; from < school_.states.size(); ++from) all += school_.moved(at, programme, from, to);
                    return all;
                });
                keep(subject, CountOf::past, to, year, in, counted::in(level(subject), name(subject), state(to), year)), there += in;
            }
            keep(subject, CountOf::past, Places::state, year, there, counted::there(level(subject), name(subject), year));
        }
        if (intake_.empty()) return;
        const std::uint32_t there = sum(subject, [&](std::size_t programme) {
            std::uint32_t all = intake_[programme];
            for (State in = 0; in < school_.states.size(); ++in) all += school_.present[programme * school_.states.size() + in];
            return all;
        });
        keep(subject, CountOf::past, Places::state, end_, there, counted::there(level(subject), name(subject), end_));
    }

    void keep_for_what_if(std::uint32_t subject) {
        for (const Ways& ways : tree(school_)) {
            for (const State to : ways.to) {
                const std::uint32_t went = sum(subject, [&](std::size_t programme) {
                    std::uint32_t of_years = 0;
                    for (std::size_t at = 0; at < school_.years; ++at) of_years += school_.moved(at, programme, ways.from, to);
                    return of_years;
                });
                keep(subject, CountOf::ways, ways.from, to, went, counted::went(level(subject), name(subject), state(ways.from), state(to), school_.first_year, end_ - 1));
            }
            keep(subject, CountOf::present, ways.from, 0, sum(subject, [&](std::size_t programme) { return school_.present[programme * school_.states.size() + ways.from]; }),
                 counted::in(level(subject), name(subject), state(ways.from), end_ - 1));
        }
        const std::size_t recent = std::min<std::size_t>(3, school_.years);
        const std::uint32_t came = sum(subject, [&](std::size_t programme) {
            std::uint32_t all = 0;
            for (std::size_t at = school_.years - recent; at < school_.years; ++at) all += school_.arrived(at, programme);
            return all;
        });
        kept_[{subject, CountOf::intake, 0, 0}] = static_cast<std::uint32_t>((noise_.told(came, counted::came(level(subject), name(subject), end_ - static_cast<std::int32_t>(recent), end_ - 1)) + recent / 2) / recent);
        if (!intake_.empty()) keep(subject, CountOf::intake, 1, 0, sum(subject, [&](std::size_t programme) { return intake_[programme]; }), counted::came(level(subject), name(subject), end_, end_));
    }

    const School& school_;
    const std::vector<std::uint32_t>& intake_;
    const std::vector<OutlookSubject>& subjects_;
    const std::vector<bool>& shown_;
    const Noise& noise_;
    std::int32_t end_;
    ToldCounts kept_;
};

}  // namespace

ToldCounts counts_of(const SchoolNow& now, const std::vector<OutlookSubject>& subjects, const std::vector<bool>& shown, const Noise& noise) { return Counting{now, subjects, shown, noise}.all(); }

}  // namespace loopbaankaart::flow

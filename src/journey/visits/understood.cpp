// Reading when it was. Whatever people put between the parts ("12-3-2025", "in de zomer van 2024") does not matter.
#include <journey/words.hpp>

#include <algorithm>

#include "said_parts.hpp"

namespace loopbaankaart::journey {

namespace {

using std::chrono::day, std::chrono::month, std::chrono::months, std::chrono::sys_days, std::chrono::year, std::chrono::year_month_day, std::chrono::years;

constexpr std::size_t longest = 60;  // bytes; longer is a story

class Reader {
public:
    Reader(std::vector<SaidPart> parts, const Saying& saying) : parts_{std::move(parts)}, saying_{saying}, today_{base::day_of(saying.now, saying.time_zone)} {}

    base::Result<Period> period() {
        if (parts_.empty()) return from_the_start(first_of(today_.year() + years{1}), Precision::unknown);
        if (auto relative = as_said_today()) return *relative;
        return absolute();
    }

private:
    static year_month_day first_of(year which) { return which / std::chrono::January / 1; }
    static year_month_day school_year_around(const year_month_day& at) {
        return (at.month() >= std::chrono::August ? at.year() : at.year() - years{1}) / std::chrono::August / 1;
    }

    base::Instant start(const year_month_day& at) const { return base::start_of(at, saying_.time_zone); }
    Period stretch(const year_month_day& first, const year_month_day& after, Precision precision) const { return {start(first), start(after), precision}; }
    Period from_the_start(const year_month_day& after, Precision precision) const { return stretch(first_of(year{first_year}), after, precision); }

    Period one_day(sys_days at) const { return stretch(at, at + std::chrono::days{1}, Precision::day); }
    Period week_around(sys_days at) const {
        const sys_days monday = at - (std::chrono::weekday{at} - std::chrono::Monday);
        return stretch(monday, monday + std::chrono::days{7}, Precision::week);
    }
    Period one_month(year which, month in) const { return stretch(which / in / 1, which / in / 1 + months{1}, Precision::month); }
    Period one_year(year which) const { return stretch(first_of(which), first_of(which + years{1}), Precision::year); }
    Period school_year(const year_month_day& first) const { return stretch(first, first + years{1}, Precision::school_year); }
    Period before(year which) const { return from_the_start(first_of(which), Precision::before); }

    std::string all_words() const {
        std::string all;
        for (const SaidPart& part : parts_) all += (all.empty() ? "" : " ") + part.word;
        return all;
    }

    std::optional<Period> as_said_today() const {
        const std::string said = all_words();
        const auto says = [&](std::initializer_list<std::string_view> ways) { return std::ranges::find(ways, said) != ways.end(); };
        const sys_days today = today_;
        const std::chrono::days one{1}, week{7};
        const year_month_day month_ago = today_.year() / today_.month() / 1 - months{1};
        if (says({"vandaag", "today"})) return one_day(today);
        if (says({"gisteren", "yesterday"})) return one_day(today - one);
        if (says({"deze week", "this week"})) return week_around(today);
        if (says({"vorige week", "last week"})) return week_around(today - week);
        if (says({"deze maand", "this month"})) return one_month(today_.year(), today_.month());
        if (says({"vorige maand", "last month"})) return one_month(month_ago.year(), month_ago.month());
        if (says({"dit schooljaar", "this school year"})) return school_year(school_year_around(today_));
        if (says({"vorig schooljaar", "last school year"})) return school_year(school_year_around(today_) - years{1});
        if (says({"dit jaar", "this year"})) return one_year(today_.year());
        if (says({"vorig jaar", "last year"})) return one_year(today_.year() - years{1});
        if (says({"langer geleden", "longer ago"})) return before(today_.year() - years{1});
        if (says({"weet ik niet meer", "weet niet meer wanneer", "i no longer know", "no longer known when"}))
            return from_the_start(first_of(today_.year() + years{1}), Precision::unknown);
        return std::nullopt;
    }

    bool is_number(std::size_t at) const { return at < parts_.size() && parts_[at].number; }
    bool is_word(std::size_t at, std::initializer_list<std::string_view> ways) const {
        return at < parts_.size() && std::ranges::find(ways, parts_[at].word) != ways.end();
    }

    base::Result<Period> checked(const Period& period) const {
        if (period.from > saying_.now) return base::Error{word::when_future};
        return period;
    }
    // Nothing for a number that is no year at all.
    std::optional<base::Error> wrong_year(int number) const {
        if (number < 1000) return base::Error{word::when_unclear};
        if (number < first_year) return base::Error{word::when_long_ago};
        return std::nullopt;
    }
    base::Result<Period> on_day(int in_year, unsigned in_month, int on) const {
        if (auto wrong = wrong_year(in_year)) return *wrong;
        const year_month_day at = year{in_year} / month{in_month} / day{static_cast<unsigned>(on)};
        if (in_month > 12 || on > 31 || !at.ok()) return base::Error{word::when_no_such_day};
        return checked(one_day(at));
    }
    base::Result<Period> in_month(int in_year, unsigned which) const {
        if (auto wrong = wrong_year(in_year)) return *wrong;
        if (which < 1 || which > 12) return base::Error{word::when_no_such_day};
        return checked(one_month(year{in_year}, month{which}));
    }
    // The second may be said short: 2025/26.
    static bool follow(int one, int other) { return other == one + 1 || (other < 100 && other == (one + 1) % 100); }

    base::Result<Period> in_school_year(std::size_t at) const {
        const bool two_numbers = is_number(at) && is_number(at + 1) && at + 2 == parts_.size();
        if (!two_numbers || !follow(*parts_[at].number, *parts_[at + 1].number)) return base::Error{word::when_unclear};
        if (auto wrong = wrong_year(*parts_[at].number)) return *wrong;
        return checked(school_year(year{*parts_[at].number} / std::chrono::August / 1));
    }

    base::Result<Period> in_season(Season season) const {
        if (!is_number(1)) return base::Error{word::when_unclear};
        const int first = *parts_[1].number;
        if (auto wrong = wrong_year(first)) return *wrong;
        const bool two = parts_.size() == 3 && is_number(2) && follow(first, *parts_[2].number);
        if (season == Season::winter && parts_.size() == 2) return base::Error{word::when_which_winter};
        if ((season == Season::winter) != two || parts_.size() > 3 || (!two && parts_.size() != 2)) return base::Error{word::when_unclear};
        const year_month_day begins = year{first} / month{3 + 3 * static_cast<unsigned>(season)} / 1;
        return checked(stretch(begins, begins + months{3}, Precision::season));
    }

    base::Result<Period> absolute() const {
        if (is_number(0)) return parts_.size() == 3 && !is_number(1) ? in_named_month(1, 0, 2) : in_numbers();  // 12 maart 2025
        if (is_word(0, {"week"})) return in_week();
        if (is_word(0, {"schooljaar"})) return in_school_year(1);
        if (is_word(0, {"school"}) && is_word(1, {"year"})) return in_school_year(2);
        if (is_word(0, {"voor", "before"})) return before_year(0);
        if (is_word(2, {"voor", "before"})) return before_year(2);  // langer geleden, voor 2020
        if (const auto season = season_named(parts_[0].word)) return in_season(*season);
        return parts_.size() == 3 ? in_named_month(0, 1, 2) : in_named_month_only();  // March 12, 2025
    }

    base::Result<Period> in_named_month(std::size_t month_at, std::size_t day_at, std::size_t year_at) const {
        const auto named = month_of(parts_[month_at].word);
        if (!named || !is_number(day_at) || !is_number(year_at)) return base::Error{word::when_unclear};
        return on_day(*parts_[year_at].number, static_cast<unsigned>(*named), *parts_[day_at].number);
    }
    base::Result<Period> in_named_month_only() const {
        const auto named = month_of(parts_[0].word);
        if (!named || parts_.size() != 2 || !is_number(1)) return base::Error{word::when_unclear};
        return in_month(*parts_[1].number, static_cast<unsigned>(*named));
    }
    base::Result<Period> in_week() const {
        if (parts_.size() < 2) return base::Error{word::when_unclear};
        const base::Result<Period> at = Reader{{parts_.begin() + 1, parts_.end()}, saying_}.absolute();
        if (!at) return at.error();
        if (at->precision != Precision::day) return base::Error{word::when_unclear};
        return week_around(base::day_of(at->from, saying_.time_zone));
    }
    base::Result<Period> before_year(std::size_t voor) const {
        if (parts_.size() != voor + 2 || !is_word(voor, {"voor", "before"}) || !is_number(voor + 1)) return base::Error{word::when_unclear};
        const int number = *parts_[voor + 1].number;
        if (auto wrong = wrong_year(number - 1)) return *wrong;
        if (number > static_cast<int>(today_.year()) + 1) return base::Error{word::when_future};
        return before(year{number});
    }

    base::Result<Period> in_numbers() const {
        const bool all = std::ranges::all_of(parts_, [](const SaidPart& part) { return part.number.has_value(); });
        if (!all || parts_.size() > 3) return base::Error{word::when_unclear};
        const int first = *parts_[0].number;
        if (parts_.size() == 1) {
            if (auto wrong = wrong_year(first)) return *wrong;
            return checked(one_year(year{first}));
        }
        const int second = *parts_[1].number;
        if (parts_.size() == 2) {
            if (first > 999 && (second > 12 || second == 0)) return in_school_year(0);
            return first > 999 ? in_month(first, static_cast<unsigned>(second)) : in_month(second, static_cast<unsigned>(first));
        }
        const int third = *parts_[2].number;
        return first > 999 ? on_day(first, static_cast<unsigned>(second), third) : on_day(third, static_cast<unsigned>(second), first);
    }

    std::vector<SaidPart> parts_;
    Saying saying_;
    year_month_day today_;
};

}  // namespace

base::Result<Period> understood(std::string_view typed, const Saying& saying) {
    const std::string_view said = base::trimmed(typed);
    if (said.size() > longest) return base::Error{word::when_unclear};
    std::vector<SaidPart> parts = parts_of(said);
    if (parts.empty() && !said.empty()) return base::Error{word::when_unclear};
    return Reader{std::move(parts), saying}.period();
}

}  // namespace loopbaankaart::journey

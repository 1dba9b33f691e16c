#include <algorithm>
#include <limits>

#include "readers.hpp"
#include "tidy.hpp"

namespace loopbaankaart::flow {

namespace {

class SpellsReader {
public:
    SpellsReader(Columns& columns, const Mapping& mapping, const ReadingOptions& options, Reading& reading)
        : columns_{columns}, mapping_{mapping}, options_{options}, spells_{reading.spells}, findings_{reading.findings}, codes_{mapping}, sectors_{columns, mapping, reading.findings},
          person_{columns.key(mapping.person)}, cluster_{columns.key(mapping.cluster)},
          group_{columns.at(options.group.empty() ? mapping.group : options.group)}, cohort_{columns.at(mapping.cohort)}, weight_{columns.at(mapping.weight)},
          known_at_{columns.at(mapping.known_at)}, age_{columns.at(mapping.age)}, halves_{options.clock == Clock::half && !mapping.half_enter.empty()},
          enter_{columns.at(halves_ ? mapping.half_enter : mapping.enter)}, from_{columns.at(mapping.from)}, to_{columns.at(mapping.to)} {
        leave_.fill(columns.at(halves_ ? mapping.half_leave : mapping.leave));
        for (const auto& [state, column] : mapping.leave_of) leave_[state] = columns.at(column);
    }

    void read() {
        while (columns_.next()) row();
        if (mapping_.dates) begin_at_the_first_day();
        spells_.states = mapping_.states;
        spells_.cohorts = cohorts_.all(), spells_.rounds = mapping_.rounds, spells_.school_year_begins = mapping_.school_year_begins;
        if (group_ != Columns::none) spells_.groups = groups_.all(), sectors_.give(spells_);
        tidy(spells_, rows_, findings_);
    }

private:
    bool found(Finding finding, std::string_view about = {}) { return findings_.add(finding, columns_.csv().row(), about) == Does::keep; }

    std::optional<std::int32_t> moment(std::size_t column) {
        const std::string_view text = columns_.text(column);
        if (text.empty()) {
            found(Finding::undated);
            return std::nullopt;
        }
        const auto value = mapping_.dates ? mapping_.dates->day(text) : whole(text);
        if (!value) found(Finding::no_number, text);
        return value;
    }
    std::optional<State> state(std::string_view text) {
        const auto known = codes_.state(text);
        if (!known) found(Finding::unknown_code, text);
        return known;
    }

    void row() {
        const auto to = state(columns_.text(to_));
        const auto from = mapping_.always_from ? mapping_.always_from : state(columns_.text(from_));
        if (!to || !from) return;
        if (*from == still_there) return void(found(Finding::unknown_code, columns_.text(from_)));
        const auto leave = moment(leave_[*to]);
        if (!leave) return;
        if (mapping_.begin && *leave <= *mapping_.begin) return void(found(Finding::never_started));
        auto enter = moment(enter_);
        if (!enter) return;
        if (mapping_.begin) enter = std::max(*enter, *mapping_.begin);
        if (*leave < *enter) return void(found(Finding::wrong_order));
        double weight = 1;
        if (weight_ != Columns::none) {
            weight = number(columns_.text(weight_)).value_or(0);
            if (weight <= 0) return void(found(Finding::no_number, columns_.text(weight_)));
        }
        std::int32_t known_at = 0;
        if (known_at_ != Columns::none) {
            const std::string_view text = columns_.text(known_at_);
            const auto day = mapping_.known_dates ? mapping_.known_dates->day(text) : whole(text);
            if (!day) return void(found(Finding::no_number, text));
            known_at = *day;
        }
        if (!age_in(columns_, age_, mapping_, findings_)) return;
        keep(*enter, *leave, *from, *to, weight, known_at);
    }

    void keep(std::int32_t enter, std::int32_t leave, State from, State to, double weight, std::int32_t known_at) {
        const std::uint32_t group = groups_.code(group_ == Columns::none ? std::string_view{} : columns_.text(group_));
        if (!sectors_.add(group)) return;
        const bool in_half_years = options_.clock == Clock::half && !mapping_.dates && !halves_;
        spells_.person.push_back(people_.code(columns_.text(person_)));
        spells_.enter.push_back(in_half_years ? half_year(enter) : enter), spells_.leave.push_back(in_half_years ? half_year(leave) : leave);
        spells_.from.push_back(from), spells_.to.push_back(to);
        rows_.push_back(static_cast<std::uint32_t>(columns_.csv().row()));
        if (!cluster_.empty()) spells_.cluster.push_back(clusters_.code(columns_.text(cluster_)));
        if (group_ != Columns::none) spells_.group.push_back(group);
        if (cohort_ != Columns::none) {
            spells_.cohort.push_back(cohorts_.code(columns_.text(cohort_)));
            if (spells_.cohort_rows.size() < cohorts_.size()) spells_.cohort_rows.push_back(columns_.csv().row());
        }
        if (weight_ != Columns::none) spells_.weight.push_back(weight);
        if (known_at_ != Columns::none) spells_.known_at.push_back(known_at);
    }

    // Everybody's clock starts on their own first day; without a column the school year of that day is the cohort.
    void begin_at_the_first_day() {
        std::vector<std::int32_t> first(people_.size(), std::numeric_limits<std::int32_t>::max());
        for (std::size_t at = 0; at < spells_.size(); ++at) first[spells_.person[at]] = std::min(first[spells_.person[at]], spells_.enter[at]);
        for (std::size_t at = 0; at < spells_.size(); ++at) {
            const std::int32_t begin = first[spells_.person[at]];
            if (cohort_ == Columns::none) spells_.cohort.push_back(cohorts_.code(std::to_string(school_year(begin, mapping_.school_year_begins))));
            for (std::int32_t* moment : {&spells_.enter[at], &spells_.leave[at]}) *moment = options_.clock == Clock::half ? half_year(*moment - begin) : *moment - begin;
        }
    }

    Columns& columns_;
    const Mapping& mapping_;
    const ReadingOptions& options_;
    Spells& spells_;
    Findings& findings_;
    Codes codes_;
    Sectors sectors_;
    Key person_, cluster_;
    std::size_t group_, cohort_, weight_, known_at_, age_;
    bool halves_;  // the file tells half-years itself
    std::size_t enter_, from_, to_;
    std::array<std::size_t, 256> leave_{};  // by where one went
    Names people_, clusters_, groups_, cohorts_;
    std::vector<std::uint32_t> rows_;
};

}  // namespace

std::optional<base::Error> read_spells(Columns& columns, const Mapping& mapping, const ReadingOptions& options, Reading& reading) {
    SpellsReader reader{columns, mapping, options, reading};
    if (!columns.missing()) reader.read();
    return columns.missing();
}

}  // namespace loopbaankaart::flow

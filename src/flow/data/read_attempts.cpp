#include <algorithm>
#include <numeric>
#include <tuple>

#include "readers.hpp"

namespace loopbaankaart::flow {

namespace {

class AttemptsReader {
public:
    AttemptsReader(Columns& columns, const Mapping& mapping, Reading& reading)
        : columns_{columns}, mapping_{mapping}, attempts_{reading.attempts}, findings_{reading.findings}, codes_{mapping}, person_{columns.key(mapping.person)},
          programme_{columns.at(mapping.group)}, prior_{columns.at(mapping.prior)}, activity_{columns.at(mapping.activity)}, attempt_{columns.at(mapping.attempt)},
          hours_{columns.at(mapping.hours)}, outcome_{columns.at(mapping.outcome)}, hour_price_{columns.at(mapping.hour_price)}, price_{columns.at(mapping.attempt_price)} {}

    void read() {
        while (columns_.next()) row();
        if (!mapping_.whole.empty()) attempts_.whole = activities_.find(mapping_.whole);
        attempts_.programmes = programmes_.all(), attempts_.priors = priors_.all(), attempts_.activities = activities_.all();
        leave_out(look_through());
    }

private:
    // A number of at least 0, or what stands in the mapping when there is no column.
    std::optional<double> amount(std::size_t column, double otherwise) {
        if (column == Columns::none) return otherwise;
        std::string text{columns_.text(column)};
        if (mapping_.decimal_comma) std::replace(text.begin(), text.end(), ',', '.');
        const auto value = number(text);
        if (value && *value >= 0) return value;
        findings_.add(Finding::no_number, columns_.csv().row(), columns_.text(column));
        return std::nullopt;
    }

    void row() {
        const auto outcome = codes_.state(columns_.text(outcome_));
        if (!outcome) return void(findings_.add(Finding::unknown_code, columns_.csv().row(), columns_.text(outcome_)));
        const auto hours = amount(hours_, 0), hour_price = amount(hour_price_, mapping_.each_hour.value_or(0)), price = amount(price_, mapping_.each_attempt.value_or(0));
        if (!hours || !hour_price || !price) return;
        const auto attempt = attempt_ == Columns::none ? std::optional{0} : whole(columns_.text(attempt_));
        if (*hours > Attempts::most_hours || !attempt) return void(findings_.add(Finding::no_number, columns_.csv().row(), columns_.text(attempt ? hours_ : attempt_)));
        attempts_.person.push_back(people_.code(columns_.text(person_)));
        if (programme_ != Columns::none) attempts_.programme.push_back(programmes_.code(columns_.text(programme_)));
        if (prior_ != Columns::none) attempts_.prior.push_back(priors_.code(columns_.text(prior_)));
        attempts_.activity.push_back(activities_.code(activity_ == Columns::none ? std::string_view{} : columns_.text(activity_)));
        attempts_.number.push_back(*attempt);
        attempts_.hours.push_back(*hours), attempts_.outcome.push_back(*outcome);
        if (mapping_.has_prices()) attempts_.hour_price.push_back(*hour_price), attempts_.price.push_back(*price);
        rows_.push_back(columns_.csv().row());
    }

    static_assert(Attempts::none == Names::unknown, "an activity that nobody took on is none");
    // What only shows when all attempts of somebody at an activity lie together, and what is done about each.
    struct Seen {
        std::size_t at;
        Finding finding;
    };
    std::vector<Seen> look_through() const {
        const auto key = [&](std::size_t at) { return std::tuple{attempts_.person[at], attempts_.programme.empty() ? 0 : attempts_.programme[at], attempts_.activity[at]}; };
        std::vector<std::size_t> order(attempts_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::tuple{key(a), attempts_.number[a]} < std::tuple{key(b), attempts_.number[b]}; });
        std::vector<Seen> seen;
        for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
            while (last < order.size() && key(order[last]) == key(order[first])) ++last;
            const std::size_t before = seen.size();
            double hours = 0;
            bool done = false;
            for (std::size_t at = first; at < last; ++at) {
                const std::size_t here = order[at];
                if (attempt_ != Columns::none && at > first && attempts_.number[here] == attempts_.number[order[at - 1]]) seen.push_back({here, Finding::duplicate});
                else if (done) seen.push_back({here, Finding::after_completion});
                else hours += attempts_.hours[here], done = attempts_.outcome[here] == Attempts::completed;
            }
            if (hours > 0 || done || attempts_.activity[order[first]] == attempts_.whole) continue;
            seen.resize(before);
            for (std::size_t at = first; at < last; ++at) seen.push_back({order[at], Finding::never_started});
        }
        std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.at < b.at; });
        return seen;
    }
    void leave_out(const std::vector<Seen>& seen) {
        std::vector<bool> out(attempts_.size());
        for (const auto& [at, finding] : seen) out[at] = findings_.add(finding, rows_[at]) == Does::leave_out;
        const auto keep = [&](auto& values) {
            std::size_t to = 0;
            for (std::size_t at = 0; at < values.size(); ++at)
                if (!out[at]) values[to++] = values[at];
            values.resize(to);
        };
        keep(attempts_.programme), keep(attempts_.prior), keep(attempts_.activity), keep(attempts_.number), keep(attempts_.hours), keep(attempts_.outcome);
        keep(attempts_.hour_price), keep(attempts_.price), keep(attempts_.person);
    }

    Columns& columns_;
    const Mapping& mapping_;
    Attempts& attempts_;
    Findings& findings_;
    Codes codes_;
    Key person_;
    std::size_t programme_, prior_, activity_, attempt_, hours_, outcome_, hour_price_, price_;
    Names people_, programmes_, priors_, activities_;
    std::vector<std::uint64_t> rows_;
};

}  // namespace

std::optional<base::Error> read_attempts(Columns& columns, const Mapping& mapping, Reading& reading) {
    AttemptsReader reader{columns, mapping, reading};
    if (!columns.missing()) reader.read();
    return columns.missing();
}

}  // namespace loopbaankaart::flow

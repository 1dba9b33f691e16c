#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "data_set.hpp"

namespace loopbaankaart::flow {

namespace {

std::string toml(std::string_view text) {
    std::string quoted = "\"";
    for (const char sign : text) {
        if (sign == '"' || sign == '\\') quoted += '\\';
        if (sign == '\n') quoted += "\\n";
        else if (static_cast<unsigned char>(sign) >= ' ') quoted += sign;
    }
    return quoted + '"';
}
std::string list(const std::vector<std::string>& texts) {
    std::string all = "[";
    for (const std::string& text : texts) all += (all.size() == 1 ? "" : ", ") + toml(text);
    return all + "]";
}
std::vector<std::string> cells(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    for (const std::string& text : texts) all.push_back(csv_cell(text));
    return all;
}

class Writer {
public:
    explicit Writer(std::ostream& out) : out_{out} {}
    ~Writer() { send(); }

    template <typename... Values>
    void add(fmt::format_string<Values...> form, Values&&... values) { fmt::format_to(std::back_inserter(text_), form, std::forward<Values>(values)...); }
    void end_row() {
        text_ += '\n';
        if (text_.size() > enough) send();
    }

private:
    static constexpr std::size_t enough = std::size_t{1} << 20;
    void send() {
        out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
        text_.clear();
    }
    std::ostream& out_;
    std::string text_;
};

constexpr std::string_view none = "still_there";

void write_spells(Writer& to, const Spells& spells) {
    const auto states = cells(spells.states), groups = cells(spells.groups), cohorts = cells(spells.cohorts), sectors = cells(spells.sectors);
    to.add("person,enter,leave,from,to{}{}{}{}{}{}\n", spells.cluster.empty() ? "" : ",cluster", spells.group.empty() ? "" : ",group", spells.sector.empty() ? "" : ",sector", spells.cohort.empty() ? "" : ",cohort",
           spells.weight.empty() ? "" : ",weight", spells.known_at.empty() ? "" : ",known_at");
    for (std::size_t row = 0; row < spells.size(); ++row) {
        to.add("{},{},{},{},{}", spells.person[row], spells.enter[row], spells.leave[row], states[spells.from[row]], spells.to[row] == still_there ? none : states[spells.to[row]]);
        if (!spells.cluster.empty()) to.add(",{}", spells.cluster[row]);
        if (!spells.group.empty()) to.add(",{}", groups[spells.group[row]]);
        if (!spells.sector.empty()) to.add(",{}", sectors[spells.sector[spells.group[row]]]);
        if (!spells.cohort.empty()) to.add(",{}", cohorts[spells.cohort[row]]);
        if (!spells.weight.empty()) to.add(",{}", spells.weight[row]);
        if (!spells.known_at.empty()) to.add(",{}", spells.known_at[row]);
        to.end_row();
    }
}

void write_persons(Writer& to, const Persons& persons) {
    const auto outcomes = cells(persons.outcomes), cohorts = cells(persons.cohorts);
    to.add("outcome{}{}", persons.cohort.empty() ? "" : ",cohort", persons.age.empty() ? "" : ",age");
    for (const Feature& feature : persons.features) to.add(",{}", csv_cell(feature.name));
    to.end_row();
    for (std::size_t row = 0; row < persons.size(); ++row) {
        to.add("{}", outcomes[persons.outcome[row]]);
        if (!persons.cohort.empty()) to.add(",{}", cohorts[persons.cohort[row]]);
        if (!persons.age.empty()) to.add(",{}", persons.age[row] < 0 ? "" : std::to_string(persons.age[row]));
        for (const Feature& feature : persons.features) {
            if (feature.numbers.empty()) to.add(",{}", csv_cell(feature.categories[feature.codes[row]]));
            else if (std::isnan(feature.numbers[row])) to.add(",");
            else to.add(",{}", feature.numbers[row]);
        }
        to.end_row();
    }
}

// A count a row, whatever the file had.
void write_counts(Writer& to, const Counts& counts) {
    to.add("value{}", counts.year.empty() ? "" : ",year");
    std::vector<std::vector<std::string>> names;
    for (const Counts::Side& side : counts.by) {
        to.add(",{}", csv_cell(side.name));
        names.push_back(cells(side.names));
    }
    to.end_row();
    for (std::size_t row = 0; row < counts.size(); ++row) {
        to.add("{}", counts.value[row]);
        if (!counts.year.empty()) to.add(",{}", counts.year[row]);
        for (std::size_t at = 0; at < names.size(); ++at) to.add(",{}", names[at][counts.by[at].codes[row]]);
        to.end_row();
    }
}

void write_attempts(Writer& to, const Attempts& attempts) {
    const auto programmes = cells(attempts.programmes), priors = cells(attempts.priors), activities = cells(attempts.activities);
    to.add("person,activity,attempt,hours,outcome{}{}{}\n", attempts.programme.empty() ? "" : ",programme", attempts.prior.empty() ? "" : ",prior",
           attempts.price.empty() ? "" : ",hour_price,attempt_price");
    for (std::size_t row = 0; row < attempts.size(); ++row) {
        const State outcome = attempts.outcome[row];
        to.add("{},{},{},{},{}", attempts.person[row], activities[attempts.activity[row]], attempts.number[row], attempts.hours[row],
               outcome == Attempts::completed ? "completed" : outcome == Attempts::dropped ? "dropped" : none);
        if (!attempts.programme.empty()) to.add(",{}", programmes[attempts.programme[row]]);
        if (!attempts.prior.empty()) to.add(",{}", priors[attempts.prior[row]]);
        if (!attempts.price.empty()) to.add(",{},{}", attempts.hour_price[row], attempts.price[row]);
        to.end_row();
    }
}

std::string mapping_of_spells(const Spells& spells) {
    std::string text = "[columns]\nperson = \"person\"\nenter = \"enter\"\nleave = \"leave\"\nfrom = \"from\"\nto = \"to\"\n";
    if (!spells.cluster.empty()) text += "cluster = \"cluster\"\n";
    if (!spells.group.empty()) text += "group = \"group\"\n";
    if (!spells.sector.empty()) text += "sector = \"sector\"\n";
    if (!spells.cohort.empty()) text += "cohort = \"cohort\"\n";
    if (!spells.weight.empty()) text += "weight = \"weight\"\n";
    if (!spells.known_at.empty()) text += "known_at = \"known_at\"\n";
    if (!spells.rounds.empty() || !spells.known_at.empty()) text += fmt::format("\n[clock]\nschool_year_begins = {}\n", spells.school_year_begins);
    if (!spells.rounds.empty()) text += fmt::format("cohorts = {}\n", list(spells.rounds));
    text += fmt::format("\n[states]\nnames = {}\n\n[codes]\nstill_there = \"still_there\"\n", list(spells.states));
    for (const std::string& state : spells.states) text += fmt::format("{0} = {0}\n", toml(state));
    return text;
}

std::string mapping_of_persons(const Persons& persons) {
    std::string text = "[columns]\noutcome = \"outcome\"\n";
    if (!persons.cohort.empty()) text += "cohort = \"cohort\"\n";
    if (!persons.age.empty()) text += "age = \"age\"\n";
    text += fmt::format("\n[states]\nnames = {}\n", list(persons.outcomes));
    for (const Feature& feature : persons.features)
        text += fmt::format("\n[[feature]]\ncolumn = {}\nkind = \"{}\"\nwhy = {}\nrole = \"{}\"\nchangeable = {}\n", toml(feature.name), feature.numbers.empty() ? "category" : "number", toml(feature.why),
                            role_name(feature.role), feature.changeable);
    return text;
}

std::string mapping_of_counts(const Counts& counts) {
    std::vector<std::string> by;
    if (!counts.year.empty()) by.push_back("year");
    for (const Counts::Side& side : counts.by) by.push_back(side.name);
    return fmt::format("[counts]\nvalue = \"value\"\nby = {}\n", list(by));
}

// Without numbers of attempts all are 0: then the order of the file tells, as it did.
std::string mapping_of_attempts(const Attempts& attempts) {
    std::string text = "[columns]\nperson = \"person\"\nactivity = \"activity\"\nhours = \"hours\"\noutcome = \"outcome\"\n";
    if (std::any_of(attempts.number.begin(), attempts.number.end(), [](std::int32_t one) { return one != 0; })) text += "attempt = \"attempt\"\n";
    if (!attempts.programme.empty()) text += "group = \"programme\"\n";
    if (!attempts.prior.empty()) text += "prior = \"prior\"\n";
    if (!attempts.price.empty()) text += "hour_price = \"hour_price\"\nattempt_price = \"attempt_price\"\n";
    text += "\n[codes]\ncompleted = \"completed\"\ndropped = \"dropped\"\nstill_there = \"still_there\"\n";
    if (attempts.whole != Attempts::none) text += fmt::format("\n[activities]\nwhole = {}\n", toml(attempts.activities[attempts.whole]));
    return text;
}

std::string mapping_of(const Reading& reading) {
    switch (reading.kind) {
        case Kind::spells: return mapping_of_spells(reading.spells);
        case Kind::persons: return mapping_of_persons(reading.persons);
        case Kind::counts: return mapping_of_counts(reading.counts);
        case Kind::attempts: return mapping_of_attempts(reading.attempts);
    }
    return {};
}

}  // namespace

void write_data(std::ostream& out, const Reading& reading) {
    Writer to{out};
    switch (reading.kind) {
        case Kind::spells: return write_spells(to, reading.spells);
        case Kind::persons: return write_persons(to, reading.persons);
        case Kind::counts: return write_counts(to, reading.counts);
        case Kind::attempts: return write_attempts(to, reading.attempts);
    }
}

std::string our_mapping(const Reading& reading) {
    constexpr std::string_view kinds[] = {"spells", "persons", "counts", "attempts"};
    return fmt::format("kind = \"{}\"\nseparator = \",\"\npublic = {}\n\n{}", kinds[static_cast<std::size_t>(reading.kind)], reading.is_public, mapping_of(reading));
}

}  // namespace loopbaankaart::flow

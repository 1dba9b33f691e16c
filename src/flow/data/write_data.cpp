#include <fmt/format.h>

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
    const auto states = cells(spells.states), groups = cells(spells.groups), cohorts = cells(spells.cohorts);
    to.add("person,enter,leave,from,to{}{}{}{}{}\n", spells.cluster.empty() ? "" : ",cluster", spells.group.empty() ? "" : ",group", spells.cohort.empty() ? "" : ",cohort",
           spells.weight.empty() ? "" : ",weight", spells.known_at.empty() ? "" : ",known_at");
    for (std::size_t row = 0; row < spells.size(); ++row) {
        to.add("{},{},{},{},{}", spells.person[row], spells.enter[row], spells.leave[row], states[spells.from[row]], spells.to[row] == still_there ? none : states[spells.to[row]]);
        if (!spells.cluster.empty()) to.add(",{}", spells.cluster[row]);
        if (!spells.group.empty()) to.add(",{}", groups[spells.group[row]]);
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

std::string mapping_of_spells(const Spells& spells) {
    std::string text = "[columns]\nperson = \"person\"\nenter = \"enter\"\nleave = \"leave\"\nfrom = \"from\"\nto = \"to\"\n";
    if (!spells.cluster.empty()) text += "cluster = \"cluster\"\n";
    if (!spells.group.empty()) text += "group = \"group\"\n";
    if (!spells.cohort.empty()) text += "cohort = \"cohort\"\n";
    if (!spells.weight.empty()) text += "weight = \"weight\"\n";
    if (!spells.known_at.empty()) text += "known_at = \"known_at\"\n";
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

}  // namespace

void write_data(std::ostream& out, const Reading& reading) {
    Writer to{out};
    switch (reading.kind) {
        case Kind::spells: return write_spells(to, reading.spells);
        case Kind::persons: return write_persons(to, reading.persons);
        case Kind::counts: return write_counts(to, reading.counts);
    }
}

std::string our_mapping(const Reading& reading) {
    constexpr std::string_view kinds[] = {"spells", "persons", "counts"};
    return fmt::format("kind = \"{}\"\nseparator = \",\"\npublic = {}\n\n{}", kinds[static_cast<std::size_t>(reading.kind)], reading.is_public,
                       reading.kind == Kind::spells ? mapping_of_spells(reading.spells) : reading.kind == Kind::persons ? mapping_of_persons(reading.persons) : mapping_of_counts(reading.counts));
}

}  // namespace loopbaankaart::flow

#include "looking.hpp"

#include <algorithm>

#include "ahead_words.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::int64_t most_intake = 100'000, most_fewer = 50;

// A whole number between limits; one that cannot be is told, and kept as it was typed.
std::optional<std::int64_t> number_in(std::string_view typed, std::int64_t low, std::int64_t high, std::string_view field, web::FieldErrors& errors) {
    std::string digits{typed};
    if (digits.starts_with("−")) digits.replace(0, std::string_view{"−"}.size(), "-");
    if (digits.find_first_not_of(' ') == digits.npos) return std::nullopt;
    const bool below = digits.starts_with('-');
    const auto number = base::whole_number(below ? std::string_view{digits}.substr(1) : std::string_view{digits});
    const auto value = number ? (below ? -static_cast<std::int64_t>(*number) : static_cast<std::int64_t>(*number)) : high + 1;
    if (value >= low && value <= high) return value;
    errors.add(field, {word::ahead_no_number, std::string{typed}});
    return std::nullopt;
}

std::optional<std::uint32_t> subject_called(const Outlooks& outlooks, Level level, std::string_view name) {
    for (std::uint32_t at = 0; at < outlooks.subjects.size(); ++at)
        if (const OutlookSubject& one = outlooks.subjects[at]; one.level == level && !one.rest && one.name == name) return at;
    return std::nullopt;
}
std::optional<State> state_called(const Outlooks& outlooks, std::string_view name) {
    const auto found = std::find(outlooks.states.begin(), outlooks.states.end(), name);
    return found == outlooks.states.end() ? std::nullopt : std::optional{static_cast<State>(found - outlooks.states.begin())};
}
std::size_t sectors_of(const Outlooks& outlooks) {
    return static_cast<std::size_t>(std::count_if(outlooks.subjects.begin(), outlooks.subjects.end(), [](const OutlookSubject& one) { return one.level == Level::sector; }));
}

}  // namespace

Looking looking_in(const web::Fields& query) {
    const auto field = [&](std::string_view name) { return std::string{query[name]}; };
    return {field("gegevens"), field("sector"), field("opleiding"), field("wat"), field("instroom"), field("minder"), field("weg"), field("dicht")};
}

std::vector<const OutlookLine*> Outlooked::lines(State of, bool was) const {
    std::vector<const OutlookLine*> found;
    for (const OutlookLine& line : outlooks->lines)
        if (line.subject == subject && line.state == of && line.was == was) found.push_back(&line);
    return found;
}

const Judgement* Outlooked::judgement(State of, std::uint32_t ahead) const {
    for (const OutlookGate& gate : outlooks->gates)
        if (gate.state == of && gate.ahead == ahead) return &gate.judgement;
    return nullptr;
}

std::optional<Outlooked> look_ahead(storage::Reads& reads, const Looking& looking) {
    const std::vector<KeptSet> sets = kept_sets(reads);
    const auto set = std::find_if(sets.begin(), sets.end(), [&](const KeptSet& one) { return looking.data.empty() || one.name == looking.data; });
    if (set == sets.end()) return std::nullopt;
    Outlooked found{.set = *set, .outlooks = kept_outlooks(reads, set->id), .what_if = {}, .errors = {}};
    if (!found.outlooks || found.outlooks->empty()) return found;
    Outlooks& outlooks = *found.outlooks;
    const auto subject = !looking.programme.empty() ? subject_called(outlooks, Level::programme, looking.programme)
                         : !looking.sector.empty()  ? subject_called(outlooks, Level::sector, looking.sector)
                                                    : std::optional{outlooks.school()};
    const auto state = looking.what.empty() ? std::optional{Places::state} : state_called(outlooks, looking.what);
    if (!subject || !state) return std::nullopt;
    found.asked = found.subject = *subject, found.state = *state;

    // Up until something may be told; a school of one sector is that sector.
    for (;;) {
        add_subject(reads, set->id, found.subject, outlooks);
        const auto lines = found.lines(found.state, false);
        const auto refused = std::find_if(lines.begin(), lines.end(), [](const OutlookLine* line) { return line->refusal != Refusal::none; });
        if (refused == lines.end() || found.subject == outlooks.school()) break;
        if (found.subject == found.asked) found.refusal = (*refused)->refusal;
        found.subject = sectors_of(outlooks) < 2 ? outlooks.school() : found.shown().sector;
    }

    WhatIf& what_if = found.what_if;
    if (const auto intake = number_in(looking.intake, 0, most_intake, "instroom", found.errors)) what_if.intake = static_cast<std::uint32_t>(*intake);
    if (const auto fewer = number_in(looking.fewer, -most_fewer, most_fewer, "minder", found.errors)) what_if.fewer = static_cast<std::int32_t>(*fewer);
    what_if.way = state_called(outlooks, looking.way);
    if (!looking.closed.empty()) what_if.closed = subject_called(outlooks, Level::programme, looking.closed);
    if (found.subject != found.asked) what_if = {};
    if (!what_if.nothing()) add_what_if(reads, set->id, outlooks);
    return found;
}

}  // namespace loopbaankaart::flow

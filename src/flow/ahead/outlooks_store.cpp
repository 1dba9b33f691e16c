#include "outlooks_store.hpp"

#include <algorithm>
#include <array>

#include "../report/shown.hpp"
#include "outlooks.sql.hpp"

namespace loopbaankaart::flow {

namespace {

constexpr std::array<std::string_view, 4> counted_codes{"past", "ways", "present", "intake"};

// As code() of it writes it; the first when it is none of those.
template <typename Kind>
Kind kind_of(std::string_view text, std::initializer_list<Kind> kinds) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](Kind one) { return code(one) == text; });
    return found == kinds.end() ? *kinds.begin() : *found;
}
std::int64_t as_number(const Doubts& doubts) { return (doubts.school_skill ? 1 : 0) + (doubts.skill ? 2 : 0) + (doubts.coverage ? 4 : 0) + (doubts.drift ? 8 : 0); }
Doubts doubts_of(std::int64_t number) { return {(number & 1) != 0, (number & 2) != 0, (number & 4) != 0, (number & 8) != 0}; }

std::uint32_t students_in(const storage::Row& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); }
Outlook limits_in(const storage::Row& row, int column) {
    return {students_in(row, column), students_in(row, column + 1), students_in(row, column + 2), students_in(row, column + 3), students_in(row, column + 4), 0};
}
std::int64_t whole(std::uint32_t students) { return students; }

}  // namespace

Noise::Key noise_key(storage::Writes& writes, base::Randomness& randomness) {
    Noise::Key key{};
    if (const auto kept = writes.first(query::noise_key, [](const storage::Row& row) { return base::Bytes{row.bytes(0).begin(), row.bytes(0).end()}; }, 1); kept && kept->size() == key.size()) {
        std::copy(kept->begin(), kept->end(), key.begin());
        return key;
    }
    randomness.fill(key);
    writes.run(query::add_noise_key, 1, base::BytesView{key.data(), key.size()});
    return key;
}

void remove_outlooks(storage::Writes& writes, const base::Id& set) {
    writes.run(query::remove_outlook_counts, set);
    writes.run(query::remove_outlook_splits, set);
    writes.run(query::remove_outlook_gates, set);
    writes.run(query::remove_outlook_lines, set);
    writes.run(query::remove_outlook_subjects, set);
    writes.run(query::remove_outlook_states, set);
    writes.run(query::remove_outlook, set);
}

void keep_outlooks(storage::Writes& writes, const base::Id& set, const Outlooks& outlooks, std::uint64_t seed) {
    writes.run(query::add_outlook, set, outlooks.first_year, outlooks.begun, static_cast<int>(outlooks.entry), static_cast<std::int64_t>(outlooks.years), outlooks.intake_spread, static_cast<std::int64_t>(seed), outlooks.missing, outlooks.missing_about);
    for (std::size_t state = 0; state < outlooks.states.size(); ++state) writes.run_soon(query::add_outlook_state, set, static_cast<std::int64_t>(state), outlooks.states[state]);
    for (std::size_t at = 0; at < outlooks.subjects.size(); ++at) {
        const OutlookSubject& one = outlooks.subjects[at];
        writes.run_soon(query::add_outlook_subject, set, static_cast<std::int64_t>(at), code(one.level), one.name, whole(one.sector), one.rest);
    }
    for (const OutlookLine& line : outlooks.lines) {
        const auto& [model, own] = std::tie(line.model, line.own_rate);
        const std::optional<std::int64_t> happened = line.happened;
        writes.run_soon(query::add_outlook_line, set, whole(line.subject), static_cast<int>(line.state), line.was, line.year, whole(line.ahead), code(line.refusal), line.borrowed, whole(model.median), whole(model.low80), whole(model.high80), whole(model.low95), whole(model.high95),
                        whole(own.median), whole(own.low80), whole(own.high80), whole(own.low95), whole(own.high95), happened);
    }
    for (const auto& [state, ahead, one] : outlooks.gates)
        writes.run_soon(query::add_outlook_gate, set, static_cast<int>(state), whole(ahead), code(one.colour), as_number(one.doubts), static_cast<std::int64_t>(one.forecasts), static_cast<std::int64_t>(one.cohorts), one.skill.value, one.skill.low, one.skill.high, one.shown80, one.shown95);
    for (std::size_t at = 0; at < outlooks.splits.size(); ++at) {
        const OutlookSplit& one = outlooks.splits[at];
        writes.run_soon(query::add_outlook_split, set, static_cast<std::int64_t>(at), static_cast<int>(one.from), static_cast<int>(one.to), static_cast<int>(one.rest), one.mean, one.among, one.within, one.year_spread);
    }
    for (const auto& [of, students] : outlooks.counts) {
        const auto& [subject, what, a, b] = of;
        writes.run_soon(query::add_outlook_counts, set, whole(subject), counted_codes[static_cast<std::size_t>(what)], a, b, whole(students));
    }
}

std::optional<Outlooks> kept_outlooks(storage::Reads& reads, const base::Id& set) {
    auto found = reads.first(query::outlook_of, [](const storage::Row& row) {
        Outlooks outlooks;
        outlooks.first_year = static_cast<std::int32_t>(row.integer(0)), outlooks.begun = row.integer(1) != 0, outlooks.entry = static_cast<State>(row.integer(2)), outlooks.years = static_cast<std::size_t>(row.integer(3));
        outlooks.intake_spread = row.real(4), outlooks.missing = row.string(5), outlooks.missing_about = row.string(6);
        return outlooks;
    }, set);
    if (!found) return std::nullopt;
    found->states = reads.all(query::outlook_states, [](const storage::Row& row) { return row.string(0); }, set);
    found->subjects = reads.all(query::outlook_subjects, [](const storage::Row& row) {
        return OutlookSubject{kind_of(row.text(0), {Level::programme, Level::sector, Level::school}), row.string(1), students_in(row, 2), row.integer(3) != 0};
    }, set);
    found->gates = reads.all(query::outlook_gates, [](const storage::Row& row) {
        OutlookGate gate{static_cast<State>(row.integer(0)), students_in(row, 1), {}};
        gate.judgement.colour = kind_of(row.text(2), {Colour::grey, Colour::green, Colour::amber, Colour::red}), gate.judgement.doubts = doubts_of(row.integer(3));
        gate.judgement.forecasts = static_cast<std::size_t>(row.integer(4)), gate.judgement.cohorts = static_cast<std::size_t>(row.integer(5));
        gate.judgement.skill = {row.real(6), row.real(7), row.real(8)}, gate.judgement.shown80 = row.real(9), gate.judgement.shown95 = row.real(10);
        return gate;
    }, set);
    return found;
}

void add_subject(storage::Reads& reads, const base::Id& set, std::uint32_t subject, Outlooks& into) {
    reads.each(query::outlook_lines, [&](const storage::Row& row) {
        OutlookLine line{.subject = subject, .state = static_cast<State>(row.integer(0)), .year = static_cast<std::int32_t>(row.integer(2)), .ahead = students_in(row, 3), .was = row.integer(1) != 0,
                         .refusal = kind_of(row.text(4), {Refusal::none, Refusal::few_students, Refusal::not_narrower}), .borrowed = row.integer(5) != 0, .model = limits_in(row, 6), .own_rate = limits_in(row, 11)};
        if (!row.null(16)) line.happened = students_in(row, 16);
        into.lines.push_back(line);
    }, set, whole(subject));
    reads.each(query::outlook_past, [&](const storage::Row& row) {
        into.counts[{subject, CountOf::past, static_cast<std::int32_t>(row.integer(0)), static_cast<std::int32_t>(row.integer(1))}] = students_in(row, 2);
    }, set, whole(subject));
}

void add_what_if(storage::Reads& reads, const base::Id& set, Outlooks& into) {
    into.splits = reads.all(query::outlook_splits, [](const storage::Row& row) {
        return OutlookSplit{static_cast<State>(row.integer(0)), static_cast<State>(row.integer(1)), static_cast<State>(row.integer(2)), row.real(3), row.real(4), row.real(5), row.real(6)};
    }, set);
    reads.each(query::outlook_counts, [&](const storage::Row& row) {
        const auto what = static_cast<CountOf>(std::find(counted_codes.begin(), counted_codes.end(), row.text(1)) - counted_codes.begin());
        into.counts[{students_in(row, 0), what, static_cast<std::int32_t>(row.integer(2)), static_cast<std::int32_t>(row.integer(3))}] = students_in(row, 4);
    }, set);
}

}  // namespace loopbaankaart::flow

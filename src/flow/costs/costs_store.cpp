#include "costs_store.hpp"

#include <map>

#include "../activity/write_activities.hpp"
#include "costs.sql.hpp"

namespace loopbaankaart::flow {

namespace {

LessSaid reason_of(std::string_view told) {
    for (const LessSaid reason : {LessSaid::few_students, LessSaid::few_completed, LessSaid::going_on})
        if (code(reason) == told) return reason;
    return LessSaid::nothing;
}

// Three columns: itself, and its limits.
Estimate estimate_in(const storage::Row& row, int column) { return {row.real(column), row.real(column + 1), row.real(column + 2)}; }
std::optional<Estimate> said_in(const storage::Row& row, int column) { return row.null(column) ? std::nullopt : std::optional{estimate_in(row, column)}; }
std::optional<double> part(const std::optional<Estimate>& one, double Estimate::* of) { return one ? std::optional{(*one).*of} : std::nullopt; }

}  // namespace

void keep_costs(storage::Writes& writes, const base::Id& id, std::string_view name, std::string_view digest, const Costs& costs, base::Instant now) {
    const auto former = writes.first(query::cost_set_called, [](const storage::Row& row) { return row.string(0); }, name);
    if (former) {
        writes.run(query::remove_cost_steps, *former);
        writes.run(query::remove_cost_lines, *former);
        writes.run(query::remove_cost_set, *former);
    }
    writes.run(query::add_cost_set, id, name, digest, static_cast<std::int64_t>(costs.least), now);
    for (std::size_t number = 0; number < costs.lines.size(); ++number) {
        const CostLine& line = costs.lines[number];
        const auto at = static_cast<std::int64_t>(number);
        const auto low = &Estimate::low, high = &Estimate::high, value = &Estimate::value;
        writes.run_soon(query::add_cost_line, id, at, line.activity, line.whole ? 1 : 0, line.programme, line.prior, static_cast<std::int64_t>(line.students), code(line.refused),
                        line.completed.value, line.completed.low, line.completed.high, part(line.dropped, value), part(line.dropped, low), part(line.dropped, high),
                        part(line.hours, value), part(line.hours, low), part(line.hours, high), part(line.cost, value), part(line.cost, low), part(line.cost, high));
        for (std::size_t step = 0; step < line.steps.size(); ++step) {
            const CostStep& one = line.steps[step];
            writes.run_soon(query::add_cost_step, id, at, static_cast<std::int64_t>(step), one.hours, one.completed.value, one.completed.low, one.completed.high);
        }
    }
}

std::vector<KeptCosts> kept_costs(storage::Reads& reads) {
    return reads.all(query::cost_sets, [](const storage::Row& row) {
        return KeptCosts{base::Id::parse(row.text(0)).value(), row.string(1), static_cast<std::uint32_t>(row.integer(2)), base::instant(row.integer(3))};
    });
}

std::vector<CostLine> kept_cost_lines(storage::Reads& reads, const base::Id& set) {
    std::map<std::int64_t, std::vector<CostStep>> steps;
    reads.each(query::cost_steps, [&](const storage::Row& row) { steps[row.integer(0)].push_back({row.real(1), estimate_in(row, 2)}); }, set);
    return reads.all(query::cost_lines, [&](const storage::Row& row) {
        return CostLine{.activity = row.string(1), .whole = row.integer(2) == 1, .programme = row.string(3), .prior = row.string(4), .students = static_cast<std::uint32_t>(row.integer(5)), .refused = reason_of(row.text(6)),
                        .completed = estimate_in(row, 7), .dropped = said_in(row, 10), .hours = said_in(row, 13), .cost = said_in(row, 16), .steps = steps[row.integer(0)]};
    }, set);
}

}  // namespace loopbaankaart::flow

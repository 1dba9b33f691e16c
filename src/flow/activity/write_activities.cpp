#include <fmt/format.h>

#include <ostream>

#include "../data/csv.hpp"
#include "write_activities.hpp"

namespace loopbaankaart::flow {

namespace {

std::string figure(std::optional<double> value) { return value ? fmt::format(",{:.2f}", *value) : ","; }
std::string figures(const std::optional<Estimate>& estimate) {
    return estimate ? fmt::format(",{:.2f},{:.2f},{:.2f}", estimate->value, estimate->low, estimate->high) : ",,,";
}
std::string shares(const Estimate& share) { return fmt::format(",{:.4f},{:.4f},{:.4f}", share.value, share.low, share.high); }

std::string name(const std::vector<std::string>& names, std::optional<std::uint32_t> at) { return at ? csv_cell(names[*at]) : std::string{}; }
std::string whose(const Attempts& attempts, const Activity& line) {
    const std::string_view by = line.programme && line.prior ? "programme_and_prior" : line.programme ? "programme" : line.prior ? "prior" : "all";
    return fmt::format("{},{},{},{}", csv_cell(attempts.activities[line.activity]), by, name(attempts.programmes, line.programme), name(attempts.priors, line.prior));
}

}  // namespace

std::string_view code(LessSaid reason) {
    constexpr std::string_view codes[] = {"", "few_students", "few_completed", "going_on"};
    return codes[static_cast<std::size_t>(reason)];
}

void write_activities(std::ostream& out, const Attempts& attempts, std::span<const Activity> lines) {
    out << "activity,by,programme,prior,students,completed,completed_low,completed_high,dropped,dropped_low,dropped_high,going_on,until_hours";
    for (std::string_view q : {"10", "50", "90"}) out << fmt::format(",hours_{0},hours_{0}_low,hours_{0}_high", q);
    for (std::string_view q : {"10", "50", "90"}) out << ",done_hours_" << q;
    out << ",hours_per_completion,hours_low,hours_high,cost_per_completion,cost_low,cost_high,refused\n";
    for (const Activity& line : lines) {
        std::string row = whose(attempts, line);
        if (line.curves.times.empty()) {
            row += line.refused == LessSaid::few_students ? std::string(",") : fmt::format(",{}", line.students);
            row += std::string(26, ',');
        } else {
            row += fmt::format(",{}{}{},{:.4f},{:.2f}", line.students, shares(line.completed), shares(line.dropped), line.going_on, line.horizon);
            for (const HoursAt& hours : line.hours_at) row += figure(hours.at) + figure(hours.low) + figure(hours.high);
            for (const auto& hours : line.hours_done) row += figure(hours);
            row += figures(line.hours) + figures(line.cost);
        }
        out << row << ',' << code(line.refused) << '\n';
    }
}

void write_activity_curves(std::ostream& out, const Attempts& attempts, std::span<const Activity> lines) {
    out << "activity,by,programme,prior,hours,completed,se_completed,dropped,se_dropped,at_risk\n";
    for (const Activity& line : lines) {
        const std::string first = whose(attempts, line);
        const Curves& curves = line.curves;
        for (std::size_t at = 0; at < curves.times.size(); ++at)
            out << fmt::format("{},{:.2f},{:.6f},{:.6f},{:.6f},{:.6f},{}\n", first, curves.times[at] / 60.0, curves.share(at, has_completed), curves.error(at, has_completed),
                               curves.share(at, has_dropped), curves.error(at, has_dropped), curves.at_risk[at * curves.states + pursuing]);
    }
}

}  // namespace loopbaankaart::flow

// For the tests: somebody who has every table and solves for what is hidden. How many took a common route is an equation over how many students of a programme and
// year had each path that can be (of moves that anybody in the school made); a linear program tells the least and the most that a hidden figure can be. That is
// more than the pages tell: their figures are sums of those.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "counting.hpp"

namespace loopbaankaart::flow::trial {

// Finds the most of a sum under equations with variables that are not negative: the simplex method on a whole tableau, by Bland's rule.
class Solver {
public:
    Solver(std::vector<std::vector<double>> equations, std::size_t variables) : variables_{variables} {
        for (auto& equation : equations) {  // the last number: what it is equal to; each gets a variable of its own, which must become nothing
            for (auto& row : equations) row.insert(row.end() - 1, &row == &equation ? 1 : 0);
        }
        table_ = std::move(equations);
        for (std::size_t row = 0; row < table_.size(); ++row) basis_.push_back(variables_ + row);
        std::vector<double> away(width(), 0);
        for (std::size_t row = 0; row < table_.size(); ++row) away[variables_ + row] = -1;
        possible_ = std::abs(most(away, width())) < 1e-6;
        for (std::size_t row = 0; row < table_.size();) {  // what still stands on its own variable is an equation too many
            if (basis_[row] < variables_) { ++row; continue; }
            std::size_t column = 0;
            while (column < variables_ && std::abs(table_[row][column]) < tiny) ++column;
            if (column < variables_) pivot(row, column), ++row;
            else table_.erase(table_.begin() + static_cast<std::ptrdiff_t>(row)), basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(row));
        }
    }
    bool possible() const { return possible_; }
    double most(const std::vector<double>& of) { return most(of, variables_); }

private:
    static constexpr double tiny = 1e-9;
    std::size_t width() const { return table_.empty() ? variables_ : table_.front().size() - 1; }
    void pivot(std::size_t row, std::size_t column) {
        const double by = table_[row][column];
        for (double& number : table_[row]) number /= by;
        for (std::size_t other = 0; other < table_.size(); ++other) {
            const double times = table_[other][column];
            if (other == row || times == 0) continue;
            for (std::size_t at = 0; at < table_[row].size(); ++at) table_[other][at] -= times * table_[row][at];
        }
        basis_[row] = column;
    }
    double most(const std::vector<double>& of, std::size_t columns) {
        const auto value = [&](std::size_t column) { return column < of.size() ? of[column] : 0; };
        for (;;) {
            std::size_t enters = columns;
            for (std::size_t column = 0; column < columns && enters == columns; ++column) {
                double gain = value(column);
                for (std::size_t row = 0; row < table_.size(); ++row) gain -= value(basis_[row]) * table_[row][column];
                if (gain > 1e-7) enters = column;
            }
            if (enters == columns) break;
            std::size_t leaves = table_.size();
            double least = INFINITY;
            for (std::size_t row = 0; row < table_.size(); ++row) {
                if (table_[row][enters] <= tiny) continue;
                const double ratio = table_[row].back() / table_[row][enters];
                if (ratio < least - tiny || (ratio < least + tiny && basis_[row] < basis_[leaves])) least = std::min(least, ratio), leaves = row;
            }
            if (leaves == table_.size()) return INFINITY;
            pivot(leaves, enters);
        }
        double sum = 0;
        for (std::size_t row = 0; row < table_.size(); ++row) sum += value(basis_[row]) * table_[row].back();
        return sum;
    }

    std::size_t variables_;
    std::vector<std::vector<double>> table_;
    std::vector<std::size_t> basis_;
    bool possible_ = false;
};

struct Exposed {
    std::size_t hidden = 0, exposed = 0;  // figures of one to nine students, and those of them that can have too few different values
};

// Besides the tables: nothing, or how many began in each programme and year, as is printed elsewhere.
enum class Knows { tables, intake };

class Attack {
public:
    Attack(const Paths& truth, const Shown& shown, Knows knows = Knows::tables) : truth_{truth}, stands_{truth.programmes} {
        const std::vector<std::string> apart = rows_of(truth, 3 * shown.least).programmes;
        for (Programme& programme : stands_)
            if (std::find(apart.begin(), apart.end(), programme.name) == apart.end()) programme = {std::string{others}, std::string{others}, std::string{others}};
        std::size_t longest = 0;
        for (const Path& path : truth.paths) {
            lengths_.insert({path.began, path.states.size()});
            longest = std::max(longest, path.states.size());
            starts_.insert(path.states.front());
            for (std::size_t step = 0; step + 1 < path.states.size(); ++step) moves_.insert({step, path.states[step], path.states[step + 1]});
            atoms_.insert({path.programme, path.began});
        }
        for (const auto& [programme, began] : atoms_)
            for (const State start : starts_) grow(programme, began, {start});
        std::vector<std::vector<double>> equations;
        const auto in_told = [&](const Table& table) { return [&](std::uint32_t programme, std::int32_t began) { return is_in(table, stands_[programme], began); }; };
        for (const Table& table : shown.tables)
            for (const std::vector<State>& route : table.routes) {
                equations.push_back(sum_of(in_told(table), [&](const std::vector<State>& states) { return begins_with(states, route); }));
                double students = 0;
                for (const Path& path : truth.paths)
                    if (in_told(table)(path.programme, path.began) && begins_with(path.states, route)) students += path.students;
                equations.back().push_back(students);
            }
        if (knows == Knows::intake)
            for (const auto& [programme, began] : atoms_) {
                equations.emplace_back(variables_.size());
                double students = 0;
                for (std::size_t at = 0; at < variables_.size(); ++at) equations.back()[at] = variables_[at].programme == programme && variables_[at].began == began ? 1 : 0;
                for (const Path& path : truth.paths)
                    if (path.programme == programme && path.began == began) students += path.students;
                equations.back().push_back(students);
            }
        solver_.emplace(std::move(equations), variables_.size());
    }
    bool possible() const { return solver_->possible(); }

    // Of all figures that tables can have, and all routes that anybody in them took. In tables of a kind that is not shown more than one value is enough.
    Exposed ask(const Shown& all, const Shown& shown, std::uint32_t least) {
        Exposed found;
        for (const Table& table : all.tables) {
            most_exposed_ = std::any_of(shown.tables.begin(), shown.tables.end(), [&](const Table& one) { return one.family == table.family; }) ? fewest_shown : 1;
            const auto in_table = [&](std::uint32_t programme, std::int32_t began) { return is_in(table, truth_.programmes[programme], began); };
            for (const Figure& figure : table.figures) look(found, figure.students, sum_of(in_table, [&](const std::vector<State>& states) {
                return states.size() > figure.step + 1U && states[figure.step] == figure.from && (figure.to == everyone || states[figure.step + 1U] == figure.to);
            }), least);
            std::map<std::vector<State>, std::uint32_t> routes;
            for (const Path& path : truth_.paths)
                if (in_table(path.programme, path.began))
                    for (std::size_t years = 1; years <= path.states.size(); ++years) routes[{path.states.begin(), path.states.begin() + static_cast<std::ptrdiff_t>(years)}] += path.students;
            for (const auto& [route, students] : routes) look(found, students, sum_of(in_table, [&, &taken = route](const std::vector<State>& states) { return begins_with(states, taken); }), least);
        }
        return found;
    }

private:
    struct Variable {
        std::uint32_t programme;
        std::int32_t began;
        std::vector<State> states;
    };
    void grow(std::uint32_t programme, std::int32_t began, const std::vector<State>& states) {
        if (states.size() > 1 && lengths_.contains({began, states.size()})) variables_.push_back({programme, began, states});
        for (const auto& [step, from, to] : moves_) {
            if (step + 1 != states.size() || from != states.back()) continue;
            std::vector<State> longer = states;
            longer.push_back(to);
            const bool can_be = std::any_of(lengths_.begin(), lengths_.end(), [&](const auto& length) { return length.first == began && length.second >= longer.size(); });
            if (can_be) grow(programme, began, longer);
        }
    }
    static bool begins_with(const std::vector<State>& states, const std::vector<State>& route) {
        return states.size() >= route.size() && std::equal(route.begin(), route.end(), states.begin());
    }
    static bool is_in(const Table& table, const Programme& programme, std::int32_t began) {
        const auto same = [](const std::string& asked, const std::string& told) { return asked.empty() || asked == told; };
        return same(table.programme, programme.name) && same(table.sector, programme.sector) && same(table.level, programme.level) && (table.began == 0 || table.began == began);
    }
    std::vector<double> sum_of(const auto& in_table, const auto& counts) const {
        std::vector<double> sum(variables_.size());
        for (std::size_t at = 0; at < variables_.size(); ++at) sum[at] = in_table(variables_[at].programme, variables_[at].began) && counts(variables_[at].states) ? 1 : 0;
        return sum;
    }
    void look(Exposed& found, std::uint32_t students, std::vector<double> sum, std::uint32_t least) {
        if (students == 0 || students >= least) return;
        const double high = solver_->most(sum);
        for (double& number : sum) number = -number;
        const double low = -solver_->most(sum);
        ++found.hidden;
        if (std::floor(high + 1e-6) - std::ceil(low - 1e-6) + 1 <= most_exposed_) ++found.exposed;
    }

    const Paths& truth_;
    std::vector<Programme> stands_;  // where each programme is told: of few students with others
    double most_exposed_ = 1;  // so many different values or fewer
    std::set<std::pair<std::int32_t, std::size_t>> lengths_;
    std::set<State> starts_;
    std::set<std::tuple<std::size_t, State, State>> moves_;
    std::set<std::pair<std::uint32_t, std::int32_t>> atoms_;
    std::vector<Variable> variables_;
    std::optional<Solver> solver_;
};

}  // namespace loopbaankaart::flow::trial

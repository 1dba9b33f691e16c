// For the tests: what sums of numbers that are not negative can be, when of other sums is known between which limits they lie. The simplex method for variables with an upper
// limit (Dantzig 1955, Econometrica 23, 174–183) on a whole tableau; the largest gain enters, and Bland's rule where nothing moves for long.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC push_options
#pragma GCC optimize("O2")  // tests are built without, and this is all they do
#endif

namespace loopbaankaart::flow::trial {

class Ranges {
public:
    explicit Ranges(std::size_t variables) : variables_{variables} {}

    // Between these the sum lies; the sum has as many coefficients as there are variables.
    void add(std::vector<double> sum, double low, double high) { sums_.push_back({std::move(sum), low, high}); }

    // Whether anything can be at all. After this nothing is added.
    bool possible() {
        columns_ = variables_;
        for (const Sum& one : sums_) columns_ += one.high > one.low ? 1 : 0;
        width_ = columns_ + 1, rows_ = sums_.size();
        table_.assign(rows_ * width_, 0), above_.assign(columns_ + rows_, INFINITY), flipped_.assign(columns_, 0), basis_.resize(rows_);
        std::size_t slack = variables_;
        for (std::size_t row = 0; row < rows_; ++row) {
            const Sum& one = sums_[row];
            double* here = &table_[row * width_];
            std::copy(one.by.begin(), one.by.end(), here);
            if (one.high > one.low) here[slack] = -1, above_[slack++] = one.high - one.low;
            here[columns_] = one.low;
            if (one.low < 0)
                for (std::size_t at = 0; at < width_; ++at) here[at] = -here[at];
            basis_[row] = columns_ + row;  // a variable of its own, that must become nothing
        }
        std::vector<double> gain(width_);
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t at = 0; at < width_; ++at) gain[at] += table_[row * width_ + at];
        climb(gain);
        double left = 0;
        for (std::size_t row = 0; row < rows_; ++row)
            if (basis_[row] >= columns_) left += table_[row * width_ + columns_], above_[basis_[row]] = 0;
        return left < 1e-5;
    }

    // The numbers for which this sum is largest.
    std::vector<double> most(std::span<const double> of) {
        std::vector<double> gain(width_);
        for (std::size_t at = 0; at < of.size(); ++at) gain[at] = flipped_[at] != 0 ? -of[at] : of[at];
        for (std::size_t row = 0; row < rows_; ++row) {
            if (basis_[row] >= of.size()) continue;
            const double by = flipped_[basis_[row]] != 0 ? -of[basis_[row]] : of[basis_[row]];
            if (by == 0) continue;
            for (std::size_t at = 0; at < width_; ++at) gain[at] -= by * table_[row * width_ + at];
        }
        climb(gain);
        std::vector<double> found(variables_);
        for (std::size_t at = 0; at < variables_; ++at) found[at] = flipped_[at] != 0 ? above_[at] : 0;
        for (std::size_t row = 0; row < rows_; ++row)
            if (basis_[row] < variables_) found[basis_[row]] = flipped_[basis_[row]] != 0 ? above_[basis_[row]] - table_[row * width_ + columns_] : table_[row * width_ + columns_];
        return found;
    }

private:
    static constexpr double tiny = 1e-9;
    struct Sum {
        std::vector<double> by;
        double low, high;
    };

    // From here on the column counts how far it is below its limit.
    void flip(std::size_t column, std::vector<double>& gain) {
        for (std::size_t row = 0; row < rows_; ++row) {
            double* here = &table_[row * width_];
            here[columns_] -= here[column] * above_[column], here[column] = -here[column];
        }
        gain[columns_] -= gain[column] * above_[column], gain[column] = -gain[column];
        flipped_[column] ^= 1;
    }
    void pivot(std::size_t row, std::size_t column, std::vector<double>& gain) {
        double* by = &table_[row * width_];
        const double one = 1 / by[column];
        used_.clear();
        for (std::size_t at = 0; at < width_; ++at)
            if (by[at] != 0) by[at] *= one, used_.push_back(at);
        const auto take = [&](double* from) {
            const double times = from[column];
            if (times == 0) return;
            for (const std::size_t at : used_) from[at] -= times * by[at];
            from[column] = 0;
        };
        for (std::size_t other = 0; other < rows_; ++other)
            if (other != row) take(&table_[other * width_]);
        take(gain.data());
        basis_[row] = column;
    }
    void climb(std::vector<double>& gain) {
        std::size_t still = 0;
        std::vector<char> in_basis(columns_);
        for (const std::size_t one : basis_)
            if (one < columns_) in_basis[one] = 1;
        for (;;) {
            std::size_t enters = columns_;
            double best = 1e-7;
            for (std::size_t column = 0; column < columns_; ++column) {
                if (in_basis[column] != 0 || gain[column] <= best || above_[column] < tiny) continue;
                enters = column;
                if (still > 60) break;
                best = gain[column];
            }
            if (enters == columns_) return;
            double least = above_[enters];
            std::size_t leaves = rows_;
            bool at_limit = false;
            for (std::size_t row = 0; row < rows_; ++row) {
                const double* here = &table_[row * width_];
                const double by = here[enters];
                double far = INFINITY;
                if (by > tiny) far = std::max(0.0, here[columns_]) / by;
                else if (by < -tiny && std::isfinite(above_[basis_[row]])) far = std::max(0.0, above_[basis_[row]] - here[columns_]) / -by;
                if (far < least - tiny || (far < least + tiny && leaves < rows_ && basis_[row] < basis_[leaves])) least = far, leaves = row, at_limit = by < 0;
            }
            if (!std::isfinite(least)) return;  // without end: nothing of this is
            still = least > tiny ? 0 : still + 1;
            if (leaves == rows_) {
                flip(enters, gain);
                continue;
            }
            const std::size_t out = basis_[leaves];
            if (at_limit) {
                double* here = &table_[leaves * width_];
                for (std::size_t at = 0; at < columns_; ++at) here[at] = -here[at];
                here[columns_] = above_[out] - here[columns_];
                if (out < columns_) flipped_[out] ^= 1, here[out] = 1;
            }
            pivot(leaves, enters, gain);
            if (out < columns_) in_basis[out] = 0;
            in_basis[enters] = 1;
        }
    }

    std::size_t variables_, columns_ = 0, width_ = 0, rows_ = 0;
    std::vector<Sum> sums_;
    std::vector<double> table_, above_;
    std::vector<char> flipped_;
    std::vector<std::size_t> basis_, used_;
};

}  // namespace loopbaankaart::flow::trial

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC pop_options
#endif

#include "cholesky.hpp"

#include <algorithm>
#include <cmath>

namespace loopbaankaart::flow {

std::optional<Cholesky> Cholesky::of(std::size_t size, std::vector<double> matrix) {
    double scale = 0;
    for (std::size_t row = 0; row < size; ++row) scale = std::max(scale, std::abs(matrix[row * size + row]));
    for (std::size_t row = 0; row < size; ++row) {
        double* const from = &matrix[row * size];
        if (!(from[row] > 1e-13 * scale)) return std::nullopt;
        const double root = std::sqrt(from[row]);
        for (std::size_t column = row; column < size; ++column) from[column] /= root;
        for (std::size_t other = row + 1; other < size; ++other) {
            const double by = from[other];
            if (by == 0) continue;
            double* const to = &matrix[other * size];
            for (std::size_t column = other; column < size; ++column) to[column] -= by * from[column];
        }
    }
    Cholesky made;
    made.size_ = size, made.upper_ = std::move(matrix);
    return made;
}

std::vector<double> Cholesky::backward(std::vector<double> right) const {
    for (std::size_t row = size_; row-- > 0;) {
        for (std::size_t column = row + 1; column < size_; ++column) right[row] -= upper_[row * size_ + column] * right[column];
        right[row] /= upper_[row * size_ + row];
    }
    return right;
}

std::vector<double> Cholesky::solve(std::vector<double> right) const {
    for (std::size_t row = 0; row < size_; ++row) {
        right[row] /= upper_[row * size_ + row];
        for (std::size_t column = row + 1; column < size_; ++column) right[column] -= upper_[row * size_ + column] * right[row];
    }
    return backward(std::move(right));
}

std::vector<double> Cholesky::inverse_diagonal() const {
    std::vector<double> diagonal(size_), column(size_);
    for (std::size_t at = 0; at < size_; ++at) {  // A⁻¹ = L⁻ᵀL⁻¹: the squares of a column of L⁻¹
        std::fill(column.begin(), column.end(), 0.0);
        column[at] = 1;
        for (std::size_t row = at; row < size_; ++row) {
            column[row] /= upper_[row * size_ + row];
            diagonal[at] += column[row] * column[row];
            for (std::size_t next = row + 1; next < size_; ++next) column[next] -= upper_[row * size_ + next] * column[row];
        }
    }
    return diagonal;
}

}  // namespace loopbaankaart::flow

// Inside split.cpp: small dense linear algebra, in one order of summing.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "../draws/elementary.hpp"

namespace loopbaankaart::flow::splits {

using Row = std::vector<double>;

// A symmetric matrix that should be positive definite, as its lower triangle L with LLᵀ; the diagonal is raised when it is not.
struct Triangle {
    std::size_t size;
    Row lower;
    double log_determinant = 0;

    Triangle(std::size_t size_, const Row& matrix) : size{size_}, lower(matrix.size()) {
        double scale = 0, raise = 0;
        for (std::size_t i = 0; i < size; ++i) scale = std::max(scale, std::abs(matrix[i * size + i]));
        while (!factor(matrix, raise, 1e-9 * scale)) raise = raise == 0 ? 1e-3 * scale + 1e-9 : raise * 3;
    }
    bool factor(const Row& matrix, double raise, double least) {
        log_determinant = 0;
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = matrix[i * size + j] + (i == j ? raise : 0);
                for (std::size_t k = 0; k < j; ++k) sum -= lower[i * size + k] * lower[j * size + k];
                if (i != j) lower[i * size + j] = sum / lower[j * size + j];
                else if (!(sum > least)) return false;
                else lower[i * size + i] = std::sqrt(sum), log_determinant += exactly::log(sum);
            }
        return true;
    }
    Row backward(Row x) const {  // L⁻ᵀx
        for (std::size_t i = size; i-- > 0;) {
            for (std::size_t k = i + 1; k < size; ++k) x[i] -= lower[k * size + i] * x[k];
            x[i] /= lower[i * size + i];
        }
        return x;
    }
    Row solve(Row x) const {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t k = 0; k < i; ++k) x[i] -= lower[i * size + k] * x[k];
            x[i] /= lower[i * size + i];
        }
        return backward(std::move(x));
    }
};

inline double dot(const Row& a, const Row& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

}  // namespace loopbaankaart::flow::splits

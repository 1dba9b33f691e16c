// A symmetric positive definite matrix as LLᵀ (Golub and Van Loan, Matrix Computations, 4th ed., 4.2): solving, drawing and the inverse's diagonal.
// Every element is summed in one order: the same bytes on every machine.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace loopbaankaart::flow {

class Cholesky {
public:
    // Of a matrix of size × size of which the upper triangle is read, row by row; nothing when it is not positive definite.
    static std::optional<Cholesky> of(std::size_t size, std::vector<double> matrix);

    std::size_t size() const { return size_; }
    std::vector<double> solve(std::vector<double> right) const;      // A⁻¹ right
    std::vector<double> backward(std::vector<double> right) const;   // L⁻ᵀ right: with independent normals, a draw with variance A⁻¹
    std::vector<double> inverse_diagonal() const;

private:
    friend struct ModelText;
    std::size_t size_ = 0;
    std::vector<double> upper_;  // Lᵀ
};

}  // namespace loopbaankaart::flow

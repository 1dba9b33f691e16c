// Chances set right on people the model did not learn from: of those to whom it gave 30%, 30 in 100 should have had it.
//
// For each outcome apart, against all others, and then so that they sum to 1 (Zadrozny and Elkan 2002, KDD, 694–699). From 1,000 people isotonic: the
// steps that never go down and lie closest (pool adjacent violators: Ayer et al. 1955, Ann. Math. Statist. 26, 641–647), kept within 1/(n+2) of 0 and 1, as
// nothing is sure. With fewer, a straight line on the log-odds (Cox 1958, Biometrika 45, 562–565), its level ~ N(0, 1) and slope ~ N(1, ½²), so that
// a handful of people change little.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace loopbaankaart::flow {

inline constexpr std::size_t least_isotonic = 1000;

// The values closest to y (weighted squares) that never go down, in the order given. Weights > 0.
std::vector<double> isotonic(std::span<const double> y, std::span<const double> weight);

// logit of the chance that it happens = level + slope · logit(chance given).
struct LogitLine {
    double level = 0, slope = 1;
    double level_error = 0, slope_error = 0;  // standard errors
};
enum class Prior : std::uint8_t { none, near_identity };
// Chances strictly between 0 and 1; happened: 1 or 0. Without a prior both must have happened, and chances must differ; otherwise slope 1 and infinite errors.
LogitLine logit_line(std::span<const double> chances, std::span<const std::uint8_t> happened, Prior prior);

class Recalibration {
public:
    enum class By : std::uint8_t { nothing, logit, isotonic };

    Recalibration() = default;  // changes nothing
    // chances: [person][outcome], rows that sum to 1; happened: which outcome, one a person.
    static Recalibration of(std::span<const double> chances, std::span<const std::uint8_t> happened, std::size_t outcomes);

    By by() const { return by_; }
    std::size_t people() const { return people_; }
    void apply(std::span<double> chances) const;  // of one person, in place

private:
    friend struct ModelText;
    struct Steps {
        std::vector<double> from, value;  // the value holds from that chance on
    };
    double one(std::size_t outcome, double chance) const;

    By by_ = By::nothing;
    std::size_t people_ = 0;
    std::vector<LogitLine> lines_;
    std::vector<Steps> steps_;
};

}  // namespace loopbaankaart::flow

// Which outcomes cannot be ruled out for somebody: of those who come to have an outcome, at least 80 in 100 have it in their set.
//
// Split conformal, for each outcome apart (Mondrian: Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World, 4.5; Sadinle, Lei and Wasserman
// 2019, JASA 114, 223–234): how strange an outcome would be is 1 − its chance; it is in the set when no stranger than the ⌈(n+1)(1−α)⌉-th
// of the n people of a later cohort who had it. Taken together (marginal) the promise would hold on average only, and fail those with the rare outcome.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace loopbaankaart::flow {

enum class InSet : std::uint8_t { no, yes, not_judged };  // not judged: fewer than 100 people had it
inline constexpr std::size_t least_of_outcome = 100;

enum class SetsFor : std::uint8_t { each_outcome, all };  // all: marginal, to show in tests what that hides

class ConformalSets {
public:
    ConformalSets() = default;
    // chances: [person][outcome], of people the model did not learn from; happened: which outcome. miss: α, 0.2 for sets of 80%.
    static ConformalSets of(std::span<const double> chances, std::span<const std::uint8_t> happened, std::size_t outcomes, double miss = 0.2, SetsFor together = SetsFor::each_outcome);

    std::vector<InSet> set(std::span<const double> chances) const;  // an element an outcome
    double miss() const { return miss_; }
    const std::vector<std::size_t>& people() const { return people_; }  // who had each outcome

private:
    friend struct ModelText;
    double miss_ = 0.2;
    std::vector<std::size_t> people_;
    std::vector<double> strangest_;  // still in the set; below 0: not judged
};

}  // namespace loopbaankaart::flow

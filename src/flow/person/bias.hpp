// Whether a model errs more for some groups than for others. It never says "fair": it says where a difference was seen, and where nothing can be said.
//
// Per group: O/E, how many met the event for each one expected (interval by the variance Σp(1−p): Spiegelhalter 1986, Statistics in Medicine 5, 421–433); the
// slope of what happened on the log-odds given (Cox 1958, Biometrika 45, 562–565; 1: as told, below: too sure); when help reaches the share `capacity` with the
// highest chances, how many who met the event it misses and how many others it reaches (Wilson's intervals); and how many outcomes sets hold. O/E is held
// against 1, the others against everybody else; over all of it by Benjamini and Hochberg (1995, JRSS B 57, 289–300).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "../cohort/gate.hpp"
#include "../data/data_set.hpp"
#include "conformal.hpp"

namespace loopbaankaart::flow {

enum class Measure : std::uint8_t { observed_to_expected, slope, missed, reached_needlessly, set_size };
inline constexpr std::size_t measures = 5;
enum class BiasVerdict : std::uint8_t { not_determinable, no_difference_seen, differs };

// A group can be judged with at least these, and everybody else too.
inline constexpr std::size_t least_group = 100, least_with_event = 20;

struct BiasLine {
    std::string feature, group;
    Role role = Role::audit;
    std::size_t people = 0, events = 0;        // 0 when it cannot be judged: small groups are not told
    std::array<Estimate, measures> values;     // with 95% intervals
    std::array<double, measures> p{};          // adjusted over the whole report
    std::array<BiasVerdict, measures> verdicts{};
};

// What a model said of a whole cohort it did not learn from, and what happened.
struct Told {
    std::size_t outcomes = 2;
    std::vector<std::size_t> rows;         // in Persons
    std::vector<double> chances;           // [person][outcome]
    std::vector<std::uint8_t> happened;    // which outcome
    std::vector<InSet> sets;               // [person][outcome]
};

struct BiasOptions {
    std::uint8_t event = 1;   // the outcome that help is about
    double capacity = 0.2;    // the share that help can reach
    double level = 0.05;      // of false discoveries
};

// A line for each group of each feature that is for the audit; numbers are split at their median.
std::vector<BiasLine> bias_report(const Persons& persons, const Told& told, const BiasOptions& options);

// p-values so that those at or below a level hold that share of false ones at most.
std::vector<double> benjamini_hochberg(const std::vector<double>& p);

}  // namespace loopbaankaart::flow

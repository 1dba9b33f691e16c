// What was noticed in a file, row by row, and what is done about it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::flow {

enum class Finding : std::uint8_t {
    wrong_order,    // the end lies before the begin
    no_number,      // NaN, or not written as the mapping says
    unknown_code,   // a state that the mapping does not name
    undated,        // no begin or no end
    never_started,  // ended at or before the moment the clock starts
    duplicate,      // the same stay of the same person again
    no_length,      // ended at the moment it began, on this clock
    overlap,        // begins before the stay before it of this person has ended
    gap,            // begins later than that
    broken_chain,   // begins in another state than the one the stay before it went to
    impossible_age,
    after_completion,  // an attempt at what was completed before
    other_sector,   // in another sector than an earlier row of its programme
};
inline constexpr std::size_t finding_kinds = 13;

enum class Does : std::uint8_t {
    refuse,     // nothing is read
    leave_out,  // the row is not used
    change,     // overlap: begins where the one before ends; no_length: its move counts with the stay before
    keep,       // used as it stands; impossible_age: without the age; other_sector: in the sector of the earlier row
};

std::string_view code(Finding finding);                   // "wrong_order", as in a mapping
std::optional<Finding> parse_finding(std::string_view code);
std::optional<Does> parse_does(std::string_view code);
const base::Word& word_of(Finding finding);               // a sentence about a row
const base::Word& word_of(Does does);

using Rules = std::array<Does, finding_kinds>;
Rules usual_rules();
// Whether something else may be done about it: who ends before they began cannot be kept.
bool may(Finding finding, Does does);

struct Found {
    std::uint64_t row;  // as a spreadsheet counts them
    std::string about;  // what stands there
};

class Findings {
public:
    explicit Findings(Rules rules = usual_rules()) : rules_{rules} {}

    Does add(Finding finding, std::uint64_t row, std::string_view about = {});
    Does does(Finding finding) const { return rules_[static_cast<std::size_t>(finding)]; }
    std::uint64_t count(Finding finding) const { return counts_[static_cast<std::size_t>(finding)]; }
    const std::vector<Found>& rows(Finding finding) const { return rows_[static_cast<std::size_t>(finding)]; }  // the first of them, at most `kept`
    static constexpr std::size_t kept = 1000;
    // The first row that refuses the file.
    std::optional<base::Error> refusal() const;

private:
    Rules rules_;
    std::array<std::uint64_t, finding_kinds> counts_{};
    std::array<std::vector<Found>, finding_kinds> rows_;
};

}  // namespace loopbaankaart::flow

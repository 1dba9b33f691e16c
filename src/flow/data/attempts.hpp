// Attempts at activities: data of a fourth kind. What each time that somebody took on an activity took in contact hours, what it cost, how it ended.
#pragma once

#include "spells.hpp"

namespace loopbaankaart::flow {

// Arrays of one length, an element an attempt, in the order of the file.
struct Attempts {
    static constexpr State completed = 0, dropped = 1;  // as outcome; or still_there: going on when last seen

    std::vector<std::uint32_t> person;       // 0, 1, …: in order of first appearance
    std::vector<std::uint32_t> programme;    // in `programmes`; empty: the file does not tell
    std::vector<std::uint32_t> prior;        // prior education, in `priors`; empty: the file does not tell
    std::vector<std::uint32_t> activity;     // in `activities`
    std::vector<std::int32_t> number;        // which attempt of this person at this activity: tells the order
    std::vector<double> hours;               // contact hours, until it ended or was last seen; 0 … most_hours
    std::vector<State> outcome;
    std::vector<double> hour_price, price;   // of an hour, and of the attempt itself; both empty: no prices

    std::vector<std::string> programmes, priors, activities;  // names; one activity without a name when there is no column
    // The activity that ends it all (the diploma): its hours are those of all activities of a person in a programme; none: no such activity.
    std::uint32_t whole = none;

    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr double most_hours = 1e6;
    std::size_t size() const { return person.size(); }
};

}  // namespace loopbaankaart::flow

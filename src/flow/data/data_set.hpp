// A file read by a mapping: stays, people with an outcome, counts, or attempts at activities; with what was noticed on the way.
//
//     auto reading = flow::read_data("registrations.csv", *mapping, {.clock = flow::Clock::half});
//     if (!reading) return console.refuse(reading.error());
//     if (auto refusal = reading->findings.refusal()) return console.refuse(*refusal);
//     auto curves = flow::curves(reading->spells);
#pragma once

#include "attempts.hpp"
#include "csv.hpp"
#include "findings.hpp"
#include "mapping.hpp"
#include "spells.hpp"

namespace loopbaankaart::flow {

// A property of people, an element a person.
struct Feature {
    std::string name, why;
    std::vector<double> numbers;         // of a number; NaN where it is not known
    std::vector<std::uint32_t> codes;    // of a category: in `categories`
    std::vector<std::string> categories;
    Role role = Role::input;
    bool changeable = false;
};

struct Persons {
    std::vector<State> outcome;
    std::vector<std::string> outcomes;   // names
    std::vector<std::uint32_t> cohort;   // in `cohorts`; empty: no cohorts
    std::vector<std::string> cohorts;
    std::vector<std::int16_t> age;       // -1: not known or not possible; empty: not told
    std::vector<Feature> features;

    std::size_t size() const { return outcome.size(); }
};

struct Counts {
    struct Side {
        std::string name;
        std::vector<std::uint32_t> codes;
        std::vector<std::string> names;
    };
    std::vector<Side> by;            // an element of `codes` a count
    std::vector<std::int32_t> year;  // empty: no years
    std::vector<double> value;       // as printed; what it is a number of stands in a side

    std::size_t size() const { return value.size(); }
};

struct Reading {
    Kind kind = Kind::spells;
    bool is_public = false;
    Spells spells;
    Persons persons;
    Counts counts;
    Attempts attempts;
    Findings findings;
    std::uint64_t rows = 0;  // of data in the file
    std::string digest;      // of the bytes of the file
};

enum class Clock { day, half };  // days as they stand, or half-years of 183 days

struct ReadingOptions {
    Clock clock = Clock::day;
    std::string group;  // a column to group by, instead of the mapping's
    Progress progress;
};

// Never holds the file in memory. What refuses the file by the mapping's rules is in `findings`; then the data are not whole.
// Errors: those of CsvReader, word::column_missing (the column), too_many_states.
base::Result<Reading> read_data(const std::filesystem::path& path, const Mapping& mapping, const ReadingOptions& options = {});

// What was read as a file of our own, with only the columns that were mapped and students by number; our_mapping() reads it again.
void write_data(std::ostream& out, const Reading& reading);
std::string our_mapping(const Reading& reading);

}  // namespace loopbaankaart::flow

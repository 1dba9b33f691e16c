// How the columns of a file become stays, people or counts: a TOML file, described with examples in docs/forecasts.md.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

#include "csv.hpp"
#include "dates.hpp"
#include "findings.hpp"
#include "spells.hpp"

namespace loopbaankaart::flow {

enum class Kind { spells, persons, counts, attempts };

// Another file beside this one, with columns more for rows that have the same key.
struct Beside {
    std::string file;  // next to the data
    std::vector<std::string> on, take;
};

// What a property of people is for. Only `input` is ever given to a model; the others tell apart the groups of the audit, `programme` the programmes.
enum class Role : std::uint8_t { input, programme, audit, gender, origin, nationality, disability, deprivation, parents };
std::optional<Role> parse_role(std::string_view name);
std::string_view role_name(Role role);

// A property of people that may help to forecast, and why it may be used.
struct FeatureColumn {
    std::string column, why;
    bool is_number = false;  // otherwise a category
    Role role = Role::input;
    bool changeable = false;  // somebody can do something about it: then it may be told what the model would say otherwise
};

struct Mapping {
    Kind kind = Kind::spells;
    CsvForm form;
    bool is_public = false;  // published figures: small cells need not be hidden
    std::vector<Beside> beside;
    std::map<std::string, std::vector<std::string>> only;  // rows with one of these values in that column; others are not looked at
    Rules rules = usual_rules();

    // Columns; an empty name is one that there is not.
    std::vector<std::string> person, cluster;  // several columns together are one key; no person: every row is one
    std::string group, sector, cohort, weight, known_at, age;
    std::vector<std::string> rounds;               // cohorts that are no school years, in order

    // Stays. For states in leave_of another column tells when they were reached.
    std::string enter, leave, from, to;
    std::string half_enter, half_leave;            // the same in half-years, when the file has both
    std::optional<State> always_from;              // without a column `from`
    std::map<State, std::string> leave_of;
    std::optional<DatePattern> dates;              // of enter and leave; otherwise whole numbers
    std::optional<DatePattern> known_dates;        // of known_at
    std::optional<std::int32_t> begin;             // the clock starts here: who entered before, enters now
    unsigned school_year_begins = 8;               // month; the cohort, when dates tell it
    std::int32_t youngest = 10, oldest = 90;       // ages that are possible
    std::vector<std::string> states;               // in the order of the curves
    std::map<std::string, State, std::less<>> codes;  // what stands in the file → state or still_there

    // A row is a school year that somebody was enrolled, with their state in `from`: where they went is where they are the next year, `done` when
    // `diploma` has one of these values, `gone` when they are nowhere. No `year`: rows are stays.
    std::string year, diploma;
    std::vector<std::string> with_diploma;
    State gone = 0, done = 0;

    // People with an outcome.
    std::string outcome;
    std::vector<FeatureColumn> features;

    // Attempts at activities: person, group (the programme) and outcome as above; codes say completed, dropped or still_there.
    std::string prior, activity, attempt, hours, hour_price, attempt_price;
    std::optional<double> each_hour, each_attempt;  // prices, when there is no column
    std::string whole;                              // the activity that ends it all: the diploma
    bool decimal_comma = false;                     // numbers are written 12,5
    bool has_prices() const { return each_hour || each_attempt || !hour_price.empty() || !attempt_price.empty(); }

    // Counts: one column with a number, or one a year.
    std::string value;
    std::vector<std::string> years;
    std::vector<std::string> by;
};

// Errors: word::unreadable, mapping_bad (file, line and what).
base::Result<Mapping> read_mapping(const std::filesystem::path& path);
base::Result<Mapping> parse_mapping(std::string_view toml, std::string_view name);
// One of ours, by name ("oulad"); nothing when there is none.
std::optional<std::string_view> ready_mapping(std::string_view name);

}  // namespace loopbaankaart::flow

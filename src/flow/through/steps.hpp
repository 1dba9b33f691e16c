// Inside through: the figures of one table year by year, as pictures, tables and files tell them; and how states are called.
#pragma once

#include <map>
#include <optional>

#include "../cells/cells.hpp"

namespace loopbaankaart::flow {

// What kind of place a state is: in which colour it is drawn and in which order it stands.
enum class Place { goal, study, elsewhere, gone };
Place place_of(std::string_view state);
// "year_2" → "Leerjaar 2"; a state that we have no word for is called as the school calls it.
std::string state_in_words(std::string_view state, base::Language language);
// "2021–2022"
std::string school_year(std::int32_t began);
// Of a sector or programme; of programmes of few students together.
std::string name_in_words(std::string_view name, base::Language language);
// What the table is of: "De hele school", "Techniek, 2021–2022".
std::string group_in_words(const Table& table, base::Language language);
// Only what sets it apart from the table beside it: "2021–2022" of one programme in two years, "Techniek" beside the school.
std::string apart_in_words(const Table& table, const Table& other, base::Language language);

struct Way {
    State from, to;
    std::uint32_t students;
};
// From one school year to the next.
struct Step {
    std::map<State, std::uint32_t> there;  // those who were in a state by a common route, and are known a year later
    std::vector<Way> ways;                 // above 0; by from, and those most gone first
    // Who went where too few went; nothing when not even their sum may be told.
    std::optional<std::uint32_t> untold(State from) const;
};
std::vector<Step> steps_of(const Table& table);

}  // namespace loopbaankaart::flow

// Inside hunches: what several of its pages show.
#pragma once

#include "../judgement/judgements.hpp"
#include "hunch_pages.hpp"

namespace loopbaankaart::flow {

inline constexpr web::Look hunch_look{.sheet = "css/journey/oordeel.css", .script = "js/journey/oordeel.js"};

std::string title_of(const access::Visit& visit, const base::Word& word);
web::Url page_of_judged(const base::Id& group);
web::Url page_of_asked(const base::Id& group);
web::Url page_of_team(const base::Id& team);
std::string name_of_team(storage::Reads& reads, const base::Id& team);

// The address's {group}; nothing when it is no id.
std::optional<base::Id> group_asked(const access::Visit& visit);

// A whole number and nothing else.
std::optional<std::int64_t> whole_number(std::string_view typed);

// A column of numbers of ten and the like: "6,4" in Dutch.
std::string of_ten_in_words(double of_ten, base::Language language);

// "24 studenten · afloop in 2029–2030"
std::string students_and_year(const JudgedGroup& group, base::Language language);

// Ten small figures, as many of them filled.
void ten_figures(web::Html& html, int filled);

// For all that was said, by everybody together.
void thanks(web::Html& html, std::uint64_t said);

// What was said beside what came out: the picture, and a table with the same figures. A class with fewer than `least` judgements is hidden.
struct CalibrationShown {
    const std::vector<CalibrationClass>& classes;
    std::size_t least = 1;
};
void calibration_picture(web::Html& html, const CalibrationShown& shown);
void calibration_table(web::Html& html, const CalibrationShown& shown);
// Beside a figure: how to read it.
void how_to_read_calibration(web::Html& html);

}  // namespace loopbaankaart::flow

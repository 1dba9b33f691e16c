// Inside flow: a share of the printed tables as something to talk about (../story).
#pragma once

#include "../story/subject.hpp"

namespace loopbaankaart::flow {

// How the factsheet is told: a group of bars, and a bar in it.
const base::Word& word_for_group(std::string_view of);
std::string name_of_bar(std::string_view what, base::Language language);
// Growth is none.
bool is_a_share(std::string_view group);
web::Url address_of_bar(std::string_view group, std::string_view what);

// part: work, study, bol, bbl or hbo; sector empty: of the whole level.
struct PrintedAsked {
    std::string_view level, sector, part;
};
web::Url address_of_printed(const PrintedAsked& asked);
std::string printed_in_words(std::string_view part, base::Language language);
std::optional<Subject> find_printed_share(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language);

}  // namespace loopbaankaart::flow

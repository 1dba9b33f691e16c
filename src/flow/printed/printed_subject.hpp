// Inside flow: a share of the printed tables as something to talk about (../story).
#pragma once

#include "../story/subject.hpp"

namespace loopbaankaart::flow {

// part: work, study, bol, bbl or hbo; sector empty: of the whole level.
struct PrintedAsked {
    std::string_view level, sector, part;
};
web::Url address_of_printed(const PrintedAsked& asked);
std::string printed_in_words(std::string_view part, base::Language language);
std::optional<Subject> find_printed_share(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language);

}  // namespace loopbaankaart::flow

#include "hunch_file.hpp"

#include <fmt/format.h>

#include "../judgement/judgements.hpp"
#include "../judgement/tenths.hpp"
#include "../through/flow_file.hpp"
#include "../through/steps.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

std::string own_hunch_file(storage::Reads& reads, const access::Viewer& owner, base::Language language) {
    const char separator = language == base::Language::nl ? ';' : ',';
    std::string file = "\xEF\xBB\xBF";
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t at = 0; at < cells.size(); ++at) file += (at == 0 ? std::string{} : std::string{separator}) + safe_cell(cells[at], separator);
        file += "\r\n";
    };
    std::vector<std::string> heads;
    for (const base::Word* name : {&word::hunch_group, &word::ask_outcome, &word::hunch_year, &word::hunch_said_on, &word::calibration_said, &word::calibration_came_out})
        heads.emplace_back(name->in(language));
    line(heads);
    for (const SaidOnce& one : said_by(reads, owner)) {
        const std::string came_out = one.came_out ? std::to_string(of_ten_kept(one.came_out->students, one.came_out->happened)) : std::string{};
        line({one.name, one.outcome, school_year(one.cohort), base::iso(one.said).substr(0, 10), std::to_string(one.of_ten), came_out});
    }
    return file;
}

bool has_own_hunches(storage::Reads& reads, const access::Viewer& owner) { return !said_by(reads, owner).empty(); }

}  // namespace loopbaankaart::flow

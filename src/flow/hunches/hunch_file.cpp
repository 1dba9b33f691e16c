#include "hunch_file.hpp"

#include "../judgement/judgements.hpp"
#include "../judgement/tenths.hpp"
#include "../through/csv_lines.hpp"
#include "../through/steps.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

std::string own_hunch_file(storage::Reads& reads, const access::Viewer& owner, base::Language language) {
    CsvLines file{language, {&word::hunch_group, &word::ask_outcome, &word::hunch_year, &word::hunch_said_on, &word::calibration_said, &word::calibration_came_out}};
    for (const SaidOnce& one : said_by(reads, owner)) {
        const std::string came_out = one.came_out ? std::to_string(of_ten_kept(one.came_out->students, one.came_out->happened)) : std::string{};
        file.add({one.name, one.outcome, school_year(one.cohort), base::iso(one.said).substr(0, 10), std::to_string(one.of_ten), came_out});
    }
    return file.take();
}

std::vector<TakenAlong> hunches_along(storage::Reads& reads, const access::Viewer& owner, base::Language language) {
    if (said_by(reads, owner).empty()) return {};
    return {{.name = std::string{own_hunch_file_name}, .title = std::string{word::own_hunches_file.in(language)}, .text = own_hunch_file(reads, owner, language)}};
}

}  // namespace loopbaankaart::flow

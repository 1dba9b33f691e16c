#include "csv_lines.hpp"

#include "flow_file.hpp"

namespace loopbaankaart::flow {

CsvLines::CsvLines(base::Language language, std::initializer_list<const base::Word*> heads) : separator_{language == base::Language::nl ? ';' : ','} {
    std::vector<std::string> cells;
    for (const base::Word* head : heads) cells.emplace_back(head->in(language));
    add(cells);
}

void CsvLines::add(const std::vector<std::string>& cells) {
    for (std::size_t at = 0; at < cells.size(); ++at) text_ += (at == 0 ? std::string{} : std::string{separator_}) + safe_cell(cells[at], separator_);
    text_ += "\r\n";
}

}  // namespace loopbaankaart::flow

// A table of figures for a spreadsheet.
#pragma once

#include <string>

#include "../cells/cells.hpp"

namespace loopbaankaart::flow {

// CSV in UTF-8 with a mark in front, so that spreadsheets read it as such; the list sign of the language's spreadsheets. Only what the page shows.
std::string flow_file(const std::vector<std::string>& states, const Table& table, base::Language language);

// A text as a cell that no spreadsheet takes for a formula: what begins as one gets an apostrophe in front (OWASP, CSV injection).
std::string safe_cell(std::string_view text, char separator);

}  // namespace loopbaankaart::flow

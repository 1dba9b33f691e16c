// A table for a spreadsheet, line by line.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::flow {

// CSV in UTF-8 with a mark in front, so that spreadsheets read it as such; the list sign of the language's spreadsheets; no cell begins a formula.
class CsvLines {
public:
    CsvLines(base::Language language, std::initializer_list<const base::Word*> heads);
    void add(const std::vector<std::string>& cells);
    std::string take() { return std::move(text_); }

private:
    char separator_;
    std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace loopbaankaart::flow

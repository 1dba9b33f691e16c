#include "data_set.hpp"

#include <fmt/format.h>

#include <ostream>

#include <flow/words.hpp>

#include "readers.hpp"

namespace loopbaankaart::flow {

Codes::Codes(const Mapping& mapping) {
    for (const auto& [text, state] : mapping.codes) {
        texts_.code(text);
        states_.push_back(state);
    }
}

bool Sectors::add(std::uint32_t group) {
    if (column_ == Columns::none) return true;
    const std::string_view text = columns_.text(column_);
    const std::uint32_t sector = names_.code(text);
    if (group == of_group_.size()) of_group_.push_back(sector);
    return of_group_[group] == sector || findings_.add(Finding::other_sector, columns_.csv().row(), text) == Does::keep;
}

std::optional<std::int16_t> age_in(const Columns& columns, std::size_t column, const Mapping& mapping, Findings& findings) {
    if (column == Columns::none) return std::int16_t{-1};
    const std::string_view text = columns.text(column);
    if (text.empty()) return std::int16_t{-1};
    const auto age = whole(text);
    if (age && *age >= mapping.youngest && *age <= mapping.oldest) return static_cast<std::int16_t>(*age);
    if (findings.add(Finding::impossible_age, columns.csv().row(), text) == Does::keep) return std::int16_t{-1};
    return std::nullopt;
}

base::Result<Reading> read_data(const std::filesystem::path& path, const Mapping& mapping, const ReadingOptions& options) {
    auto columns = Columns::open(path, mapping, options.progress);
    if (!columns) return columns.error();
    Reading reading{.kind = mapping.kind, .is_public = mapping.is_public, .findings = Findings{mapping.rules}};
    const auto mistake = mapping.kind == Kind::counts    ? read_counts(*columns, mapping, reading)
                         : mapping.kind == Kind::persons ? read_persons(*columns, mapping, reading)
                         : mapping.kind == Kind::attempts ? read_attempts(*columns, mapping, reading)
                         : mapping.year.empty()          ? read_spells(*columns, mapping, options, reading)
                                                         : read_years(*columns, mapping, options, reading);
    if (mistake) return *mistake;
    if (columns->csv().mistake()) return *columns->csv().mistake();
    if (columns->rows() == 0) return base::Error{word::empty_file, path.string()};
    reading.rows = columns->rows();
    reading.digest = columns->csv().digest();
    return reading;
}

}  // namespace loopbaankaart::flow

// Inside data only: a reader for each kind of file.
#pragma once

#include "columns.hpp"
#include "data_set.hpp"

namespace loopbaankaart::flow {

// Each answers what stops it, or nothing.
std::optional<base::Error> read_spells(Columns& columns, const Mapping& mapping, const ReadingOptions& options, Reading& reading);
std::optional<base::Error> read_years(Columns& columns, const Mapping& mapping, const ReadingOptions& options, Reading& reading);
std::optional<base::Error> read_persons(Columns& columns, const Mapping& mapping, Reading& reading);
std::optional<base::Error> read_attempts(Columns& columns, const Mapping& mapping, Reading& reading);
std::optional<base::Error> read_counts(Columns& columns, const Mapping& mapping, Reading& reading);

// What a text in the file stands for: a state, still_there, or nothing.
class Codes {
public:
    explicit Codes(const Mapping& mapping);
    std::optional<State> state(std::string_view text) const {
        const std::uint32_t code = texts_.find(text);
        return code == Names::unknown ? std::nullopt : std::optional{states_[code]};
    }

private:
    Names texts_;
    std::vector<State> states_;
};

// The sector of each programme, from a column, when there is one.
class Sectors {
public:
    Sectors(Columns& columns, const Mapping& mapping, Findings& findings) : columns_{columns}, findings_{findings}, column_{columns.at(mapping.sector)} {}
    // Of the row that is read; false: it is not to be used.
    bool add(std::uint32_t group);
    void give(Spells& spells) const {
        if (column_ != Columns::none) spells.sector = of_group_, spells.sectors = names_.all();
    }

private:
    Columns& columns_;
    Findings& findings_;
    std::size_t column_;
    Names names_;
    std::vector<std::uint32_t> of_group_;
};

// Checks the age in a column, when there is one: nothing when the row is not to be used, -1 when it is not known.
std::optional<std::int16_t> age_in(const Columns& columns, std::size_t column, const Mapping& mapping, Findings& findings);

}  // namespace loopbaankaart::flow

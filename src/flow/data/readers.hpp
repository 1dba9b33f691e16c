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

// Checks the age in a column, when there is one: nothing when the row is not to be used, -1 when it is not known.
std::optional<std::int16_t> age_in(const Columns& columns, std::size_t column, const Mapping& mapping, Findings& findings);

}  // namespace loopbaankaart::flow

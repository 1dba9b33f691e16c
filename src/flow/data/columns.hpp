// Inside data only: the rows of a file, with the columns of the files beside it, by the names of the mapping.
#pragma once

#include <optional>
#include <string>

#include "csv.hpp"
#include "mapping.hpp"
#include "names.hpp"

namespace loopbaankaart::flow {

// Columns that together are one key, or none.
using Key = std::vector<std::size_t>;

class Columns {
public:
    static base::Result<Columns> open(const std::filesystem::path& path, const Mapping& mapping, Progress progress);

    // Where a column stands. One that is not there is remembered, see missing(); an empty name is no column.
    std::size_t at(const std::string& name);
    Key key(const std::vector<std::string>& names);
    static constexpr std::size_t none = SIZE_MAX;
    const std::optional<base::Error>& missing() const { return missing_; }

    // Goes to the next row that `only` lets through.
    bool next();
    std::string_view text(std::size_t column) const { return column < here_ ? csv_.fields()[column] : beside_text(column); }
    // Of several columns at once; good until the next call.
    std::string_view text(const Key& key);
    const CsvReader& csv() const { return csv_; }
    std::uint64_t rows() const { return rows_; }

private:
    struct Lookup {
        Key on;
        std::size_t first_column;  // of those taken
        std::size_t taken;
        Names keys, values;
        std::vector<std::uint32_t> cells;  // a row of `taken` a key
        std::uint32_t row = Names::unknown;
    };
    explicit Columns(CsvReader csv) : csv_{std::move(csv)}, here_{csv_.header().size()}, names_{csv_.header()} {}
    std::optional<base::Error> take(const std::filesystem::path& folder, const Beside& beside);
    std::string_view beside_text(std::size_t column) const;
    bool wanted() const;

    CsvReader csv_;
    std::size_t here_;                // columns of the file itself
    std::vector<std::string> names_;  // and those beside
    std::vector<Lookup> lookups_;
    std::vector<std::pair<std::size_t, std::vector<std::string>>> only_;
    std::optional<base::Error> missing_;
    std::string together_;
    std::uint64_t rows_ = 0;
};

}  // namespace loopbaankaart::flow

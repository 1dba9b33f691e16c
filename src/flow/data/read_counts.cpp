#include "readers.hpp"

namespace loopbaankaart::flow {

std::optional<base::Error> read_counts(Columns& columns, const Mapping& mapping, Reading& reading) {
    Counts& counts = reading.counts;
    struct Column {
        std::size_t place;
        std::int32_t year;
    };
    std::vector<Column> values;
    if (!mapping.value.empty()) values.push_back({columns.at(mapping.value), 0});
    for (const std::string& year : mapping.years) values.push_back({columns.at(year), whole(year).value_or(0)});
    const Key by = columns.key(mapping.by);
    if (columns.missing()) return columns.missing();

    std::vector<Names> names(by.size());
    for (const std::string& name : mapping.by) counts.by.push_back({name, {}, {}});
    while (columns.next())
        for (const Column& column : values) {
            const std::string_view text = columns.text(column.place);
            const auto value = number(text);
            if (!value || *value < 0) {
                reading.findings.add(Finding::no_number, columns.csv().row(), text);
                continue;
            }
            counts.value.push_back(*value);
            if (!mapping.years.empty()) counts.year.push_back(column.year);
            for (std::size_t at = 0; at < by.size(); ++at) counts.by[at].codes.push_back(names[at].code(columns.text(by[at])));
        }
    for (std::size_t at = 0; at < by.size(); ++at) counts.by[at].names = names[at].all();
    return std::nullopt;
}

}  // namespace loopbaankaart::flow

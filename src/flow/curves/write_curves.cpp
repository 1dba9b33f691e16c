#include <fmt/format.h>

#include <ostream>

#include "../data/csv.hpp"
#include "curves.hpp"

namespace loopbaankaart::flow {

void write_header(std::ostream& out, const std::vector<std::string>& states, bool grouped) {
    std::string line = grouped ? "group,time" : "time";
    for (std::string_view what : {"p", "se", "nrisk"})
        for (const std::string& state : states) line += fmt::format(",{}_{}", what, state);
    out << line << '\n';
}

void write_rows(std::ostream& out, const Curves& curves, std::optional<std::string_view> group) {
    const std::string first = group ? csv_cell(*group) + "," : "";
    fmt::memory_buffer text;
    const auto to = std::back_inserter(text);
    for (std::size_t time = 0; time < curves.times.size(); ++time) {
        fmt::format_to(to, "{}{}", first, curves.times[time]);
        for (const auto* values : {&curves.shares, &curves.errors, &curves.at_risk})
            for (std::size_t state = 0; state < curves.states; ++state) fmt::format_to(to, ",{}", (*values)[time * curves.states + state]);
        text.push_back('\n');
    }
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace loopbaankaart::flow

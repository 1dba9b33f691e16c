#include "printed_figures.hpp"

#include <toml++/toml.h>

#include "embedded_content.hpp"

namespace loopbaankaart::flow {

namespace {

GoingOn going_on(const toml::table& from) {
    GoingOn one{from["name"].value_or(std::string{}), from["work"].value_or(-1), from["study"].value_or(0), {}};
    if (const toml::table* parts = from["of_study"].as_table())
        for (const auto& [part, value] : *parts) one.of_study[std::string{part.str()}] = value.value_or(0);
    return one;
}

std::vector<LeaversOfLevel> read_reis() {
    std::vector<LeaversOfLevel> levels;
    const toml::table all = toml::parse(embedded_content("figures/reis.toml"), std::string_view{"figures/reis.toml"});
    for (const toml::node& node : *all["level"].as_array()) {
        const toml::table& level = *node.as_table();
        LeaversOfLevel read{going_on(level), level["leavers"].value_or(0), {}};
        for (const toml::node& sector : *level["sector"].as_array()) read.sectors.push_back(going_on(*sector.as_table()));
        levels.push_back(std::move(read));
    }
    return levels;
}

Factsheet read_handreiking() {
    const toml::table all = toml::parse(embedded_content("figures/handreiking.toml"), std::string_view{"figures/handreiking.toml"});
    Factsheet read{all["freshmen"].value_or(0), {}};
    for (const toml::node& node : *all["group"].as_array()) {
        const toml::table& group = *node.as_table();
        PrintedGroup& made = read.groups.emplace_back(PrintedGroup{group["of"].value_or(std::string{}), {}});
        for (const toml::node& bar : *group["bars"].as_array()) {
            const toml::table& one = *bar.as_table();
            made.bars.push_back({one["what"].value_or(std::string{}), one["value"].value_or(0.0), one["doubtful"].value_or(false)});
        }
    }
    return read;
}

}  // namespace

int GoingOn::parts_together() const {
    int sum = 0;
    for (const auto& [part, value] : of_study) sum += value;
    return sum;
}

const std::vector<LeaversOfLevel>& printed_in_reis() {
    static const std::vector<LeaversOfLevel> levels = read_reis();
    return levels;
}

const Factsheet& printed_in_handreiking() {
    static const Factsheet sheet = read_handreiking();
    return sheet;
}

}  // namespace loopbaankaart::flow

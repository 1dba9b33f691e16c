#include <fmt/format.h>

#include <algorithm>

#include "../places/toml_text.hpp"
#include "sheet.hpp"
#include "smooth.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double coast_step = 9, river_step = 5;  // units between points

double number(const toml::table& table, std::string_view key, double otherwise = 0) {
    return table[key].value<double>().value_or(otherwise);
}

std::string text(const toml::table& table, std::string_view key) { return table[key].value<std::string>().value_or(""); }

pen::Point point(const toml::node* node) {
    const toml::array* pair = node == nullptr ? nullptr : node->as_array();
    if (pair == nullptr || pair->size() != 2) return {};
    return {pair->get(0)->value<double>().value_or(0), pair->get(1)->value<double>().value_or(0)};
}

Outline outline(const toml::node* node) {
    Outline points;
    const toml::array* list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr) return points;
    for (const toml::node& one : *list) points.push_back(point(&one));
    return points;
}

std::vector<std::string> texts(const toml::node* node) {
    std::vector<std::string> all;
    const toml::array* list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr) return all;
    for (const toml::node& one : *list) all.push_back(one.value<std::string>().value_or(""));
    return all;
}

bool is_beach(const Sheet& sheet, pen::Point at) {
    return std::ranges::any_of(sheet.beaches, [&](const Beach& beach) { return within(beach.area, at); });
}

// Flat shores fray less.
Outline frayed(const Sheet& sheet, const Outline& through, double fray) {
    Outline coast = smooth(through, Run::around, coast_step);
    for (pen::Point& at : coast) {
        const double size = fray * (is_beach(sheet, at) ? 0.25 : 1);
        at = {at.x + size * fray_at(at.x, at.y), at.y + size * fray_at(at.y + 300, at.x)};
    }
    return coast;
}

Growth read_growth(const toml::table& table) {
    const pen::Point size = point(table.get("size"));
    return {.part = text(table, "part"), .at = point(table.get("at")), .width = size.x, .height = size.y,
            .count = static_cast<int>(number(table, "count")), .apart = number(table, "apart", 18), .size = number(table, "scale", 1),
            .colours = texts(table.get("colours"))};
}

Standing read_standing(const toml::table& table) { return {text(table, "id"), point(table.get("at")), number(table, "width")}; }

}  // namespace

Sheet read_sheet(const ContentFile& file, std::vector<ContentMistake>& mistakes) {
    Sheet sheet;
    const auto table = parse_toml(file, mistakes);
    if (!table) return sheet;
    TableReader whole{*table, file, mistakes};
    whole.only({"land", "unknown", "beach", "river", "patch", "fields", "landmark", "adrift", "mountain", "growth"});
    for (const toml::table* one : whole.tables("beach")) sheet.beaches.push_back({outline(one->get("points")), (*one)["sand"].value_or(false)});
    for (const toml::table* one : whole.tables("land")) sheet.lands.push_back({frayed(sheet, outline(one->get("points")), number(*one, "fray"))});
    if (const toml::table* unknown = (*table)["unknown"].as_table()) sheet.unknown = outline(unknown->get("points"));
    if (const toml::table* river = (*table)["river"].as_table())
        sheet.river = {smooth(outline(river->get("points")), Run::open, river_step), number(*river, "from"), number(*river, "to")};
    for (const toml::table* one : whole.tables("patch")) {
        const pen::Point size = point(one->get("size"));
        sheet.patches.push_back({point(one->get("at")), size.x, size.y, text(*one, "colour"), number(*one, "strength", 1)});
    }
    if (const toml::table* fields = (*table)["fields"].as_table()) {
        const std::vector<std::string> colours = texts(fields->get("colours"));
        const toml::array* corners = (*fields)["corners"].as_array();
        for (std::size_t at = 0; corners != nullptr && at < corners->size() && !colours.empty(); ++at)
            sheet.fields.push_back({outline(corners->get(at)), colours[at % colours.size()]});
    }
    for (const toml::table* one : whole.tables("landmark")) sheet.landmarks.push_back(read_standing(*one));
    for (const toml::table* one : whole.tables("adrift")) sheet.adrift.push_back(read_standing(*one));
    for (const toml::table* one : whole.tables("mountain")) sheet.mountains.push_back({point(one->get("at")), number(*one, "height"), number(*one, "snow")});
    for (const toml::table* one : whole.tables("growth")) sheet.growths.push_back(read_growth(*one));
    return sheet;
}

bool within(const Outline& outline, pen::Point point) { return !outline.empty() && pen::inside(outline, point); }

bool on_land(const Sheet& sheet, pen::Point point) {
    return std::ranges::any_of(sheet.lands, [&](const Land& land) { return within(land.coast, point); });
}

}  // namespace loopbaankaart::atlas

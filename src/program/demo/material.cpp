#include "material.hpp"

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <atlas/atlas.hpp>

#include "embedded_content.hpp"

namespace loopbaankaart::program::demo {

namespace {

std::vector<std::string> lines(const toml::node_view<const toml::node>& node) {
    std::vector<std::string> all;
    for (const toml::node& line : *node.as_array()) all.push_back(line.value<std::string>().value());
    return all;
}

toml::table parse(std::string_view name) { return toml::parse(embedded_content(name), name); }

}  // namespace

Material load_material() {
    Material material;
    const toml::table names = parse("demo/names.toml");
    for (const toml::node& node : *names["group"].as_array()) {
        const toml::table& group = *node.as_table();
        material.names.push_back({static_cast<std::uint64_t>(group["share"].value<std::int64_t>().value()),
                                  lines(group["first"]), lines(group["last"])});
    }
    const toml::table school = parse("demo/school.toml");
    material.title = school["title"].value<std::string>().value();
    for (const toml::node& node : *school["team"].as_array()) {
        const toml::table& team = *node.as_table();
        material.teams.push_back({team["name"].value<std::string>().value(), lines(team["programmes"]), lines(team["workplaces"]),
                                  lines(team["tasks"]), lines(team["subjects"])});
    }
    const toml::table kept = parse("demo/kept.toml");
    const atlas::Loaded map = atlas::load_atlas();
    for (const auto& [id, sentences] : *kept["places"].as_table()) {
        base::Language spoken{};
        const atlas::Place& place = *map.atlas->find(id.str());
        material.places.push_back({std::string{id.str()}, place.in(base::Language::nl, spoken).name,
                                   lines(toml::node_view<const toml::node>{sentences}), place.what == atlas::What::travel_thing});
    }
    material.loose = lines(kept["loose"]["lines"]);
    material.extra = lines(kept["extra"]["lines"]);
    return material;
}

}  // namespace loopbaankaart::program::demo

// What the demo school is made of: names, teams and sentences from content/demo, all newly written, nobody real.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::program::demo {

struct NameGroup {
    std::uint64_t share = 0;               // of a hundred, by rough proportion
    std::vector<std::string> first, last;
};

struct TeamMaterial {
    std::string name;
    std::vector<std::string> programmes, workplaces, tasks, subjects;
};

struct PlaceMaterial {
    std::string id, name;                  // of our own map, in Dutch
    std::vector<std::string> kept;         // what students keep there
    bool along = false;                    // a thing one takes along: nobody is there
};

struct Material {
    std::string title;
    std::vector<NameGroup> names;
    std::vector<TeamMaterial> teams;
    std::vector<PlaceMaterial> places;
    std::vector<std::string> loose, extra;
};

Material load_material();

}  // namespace loopbaankaart::program::demo

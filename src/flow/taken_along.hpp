// What a person takes along from here when they take their journey along: files and pages of their own. Who packs them is above: flow stands apart from the map.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::flow {

struct TakenAlong {
    std::string name, title;                    // "verwachtingen.csv", and what it is
    std::string text = {};                      // of a file: CSV in UTF-8 with a mark in front
    std::function<void(web::Html&)> page = {};  // instead of that: what stands on a page under its title
    bool of_a_model = false;                    // for its owner alone, and for no portfolio elsewhere
};
// All of the owner's own, of this snapshot; nothing of anybody else. Days are those of `time_zone`.
std::vector<TakenAlong> taken_along(storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, base::Language language, std::string_view time_zone);

}  // namespace loopbaankaart::flow

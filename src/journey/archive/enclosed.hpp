// What other modules put beside a journey that is taken along: small files and pages of their own, made of the same snapshot. The program knows those modules.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

enum class GoesAlong { in_every_form, with_a_journey };  // in every form: also in what another portfolio gets

struct Enclosed {
    std::string name;                             // "verwachtingen.csv"
    std::string title;                            // what it is, in the language of the archive: the index and the readme say so
    std::string text = {};                        // of a file
    std::function<void(web::Html&)> page = {};    // instead of that: what stands on a page, under its title; looks like the other pages
    GoesAlong goes = GoesAlong::in_every_form;
};
struct Enclosing {
    storage::Reads& reads;
    storage::Vault& vault;
    const access::Viewer& owner;
    base::Language language;
    std::string_view time_zone;
};
using Encloses = std::vector<Enclosed> (*)(const Enclosing& asked);

void set_encloses(Encloses encloses);  // once, before anything is packed
std::vector<Enclosed> enclosed(const Enclosing& asked);

}  // namespace loopbaankaart::journey

// Inside company: what somebody finds who travels along with others, by traveller.
#pragma once

#include "../asking/asking.hpp"
#include "../sharing/sharing_pages.hpp"
#include "company.hpp"

namespace loopbaankaart::journey {

// One traveller, of whom there is something: nobody else is in it.
struct Along {
    base::Id traveller;
    std::string name;
    std::optional<Company> company = {};  // in which they travel together
    std::vector<AskedLine> asked = {};    // to say something back to
    std::vector<SharedThing> shared = {};
};
// With whom one travels first; then who asked or shared something last.
std::vector<Along> along_with(storage::Reads& reads, const access::Visit& visit, std::span<const Part> parts);

// What a traveller asks, each leading straight to the thing; and what they share.
void what_was_asked(web::Html& html, const access::Visit& visit, std::span<const Part> parts, const Along& one);
void what_was_shared(web::Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Along& one);

}  // namespace loopbaankaart::journey

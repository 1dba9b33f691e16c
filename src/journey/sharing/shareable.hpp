// What can be shared. Each kind says here how it stands in a list, where its page is, and what goes along, word for word; who may do what with
// it is access's to decide (policy/grant.hpp).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

struct Part;  // part.hpp
struct Link;  // records/records.hpp

// A thing in a list of what is shared. Its owner reads what it is about; somebody else only what lies unsealed, for what was written is read on
// its page, where the owner sees who looked.
struct SharedLine {
    std::string title = {};                      // in the owner's own words; empty: the name of its kind stands there
    std::string place = {}, place_name = {};     // as of KeptThing
    std::optional<web::Url> picture = {};        // a small one; the title says what it is
};

struct Shareable {
    std::string_view kind;    // as access::Thing has it: "kept_thing"; outlives every visit
    web::Literal path;        // in addresses: /deel/rugzak/{thing}
    web::Literal symbol;      // where there is no picture
    const base::Word& name;   // what it is, to whoever reads it
    web::Url (*page)(const base::Id& thing);
    // Absent: it is not there for this viewer, or it lies in the bin.
    std::optional<SharedLine> (*line)(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now,
                                      base::Language language);
    // All that its readers see of it, as they see it.
    void (*whole)(web::Html& html, const access::Visit& visit, const access::Thing& thing);
    // What it came from. No grant carries that along: its owner may share it at the same time, with a grant of its own. Null: nothing.
    std::vector<Link> (*came_from)(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const access::Thing& thing, base::Instant now) = nullptr;
};

// By its kind, or by what addresses call it, of what these parts bring; null for what cannot be shared.
const Shareable* shareable(std::span<const Part> parts, std::string_view kind);
const Shareable* shareable_at(std::span<const Part> parts, std::string_view path);

}  // namespace loopbaankaart::journey

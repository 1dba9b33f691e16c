// What every part of the journey (a folder) tells the house. The house goes round all of them: routes, what may have to be erased, what goes on
// by itself, what stands in the bin. A part knows no other part; what two of them need lies on the ground (records, sharing, picking, moments,
// asking, telling, visits, backpack).
//
//     Part compass_part() {                                                       // declared in compass/compass_pages.hpp, named in parts.cpp
//         static constexpr RecordForm records[] = {rim_form, bearing_form};
//         return {.code = "kompas", .pocket = Pocket{"kompas", word::compass, word::compass_plainly, "/kompas", "kompas"},
//                 .records = records, .routes = compass_routes};
//     }
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <atlas/atlas.hpp>

#include "records/records.hpp"

namespace loopbaankaart::journey {

struct Desk;       // pages.hpp
struct Shareable;  // sharing/
struct Moment;     // moments/

// Something one has along, with a page of its own: a drawn link on /rugzak and at the place of the map that leads to it.
struct Pocket {
    web::Literal symbol;      // a drawing in assets/symbols
    const base::Word& name;   // "Kompas"
    const base::Word& plain;  // its plain name: "Waar je naartoe wilt"
    web::Literal path;        // "/kompas"
    web::Literal at_place;    // a place of the map: "kompas"
    void (*open)(web::Html& html, const access::Visit& visit) = nullptr;  // on the page of that place: what lies in it
};

struct Part {
    web::Literal code;                                                 // "kompas"
    std::optional<Pocket> pocket = {};
    std::vector<storage::Erasable> (*erasable)() = nullptr;            // tables of its own
    void (*erase)(storage::Writes& writes, storage::School& school, const base::Id& person) = nullptr;  // files and rows of a person
    const Shareable* shareable = nullptr;                              // what of it can be shared
    std::span<const RecordForm> records = {};                          // its kinds of own_record
    void (*moments)(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::vector<Moment>& found) = nullptr;
    void (*tend)(storage::School& school, base::Instant now) = nullptr;  // what goes on by itself, every ten minutes
    void (*at_own_thing)(web::Html& html, const access::Visit& visit, const KeptThing& thing) = nullptr;  // on the page of what the viewer kept: where it leads on to
    void (*beside_circle)(web::Html& html, const access::Visit& visit) = nullptr;  // on /gezelschap, under the circle: who travels along
    std::vector<access::Route> (*routes)(const Desk& desk) = nullptr;
};

// All of them, in the order in which they are shown.
std::span<const Part> parts();
// How that kind is checked and shown; null when no part has it.
const RecordForm* form_of(std::span<const Part> parts, RecordKind kind);

}  // namespace loopbaankaart::journey

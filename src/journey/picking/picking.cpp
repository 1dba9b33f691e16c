#include "picking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "picking_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view earlier = "eerder-", search_code = "zoek";
constexpr std::size_t most_looked_up = 120;  // of what one form names

// Own, and kept: what somebody else shared cannot be made into something of one's own.
std::optional<KeptThing> own_kept(storage::Reads& reads, const access::Visit& visit, std::string_view named) {
    const auto id = base::Id::parse(named);
    if (!id) return std::nullopt;
    auto thing = find_thing(reads, visit.school().vault(), visit.who(), *id, visit.site.now());
    return thing && thing->owner == visit.who().person && !thing->thrown_at ? std::move(thing) : std::nullopt;
}

void put_earlier(std::vector<KeptThing>& chosen, std::string_view named) {
    const auto found = std::ranges::find_if(chosen, [&](const KeptThing& each) { return each.id.view() == named; });
    if (found != chosen.end() && found != chosen.begin()) std::iter_swap(found, found - 1);
}

}  // namespace

bool Picked::has(const base::Id& thing) const { return std::ranges::find(chosen, thing, &KeptThing::id) != chosen.end(); }

Picked picked_in(const access::Visit& visit, const web::Fields& fields, const PickField& field) {
    Picked picked;
    visit.school().read([&](storage::Reads& reads) {
        for (const std::string_view named : fields.all(field.name)) {
            if (picked.chosen.size() >= most_looked_up) break;
            auto thing = own_kept(reads, visit, named);
            if (!thing) picked.lost = true;
            else if (!picked.has(thing->id)) picked.chosen.push_back(std::move(*thing));
        }
    });
    picked.too_many = picked.chosen.size() > field.most;
    const std::string_view asked = fields["doen"];
    if (const std::string puts = asks_earlier(field, {}); asked.starts_with(puts)) put_earlier(picked.chosen, asked.substr(puts.size()));
    return picked;
}

std::string asks_earlier(const PickField& field, std::string_view thing) { return field.several ? fmt::format("{}{}-{}", earlier, field.name, thing) : fmt::format("{}{}", earlier, thing); }
std::string asks_search(const PickField& field) { return field.several ? fmt::format("{}-{}", search_code, field.name) : std::string{search_code}; }

void add_faults(web::FieldErrors& errors, const PickField& field, const Picked& picked) {
    if (picked.lost) errors.add(field.name, {word::pick_lost});
    if (picked.too_many) errors.add(field.name, {word::pick_fewer, std::to_string(field.most)});
}

bool redraws(const web::Fields& form) {
    const std::string_view asked = form["doen"];
    return asked == search_code || asked.starts_with(fmt::format("{}-", search_code)) || asked.starts_with(earlier);
}

}  // namespace loopbaankaart::journey

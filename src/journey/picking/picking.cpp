#include "picking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "picking_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::string_view earlier = "eerder-", older = "ouder-", search_code = "zoek";
constexpr std::size_t most_looked_up = 120;  // of what one form names

void put_earlier(std::vector<KeptThing>& chosen, std::string_view named) {
    const auto found = std::ranges::find_if(chosen, [&](const KeptThing& each) { return each.id.view() == named; });
    if (found != chosen.end() && found != chosen.begin()) std::iter_swap(found, found - 1);
}

}  // namespace

bool Picked::has(const base::Id& thing) const { return std::ranges::find(chosen, thing, &KeptThing::id) != chosen.end(); }

Picked picked_in(const access::Visit& visit, const web::Fields& fields, const PickField& field) {
    Picked picked;
    std::vector<base::Id> named;
    for (const std::string_view each : fields.all(field.name)) {
        const auto id = base::Id::parse(each);
        if (!id) picked.lost = true;
        else if (named.size() < most_looked_up && std::ranges::find(named, *id) == named.end()) named.push_back(*id);
    }
    // Own, and kept: what somebody else shared cannot be made into something of one's own.
    if (!named.empty()) visit.school().read([&](storage::Reads& reads) { picked.chosen = own_things(reads, visit.school().vault(), visit.who(), named); });
    picked.lost = picked.lost || picked.chosen.size() < named.size();
    picked.too_many = picked.chosen.size() > field.most;
    const std::string_view asked = fields["doen"];
    if (const std::string puts = asks_earlier(field, {}); asked.starts_with(puts)) put_earlier(picked.chosen, asked.substr(puts.size()));
    return picked;
}

std::string asks_earlier(const PickField& field, std::string_view thing) { return field.several ? fmt::format("{}{}-{}", earlier, field.name, thing) : fmt::format("{}{}", earlier, thing); }
std::string asks_search(const PickField& field) { return field.several ? fmt::format("{}-{}", search_code, field.name) : std::string{search_code}; }

std::string asks_older(std::string_view name, std::string_view last) { return fmt::format("{}{}-{}", older, name, last); }

void add_faults(web::FieldErrors& errors, const PickField& field, const Picked& picked) {
    if (picked.lost) errors.add(field.name, {word::pick_lost});
    if (picked.too_many) errors.add(field.name, {word::pick_fewer, std::to_string(field.most)});
}

std::optional<base::Id> older_asked(const web::Fields& fields, std::string_view name) {
    const std::string asks = asks_older(name, {});
    const std::string_view asked = fields["doen"];
    return asked.starts_with(asks) ? base::Id::parse(asked.substr(asks.size())) : std::nullopt;
}

bool redraws(const web::Fields& form) {
    const std::string_view asked = form["doen"];
    return asked == search_code || asked.starts_with(fmt::format("{}-", search_code)) || asked.starts_with(earlier) || asked.starts_with(older);
}

}  // namespace loopbaankaart::journey

#include "../records/body_reader.hpp"
#include "../visits/visits.hpp"
#include "unpacking.hpp"
#include "unpacking.sql.hpp"

namespace loopbaankaart::journey {

namespace {

// Of one that is still going on while one is at that place here too: it went on until that one began.
Kept keep_visit(storage::Writes& writes, const access::Viewer& owner, PlaceVisit visit) {
    const auto there = [&] { return find_visit(writes, owner, visit.id).has_value(); };
    if (there()) return Kept::already_there;
    arrive(writes, owner, visit);
    if (there()) return Kept::made;
    const auto open = writes.first(query::open_since, [](const storage::Row& row) { return base::instant(row.integer(0)); }, owner.person, visit.place);
    if (!open || *open <= visit.since) return Kept::already_there;
    visit.until = *open;
    arrive(writes, owner, visit);
    return Kept::made;
}

std::optional<pen::Point> spot_of(const Json& object) {
    const auto spot = object.find("spot");
    if (spot == object.end() || !spot->is_array() || spot->size() != 2 || !spot->at(0).is_number() || !spot->at(1).is_number()) return std::nullopt;
    constexpr double far = 100'000;  // units: no sheet is as large
    const pen::Point at{spot->at(0).get<double>(), spot->at(1).get<double>()};
    if (!(std::abs(at.x) < far && std::abs(at.y) < far)) return std::nullopt;
    return at;
}

// When it was; what cannot be is what nobody knows the year of.
void say_when(PlaceVisit& visit, const Json& object, Unpacking& into) {
    const auto noted = object.find("said");
    const bool by_the_clock = noted != object.end() && noted->is_string() && *noted == code(Precision::moment);
    const auto since = into.moment(object, "from");
    const bool ended = object.contains("until");
    const auto until = into.moment(object, "until");
    if (by_the_clock && since && (!ended || (until && *until >= *since))) {
        visit.since = *since;
        visit.until = until;
        return;
    }
    const auto period = by_the_clock ? std::nullopt : period_of(object, into.now());
    if (!period) into.note(Note::Why::moment, visit.place_name);
    visit = told(std::move(visit), period.value_or(Period{base::start_of(std::chrono::year{first_year} / std::chrono::January / 1, "UTC"), into.now(), Precision::unknown}));
}

}  // namespace

Prepared unpack_visit(const Json& object, Unpacking& into) {
    BodyReader sent{object};
    const auto id = sent.id("id");
    PlaceVisit visit{.id = {}, .place = sent.line("place", most_in_place), .since = {}, .until = {}, .place_name = sent.line("place_name", most_in_place_name)};
    Prepared ready{.title = visit.place_name};
    if (!id || visit.place.empty() || visit.place_name.empty() || !sent.faults().empty()) return ready;
    visit.id = into.id_of(*id);
    visit.spot = spot_of(object);
    say_when(visit, object, into);
    ready.keep = [visit, owner = into.owner()](storage::Writes& writes) { return keep_visit(writes, owner, visit); };
    return ready;
}

}  // namespace loopbaankaart::journey

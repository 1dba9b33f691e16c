#include "travels.hpp"

#include <algorithm>

namespace loopbaankaart::program::demo {

namespace {

constexpr std::uint64_t two_years = 730ull * 24 * 3600 * 1000;  // milliseconds
constexpr std::uint64_t longest_stay = 120ull * 24 * 3600 * 1000;

base::Instant moment(base::Instant now, std::uint64_t ago) { return now - std::chrono::milliseconds{static_cast<std::int64_t>(ago)}; }

// The sentence with the student's own world filled in.
std::string told(std::string_view sentence, const TeamMaterial& team, const Student& student, Chance& chance) {
    std::string text;
    while (!sentence.empty()) {
        const std::size_t open = sentence.find('{');
        text += sentence.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = sentence.find('}', open);
        const std::string_view slot = sentence.substr(open + 1, close - open - 1);
        if (slot == "werkplek") text += chance.one_of(team.workplaces);
        if (slot == "taak") text += chance.one_of(team.tasks);
        if (slot == "vak") text += chance.one_of(team.subjects);
        if (slot == "opleiding") text += student.programme;
        sentence.remove_prefix(close + 1);
    }
    // A sentence may start with what was filled in.
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// Nobody says the same thing again, as long as there is something else to say.
const std::string& fresh(const std::vector<std::string>& sentences, std::vector<const std::string*>& told_before, Chance& chance) {
    const std::size_t first = chance.below(sentences.size());
    for (std::size_t step = 0; step < sentences.size(); ++step) {
        const std::string& sentence = sentences[(first + step) % sentences.size()];
        if (std::ranges::find(told_before, &sentence) != told_before.end()) continue;
        told_before.push_back(&sentence);
        return sentence;
    }
    return sentences[first];
}

// Some say what a thing is to them, few say more.
journey::Marks marked(Chance& chance) {
    journey::Marks marks;
    if (chance.once_in(3)) marks.kind = journey::thing_kinds[chance.below(journey::thing_kinds.size())].mark;
    if (chance.once_in(5)) marks.shows.set(chance.below(journey::competences.size()));
    if (chance.once_in(6)) marks.symbol = journey::symbols[chance.below(journey::symbols.size())].mark;
    return marks;
}

// Kept later than it happened, sometimes, and then said as people say it.
std::optional<journey::Period> remembered(base::Instant kept_at, Chance& chance) {
    if (!chance.once_in(8)) return std::nullopt;
    static const std::vector<std::string> sayings{"vorig jaar", "vorig schooljaar", "deze maand", "langer geleden", "dit schooljaar"};
    const auto period = journey::understood(chance.one_of(sayings), {kept_at, "Europe/Amsterdam"});
    return period ? std::optional{*period} : std::nullopt;
}

}  // namespace

Travel make_travel(const Material& material, const Student& student, std::uint64_t things, base::Instant now, Chance& chance) {
    Travel travel;
    const TeamMaterial& team = material.teams[student.team];
    std::vector<std::size_t> been;  // indexes in material.places
    for (std::uint64_t stops = chance.between(2, 9); stops-- > 0;) {
        const std::size_t at = chance.below(material.places.size());
        been.push_back(at);
        if (material.places[at].along) continue;
        const std::uint64_t ago = chance.below(two_years);
        journey::PlaceVisit visit{.id = base::Id::make(moment(now, ago), chance.randomness()),
                                  .place = material.places[at].id,
                                  .since = moment(now, ago),
                                  .place_name = material.places[at].name};
        const std::uint64_t stay = 1 + chance.below(longest_stay);
        if (stay < ago) visit.until = moment(now, ago - stay);
        travel.visits.push_back(std::move(visit));
    }
    std::vector<const std::string*> told_before;
    for (std::uint64_t kept = things == 0 ? 0 : chance.between(things / 2, things + things / 2); kept-- > 0;) {
        const bool loose = chance.once_in(5);
        const PlaceMaterial& place = material.places[been[chance.below(been.size())]];
        const base::Instant when = moment(now, chance.below(two_years));
        const std::string& sentence = fresh(loose ? material.loose : place.kept, told_before, chance);
        std::string words = told(sentence, team, student, chance);
        if (chance.once_in(3)) words += " " + chance.one_of(material.extra);
        travel.things.push_back({.id = base::Id::make(when, chance.randomness()),
                                 .place = loose ? std::string{} : place.id,
                                 .words = std::move(words),
                                 .kept_at = when,
                                 .place_name = loose ? std::string{} : place.name,
                                 .marks = marked(chance),
                                 .happened = remembered(when, chance)});
    }
    std::sort(travel.visits.begin(), travel.visits.end(), [](const auto& one, const auto& other) { return one.id < other.id; });
    std::sort(travel.things.begin(), travel.things.end(), [](const auto& one, const auto& other) { return one.id < other.id; });
    return travel;
}

}  // namespace loopbaankaart::program::demo

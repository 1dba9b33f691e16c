#include "through_subject.hpp"

#include <flow/words.hpp>

#include <algorithm>

#include "steps.hpp"

namespace loopbaankaart::flow {

namespace {

// By number in the set; nothing when the data know no such state.
std::optional<State> state_called(const KeptSet& set, std::string_view name) {
    const auto found = std::find(set.states.begin(), set.states.end(), name);
    return found == set.states.end() ? std::nullopt : std::optional{static_cast<State>(found - set.states.begin())};
}

std::optional<ToldFigure> share_of_way(const Selection& selection, const WayAsked& way) {
    const std::vector<Step> steps = steps_of(selection.table);
    const auto from = state_called(selection.set, way.from), to = state_called(selection.set, way.to);
    if (!from || !to || way.step >= steps.size()) return std::nullopt;
    const Step& step = steps[way.step];
    const auto all = step.there.find(*from);
    const auto gone = std::find_if(step.ways.begin(), step.ways.end(), [&](const Way& one) { return one.from == *from && one.to == *to; });
    if (all == step.there.end() || all->second == 0 || gone == step.ways.end()) return std::nullopt;
    return ToldFigure{.share = static_cast<double>(gone->students) / all->second, .some = gone->students, .of = all->second, .seen_until = selection.set.seen_until, .known_since = selection.set.imported_at, .least = selection.set.least};
}

}  // namespace

web::Url address_of_way(const TableAsked& table, const WayAsked& way) {
    return address_of("/stroom/doorstroom", table).with("stap", std::to_string(way.step)).with("van", way.from).with("naar", way.to);
}

std::string way_in_words(const WayAsked& way, base::Language language) {
    const std::string when = base::say(way.step == 0 ? word::first_step : word::later_step, language, {{"count", std::to_string(way.step)}, {"next", std::to_string(way.step + 1)}});
    return state_in_words(way.from, language) + " → " + state_in_words(way.to, language) + " · " + when;
}

std::optional<Subject> find_way(storage::Reads& reads, const web::Fields& asked, std::int32_t later, base::Language language) {
    TableAsked table = asked_in(asked);
    table.beside.clear();
    const auto began = base::whole_number(table.began), step = base::whole_number(asked["stap"]);
    if (!step || *step < 0 || *step > 100) return std::nullopt;
    if (began && later != 0) table.began = std::to_string(*began + later);
    const auto selection = select(reads, table);
    if (!selection || selection->nearest != Nearest::as_asked) return std::nullopt;
    const WayAsked way{static_cast<std::size_t>(*step), std::string{asked["van"]}, std::string{asked["naar"]}};
    const auto told = share_of_way(*selection, way);
    if (!told) return std::nullopt;
    const TableAsked plain = asks_for(selection->table, *selection);
    return Subject{address_of_way(plain, way).text(), group_in_words(selection->table, language), way_in_words(way, language), *told, selection->table.began == 0};
}

}  // namespace loopbaankaart::flow

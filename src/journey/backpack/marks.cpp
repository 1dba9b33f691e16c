#include "marks.hpp"

#include <algorithm>

#include <journey/words.hpp>

namespace loopbaankaart::journey {

const std::array<NamedMark<ThingKind>, 7> thing_kinds{{
    {ThingKind::experience, "ervaring", word::kind_experience},
    {ThingKind::insight, "inzicht", word::kind_insight},
    {ThingKind::talent, "talent", word::kind_talent},
    {ThingKind::knowledge, "kennis", word::kind_knowledge},
    {ThingKind::wish, "wens", word::kind_wish},
    {ThingKind::image_of_world, "wereldbeeld", word::kind_image_of_world},
    {ThingKind::tool, "hulpmiddel", word::kind_tool},
}};

const std::array<NamedMark<Competence>, 5> competences{{
    {Competence::qualities, "capaciteiten", word::competence_qualities},
    {Competence::motives, "motieven", word::competence_motives},
    {Competence::exploring_work, "werkexploratie", word::competence_exploring_work},
    {Competence::steering, "sturing", word::competence_steering},
    {Competence::networking, "netwerken", word::competence_networking},
}};

const std::array<NamedMark<Symbol>, 12> symbols{{
    {Symbol::star, "ster", word::symbol_star},
    {Symbol::heart, "hart", word::symbol_heart},
    {Symbol::sun, "zon", word::symbol_sun},
    {Symbol::cloud, "wolk", word::symbol_cloud},
    {Symbol::lightning, "bliksem", word::symbol_lightning},
    {Symbol::fire, "vuur", word::symbol_fire},
    {Symbol::leaf, "blad", word::symbol_leaf},
    {Symbol::wave, "golf", word::symbol_wave},
    {Symbol::mountain, "berg", word::symbol_mountain},
    {Symbol::anchor, "anker", word::symbol_anchor},
    {Symbol::key, "sleutel", word::symbol_key},
    {Symbol::question, "vraag", word::symbol_question},
}};

namespace {

template <typename Mark, std::size_t Count>
std::optional<Mark> find(const std::array<NamedMark<Mark>, Count>& marks, std::string_view code) {
    const auto found = std::ranges::find(marks, code, [](const NamedMark<Mark>& each) { return each.code.view(); });
    if (found == marks.end()) return std::nullopt;
    return found->mark;
}

}  // namespace

std::optional<ThingKind> thing_kind(std::string_view code) { return find(thing_kinds, code); }
std::optional<Competence> competence(std::string_view code) { return find(competences, code); }
std::optional<Symbol> symbol(std::string_view code) { return find(symbols, code); }

std::string in_codes(const Marks& marks) {
    std::string codes;
    const auto add = [&](std::string_view code) { codes.append(codes.empty() ? "" : " ").append(code); };
    for (const auto& each : thing_kinds)
        if (marks.kind == each.mark) add(each.code.view());
    for (const auto& each : competences)
        if (marks.has(each.mark)) add(each.code.view());
    for (const auto& each : symbols)
        if (marks.symbol == each.mark) add(each.code.view());
    return codes;
}

Marks marks_of(std::string_view codes) {
    Marks marks;
    for (const std::string_view code : base::split(codes, ' ')) {
        if (const auto kind = thing_kind(code)) marks.kind = kind;
        if (const auto shown = competence(code)) marks.shows.set(static_cast<std::size_t>(*shown));
        if (const auto drawn = symbol(code)) marks.symbol = drawn;
    }
    return marks;
}

}  // namespace loopbaankaart::journey

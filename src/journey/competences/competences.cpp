#include "competences.hpp"

#include <algorithm>

#include "competences_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, 3> looks_ids{"boom", "huis", "vlot"};  // by DrawingForm

std::array<std::string_view, 5> competence_codes() {
    std::array<std::string_view, 5> codes;
    std::ranges::transform(competences, codes.begin(), [](const auto& each) { return each.code.view(); });
    return codes;
}

Json in_json(const Hung& hung) {
    Json said = Json::object();
    if (!hung.what) said = {{"id", hung.id.text()}, {"word", hung.word}};
    else if (hung.what->kind == code(RecordKind::insight)) said["insight"] = hung.id.text();
    else said["thing"] = hung.id.text();
    said["x"] = hung.x;
    said["y"] = hung.y;
    for (const auto& each : competences)
        if (hung.shows == each.mark) said["competence"] = each.code.view();
    if (!hung.how.empty()) said["how"] = hung.how;
    return said;
}

std::optional<Hung> read_hung(BodyReader& body) {
    Hung hung;
    const auto id = body.id("id"), thing = body.id("thing"), insight = body.id("insight");
    hung.word = body.line("word", most_in_hung_word);
    hung.how = body.text("how", most_characters);
    if (const auto shows = body.one_of("competence", competence_codes())) hung.shows = competences[*shows].mark;
    hung.x = static_cast<int>(body.whole("x", 0, whole_drawing).value_or(whole_drawing / 2));
    hung.y = static_cast<int>(body.whole("y", 0, whole_drawing).value_or(whole_drawing / 2));
    if (thing) hung.what = Link{"kept_thing", *thing};
    else if (insight) hung.what = Link{std::string{code(RecordKind::insight)}, *insight};
    if (hung.what) {
        hung.id = hung.what->id;
        hung.word.clear();
        return hung;
    }
    if (!id || (hung.word.empty() && body.faults().empty())) return std::nullopt;
    hung.id = *id;
    return hung;
}

// How far apart two places are on the drawing, which is higher than it is wide; squared.
int apart(int x, int y, const HangingSpot& spot) {
    const int across = x - spot.x, down = (y - spot.y) * 5 / 4;
    return across * across + down * down;
}

bool covers(const Hung& hung, const HangingSpot& spot) { return std::abs(hung.x - spot.x) < widest_scrap / 2 && std::abs(hung.y - spot.y) < highest_scrap / 2; }

}  // namespace

Hung* CompetenceDrawing::find(const base::Id& id) {
    const auto found = std::ranges::find(hung, id, &Hung::id);
    return found == hung.end() ? nullptr : &*found;
}

base::Result<base::Done> hang(CompetenceDrawing& drawing, Hung hung) {
    if (drawing.find(hung.id) != nullptr) return base::Error{word::hangs_already};
    if (drawing.hung.size() >= most_hung) return base::Error{word::drawing_full};
    drawing.hung.push_back(std::move(hung));
    return base::Done{};
}

void take_off(CompetenceDrawing& drawing, const base::Id& id) {
    std::erase_if(drawing.hung, [&](const Hung& each) { return each.id == id; });
}

// What is not said is not there.
Json in_json(const CompetenceDrawing& drawing) {
    Json body{{"form", drawing_form_codes[static_cast<std::size_t>(drawing.form)]}, {"hung", Json::array()}};
    for (const Hung& each : drawing.hung) body["hung"].push_back(in_json(each));
    if (!drawing.heart.words.empty()) body["heart"]["words"] = drawing.heart.words;
    if (drawing.heart.thing) body["heart"]["thing"] = drawing.heart.thing->text();
    return body;
}

CompetenceDrawing read_competence_drawing(BodyReader& body) {
    CompetenceDrawing drawing{.form = static_cast<DrawingForm>(body.one_of("form", drawing_form_codes).value_or(0)), .hung = {}, .heart = {}};
    body.many("hung", most_hung, [&](BodyReader& each) {
        auto hung = read_hung(each);
        if (hung && drawing.find(hung->id) == nullptr) drawing.hung.push_back(std::move(*hung));
    });
    body.inside("heart", [&](BodyReader& heart) { drawing.heart = {heart.text("words", most_characters), heart.id("thing")}; });
    return drawing;
}

Json check_competence_drawing(BodyReader& sent) { return in_json(read_competence_drawing(sent)); }

CompetenceDrawing competence_drawing_of(const Record& record) {
    BodyReader body{record.body};
    return read_competence_drawing(body);
}

std::vector<Link> links_of(const CompetenceDrawing& drawing) {
    std::vector<Link> links;
    for (const Hung& each : drawing.hung)
        if (each.what) links.push_back(*each.what);
    if (drawing.heart.thing) links.push_back({"kept_thing", *drawing.heart.thing});
    return links;
}

const TalentDrawing& looks_of(DrawingForm form) { return *find(content().drawings, looks_ids[static_cast<std::size_t>(form)]); }

const HangingSpot& spot_at(const TalentDrawing& looks, int x, int y) {
    return *std::ranges::min_element(looks.spots, {}, [&](const HangingSpot& spot) { return apart(x, y, spot); });
}

std::vector<const HangingSpot*> free_spots(const CompetenceDrawing& drawing, const TalentDrawing& looks, const std::optional<base::Id>& but) {
    std::vector<const HangingSpot*> all, found;
    for (const HangingSpot& spot : looks.spots) {
        all.push_back(&spot);
        const bool taken = std::ranges::any_of(drawing.hung, [&](const Hung& each) { return each.id != but && covers(each, spot); });
        if (!taken) found.push_back(&spot);
    }
    return found.empty() ? all : found;
}

}  // namespace loopbaankaart::journey

// GET and POST /talenten/hangen: something more in the drawing. First what: a thing (`ding`), an insight (`inzicht`) or a word of one's own (`eigen`).
#include <algorithm>
#include <set>

#include "competence_pages.hpp"
#include "competences_words.hpp"
#include "hung_form.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t things_on_a_page = 12, insights_in_sight = 24;

const web::Url& here() {
    static const web::Url page = web::path("/talenten/hangen");
    return page;
}

struct ToChoose {
    std::vector<KeptThing> things;  // newest first
    std::vector<Record> insights;
    bool older = false;
};

ToChoose to_choose(const access::Visit& visit, const CompetenceDrawing& drawing, const std::optional<base::Id>& before) {
    ToChoose found;
    std::vector<base::Id> hanging;
    for (const Hung& each : drawing.hung) hanging.push_back(each.id);
    visit.school().read([&](storage::Reads& reads) {
        found.things = things_of(reads, visit.school().vault(), visit.who(), {}, things_on_a_page + 1, before);
        if (!before) found.insights = records_of(reads, visit.school().vault(), visit.who(), RecordKind::insight, insights_in_sight, {}, hanging);
    });
    found.older = found.things.size() > things_on_a_page;
    if (found.older) found.things.pop_back();
    return found;
}

void nothing_yet(Html& html) {
    web::empty_place(html, "leeg-rugzak", word::nothing_to_hang, [&] {
        web::actions(html, [&] {
            web::primary_link(html, web::Url{here()}.with("eigen", "ja"), word::a_word_of_mine, "pen");
            web::secondary_link(html, web::path("/rugzak/bewaren"), word::keep_something, "plus");
        });
    });
}

void words_to_hang(Html& html, const access::Visit& visit, const std::vector<Record>& insights) {
    const RecordForm* form = form_of(parts(), RecordKind::insight);
    html.ul({web::cls("loose-words")}, [&] {
        html.li({}, [&] { html.a({web::href(web::Url{here()}.with("eigen", "ja"))}, [&] {
            web::symbol(html, "pen");
            html.span({}, word::a_word_of_mine);
        }); });
        std::set<std::string> said;  // one word found twice hangs once; the newest of them leads to it
        for (const Record& insight : insights)
            if (form != nullptr)
                if (const auto [line, first] = said.insert(form->line(insight, visit.language())); first)
                    html.li({}, [&] { html.a({web::href(web::Url{here()}.with("inzicht", insight.id.view()))}, *line); });
    });
}

web::Reply choosing_page(const access::Visit& visit, const CompetenceDrawing& drawing, const std::optional<base::Id>& before) {
    const ToChoose all = to_choose(visit, drawing, before);
    return visit.page(title_of(visit, word::hang_something), [&](Html& html) {
        web::back_link(html, talents(), word::to_the_talents);
        html.h1({}, word::what_to_hang);
        if (!before && all.things.empty() && all.insights.empty()) return nothing_yet(html);
        if (before) web::back_link(html, here(), word::to_the_newest);
        else words_to_hang(html, visit, all.insights);
        html.ul({web::cls("kept hangable")}, [&] {
            for (const KeptThing& thing : all.things)
                html.li({}, [&] { html.a({web::href(web::Url{here()}.with("ding", thing.id.view()))}, [&] { thing_asked_about(html, visit, thing); }); });
        });
        if (all.older) web::actions(html, [&] { web::secondary_link(html, web::Url{here()}.with("voor", all.things.back().id.view()), word::older, "pijl"); });
    }, 200, {}, talents_look);
}

// What the address or the form names, if it can hang there.
std::optional<Hung> named(const access::Visit& visit, const web::Fields& fields, const base::Id& fresh) {
    const bool is_insight = !fields["inzicht"].empty();
    const std::string_view which = is_insight ? fields["inzicht"] : fields["ding"];
    if (which.empty()) return Hung{.id = fresh};
    const auto id = base::Id::parse(which);
    bool own = false;
    if (id)
        visit.school().read([&](storage::Reads& reads) {
            storage::Vault& vault = visit.school().vault();
            if (is_insight) {
                const auto insight = own_record(reads, vault, visit.who(), *id);
                own = insight && insight->kind == RecordKind::insight && !insight->thrown_at;
            } else {
                const auto thing = find_thing(reads, vault, visit.who(), *id, visit.site.now());
                own = thing && thing->owner == visit.who().person && !thing->thrown_at;
            }
        });
    if (!own) return std::nullopt;
    return Hung{.id = *id, .what = Link{is_insight ? std::string{code(RecordKind::insight)} : "kept_thing", *id}};
}

web::Reply form_page(const access::Visit& visit, OwnDrawing own, const Hung& hung, const web::FieldErrors& errors) {
    if (own.drawing.find(hung.id) == nullptr) own.drawing.hung.push_back(hung);
    return hung_form_page(visit, {.title = word::hang_something, .action = here(), .own = own, .hung = hung, .button = word::hang_there, .errors = errors});
}

// It stays below what one may hang: what is gone for good and of which nothing was said makes room.
void make_room(const access::Visit& visit, CompetenceDrawing& drawing) {
    if (drawing.hung.size() < most_hung) return;
    const ShownDrawing seen = shown(visit, drawing);
    std::erase_if(drawing.hung, [&](const Hung& each) { return std::ranges::none_of(seen.hung, [&](const ShownHung& one) { return one.hung.id == each.id; }); });
}

}  // namespace

web::Answer ask_what_to_hang(const access::Visit& visit) {
    const web::Fields& query = visit.request.query;
    const OwnDrawing own = own_drawing(visit);
    if (query["ding"].empty() && query["inzicht"].empty() && query["eigen"].empty()) {
        const auto before = base::Id::parse(query["voor"]);
        if (!query["voor"].empty() && !before) return visit.absent();
        return choosing_page(visit, own.drawing, before);
    }
    auto hung = named(visit, query, visit.site.new_id());
    if (!hung) return visit.absent();
    CompetenceDrawing with_it = own.drawing;
    if (with_it.find(hung->id) != nullptr) return web::go(page_of_hung(hung->id));
    const HangingSpot& first = *free_spots(own.drawing, looks_of(own.drawing.form)).front();
    hung->x = first.x;
    hung->y = first.y;
    return form_page(visit, own, *hung, {});
}

web::Answer hang_it_there(const Desk& desk, const access::Visit& visit) {
    const web::Fields& form = visit.request.form;
    const OwnDrawing own = own_drawing(visit);
    const auto wanted = named(visit, form, sent_id(visit));
    if (!wanted) return visit.absent();
    CompetenceDrawing drawing = own.drawing;
    const Hung hung = typed_hung(form, *wanted, looks_of(drawing.form));
    web::FieldErrors errors;
    if (!hung.what && base::tidy_name(hung.word).empty()) errors.add("woord", {word::word_to_hang_missing});
    if (Hung* there = drawing.find(hung.id); there != nullptr && own.came_of(sent_id(visit))) {
        *there = hung;
    } else {
        make_room(visit, drawing);
        if (const auto done = hang(drawing, hung); !done) errors.add("", done.error());
    }
    for (const web::FieldError& each : faults_of(drawing)) errors.add(each.field, each.error);
    if (!errors.empty()) return form_page(visit, own, hung, errors);
    return keep_drawing(desk, visit, drawing, here());
}

}  // namespace loopbaankaart::journey

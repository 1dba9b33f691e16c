// GET and POST /verhaal-over-mij/vertel: a booklet of the story as it is now, with what the writer chooses to go along.
#include <algorithm>

#include "../telling/telling_pages.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "insight_words.hpp"
#include "self_story_draft.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

struct ToTell {
    std::optional<Record> kept;
    SelfStory story;
    std::vector<TellableInsight> insights;  // those in the story that are there, in its order
    std::vector<Telling> before;            // told from it earlier
};

void add_pictures(TellableInsight& told, const base::Id& of, const std::vector<KeptPart>& parts) {
    for (const KeptPart& part : parts) told.pictures.push_back({of, part});
}

TellableInsight with_pictures(storage::Reads& reads, const access::Visit& visit, Record insight) {
    TellableInsight told{std::move(insight), {}};
    const Behind around = behind(reads, visit.school().vault(), visit.who(), told.insight, visit.site.now());
    for (const auto& experience : {around.experience, around.beside})
        if (experience && !experience->thrown_at && experience->owner == visit.who().person) add_pictures(told, experience->id, experience->parts);
    add_pictures(told, told.insight.id, told.insight.parts);
    return told;
}

ToTell to_tell(const access::Visit& visit) {
    ToTell found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.kept = single_record(reads, vault, visit.who(), RecordKind::self_story);
        if (!found.kept) return;
        found.story = self_story_of(*found.kept);
        std::vector<base::Id> named;
        for (const Link& link : links_of(found.story)) named.push_back(link.id);
        for (Record& insight : own_records(reads, vault, visit.who(), RecordKind::insight, named)) found.insights.push_back(with_pictures(reads, visit, std::move(insight)));
        found.before = tellings_from(reads, vault, visit.who(), found.kept->id);
    });
    return found;
}

ChosenToTell chosen_in(const web::Fields& form) {
    ChosenToTell chosen{.pictures = {}, .what_happened = form["gebeurd"] == "ja"};
    for (const std::string_view each : form.all("beeld"))
        if (const auto id = base::Id::parse(each)) chosen.pictures.insert(*id);
    return chosen;
}

class TellPage {
public:
    TellPage(const access::Visit& visit, const ToTell& what, const web::FieldErrors& errors) : visit_{visit}, what_{what}, errors_{errors}, chosen_{chosen_in(visit.request.form)} {}

    void write(Html& html) const {
        web::back_link(html, web::path("/verhaal-over-mij"), word::self_story);
        html.h1({}, word::tell_it);
        html.p({web::cls("lead")}, word::tell_it_plainly);
        web::error_summary(html, errors_);
        web::form(html, web::path("/verhaal-over-mij/vertel"), visit_.form_token, visit_.site.new_id(), [&] {
            pictures(html);
            web::checkbox(html, {.name = "gebeurd", .label = word::tell_what_happened, .value = "ja"}, chosen_.what_happened);
            TypedLook typed = typed_look(visit_.request.form);
            if (!visit_.request.form.has("titel")) typed.title = word::self_story.in(visit_.language());
            look_fields(html, typed, errors_);
            web::actions(html, [&] { web::primary_button(html, word::tell_it, "boekje"); });
        });
        html.p({web::cls("small")}, word::only_you);
        if (what_.before.empty()) return;
        html.h2({}, word::told_before);
        booklets(html, visit_, what_.before);
    }

private:
    void pictures(Html& html) const {
        const bool any = std::ranges::any_of(what_.insights, [](const TellableInsight& each) { return !each.pictures.empty(); });
        if (!any) return;
        html.fieldset({web::cls("picked-pictures")}, [&] {
            html.legend({}, word::which_pictures);
            std::set<base::Id> shown;  // two insights may come from one experience
            for (const TellableInsight& each : what_.insights)
                for (const auto& [of, part] : each.pictures)
                    if (shown.insert(part.id).second) picture(html, each.insight, of, part);
        });
    }

    void picture(Html& html, const Record& insight, const base::Id& of, const KeptPart& part) const {
        const std::string field = fmt::format("beeld-{}", part.id.text());
        html.div({web::cls("picked")}, [&] {
            html.input({web::type("checkbox"), web::id(field), web::name("beeld"), web::value(part.id.view()), web::flag("checked", chosen_.pictures.contains(part.id))});
            html.label({web::attr("for", field)}, [&] {
                if (part.form != PartForm::sound) show_part(html, of, part, PartSize::small);
                else web::symbol(html, "geluid");
                html.span({}, line_of_insight(insight, visit_.language()));
            });
        });
    }

    const access::Visit& visit_;
    const ToTell& what_;
    const web::FieldErrors& errors_;
    ChosenToTell chosen_;
};

web::Reply tell_page(const access::Visit& visit, const ToTell& what, const web::FieldErrors& errors) {
    return visit.page(title_of(visit, word::tell_it), [&](Html& html) { TellPage{visit, what, errors}.write(html); }, errors.empty() ? 200 : 422, {}, telling_look);
}

}  // namespace

// Without a story there is nothing to tell: the story comes first.
web::Answer ask_how_to_tell(const access::Visit& visit) {
    const ToTell what = to_tell(visit);
    if (!what.kept || what.story.pieces.empty()) return web::go(web::path("/verhaal-over-mij"));
    return tell_page(visit, what, {});
}

web::Answer tell_self_story(const access::Visit& visit) {
    const ToTell what = to_tell(visit);
    if (!what.kept) return web::go(web::path("/verhaal-over-mij"));
    Draft draft = draft_of(what.story, what.insights, chosen_in(visit.request.form), visit.language());
    const TypedLook typed = typed_look(visit.request.form);
    draft.title = typed.title;
    draft.paper = typed.paper;
    draft.colour = typed.colour;
    draft.told_from = what.kept->id;
    return tell_it(visit, std::move(draft), [&visit](const web::FieldErrors& errors) { return tell_page(visit, to_tell(visit), errors); });
}

}  // namespace loopbaankaart::journey

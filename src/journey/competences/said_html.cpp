// What hangs in the drawing, in words.
#include "competences_words.hpp"
#include "hanging_html.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls;
using web::Html;

void what_is_said_of(Html& html, const Hung& hung) {
    for (const auto& each : competences)
        if (hung.shows == each.mark)
            html.p({cls("shows")}, [&] {
                html.strong({}, each.name);
                html.text(" ");
                html.span({}, plainly(each.mark));
            });
    html.paragraphs(hung.how);
}

void said_of(Html& html, const TalentDrawing& looks, const ShownHung& shown, Moving moving) {
    const Hung& hung = shown.hung;
    html.li({web::attr("data-hangt", hung.id.view())}, [&] {
        html.p({cls("name")}, [&] { html.a({web::href(page_of_hung(hung.id))}, shown.there ? shown.name : std::string{word::what_hung_is_gone.in(html.language())}); });
        if (shown.there) html.p({cls("when")}, spot_at(looks, hung.x, hung.y).names.in(html.language()));
        what_is_said_of(html, hung);
        if (moving == Moving::no || !shown.there) return;
        web::hidden(html, place_field('x', hung.id), std::to_string(hung.x));
        web::hidden(html, place_field('y', hung.id), std::to_string(hung.y));
    });
}

void heart_in_words(Html& html, const ShownDrawing& drawing) {
    html.div({cls("heart-said")}, [&] {
        web::symbol(html, "hart");
        html.p({cls("name")}, [&] { html.a({web::href(web::path("/talenten/hart"))}, word::what_moves_me); });
        if (drawing.heart.empty()) return;
        html.p({cls("shows")}, [&] { html.strong({}, competences[static_cast<std::size_t>(Competence::motives)].name); });
        html.paragraphs(drawing.heart.words);
        if (!drawing.heart_thing.empty()) html.p({cls("when")}, drawing.heart_thing);
    });
}

// Only the script shows it.
void moving_words(Html& html) {
    html.p({cls("hint moving-hint"), web::flag("hidden")}, word::how_to_move);
    html.div({cls("moved"), web::flag("hidden")}, [&] { web::primary_button(html, word::hangs_well, "blad"); });
    html.p({cls("spoken moved-to"), web::attr("role", "status")}, "");
}

}  // namespace

std::string place_field(char axis, const base::Id& id) { return fmt::format("{}-{}", axis, id.text()); }

void hanging_and_said(Html& html, const ShownDrawing& drawing, Moving moving, const std::function<void()>& doings) {
    html.div({cls("talents")}, [&] {
        html.div({cls("hanging-side")}, [&] {
            draw_hanging(html, drawing, Leading::to_its_page);
            if (moving == Moving::with_script) moving_words(html);
        });
        html.div({}, [&] {
            if (doings) doings();
            heart_in_words(html, drawing);
            if (drawing.hung.empty()) return;
            html.ul({cls("said")}, [&] {
                for (const ShownHung& each : drawing.hung) said_of(html, looks_of(drawing.form), each, moving);
            });
        });
    });
}

const base::Word& plainly(Competence competence) {
    switch (competence) {
        case Competence::qualities: return word::qualities_plainly;
        case Competence::motives: return word::motives_plainly;
        case Competence::exploring_work: return word::exploring_work_plainly;
        case Competence::steering: return word::steering_plainly;
        case Competence::networking: return word::networking_plainly;
    }
    return word::qualities_plainly;
}

void tell_drawing(Html& html, const ShownDrawing& drawing) {
    const TalentDrawing& looks = looks_of(drawing.form);
    html.p({}, base::say(word::hangs_in, html.language(), {{"drawing", looks.names.in(html.language())}}));
    if (!drawing.heart.empty()) {
        html.h3({}, word::in_my_heart);
        html.paragraphs(drawing.heart.words);
        if (!drawing.heart_thing.empty()) html.p({}, drawing.heart_thing);
    }
    for (const ShownHung& each : drawing.hung) {
        html.h3({}, each.there ? each.name : std::string{word::what_hung_is_gone.in(html.language())});
        if (each.there) html.p({cls("when")}, spot_at(looks, each.hung.x, each.hung.y).names.in(html.language()));
        what_is_said_of(html, each.hung);
    }
}

}  // namespace loopbaankaart::journey

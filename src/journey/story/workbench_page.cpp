// GET and POST /verhalen/{record}: the workbench. Every button keeps all that stands there; `doen` says what else it does: op-2, neer-2, uit-2, erbij, kaart, bekijk.
#include <algorithm>

#include "../first_words.hpp"
#include "../picking/picking.hpp"
#include "../telling/telling_pages.hpp"
#include "records_words.hpp"
#include "story_html.hpp"
#include "story_pages.hpp"
#include "story_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

const PickField pick_thing{.name = "ding", .label = word::from_your_backpack, .most = 24, .in_order = false};

std::string field(const char* what, std::size_t at) { return fmt::format("{}-{}", what, at); }

// What stands in the form. Only what was in it, or is one's own, can be in it.
Story typed_story(const web::Fields& form, const Story& was) {
    Story story{.title = std::string{form["titel"]}, .paper = std::string{form["papier"]}, .colour = std::string{form["inkt"]}, .pieces = {}};
    for (std::size_t at = 0; at < most_story_pieces && form.has(field("stuk", at)); ++at) {
        const auto of = base::Id::parse(form[field("stuk", at)]);
        const std::string words{form[field("woorden", at)]};
        const PieceSize size = piece_size(form[field("grootte", at)]).value_or(PieceSize::middle);
        const auto known = std::ranges::find_if(was.pieces, [&](const StoryPiece& piece) { return of && piece.of == of; });
        if (!of) story.pieces.push_back({.form = PieceForm::words, .words = words, .size = size});
        else if (known != was.pieces.end()) story.pieces.push_back({.form = known->form, .of = of, .words = words, .size = size, .map = known->map});
    }
    return story;
}

// Posts in the order of their days, then things, then words: behind what was there.
void put_in(Story& story, const access::Visit& visit, const Picked& picked) {
    for (const base::Id& post : ticked_posts(visit))
        if (!story.has(post)) story.pieces.push_back({.form = PieceForm::post, .of = post});
    for (const KeptThing& thing : picked.chosen)
        if (!story.has(thing.id)) story.pieces.push_back({.form = PieceForm::thing, .of = thing.id});
    const std::string_view words = visit.request.form["nieuw"];
    if (!base::trimmed(words).empty()) story.pieces.push_back({.form = PieceForm::words, .words = std::string{words}});
}

void do_it(Story& story, std::string_view deed) {
    const std::size_t dash = deed.find('-');
    if (dash == std::string_view::npos) return;
    const std::string_view what = deed.substr(0, dash);
    const auto at = base::whole_number(deed.substr(dash + 1));
    if (!at || *at < 0 || static_cast<std::size_t>(*at) >= story.pieces.size()) return;
    if (what == "op") move_piece(story, static_cast<std::size_t>(*at), MovePiece::up);
    if (what == "neer") move_piece(story, static_cast<std::size_t>(*at), MovePiece::down);
    if (what == "uit") story.pieces.erase(story.pieces.begin() + *at);
}

// "pieces.2.words" is wrong in the field of the third piece.
web::FieldErrors by_field(const web::FieldErrors& faults) {
    web::FieldErrors errors;
    for (const web::FieldError& fault : faults) {
        const auto parts = base::split(fault.field, '.');
        const auto at = parts.size() > 1 ? base::whole_number(parts[1]) : std::nullopt;
        errors.add(at ? field("woorden", static_cast<std::size_t>(*at)) : fault.field == "title" ? std::string{"titel"} : std::string{"nieuw"}, fault.error);
    }
    return errors;
}

struct Bench {
    const Record& record;
    const Story& story;
    const Sources& sources;
    const Picked& picked;
    const atlas::Atlas& atlas;
    const web::FieldErrors& errors;
    const std::vector<Telling>& told;  // from it, newest first
};

class BenchPage {
public:
    BenchPage(const access::Visit& visit, const Bench& bench) : visit_{visit}, bench_{bench}, writes_{!visit.who().left()} {}

    void write(Html& html) const {
        const Story& story = bench_.story;
        web::back_link(html, web::path("/verhalen"), word::to_the_stories);
        const std::string title = title_of_story(story, bench_.sources.all);
        if (title.empty()) html.h1({}, word::a_story);
        else html.h1({}, title);
        web::error_summary(html, bench_.errors);
        if (!writes_) {
            story_sheets(html, draft_of(story, bench_.sources.all, bench_.record.id, html.language()), bench_.sources, TitleAs::second);
            return below(html);
        }
        html.div({web::cls("bench")}, [&] {
            html.div({}, [&] {
                form(html);
                below(html);
            });
            html.section({web::cls("as-it-will-be"), web::attr("aria-label", word::as_it_will_be.in(html.language()))},
                         [&] { story_sheets(html, draft_of(story, bench_.sources.all, bench_.record.id, html.language()), bench_.sources, TitleAs::second); });
        });
    }

private:
    void below(Html& html) const {
        if (!bench_.told.empty()) {
            html.h2({}, word::told_from_it);
            booklets(html, visit_, bench_.told);
        }
        record_ways(html, visit_, bench_.record);
        html.p({web::cls("small")}, word::nobody_else_sees);
    }

    void form(Html& html) const {
        const Story& story = bench_.story;
        web::form(html, page_of_story(bench_.record.id), visit_.form_token, sent_id(visit_), [&] {
            seen_field(html, visit_, &bench_.record);
            html.ol({web::cls("strip-of-cards")}, [&] {
                for (std::size_t at = 0; at < story.pieces.size(); ++at) card(html, at);
            });
            web::actions(html, [&] {
                web::primary_button(html, word::keep, "boek");
                web::secondary_button(html, word::as_it_will_be, "", {"doen", "bekijk"});
            });
            to_put_in(html);
            look_of_it(html);
        });
    }

    void card(Html& html, std::size_t at) const {
        const StoryPiece& piece = bench_.story.pieces[at];
        html.li({}, [&] {
            web::hidden(html, field("stuk", at), piece.of ? piece.of->view() : std::string_view{});
            if (piece.of) what_it_is_of(html, at, piece);
            else words_field(html, at, piece, word::words_of_your_own, 3);
            moves(html, at);
        });
    }

    void what_it_is_of(Html& html, std::size_t at, const StoryPiece& piece) const {
        const auto found = bench_.sources.all.find(*piece.of);
        if (found == bench_.sources.all.end()) {
            html.p({web::cls("gone")}, word::piece_gone);
            web::hidden(html, field("woorden", at), piece.words);
            return;
        }
        const PieceSource& source = found->second;
        html.details({web::flag("open", bench_.errors.find(field("woorden", at)) != nullptr)}, [&] {
            html.summary({}, [&] { face(html, *piece.of, source, bench_.sources); });
            words_field(html, at, piece, word::caption, 2);
            size_field(html, at, piece);
        });
    }

    static void face(Html& html, const base::Id& of, const PieceSource& source, const Sources& sources) {
        if (source.map) show_map_piece(html, sources, *source.map);
        else if (const auto picture = small_picture(of, source.parts)) html.img({web::src(*picture), web::attr("alt", ""), web::attr("loading", "lazy")});
        else web::symbol(html, source.parts.empty() ? web::Literal{"pen"} : web::Literal{"geluid"});
        html.span({web::cls("name")}, source.map ? map_piece_in_words(*source.map, html.language()) : first_line(source));
        html.span({web::cls("when")}, source.map ? std::string{} : where_and_when(source));
    }

    static std::string first_line(const PieceSource& source) {
        constexpr std::size_t most = 60;
        const std::string& all = source.title.empty() ? source.words : source.title;
        const std::string_view begins = first_words(all, most);
        return std::string{begins} + (begins.size() < all.size() ? "…" : "");
    }

    void words_field(Html& html, std::size_t at, const StoryPiece& piece, const base::Word& label, int rows) const {
        const std::string name = field("woorden", at);
        web::text_area(html, {.name = name, .label = label, .value = piece.words, .error = bench_.errors.find(name), .optional = true}, rows);
    }

    static void size_field(Html& html, std::size_t at, const StoryPiece& piece) {
        const std::string name = field("grootte", at);
        const std::vector<web::Choice> sizes{{"small", std::string{word::size_small.in(html.language())}}, {"middle", std::string{word::size_middle.in(html.language())}},
                                             {"large", std::string{word::size_large.in(html.language())}}};
        web::radio_group(html, {.name = name, .label = word::how_large, .value = code(piece.size), .choices = sizes});
    }

    void moves(Html& html, std::size_t at) const {
        html.div({web::cls("moves")}, [&] {
            if (at > 0) web::quiet_button(html, word::piece_up, {"doen", field("op", at)});
            if (at + 1 < bench_.story.pieces.size()) web::quiet_button(html, word::piece_down, {"doen", field("neer", at)});
            web::quiet_button(html, word::piece_out, {"doen", field("uit", at)});
        });
    }

    void to_put_in(Html& html) const {
        const bool open = bench_.story.pieces.empty() || redraws(visit_.request.form) || bench_.errors.find("nieuw") || bench_.errors.find("ding");
        html.details({web::cls("more-fields"), web::flag("open", open)}, [&] {
            html.summary({}, word::put_something_in);
            show_posts(html, posts_to_choose(visit_, bench_.atlas, bench_.story));
            pick_things(html, visit_, bench_.atlas, pick_thing, bench_.picked, bench_.errors.find("ding"));
            web::text_area(html, {.name = "nieuw", .label = word::words_of_your_own, .value = visit_.request.form["nieuw"], .error = bench_.errors.find("nieuw"), .optional = true}, 3);
            web::actions(html, [&] {
                web::secondary_button(html, word::put_it_in_story, "plus", {"doen", "erbij"});
                web::secondary_button(html, word::piece_of_map, "kaart", {"doen", "kaart"});
            });
        });
    }

    void look_of_it(Html& html) const {
        const Story& story = bench_.story;
        html.details({web::cls("more-fields"), web::flag("open", bench_.errors.find("titel") != nullptr)}, [&] {
            html.summary({}, word::paper_and_ink);
            look_fields(html, {story.title, paper_of(story).id, colour_of(story).id}, bench_.errors);
            web::actions(html, [&] { web::secondary_button(html, word::keep, "pen"); });
        });
    }

    const access::Visit& visit_;
    const Bench& bench_;
    bool writes_;
};

std::vector<Telling> told_from(const access::Visit& visit, const Record& record) {
    std::vector<Telling> told;
    visit.school().read([&](storage::Reads& reads) { told = tellings_from(reads, visit.school().vault(), visit.who(), record.id); });
    return told;
}

web::Reply bench_page(const access::Visit& visit, const Bench& bench) {
    const std::string notice = visit.request.query["gedaan"] == "anders" ? title_of(visit, word::kept) : std::string{};
    return visit.page(line_of_story(bench.record, visit.language()), [&](Html& html) { BenchPage{visit, bench}.write(html); }, bench.errors.empty() ? 200 : 422, notice, story_look);
}

}  // namespace

web::Answer show_workbench(const Desk& desk, const access::Visit& visit) {
    const auto record = own_record_asked(visit, RecordKind::story);
    if (!record) return visit.absent();
    if (record->thrown_at) return web::go(web::path("/eigen", record->id.view()));
    const auto atlas = desk.atlases.of(visit.site);
    const Story story = story_of(*record);
    const web::FieldErrors none;
    return bench_page(visit, {*record, story, sources_for(visit, atlas, story), {}, *atlas, none, told_from(visit, *record)});
}

web::Answer work_on_story(const Desk& desk, const access::Visit& visit) {
    const auto record = own_story(visit);
    if (!record) return not_there(visit);
    const web::Fields& form = visit.request.form;
    const auto atlas = desk.atlases.of(visit.site);
    Story typed = typed_story(form, story_of(*record));
    const Picked picked = picked_in(visit, form, pick_thing);
    web::FieldErrors errors;
    if (redraws(form)) return bench_page(visit, {*record, typed, sources_for(visit, atlas, typed), picked, *atlas, errors, told_from(visit, *record)});
    add_faults(errors, pick_thing, picked);
    if (errors.empty()) put_in(typed, visit, picked);
    do_it(typed, form["doen"]);
    BodyReader sent{in_json(typed)};
    const Story story = read_story(sent);
    for (const web::FieldError& fault : by_field(sent.faults())) errors.add(fault.field, fault.error);
    if (!errors.empty()) return bench_page(visit, {*record, typed, sources_for(visit, atlas, typed), picked, *atlas, errors, told_from(visit, *record)});
    Record changed = *record;
    changed.body = in_json(story);
    changed.links = links_of(story);
    const web::Url page = page_of_story(record->id);
    const std::string_view doing = form["doen"];
    const web::Url done = doing == "bekijk"  ? web::path("/verhalen", record->id.view(), "zo-wordt-het")
                          : doing == "kaart" ? web::path("/verhalen", record->id.view(), "kaart")
                                             : page_of_story(record->id).with("gedaan", "anders");
    return change_sent(desk, visit, *record, {.record = std::move(changed), .form = page, .done = done});
}

}  // namespace loopbaankaart::journey

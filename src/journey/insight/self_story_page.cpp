// GET and POST /verhaal-over-mij: insights in an order of one's own, with own words between them.
#include <algorithm>
#include <set>

#include "../first_words.hpp"
#include "../picking/picking.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "records_words.hpp"
#include "self_story.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t happened_bytes = 120;  // of what happened, below its word
constexpr std::size_t insights_in_sight = 12;  // insights to put in it
constexpr std::string_view insight_field = "inzicht", puts_in = "erbij-";

struct Writing {
    std::optional<Record> kept;
    std::vector<Record> named;      // insights that are in it, or that the form puts in
    std::vector<Record> to_put_in;  // a page of the others, newest first
    std::optional<base::Id> after, last;  // the page goes on after that one; there is more after this one

    const Record* insight(const base::Id& id) const {
        const auto found = std::ranges::find(named, id, &Record::id);
        return found == named.end() ? nullptr : &*found;
    }
};

// After which the page of insights goes on: as a button asked, else where the form or the address was.
std::optional<base::Id> after_which(const access::Visit& visit) {
    if (redraws(visit.request.form)) return older_asked(visit.request.form, insight_field);
    return base::Id::parse(visit.request.method == web::Method::post ? visit.request.form["voor"] : visit.request.query["voor"]);
}

void add_insights_to_put_in(const access::Visit& visit, Writing& writing, const SelfStory& story) {
    std::vector<base::Id> in_it;
    for (const auto& piece : story.pieces)
        if (const auto* id = std::get_if<base::Id>(&piece)) in_it.push_back(*id);
    writing.after = after_which(visit);
    visit.school().read([&](storage::Reads& reads) {
        writing.to_put_in = records_of(reads, visit.school().vault(), visit.who(), RecordKind::insight, insights_in_sight + 1, writing.after, in_it);
    });
    if (writing.to_put_in.size() <= insights_in_sight) return;
    writing.to_put_in.pop_back();
    writing.last = writing.to_put_in.back().id;
}

std::string piece_field(std::size_t at) { return fmt::format("stuk-{}", at); }
std::string words_field(std::size_t at) { return fmt::format("woorden-{}", at); }

// The insights that are in the kept story, stand in the form, or are put in by its button ("erbij-ID").
Writing writing(const access::Visit& visit) {
    Writing found;
    const web::Fields& form = visit.request.form;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.kept = single_record(reads, vault, visit.who(), RecordKind::self_story);
        std::set<base::Id> named;
        if (found.kept)
            for (const Link& link : links_of(self_story_of(*found.kept))) named.insert(link.id);
        const auto add = [&](std::string_view text) {
            if (const auto id = base::Id::parse(text)) named.insert(*id);
        };
        for (std::size_t at = 0; at <= most_pieces && form.has(piece_field(at)); ++at) add(form[piece_field(at)]);
        if (form["doen"].starts_with(puts_in)) add(form["doen"].substr(puts_in.size()));
        found.named = own_records(reads, vault, visit.who(), RecordKind::insight, std::vector(named.begin(), named.end()));
    });
    return found;
}

// The pieces as they stand in the form. What names no insight of the writer's, and none that was there, is left out.
SelfStory typed_story(const web::Fields& form, const Writing& writing) {
    SelfStory story;
    const SelfStory was = writing.kept ? self_story_of(*writing.kept) : SelfStory{};
    for (std::size_t at = 0; form.has(piece_field(at)); ++at) {
        const auto insight = base::Id::parse(form[piece_field(at)]);
        if (!insight) story.pieces.emplace_back(std::string{form[words_field(at)]});
        else if (writing.insight(*insight) != nullptr || was.has(*insight)) story.pieces.emplace_back(*insight);
    }
    if (!base::trimmed(form["nieuw"]).empty()) story.pieces.emplace_back(std::string{form["nieuw"]});
    return story;
}

// What a button asks of the story: "op-2", "neer-2", "weg-2", "erbij-ID"; anything else asks nothing.
void do_it(SelfStory& story, std::string_view deed, const Writing& writing) {
    if (deed.starts_with(puts_in)) {
        const auto insight = base::Id::parse(deed.substr(puts_in.size()));
        if (insight && writing.insight(*insight) != nullptr) story.pieces.emplace_back(*insight);
        return;
    }
    const std::size_t dash = deed.find('-');
    if (dash == std::string_view::npos) return;
    const std::string_view what = deed.substr(0, dash);
    const auto at = base::whole_number(deed.substr(dash + 1));
    if (!at || *at < 0 || static_cast<std::size_t>(*at) >= story.pieces.size()) return;
    if (what == "op") move_piece(story, static_cast<std::size_t>(*at), Move::up);
    if (what == "neer") move_piece(story, static_cast<std::size_t>(*at), Move::down);
    if (what == "weg") story.pieces.erase(story.pieces.begin() + *at);
}

class StoryPage {
public:
    StoryPage(const access::Visit& visit, const Writing& writing, const SelfStory& story, const web::FieldErrors& errors)
        : visit_{visit}, writing_{writing}, story_{story}, errors_{errors}, writes_{!visit.who().left()} {}

    void write(Html& html) const {
        web::back_link(html, web::path("/inzichten"), word::to_the_insights);
        html.h1({}, word::self_story);
        if (writing_.to_put_in.empty() && !writing_.after && story_.pieces.empty()) return empty(html);
        html.p({web::cls("lead")}, word::self_story_plainly);
        web::error_summary(html, errors_);
        if (!writes_) return pieces(html);
        web::form(html, web::path("/verhaal-over-mij"), visit_.form_token, visit_.site.new_id(), [&] {
            seen_field(html, visit_, writing_.kept ? &*writing_.kept : nullptr);
            if (writing_.after) web::hidden(html, "voor", writing_.after->view());
            pieces(html);
            web::text_area(html, {.name = "nieuw", .label = word::own_words, .optional = true}, 3);
            web::actions(html, [&] {
                web::primary_button(html, word::keep, "pen");
                if (!story_.pieces.empty()) web::secondary_button(html, word::tell_it, "boekje", {"doen", "vertel"});
            });
            to_put_in(html);
        });
        if (writing_.kept) record_ways(html, visit_, *writing_.kept);
        html.p({web::cls("small")}, word::nobody_else_sees);
    }

private:
    static void empty(Html& html) {
        web::empty_place(html, "leeg-verhaal", word::self_story_empty, [&] {
            web::actions(html, [&] { web::primary_link(html, web::path("/rugzak"), word::to_the_backpack, "rugzak"); });
        });
    }

    void pieces(Html& html) const {
        html.ol({web::cls("self-story")}, [&] {
            for (std::size_t at = 0; at < story_.pieces.size(); ++at) html.li({}, [&] { piece(html, at); });
        });
    }

    void piece(Html& html, std::size_t at) const {
        if (const auto* insight = std::get_if<base::Id>(&story_.pieces[at])) said_insight(html, at, *insight);
        else said_words(html, at, std::get<std::string>(story_.pieces[at]));
        if (!writes_) return;
        html.div({web::cls("moves")}, [&] {
            if (at > 0) web::quiet_button(html, word::move_up, {"doen", fmt::format("op-{}", at)});
            if (at + 1 < story_.pieces.size()) web::quiet_button(html, word::move_down, {"doen", fmt::format("neer-{}", at)});
            web::quiet_button(html, word::take_out, {"doen", fmt::format("weg-{}", at)});
        });
    }

    void said_insight(Html& html, std::size_t at, const base::Id& id) const {
        if (writes_) web::hidden(html, piece_field(at), id.view());
        const Record* insight = writing_.insight(id);
        if (insight == nullptr) return html.p({web::cls("hint")}, word::insight_gone);
        html.p({web::cls("kernwoord")}, [&] { html.a({web::href(page_of_insight(id))}, line_of_insight(*insight, visit_.language())); });
        const Insight says = insight_of(*insight);
        if (says.word.empty() || says.happened.empty()) return;
        const std::string_view begins = first_words(says.happened, happened_bytes);
        html.p({web::cls("small")}, std::string{begins} + (begins.size() < says.happened.size() ? "…" : ""));
    }

    void said_words(Html& html, std::size_t at, const std::string& words) const {
        if (!writes_) return html.paragraphs(words);
        web::hidden(html, piece_field(at), "");
        const std::string name = words_field(at);
        web::text_area(html, {.name = name, .label = word::own_words, .value = words, .error = errors_.find(name), .optional = true}, 3);
    }

    void one_to_put_in(Html& html, const Record& insight) const {
        html.li({}, [&] {
            html.span({}, line_of_insight(insight, visit_.language()));
            web::quiet_button(html, word::put_in, {"doen", fmt::format("{}{}", puts_in, insight.id.text())});
        });
    }

    void to_put_in(Html& html) const {
        if (writing_.to_put_in.empty() && !writing_.after) return;
        html.h2({}, word::insights_to_put_in);
        html.ul({web::cls("lines")}, [&] {
            for (const Record& insight : writing_.to_put_in) one_to_put_in(html, insight);
        });
        older_buttons(html, insight_field, writing_.after, writing_.last);
    }

    const access::Visit& visit_;
    const Writing& writing_;
    const SelfStory& story_;
    const web::FieldErrors& errors_;
    bool writes_;
};

web::Reply story_page(const access::Visit& visit, Writing writing, const SelfStory& story, const web::FieldErrors& errors) {
    if (!visit.who().left()) add_insights_to_put_in(visit, writing, story);
    const std::string notice = visit.request.query["gedaan"] == "anders" ? title_of(visit, word::kept) : std::string{};
    return visit.page(title_of(visit, word::self_story), [&](Html& html) { StoryPage{visit, writing, story, errors}.write(html); }, errors.empty() ? 200 : 422, notice, insight_look);
}

// "pieces.2.words" is wrong in the field of the third piece.
web::FieldErrors by_field(const web::FieldErrors& faults) {
    web::FieldErrors errors;
    for (const web::FieldError& fault : faults) {
        const auto parts = base::split(fault.field, '.');
        const auto at = parts.size() > 1 ? base::whole_number(parts[1]) : std::nullopt;
        errors.add(at ? words_field(static_cast<std::size_t>(*at)) : "nieuw", fault.error);
    }
    return errors;
}

}  // namespace

web::Answer show_self_story(const access::Visit& visit) {
    const Writing found = writing(visit);
    return story_page(visit, found, found.kept ? self_story_of(*found.kept) : SelfStory{}, {});
}

web::Answer write_self_story(const Desk& desk, const access::Visit& visit) {
    const Writing found = writing(visit);
    SelfStory typed = typed_story(visit.request.form, found);
    if (redraws(visit.request.form)) return story_page(visit, found, typed, {});
    do_it(typed, visit.request.form["doen"], found);
    BodyReader sent{in_json(typed)};
    const SelfStory story = read_self_story(sent);
    if (!sent.faults().empty()) return story_page(visit, found, typed, by_field(sent.faults()));
    const web::Url page = web::path("/verhaal-over-mij");
    const auto after = after_which(visit);
    web::Url kept = web::Url{page}.with("gedaan", "anders");
    if (after) kept = std::move(kept).with("voor", after->view());
    const web::Url done = visit.request.form["doen"] == "vertel" ? web::path("/verhaal-over-mij/vertel") : kept;
    return keep_or_change_sent(desk, visit, {.record = {.id = sent_id(visit), .kind = RecordKind::self_story, .body = in_json(story), .links = links_of(story), .made_at = {}, .owner = visit.who().person},
                                             .form = page, .done = done});
}

}  // namespace loopbaankaart::journey

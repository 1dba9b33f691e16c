// GET and POST /verhaal-over-mij: insights in an order of one's own, with own words between them.
#include <algorithm>
#include <map>

#include "../first_words.hpp"
#include "insight_html.hpp"
#include "insight_pages.hpp"
#include "records_words.hpp"
#include "self_story.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t happened_bytes = 120;  // of what happened, below its word
constexpr std::size_t in_sight = 8;  // insights to put in it; older ones lie folded

struct Writing {
    std::optional<Record> kept;
    std::vector<Record> insights;  // all there are, newest first

    const Record* insight(const base::Id& id) const {
        const auto found = std::ranges::find(insights, id, &Record::id);
        return found == insights.end() ? nullptr : &*found;
    }
};

Writing writing(const access::Visit& visit) {
    Writing found;
    visit.school().read([&](storage::Reads& reads) {
        storage::Vault& vault = visit.school().vault();
        found.kept = single_record(reads, vault, visit.who(), RecordKind::self_story);
        found.insights = records_of(reads, vault, visit.who(), RecordKind::insight, std::string::npos);
    });
    return found;
}

std::string piece_field(std::size_t at) { return fmt::format("stuk-{}", at); }
std::string words_field(std::size_t at) { return fmt::format("woorden-{}", at); }

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
    const std::size_t dash = deed.find('-');
    if (dash == std::string_view::npos) return;
    const std::string_view what = deed.substr(0, dash), which = deed.substr(dash + 1);
    if (what == "erbij") {
        const auto insight = base::Id::parse(which);
        if (insight && writing.insight(*insight) != nullptr) story.pieces.emplace_back(*insight);
        return;
    }
    const auto at = base::whole_number(which);
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
        if (writing_.insights.empty() && story_.pieces.empty()) return empty(html);
        html.p({web::cls("lead")}, word::self_story_plainly);
        web::error_summary(html, errors_);
        if (!writes_) return pieces(html);
        web::form(html, web::path("/verhaal-over-mij"), visit_.form_token, visit_.site.new_id(), [&] {
            seen_field(html, writing_.kept ? &*writing_.kept : nullptr);
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
            web::quiet_button(html, word::put_in, {"doen", fmt::format("erbij-{}", insight.id.text())});
        });
    }

    void to_put_in(Html& html) const {
        std::vector<const Record*> left;
        for (const Record& insight : writing_.insights)
            if (!story_.has(insight.id)) left.push_back(&insight);
        if (left.empty()) return;
        const std::size_t seen = std::min(left.size(), in_sight);
        html.h2({}, word::insights_to_put_in);
        html.ul({web::cls("lines")}, [&] {
            for (std::size_t at = 0; at < seen; ++at) one_to_put_in(html, *left[at]);
        });
        if (left.size() == seen) return;
        html.details({}, [&] {
            html.summary({}, word::older);
            html.ul({web::cls("lines")}, [&] {
                for (std::size_t at = seen; at < left.size(); ++at) one_to_put_in(html, *left[at]);
            });
        });
    }

    const access::Visit& visit_;
    const Writing& writing_;
    const SelfStory& story_;
    const web::FieldErrors& errors_;
    bool writes_;
};

web::Reply story_page(const access::Visit& visit, const Writing& writing, const SelfStory& story, const web::FieldErrors& errors) {
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
    do_it(typed, visit.request.form["doen"], found);
    BodyReader sent{in_json(typed)};
    const SelfStory story = read_self_story(sent);
    if (!sent.faults().empty()) return story_page(visit, found, typed, by_field(sent.faults()));
    const web::Url page = web::path("/verhaal-over-mij");
    const web::Url done = visit.request.form["doen"] == "vertel" ? web::path("/verhaal-over-mij/vertel") : web::path("/verhaal-over-mij").with("gedaan", "anders");
    return keep_or_change_sent(desk, visit, {.record = {.id = sent_id(visit), .kind = RecordKind::self_story, .body = in_json(story), .links = links_of(story), .made_at = {}, .owner = visit.who().person},
                                             .form = page, .done = done});
}

}  // namespace loopbaankaart::journey

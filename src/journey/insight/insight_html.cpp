#include "insight_html.hpp"

#include <array>

#include "../first_words.hpp"
#include "../sharing/shareable_record.hpp"
#include "insight_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t line_bytes = 80;

// What a part of it is called in a form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> field_names{{{"happened", "gebeurd"}, {"word", "kernwoord"}, {"learn", "leren"}, {"marks", "over"}}};

void scrap(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Behind& behind, const std::optional<KeptThing>& thing) {
    if (thing && !thing->thrown_at) {
        const PlaceName place = name_of(atlas, thing->place, thing->place_name, visit.language());
        return thing_card(html, visit, *thing, &place);
    }
    if (behind.owner != visit.who().person) return;
    html.li({web::cls("gone")}, [&] {
        if (thing) return html.a({web::href(web::path("/rugzak", thing->id.view()))}, word::experience_in_bin);
        html.text(word::experience_gone);
    });
}

void said(Html& html, Heading heading, const base::Word& title, std::string_view words) {
    if (words.empty()) return;
    if (heading == Heading::second) html.h2({}, title);
    else html.h3({}, title);
    html.paragraphs(words);
}

}  // namespace

web::Url page_of_insight(const base::Id& id) { return web::path("/inzichten", id.view()); }
web::Url page_of_insight(const Record& insight, std::string_view what) { return web::path("/inzichten", insight.id.view(), what); }

std::string line_of_insight(const Record& insight, base::Language language) {
    const Insight is = insight_of(insight);
    if (!is.word.empty()) return is.word;
    if (is.happened.empty()) return std::string{word::insight.in(language)};
    const std::string_view begins = first_words(is.happened, line_bytes);
    return std::string{begins} + (begins.size() < is.happened.size() ? "…" : "");
}

void what_it_says(Html& html, const Insight& insight, Heading heading) {
    said(html, heading, word::happened_exactly, insight.happened);
    said(html, heading, word::wants_to_learn, insight.learn);
    if (insight.marks.none()) return;
    html.ul({web::cls("marks")}, [&] {
        for (const auto& each : insight_marks)
            if (insight.has(each.mark)) html.li({}, each.name);
    });
}

void all_it_says(Html& html, const access::Visit&, const Record& record) {
    const Insight insight = insight_of(record);
    if (!insight.word.empty()) html.h3({}, insight.word);
    what_it_says(html, insight, Heading::third);
}

void tell_insight(Html& html, storage::Reads&, storage::Vault&, const access::Viewer&, const Record& record) { what_it_says(html, insight_of(record), Heading::third); }

const Shareable& shared_insights() {
    static const Shareable made = shareable_record<insight_form>("inzicht", "inzicht", word::insight);
    return made;
}

Behind behind(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Record& insight, base::Instant now) {
    const auto seen = [&](const base::Id& id) {
        auto thing = find_thing(reads, vault, viewer, id, now);
        return thing && thing->owner == insight.owner ? std::move(thing) : std::nullopt;
    };
    Behind found{.owner = insight.owner.value(), .experience = {}, .beside = {}};
    if (const auto from = experience_of(insight)) found.experience = seen(*from);
    if (const auto other = beside_of(insight)) {
        found.has_beside = true;
        found.beside = seen(*other);
    }
    return found;
}

void experiences(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Behind& behind) {
    html.ul({behind.has_beside ? web::cls("kept laid two") : web::cls("kept laid")}, [&] {
        scrap(html, visit, atlas, behind, behind.experience);
        if (behind.has_beside) scrap(html, visit, atlas, behind, behind.beside);
    });
}

Insight typed_insight(const web::Fields& form, Insight said) {
    if (form.has("gebeurd")) {
        said.happened = form["gebeurd"];
        said.marks.reset();
        for (const std::string_view code : form.all("over"))
            for (const auto& each : insight_marks)
                if (code == each.code.view()) said.marks.set(static_cast<std::size_t>(each.mark));
    }
    if (form.has("kernwoord")) said.word = form["kernwoord"];
    if (form.has("leren")) said.learn = form["leren"];
    return said;
}

CheckedInsight check_typed(const Insight& typed) {
    BodyReader sent{in_json(typed)};
    CheckedInsight checked{.body = check_insight(sent), .errors = {}};
    for (const web::FieldError& fault : sent.faults())
        for (const auto& [name, field] : field_names)
            if (fault.field == name) checked.errors.add(field, fault.error);
    return checked;
}

}  // namespace loopbaankaart::journey

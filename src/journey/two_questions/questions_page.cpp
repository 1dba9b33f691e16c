// GET and POST /vragen: the two questions, and what was answered before. POST /vragen-later puts them off.
#include <algorithm>

#include "answer_html.hpp"
#include "two_questions_pages.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 12;

struct Questions {
    std::optional<DueQuestion> due;
    std::vector<Record> earlier;       // newest first
    std::vector<PlaceVisit> visits;
    std::optional<base::Id> before;    // only what was answered before this one
    bool more = false;                 // there are older ones
};

std::string notice_of_questions(const access::Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    if (done == "later") return title_of(visit, word::questions_later);
    return done == "niet-nu" ? title_of(visit, word::questions_not_now) : std::string{};
}

// Where they were on that day, as far as it is known by more than a guess.
std::string places_then(const access::Visit& visit, const atlas::Atlas& atlas, const std::vector<PlaceVisit>& visits, base::Instant then) {
    std::vector<std::string> names;
    for (const PlaceVisit& each : visits) {
        if (each.said == Precision::unknown || each.said == Precision::before || each.since > then || (each.until && *each.until < then)) continue;
        std::string name = name_of(atlas, each.place, each.place_name, visit.language()).text;
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    if (names.empty()) return {};
    return base::say(word::you_were_at, visit.language(), {{"places", fmt::format("{}", fmt::join(names, ", "))}});
}

// A question with its own drawing, and room for an answer.
void question(Html& html, web::Literal drawing, const web::Field& field) {
    html.div({web::cls("question")}, [&] {
        web::landmark(html, drawing.view());
        web::text_area(html, field, 4);
    });
}

void ask(Html& html, const access::Visit& visit, const web::FieldErrors& errors) {
    const web::Fields& form = visit.request.form;
    web::form(html, web::path("/vragen"), visit.form_token, visit.site.new_id(), [&] {
        question(html, "mirador", {.name = "halen", .label = word::question_wants, .value = form["halen"], .error = errors.find("halen"), .optional = true});
        question(html, "reisbureau", {.name = "dienst", .label = word::question_service, .value = form["dienst"], .error = errors.find("dienst"), .optional = true});
        html.div({web::cls("doings equals")}, [&] {
            web::secondary_button(html, word::keep, "pen");
            web::secondary_button(html, word::not_yet, "vraag", {"weet", "nog-niet"});
        });
    });
}

void leave_it_for_now(Html& html, const access::Visit& visit) {
    web::form(html, web::path("/vragen-later"), visit.form_token, [&] {
        html.div({web::cls("put-off")}, [&] {
            web::quiet_button(html, word::ask_me_later, {"wanneer", "week"});
            web::quiet_button(html, word::ask_me_not_now, {"wanneer", "ander-moment"});
        });
    });
}

void earlier(Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const Questions& found) {
    if (found.earlier.empty()) return;
    html.section({}, [&] {
        html.h2({}, word::you_answered_before);
        html.ol({web::cls("said-before")}, [&] {
            for (const Record& one : found.earlier)
                html.li({}, [&] {
                    html.a({web::href(page_of_answer(one.id))}, [&] {
                        html.time({web::cls("when"), web::attr("datetime", base::iso(one.made_at))}, base::day_in_words(one.made_at, visit.language(), visit.site.time_zone));
                        html.p({answer_of(one).not_yet ? web::cls("said not-yet") : web::cls("said")}, line_of_answer(one, visit.language()));
                    });
                    if (const std::string where = places_then(visit, atlas, found.visits, one.made_at); !where.empty()) html.p({web::cls("small")}, where);
                });
        });
        if (found.more) web::actions(html, [&] { web::secondary_link(html, web::path("/vragen").with("voor", found.earlier.back().id.view()), word::older, "pijl"); });
    });
}

Questions read_questions(const access::Visit& visit, const std::optional<base::Id>& before) {
    Questions found{.due = {}, .earlier = {}, .visits = {}, .before = before};
    visit.school().read([&](storage::Reads& reads) {
        found.due = question_due(reads, visit.who(), visit.site.now());
        found.earlier = records_of(reads, visit.school().vault(), visit.who(), RecordKind::answer, on_a_page + 1, before);
        if (!found.earlier.empty()) found.visits = visits_of(reads, visit.who());
    });
    found.more = found.earlier.size() > on_a_page;
    if (found.more) found.earlier.pop_back();
    return found;
}

void onward(Html& html, const access::Visit& visit) {
    html.ul({web::cls("ways")}, [&] {
        html.li({}, [&] { html.a({web::href(web::path("/dit-doen-we"))}, word::what_we_do); });
        if (access::guides.allows(visit)) html.li({}, [&] { html.a({web::href(web::path("/antwoorden"))}, word::answers_to_read); });
    });
}

void asked_now(Html& html, const access::Visit& visit, const Questions& found, const web::FieldErrors& errors) {
    if (found.due && found.due->moment) html.p({web::cls("moment-of")}, found.due->moment->name);
    html.p({web::cls("lead")}, word::questions_plainly);
    web::error_summary(html, errors);
    ask(html, visit, errors);
    if (found.due) leave_it_for_now(html, visit);
    html.p({web::cls("small")}, word::only_you);
}

web::Reply questions_page(const Desk& desk, const access::Visit& visit, const Questions& found, const web::FieldErrors& errors) {
    const auto atlas = desk.atlases.of(visit.site);
    return visit.page(title_of(visit, word::two_questions), [&](Html& html) {
        if (found.before) web::back_link(html, web::path("/vragen"), word::to_the_newest);
        else web::back_link(html, web::path("/rugzak"), word::to_the_backpack);
        html.h1({}, word::two_questions);
        html.div({web::cls("question-sides")}, [&] {
            if (!found.before && !visit.who().left()) html.div({}, [&] { asked_now(html, visit, found, errors); });
            earlier(html, visit, *atlas, found);
        });
        onward(html, visit);
    }, errors.empty() ? 200 : 422, notice_of_questions(visit), questions_look);
}

}  // namespace

web::Answer show_questions(const Desk& desk, const access::Visit& visit) {
    const std::string_view after = visit.request.query["voor"];
    const auto before = base::Id::parse(after);
    if (!after.empty() && !before) return visit.absent();
    return questions_page(desk, visit, read_questions(visit, before), {});
}

web::Answer answer_questions(const Desk& desk, const access::Visit& visit) {
    const web::Fields& form = visit.request.form;
    BodyReader sent{in_json({.wants = std::string{form["halen"]}, .service = std::string{form["dienst"]}, .not_yet = form["weet"] == "nog-niet"})};
    Record answer{.id = sent_id(visit), .kind = RecordKind::answer, .body = check_answer(sent), .made_at = {}, .owner = visit.who().person};
    web::FieldErrors errors;
    for (const web::FieldError& fault : sent.faults()) errors.add(fault.field == "service" ? "dienst" : "halen", fault.error);
    if (!errors.empty()) return questions_page(desk, visit, read_questions(visit, {}), errors);
    const web::Url done = page_of_answer(answer.id).with("gedaan", "bewaard");
    return keep_sent(desk, visit, {.record = std::move(answer), .form = web::path("/vragen"), .done = done});
}

// Sent twice, the second time nothing is due.
web::Answer put_questions_off(const access::Visit& visit) {
    const PutOff until = visit.request.form["wanneer"] == "week" ? PutOff::a_week : PutOff::another_moment;
    return web::Write{[&visit, until](storage::Writes& writes) {
        put_off(writes, visit.who(), until, visit.site.now());
        return web::go(web::path("/vragen").with("gedaan", until == PutOff::a_week ? "later" : "niet-nu"));
    }};
}

}  // namespace loopbaankaart::journey

// GET and POST /kompas/rand: the words round the rim. Every form carries the rim as its maker saw it, so sending again puts nothing on it twice.
#include "compass_html.hpp"
#include "compass_pages.hpp"
#include "records_words.hpp"
#include "taken_from.hpp"

namespace loopbaankaart::journey {

namespace {

using web::cls, web::Html;

std::optional<Record> kept_rim(const access::Visit& visit) {
    std::optional<Record> rim;
    visit.school().read([&](storage::Reads& reads) { rim = single_record(reads, visit.school().vault(), visit.who(), RecordKind::rim); });
    return rim;
}

struct Shown {
    std::optional<Record> kept;
    Rim rim;
    std::string fresh = {};  // what was typed to put on it
    web::FieldErrors errors = {};
};

class RimPage {
public:
    RimPage(const access::Visit& visit, const Shown& shown) : visit_{visit}, shown_{shown} {}

    void write(Html& html) const {
        web::back_link(html, web::path("/kompas"), word::to_the_compass);
        html.h1({}, word::on_the_rim);
        web::error_summary(html, shown_.errors);
        html.div({cls("compass-sides two")}, [&] {
            html.div({}, [&] { compass_with_words(html, texts_of(shown_.rim), {}); });
            html.div({}, [&] {
                one_more(html);
                what_is_there(html);
                if (shown_.kept) record_ways(html, visit_, *shown_.kept);
            });
        });
        html.p({cls("small")}, word::nobody_else_sees);
    }

private:
    void form(Html& html, const std::function<void()>& content) const {
        web::form(html, web::path("/kompas/rand"), visit_.form_token, visit_.site.new_id(), [&] {
            seen_field(html, shown_.kept ? &*shown_.kept : nullptr);
            carry_rim(html, shown_.rim);
            content();
        });
    }

    void one_more(Html& html) const {
        const bool full = shown_.rim.words.size() >= most_on_rim;
        if (full && shown_.errors.empty()) return html.p({}, word::rim_full);
        form(html, [&] {
            web::text_field(html, {.name = "nieuw", .label = word::what_matters, .hint = &word::word_hint, .value = shown_.fresh, .error = shown_.errors.find("nieuw"), .most = most_in_rim_word});
            web::actions(html, [&] {
                web::primary_button(html, word::put_on_rim, "pen");
                web::secondary_link(html, web::path("/kompas/rand/uit-rugzak"), word::from_backpack, "rugzak");
            });
        });
    }

    void what_is_there(Html& html) const {
        if (shown_.rim.words.empty()) return;
        html.p({}, [&] { web::secondary_link(html, web::path("/kompas"), word::turn_the_needle, "kompas"); });
        form(html, [&] {
            html.ul({cls("lines")}, [&] {
                for (std::size_t at = 0; at < shown_.rim.words.size(); ++at) line(html, at);
            });
        });
    }

    void line(Html& html, std::size_t at) const {
        html.li({}, [&] {
            slip(html, shown_.rim.words[at].text, false);
            if (shown_.rim.words.size() > 1) web::quiet_button(html, word::move_round, {"doen", fmt::format("door-{}", at)});
            web::quiet_button(html, word::take_off, {"doen", fmt::format("weg-{}", at)});
        });
    }

    const access::Visit& visit_;
    const Shown& shown_;
};

web::Reply rim_page(const access::Visit& visit, const Shown& shown) {
    const std::string notice = visit.request.query["gedaan"] == "anders" ? title_of(visit, word::kept) : std::string{};
    return visit.page(title_of(visit, word::on_the_rim), [&](Html& html) { RimPage{visit, shown}.write(html); }, shown.errors.empty() ? 200 : 422, notice, compass_look);
}

// What a button asks: "door-2", "weg-2". False: it is the new word that is sent.
bool do_it(Rim& rim, std::string_view deed) {
    const std::size_t dash = deed.find('-');
    const auto at = dash == std::string_view::npos ? std::nullopt : base::whole_number(deed.substr(dash + 1));
    if (!at || *at < 0) return false;
    if (deed.starts_with("door-")) move_on_rim(rim, static_cast<std::size_t>(*at));
    else if (deed.starts_with("weg-")) take_off_rim(rim, static_cast<std::size_t>(*at));
    else return false;
    return true;
}

}  // namespace

web::Answer show_rim(const access::Visit& visit) {
    auto kept = kept_rim(visit);
    const Rim rim = kept ? rim_of(*kept) : Rim{};
    return rim_page(visit, {.kept = std::move(kept), .rim = rim});
}

web::Answer change_rim(const Desk& desk, const access::Visit& visit) {
    const web::Fields& form = visit.request.form;
    Shown shown{.kept = kept_rim(visit), .rim = {}};
    BodyReader sent{in_json(carried_rim(form))};
    shown.rim = read_rim(sent);
    for (const web::FieldError& fault : sent.faults()) shown.errors.add("nieuw", fault.error);
    Rim changed = shown.rim;
    if (shown.errors.empty() && !do_it(changed, form["doen"])) {
        RimWord put = word_sent(visit, form);
        shown.fresh = put.text;
        if (const auto done = put_on_rim(changed, std::move(put)); !done) shown.errors.add("nieuw", done.error());
    }
    if (!shown.errors.empty()) return rim_page(visit, shown);
    leave_strange_sources_out(visit, changed, shown.kept ? rim_of(*shown.kept) : Rim{});
    return keep_or_change_sent(desk, visit, {.record = {.id = sent_id(visit), .kind = RecordKind::rim, .body = in_json(changed), .links = links_of(changed), .made_at = {}, .owner = visit.who().person},
                                             .form = web::path("/kompas/rand"), .done = web::path("/kompas/rand").with("gedaan", "anders")});
}

}  // namespace loopbaankaart::journey

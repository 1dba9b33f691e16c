// GET /stroom/oordeel/mijn: how what the viewer expected came out, for them alone; and as CSV, to take along.
#include "../judgement/tenths.hpp"
#include "../through/steps.hpp"
#include "hunch_file.hpp"
#include "hunch_html.hpp"
#include "hunches_words.hpp"

namespace loopbaankaart::flow {

namespace {

using web::Html;

void group_by_group(Html& html, const std::vector<OwnHunch>& own) {
    const base::Language language = html.language();
    const auto said = [&](const base::Word& how, int some) { return base::say(how, language, {{"some", std::to_string(some)}}); };
    html.details({}, [&] {
        html.summary({}, word::own_hunches_list);
        html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"), web::attr("aria-label", word::own_hunches_list.in(language))}, [&] {
            html.table({web::cls("stack")}, [&] {
                html.thead({}, [&] {
                    html.tr({}, [&] {
                        for (const base::Word* name : {&word::hunch_group, &word::hunch_row_you, &word::hunch_row_came_out, &word::hunch_year}) html.th({web::attr("scope", "col")}, *name);
                    });
                });
                html.tbody({}, [&] {
                    for (const OwnHunch& one : own)
                        html.tr({}, [&] {
                            html.th({web::attr("scope", "row")}, [&] { html.a({web::href(page_of_judged(one.group))}, one.name + " · " + one.outcome); });
                            html.td({}, said(word::hunch_you_said, one.hunch.of_ten));
                            html.td({}, said(word::hunch_about_of_ten, of_ten_kept(one.hunch.students, one.hunch.happened)));
                            html.td({}, school_year(static_cast<std::int32_t>(one.hunch.cohort)));
                        });
                });
            });
        });
    });
}

}  // namespace

web::Answer show_own_hunches(const access::Visit& visit) {
    std::vector<OwnHunch> own;
    visit.school().read([&](storage::Reads& reads) { own = own_hunches(reads, visit.who()); });
    std::vector<Hunch> hunches;
    for (const OwnHunch& one : own) hunches.push_back(one.hunch);
    const std::vector<CalibrationClass> classes = calibration(hunches);
    return visit.work_page(title_of(visit, word::own_hunches_title), [&](Html& html) {
        web::back_link(html, web::path("/stroom/oordeel"), word::our_judgement);
        html.h1({}, word::own_hunches_title);
        html.p({web::cls("lead for-me")}, [&] {
            web::symbol(html, "slot");
            html.text(word::only_you_see);
        });
        if (own.empty()) web::empty_place(html, "mirador", word::own_hunches_none);
        else {
            html.div({web::cls("calibrated")}, [&] {
                calibration_picture(html, {classes});
                html.div({}, [&] {
                    calibration_table(html, {classes});
                    how_to_read_calibration(html);
                    if (own.size() < enough_to_compare) html.p({web::cls("small")}, base::say(word::own_hunches_few, html.language(), {{"count", std::to_string(own.size())}}));
                });
            });
            group_by_group(html, own);
        }
        html.p({web::cls("small")}, [&] {
            html.a({web::href(web::path("/stroom/oordeel/mijn/csv"))}, word::own_hunches_csv);
            html.text(". ");
            html.a({web::href(web::path("/meenemen"))}, word::own_hunches_along);
        });
    }, 200, {}, hunch_look);
}

web::Answer give_own_hunches(const access::Visit& visit) {
    std::string file;
    visit.school().read([&](storage::Reads& reads) { file = own_hunch_file(reads, visit.who(), visit.language()); });
    web::Reply reply{.type = "text/csv; charset=utf-8", .body = std::move(file)};
    reply.headers = {{"Cache-Control", "private, no-store"}, {"Content-Disposition", "attachment; filename=\"" + std::string{own_hunch_file_name} + "\""}};
    return reply;
}

}  // namespace loopbaankaart::flow

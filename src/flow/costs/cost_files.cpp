// GET /stroom/kosten/beeld and /csv: one activity's figures to take along, of one group as a picture, of all groups for a spreadsheet.
#include "../pages.hpp"
#include "../through/take_along.hpp"
#include "cost_file.hpp"
#include "cost_picture.hpp"
#include "question.hpp"

namespace loopbaankaart::flow {

namespace {

std::optional<CostAnswer> costs_asked(const access::Visit& visit) {
    std::optional<CostAnswer> answer;
    visit.school().read([&](storage::Reads& reads) { answer = answer_costs(reads, cost_question(visit.request.query)); });
    return answer;
}

}  // namespace

web::Answer give_cost_picture(const MakesPng& png, const access::Visit& visit) {
    const auto answer = costs_asked(visit);
    if (!answer) return visit.absent();
    const web::Fields& query = visit.request.query;
    std::string svg = cost_picture(answer->line, {query["vorm"] == "smal" ? Width::narrow : Width::wide, query["licht"] == "nacht", visit.language()});
    if (query["als"] == "png") return png_of(visit, png, std::move(svg), "kosten");
    web::Reply reply{.type = "image/svg+xml", .body = std::move(svg)};
    reply.headers = {{"Cache-Control", "private, no-store"}};
    if (query.has("bewaar")) reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"kosten.svg\"");
    return reply;
}

web::Answer give_cost_file(const access::Visit& visit) {
    const auto answer = costs_asked(visit);
    if (!answer) return visit.absent();
    web::Reply reply{.type = "text/csv; charset=utf-8", .body = cost_file(answer->lines, visit.language())};
    reply.headers = {{"Cache-Control", "private, no-store"}, {"Content-Disposition", "attachment; filename=\"kosten.csv\""}};
    return reply;
}

}  // namespace loopbaankaart::flow

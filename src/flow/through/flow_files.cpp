// GET /stroom/doorstroom/beeld and /csv: one table of figures to take along, as a picture (SVG, or PNG with als=png) and for a spreadsheet; of the whole school when none is named.
#include <fmt/format.h>

#include <flow/words.hpp>

#include "../pages.hpp"
#include "flow_file.hpp"
#include "flow_picture.hpp"
#include "selection.hpp"
#include "take_along.hpp"

namespace loopbaankaart::flow {

namespace {

std::optional<Selection> table_asked(const access::Visit& visit) {
    std::optional<Selection> selection;
    visit.school().read([&](storage::Reads& reads) { selection = select(reads, asked_in(visit.request.query)); });
    return selection;
}

}  // namespace

web::Answer give_flow_picture(const MakesPng& png, const access::Visit& visit) {
    const auto selection = table_asked(visit);
    if (!selection) return visit.absent();
    const web::Fields& query = visit.request.query;
    std::string svg = flow_picture(selection->set.states, selection->table, {query["vorm"] == "smal" ? Width::narrow : Width::wide, query["licht"] == "nacht", visit.language()});
    if (query["als"] == "png") return png_of(visit, png, std::move(svg), "doorstroom");
    web::Reply reply{.type = "image/svg+xml", .body = std::move(svg)};
    reply.headers = {{"Cache-Control", "private, no-store"}};
    if (query.has("bewaar")) reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"doorstroom.svg\"");
    return reply;
}

web::Answer give_flow_file(const access::Visit& visit) {
    const auto selection = table_asked(visit);
    if (!selection) return visit.absent();
    web::Reply reply{.type = "text/csv; charset=utf-8", .body = flow_file(selection->set.states, selection->table, visit.language())};
    reply.headers = {{"Cache-Control", "private, no-store"}, {"Content-Disposition", "attachment; filename=\"doorstroom.csv\""}};
    return reply;
}

}  // namespace loopbaankaart::flow

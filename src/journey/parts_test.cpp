#include "part.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "pages.hpp"
#include "trial.hpp"

namespace loopbaankaart::journey {
namespace {

constexpr base::Word compass_word{"test.compass", {"Kompas", "Compass"}}, wishes_word{"test.wishes", {"Wensen", "Wishes"}};
const std::vector<Part> trial_parts{
    {.code = "kompas", .pocket = Pocket{"kompas", compass_word, compass_word, "/kompas", "kompas"}},
    {.code = "zonder"},
    {.code = "wensen", .pocket = Pocket{"ster", wishes_word, wishes_word, "/wensen", "wensboom"}},
};

std::string strip(std::string_view but, std::string_view at_place = {}) {
    web::Html html{base::Language::nl};
    pockets_strip(html, trial_parts, but, at_place);
    return html.take();
}

TEST(Parts, have_each_a_code_of_their_own_and_kinds_that_no_other_has) {
    std::set<std::string_view> codes;
    std::set<RecordKind> kinds;
    for (const Part& part : parts()) {
        EXPECT_TRUE(codes.insert(part.code.view()).second) << part.code.view();
        for (const RecordForm& form : part.records) EXPECT_TRUE(kinds.insert(form.kind).second) << code(form.kind);
    }
    EXPECT_FALSE(codes.empty());
}

TEST(Parts, that_one_has_along_lead_to_a_page_and_stand_at_a_place_of_the_map) {
    const atlas::Atlases atlases;
    const auto atlas = atlas::load_atlas().atlas;
    workshop::Workshop workshop;
    const web::Router router{routes(atlases, workshop)};
    const std::string_view drawn = web::asset("symbols.svg").plain;
    for (const Part& part : parts()) {
        if (!part.pocket) continue;
        EXPECT_NE(router.find(web::Method::get, part.pocket->path.view()).route, nullptr) << part.code.view();
        EXPECT_NE(atlas->find(part.pocket->at_place.view()), nullptr) << part.code.view();
        EXPECT_NE(drawn.find(fmt::format("id=\"{}\"", part.pocket->symbol.view())), std::string_view::npos) << part.code.view();
    }
}

TEST(Pockets, show_what_one_has_along_and_not_where_one_is) {
    const std::string all = strip("/rugzak");
    EXPECT_NE(all.find("href=\"/kompas\""), std::string::npos);
    EXPECT_NE(all.find("href=\"/wensen\""), std::string::npos);
    EXPECT_EQ(strip("/kompas").find("href=\"/kompas\""), std::string::npos);
}

TEST(Pockets, at_a_place_are_those_it_leads_to) {
    const std::string at_the_tree = strip({}, "wensboom");
    EXPECT_NE(at_the_tree.find("href=\"/wensen\""), std::string::npos);
    EXPECT_EQ(at_the_tree.find("href=\"/kompas\""), std::string::npos);
    EXPECT_EQ(strip({}, "haven"), "");
}

TEST(Parts, bring_their_routes_together) {
    const atlas::Atlases atlases;
    workshop::Workshop workshop;
    const auto one = [](const Desk&) -> std::vector<access::Route> {
        return {{web::Method::get, "/kompas", [](const access::Visit& visit) -> web::Answer { return visit.absent(); }, access::own_reading}};
    };
    const std::vector<Part> two{{.code = "kompas", .routes = one}, backpack_part()};
    const web::Router router{routes_of({atlases, workshop, two})};
    for (const char* path : {"/kompas", "/rugzak"}) EXPECT_NE(router.find(web::Method::get, path).route, nullptr) << path;
}

}  // namespace
}  // namespace loopbaankaart::journey

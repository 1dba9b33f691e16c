// The page of through-flow, what it leads to, and how sure it says a share is.
#include <tuple>

#include "../trial_pages.hpp"
#include "flow_file.hpp"
#include "flow_layout.hpp"
#include "flow_picture.hpp"

namespace loopbaankaart::flow {
namespace {

class ThroughFlow : public trial::FigurePages {
protected:
    void keep(std::vector<Programme> programmes, const std::string& name = "inschrijvingen") {
        keep(school_of(std::move(programmes)), name);
    }
    static Paths school_of(std::vector<Programme> programmes) {
        Paths paths{.states = {"year_1", "year_2", "left"}, .programmes = std::move(programmes), .paths = {}, .seen_until = 2022};
        for (std::uint32_t programme = 0; programme < paths.programmes.size(); ++programme)
            for (const std::int32_t began : {2020, 2021}) {
                paths.paths.push_back({programme, began, {0, 1}, 90});
                paths.paths.push_back({programme, began, {0, 2}, 30});
            }
        return paths;
    }
    void keep(const Paths& paths, const std::string& name) {
        world.school().write_now([&](storage::Writes& writes) { keep_set(writes, world.id(), name, "", hide_small(paths), world.clock().now()); });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ThroughFlow, workbench::both, workbench::name);

TEST_P(ThroughFlow, is_for_analysts_and_coordinators) {
    keep({{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "3"}});
    for (const access::Role role : {access::Role::analyst, access::Role::coordinator, access::Role::counsellor, access::Role::student, access::Role::administrator}) {
        auto visitor = signed_in(role);
        const bool may = role == access::Role::analyst || role == access::Role::coordinator;
        for (const char* path : {"/stroom", "/stroom/doorstroom", "/stroom/doorstroom/beeld", "/stroom/doorstroom/csv"}) {
            visitor.get(path);
            EXPECT_EQ(visitor.status(), may ? 200 : 404) << path << access::code(role);
            EXPECT_TRUE(may || !visitor.shows("Kok"));
        }
    }
}

TEST_P(ThroughFlow, invites_when_there_are_no_data) {
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/doorstroom");
    EXPECT_EQ(analyst.status(), 200);
    EXPECT_FALSE(analyst.shows("<select"));
    analyst.get("/stroom/doorstroom/csv");
    EXPECT_EQ(analyst.status(), 404);
}

TEST_P(ThroughFlow, shows_what_is_asked_or_what_comes_nearest) {
    keep({{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "4"}, {"Monteur", "Techniek", "4"}});
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/doorstroom?sector=Horeca");
    EXPECT_TRUE(analyst.shows("120 van 480"));
    analyst.get("/stroom/doorstroom?jaar=2020&naast=2021");
    EXPECT_TRUE(analyst.shows("90 van 360"));
    EXPECT_FALSE(analyst.shows("class=\"notice\""));
    analyst.get("/stroom/doorstroom?niveau=4");
    EXPECT_TRUE(analyst.shows("180 van 720")) << "of both sectors";
    analyst.get("/stroom/doorstroom?opleiding=Kok&naast=school");
    EXPECT_TRUE(analyst.shows("60 van 240") && analyst.shows("180 van 720"));
    analyst.get("/stroom/doorstroom?gegevens=nergens");
    EXPECT_EQ(analyst.status(), 404);
}

TEST_P(ThroughFlow, shows_one_year_of_a_sector_or_programme_and_takes_it_along) {
    keep({{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "4"}, {"Monteur", "Techniek", "4"}});
    auto analyst = signed_in(access::Role::analyst);
    for (const auto& [asked, some, csv] : {std::tuple{"?sector=Horeca&jaar=2020", "60 van 240", ";60;240;"}, std::tuple{"?opleiding=Kok&jaar=2021", "30 van 120", ";30;120;"}}) {
        analyst.get(std::string{"/stroom/doorstroom"} + asked);
        EXPECT_TRUE(analyst.shows(some)) << asked;
        EXPECT_FALSE(analyst.shows("class=\"notice\"")) << asked;
        analyst.get(std::string{"/stroom/doorstroom/csv"} + asked);
        EXPECT_TRUE(analyst.shows(csv)) << asked;
        analyst.get(std::string{"/stroom/doorstroom/beeld"} + asked);
        EXPECT_TRUE(analyst.shows("<svg")) << asked;
    }
    analyst.get("/stroom/doorstroom?sector=Horeca&jaar=2020&naast=school");
    EXPECT_TRUE(analyst.shows("60 van 240") && analyst.shows("90 van 360")) << "beside it, the school in that year";
    analyst.get("/stroom/doorstroom?sector=Horeca&naast=2021");
    EXPECT_TRUE(analyst.shows("120 van 480") && analyst.shows("60 van 240")) << "beside all its years, one of them";
}

TEST_P(ThroughFlow, says_so_when_one_year_is_not_told_and_leads_to_that_year_of_the_school) {
    Paths few = school_of({{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "4"}, {"Monteur", "Techniek", "4"}});
    std::erase_if(few.paths, [](const Path& path) { return path.programme == 0 && path.began == 2021; });
    few.paths.push_back({0, 2021, {0, 1}, 6});
    keep(few, "inschrijvingen");
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/doorstroom?opleiding=Kok&jaar=2021");
    EXPECT_TRUE(analyst.shows("class=\"notice\""));
    EXPECT_TRUE(analyst.shows("30 van 126")) << "both its years";
    EXPECT_TRUE(analyst.shows("/stroom/doorstroom?gegevens=inschrijvingen&amp;jaar=2021"));
    analyst.get("/stroom/doorstroom?opleiding=Kok&naast=2021");
    EXPECT_TRUE(analyst.shows("class=\"notice\"")) << "beside it stands the school";
    analyst.get("/stroom/doorstroom?naast=2021");
    EXPECT_FALSE(analyst.shows("class=\"notice\"")) << "as beside the school it was asked";
}

TEST_P(ThroughFlow, shows_a_programme_that_is_of_another_sector_than_was_asked_and_leads_to_the_sector) {
    keep({{"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "4"}, {"Monteur", "Techniek", "4"}});
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/doorstroom?opleiding=Kok&sector=Techniek");
    EXPECT_TRUE(analyst.shows("60 van 240"));
    EXPECT_TRUE(analyst.shows("class=\"notice\"") && analyst.shows("/stroom/doorstroom?gegevens=inschrijvingen&amp;sector=Techniek"));
    analyst.get("/stroom/doorstroom?opleiding=Kok&sector=Horeca");
    EXPECT_FALSE(analyst.shows("class=\"notice\""));
}

TEST_P(ThroughFlow, offers_programmes_by_sector_in_the_order_of_the_alphabet) {
    keep({{"Monteur", "Techniek", "4"}, {"Kok", "Horeca", "4"}, {"Bakker", "Horeca", "4"}, {"Lasser", "Techniek", "3"}});
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/doorstroom?opleiding=Kok");
    const std::string& page = analyst.body();
    std::size_t at = 0;
    for (const char* next : {"<optgroup label=\"Horeca\"", "value=\"Bakker\"", "value=\"Kok\"", "<optgroup label=\"Techniek\"", "value=\"Lasser\"", "value=\"Monteur\""}) {
        at = page.find(next, at);
        ASSERT_NE(at, page.npos) << next;
    }
}

TEST_P(ThroughFlow, makes_text_of_what_a_file_says) {
    const std::string evil = "=1+1\"><script>alert(1)</script>";
    keep({{evil, "Horeca", "4"}, {"Bakker", "Horeca", "4"}});
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/doorstroom?opleiding=%3D1%2B1%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    EXPECT_FALSE(analyst.shows("<script>alert"));
    std::size_t formulas = 0;
    const std::string asked = "?opleiding=%3D1%2B1%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for (const std::string& behind : {std::string{}, asked}) {
        analyst.get("/stroom/doorstroom/beeld" + behind);
        EXPECT_FALSE(analyst.shows("<script>alert"));
        analyst.get("/stroom/doorstroom/csv" + behind);
        EXPECT_FALSE(analyst.shows("\n=")) << "no cell is a formula";
        EXPECT_FALSE(analyst.shows("\n\"="));
        if (analyst.shows("'=1+1")) ++formulas;
    }
    EXPECT_GT(formulas, 0U);
}

TEST(SafeCell, begins_no_formula_and_keeps_the_rest) {
    for (const char* text : {"=1+1", "+1", "-1", "@x", "\tx", "  =1"}) EXPECT_EQ(safe_cell(text, ';').find('\'') == std::string::npos, false) << text;
    EXPECT_EQ(safe_cell("Kok", ';'), "Kok");
    EXPECT_EQ(safe_cell("Kok; \"chef\"", ';'), "\"Kok; \"\"chef\"\"\"");
}

TEST(FlowLayout, bands_fill_the_places_they_leave_and_reach_but_for_what_is_not_told) {
    const std::vector<std::string> states{"year_1", "year_2", "left"};
    Table table;
    table.figures = {{0, 0, everyone, 100}, {0, 0, 1, 70}, {0, 0, 2, 18}};
    const FlowLayout layout = lay_out(states, steps_of(table), 300, 10);
    ASSERT_EQ(layout.nodes.size(), 3U);
    ASSERT_EQ(layout.bands.size(), 2U);
    const Node& start = layout.nodes.front();
    EXPECT_NEAR(start.told_out / (start.to - start.from), 0.88, 1e-9);
    for (const Node& node : layout.nodes) EXPECT_NEAR(node.year == 1 ? node.told_in : 0, node.year == 1 ? node.to - node.from : 0, 1e-9);
    const std::string drawn = flow_picture(states, table, {.width = Width::narrow});
    EXPECT_TRUE(drawn.starts_with("<svg") && drawn.find("url(#untold)") != drawn.npos);
    EXPECT_EQ(drawn, flow_picture(states, table, {.width = Width::narrow})) << "the same hand";
}

TEST(FlowLayout, ends_where_nothing_more_is_told) {
    const std::vector<std::string> states{"year_1", "year_2", "left"};
    Table table;
    table.figures = {{0, 0, everyone, 100}, {0, 0, 1, 70}, {1, 1, everyone, 70}};
    EXPECT_EQ(lay_out(states, steps_of(table), 300, 10).years, 2U);
    EXPECT_NE(flow_picture(states, table, {}).find("url(#untold)"), std::string::npos) << "where they went is not told";
}

}  // namespace
}  // namespace loopbaankaart::flow

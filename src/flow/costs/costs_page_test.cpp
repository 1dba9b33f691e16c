// The page of what activities take, what it leads to, and what is kept for it.
#include "../trial_pages.hpp"
#include "cost_file.hpp"
#include "question.hpp"

namespace loopbaankaart::flow {
namespace {

class CostPages : public trial::FigurePages {
protected:
    // In a programme, of a prior education: how many completed after 100 hours, and how many stopped after 50.
    struct Learners {
        std::uint32_t programme, prior;
        int completed, dropped;
    };
    Attempts attempts{.programmes = {"Kok", "Bakker"}, .priors = {"vmbo", "havo"}, .activities = {"Rekenen"}};
    void take_on(const Learners& some) {
        for (int student = 0; student < some.completed + some.dropped; ++student) {
            const bool completed = student < some.completed;
            attempts.person.push_back(static_cast<std::uint32_t>(attempts.size())), attempts.programme.push_back(some.programme), attempts.prior.push_back(some.prior), attempts.activity.push_back(0), attempts.number.push_back(1);
            attempts.hours.push_back(completed ? 100 : 50), attempts.outcome.push_back(completed ? Attempts::completed : Attempts::dropped);
            attempts.hour_price.push_back(10), attempts.price.push_back(0);
        }
    }
    void keep(const std::string& name = "uren") {
        world.school().write_now([&](storage::Writes& writes) { keep_costs(writes, world.id(), name, "abc", hide_small_costs(attempts), world.clock().now()); });
    }
    std::vector<CostLine> kept() {
        std::vector<CostLine> lines;
        world.school().read([&](storage::Reads& reads) {
            for (const KeptCosts& set : kept_costs(reads))
                for (CostLine& line : kept_cost_lines(reads, set.id)) lines.push_back(std::move(line));
        });
        return lines;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, CostPages, workbench::both, workbench::name);

TEST_P(CostPages, keep_what_may_be_shown_and_nothing_else) {
    take_on({0, 0, 40, 20}), take_on({0, 1, 30, 4}), take_on({1, 0, 25, 10}), take_on({1, 1, 15, 15});
    keep();
    keep();
    const std::vector<CostLine> lines = kept();
    const Costs costs = hide_small_costs(attempts);
    ASSERT_EQ(lines.size(), costs.lines.size()) << "the second time took the place of the first";
    for (std::size_t at = 0; at < lines.size(); ++at) {
        EXPECT_EQ(lines[at].programme, costs.lines[at].programme);
        EXPECT_EQ(lines[at].hours, costs.lines[at].hours);
        EXPECT_EQ(lines[at].dropped, costs.lines[at].dropped);
        EXPECT_EQ(lines[at].steps.size(), costs.lines[at].steps.size());
    }
    EXPECT_TRUE(std::none_of(lines.begin(), lines.end(), [](const CostLine& one) { return !one.programme.empty() && !one.prior.empty(); })) << "the four who stopped would be what is left of Kok, and what Bakker tells of havo would tell them";
    EXPECT_EQ(lines.front().students, 159U);
}

TEST_P(CostPages, are_for_analysts_and_coordinators) {
    take_on({0, 0, 40, 20}), take_on({1, 0, 25, 10});
    keep();
    for (const access::Role role : {access::Role::analyst, access::Role::coordinator, access::Role::counsellor, access::Role::student, access::Role::administrator}) {
        auto visitor = signed_in(role);
        const bool may = role == access::Role::analyst || role == access::Role::coordinator;
        for (const char* path : {"/stroom/kosten", "/stroom/kosten/beeld", "/stroom/kosten/csv"}) {
            visitor.get(path);
            EXPECT_EQ(visitor.status(), may ? 200 : 404) << path << access::code(role);
            EXPECT_TRUE(may || !visitor.shows("Rekenen"));
        }
    }
}

TEST_P(CostPages, invite_when_there_are_no_data) {
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/kosten");
    EXPECT_EQ(analyst.status(), 200);
    EXPECT_FALSE(analyst.shows("<select"));
    analyst.get("/stroom/kosten/csv");
    EXPECT_EQ(analyst.status(), 404);
}

TEST_P(CostPages, tell_what_a_completion_takes_and_what_it_costs_at_a_price) {
    take_on({0, 0, 40, 20}), take_on({0, 1, 20, 0}), take_on({1, 0, 30, 10}), take_on({1, 1, 20, 10});
    keep();
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/kosten?opleiding=Kok");
    EXPECT_TRUE(analyst.shows("€\u00A01.167")) << "(60 × 100 + 20 × 50) ÷ 60 × 10";
    analyst.get("/stroom/kosten?opleiding=Kok&prijs=20,50");
    EXPECT_TRUE(analyst.shows("€\u00A02.392")) << "116.7 × 20.50";
    EXPECT_TRUE(analyst.shows("value=\"20,50\"")) << "what was typed stands there";
    for (const char* wrong : {"gratis", "-3", "0", "1e9", "12.3.4", "nan"}) {
        analyst.get(std::string{"/stroom/kosten?prijs="} + wrong);
        EXPECT_EQ(analyst.status(), 200);
        EXPECT_TRUE(analyst.shows("href=\"#veld-prijs\"")) << wrong;
        EXPECT_TRUE(analyst.shows(std::string{"value=\""} + wrong + "\""));
    }
    analyst.get("/stroom/kosten?opleiding=Kok&vooropleiding=havo");
    EXPECT_FALSE(analyst.shows("class=\"notice\""));
    analyst.get("/stroom/kosten?opleiding=Slager");
    EXPECT_TRUE(analyst.shows("class=\"notice\"")) << "it is not there: all together";
    for (const char* nowhere : {"?gegevens=nergens", "?activiteit=niets"}) {
        analyst.get(std::string{"/stroom/kosten"} + nowhere);
        EXPECT_EQ(analyst.status(), 404);
    }
}

TEST_P(CostPages, make_text_of_what_a_file_says) {
    const std::string evil = "=1+1\"><script>alert(1)</script>";
    attempts.programmes[0] = attempts.activities[0] = attempts.priors[1] = evil;
    take_on({0, 0, 40, 20}), take_on({0, 1, 20, 10}), take_on({1, 0, 30, 10}), take_on({1, 1, 20, 10});
    keep(evil);
    auto analyst = signed_in(access::Role::analyst);
    const std::string asked = "?opleiding=%3D1%2B1%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for (const char* path : {"/stroom/kosten", "/stroom/kosten/beeld", "/stroom/kosten/csv"}) {
        analyst.get(path + asked);
        EXPECT_EQ(analyst.status(), 200);
        EXPECT_FALSE(analyst.shows("<script>alert") && std::string_view{path} != "/stroom/kosten/csv");
        EXPECT_FALSE(analyst.shows("\n=") || analyst.shows("\n\"=") || analyst.shows(";=") || analyst.shows(";\"=")) << "no cell is a formula";
    }
}

}  // namespace
}  // namespace loopbaankaart::flow

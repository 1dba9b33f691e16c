// The page that looks ahead: for whom it is, what it shows of what is asked, and what it refuses.
#include <flow/words.hpp>

#include "../trial_pages.hpp"
#include "fan.hpp"

namespace loopbaankaart::flow {
namespace {

// Five programmes of a size and one in which hardly anybody begins.
const Outlooks& of_six_programmes() {
    static const Outlooks outlooks = [] {
        School school = simulate({.seed = 7, .programmes = 6, .sectors = 2, .years = 6, .least_intake = 60, .most_intake = 120});
        const std::size_t states = school.states.size();
        for (std::size_t year = 0; year < school.years; ++year) {
            school.arrivals[year * 6 + 5] = 4;
            for (std::size_t at = 0; at < states * states; ++at) school.moves[(year * 6 + 5) * states * states + at] /= 20;
        }
        for (std::size_t state = 0; state < states; ++state) school.present[5 * states + state] /= 20;
        school.programmes = {"Kok", "Bakker", "Gastheer", "Monteur", "Smid", "Klein <b>"}, school.sectors = {"Horeca", "Techniek"}, school.sector = {0, 0, 0, 1, 1, 1};
        return outlooks_of(SchoolNow{std::move(school), {}}, Noise{{}}, 1);
    }();
    return outlooks;
}

class LookingAhead : public trial::FigurePages {
protected:
    void keep(const std::optional<Outlooks>& outlooks) {
        const Paths paths{.states = {"year_1", "left"}, .programmes = {{"Kok", "Horeca", "4"}}, .paths = {{0, 2020, {0, 0}, 40}, {0, 2020, {0, 1}, 20}}, .seen_until = 2021};
        world.school().write_now([&](storage::Writes& writes) {
            const base::Id set = world.id();
            keep_set(writes, set, "inschrijvingen", "", hide_small(paths), world.clock().now());
            if (outlooks) keep_outlooks(writes, set, *outlooks, 1);
        });
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, LookingAhead, workbench::both, workbench::name);

TEST_P(LookingAhead, is_for_analysts_and_coordinators) {
    keep(of_six_programmes());
    for (const access::Role role : {access::Role::analyst, access::Role::coordinator, access::Role::counsellor, access::Role::teamleader, access::Role::student, access::Role::administrator}) {
        auto visitor = signed_in(role);
        const bool may = role == access::Role::analyst || role == access::Role::coordinator;
        visitor.get("/stroom/vooruit");
        EXPECT_EQ(visitor.status(), may ? 200 : 404) << access::code(role);
        EXPECT_EQ(visitor.shows("Kok"), may);
    }
}

TEST_P(LookingAhead, shows_what_is_asked_with_its_figures) {
    keep(of_six_programmes());
    auto analyst = signed_in(access::Role::analyst);
    for (const char* path : {"/stroom/vooruit", "/stroom/vooruit?sector=Horeca&wat=left", "/stroom/vooruit?opleiding=Kok&wat=left"}) {
        analyst.get(path);
        EXPECT_EQ(analyst.status(), 200) << path;
        EXPECT_TRUE(analyst.shows("class=\"fan\"") && analyst.shows("class=\"gate")) << path;
    }
    for (const char* path : {"/stroom/vooruit?opleiding=nergens", "/stroom/vooruit?sector=nergens", "/stroom/vooruit?wat=nergens", "/stroom/vooruit?gegevens=nergens"}) {
        analyst.get(path);
        EXPECT_EQ(analyst.status(), 404) << path;
    }
}

TEST_P(LookingAhead, refuses_what_is_too_small_and_shows_the_next_larger) {
    keep(of_six_programmes());
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/vooruit?opleiding=Klein%20%3Cb%3E&instroom=50");
    EXPECT_EQ(analyst.status(), 200);
    EXPECT_TRUE(analyst.shows("class=\"notice\"") && analyst.shows("Techniek"));
    EXPECT_FALSE(analyst.shows("<b>")) << "a name is text";
    EXPECT_FALSE(analyst.shows("name=\"instroom\"")) << "and has no what-if of its own";
}

TEST_P(LookingAhead, tells_what_cannot_be_and_keeps_what_was_typed) {
    keep(of_six_programmes());
    auto analyst = signed_in(access::Role::analyst);
    for (const char* typed : {"veel", "-1", "100001", "9999999999999999999999"}) {
        analyst.get("/stroom/vooruit?opleiding=Kok&instroom=" + std::string{typed});
        EXPECT_EQ(analyst.status(), 422) << typed;
        EXPECT_TRUE(analyst.shows("value=\"" + std::string{typed} + "\"")) << typed;
    }
    analyst.get("/stroom/vooruit?minder=51&weg=left");
    EXPECT_EQ(analyst.status(), 422);
    analyst.get("/stroom/vooruit?minder=-50&weg=left&instroom=0&dicht=Kok");
    EXPECT_EQ(analyst.status(), 200);
}

TEST_P(LookingAhead, says_what_is_missing) {
    auto analyst = signed_in(access::Role::analyst);
    const auto asks = [&] {
        analyst.get("/stroom/vooruit");
        EXPECT_EQ(analyst.status(), 200);
        EXPECT_FALSE(analyst.shows("class=\"fan\""));
    };
    asks();
    keep(std::nullopt);
    asks();
    keep(outlooks_of(base::Result<SchoolNow>{base::Error{word::few_school_years, "2"}}, Noise{{}}, 1));
    asks();
}

TEST_P(LookingAhead, what_if_is_answered_beside_what_is_expected) {
    keep(of_six_programmes());
    auto analyst = signed_in(access::Role::analyst);
    analyst.get("/stroom/vooruit?opleiding=Kok&wat=left");
    const auto dashes = [&] { return analyst.shows("stroke-dasharray=\"6 4\""); };
    EXPECT_FALSE(dashes());
    for (const char* asked : {"&instroom=20", "&minder=5&weg=left"}) {
        analyst.get("/stroom/vooruit?opleiding=Kok&wat=left" + std::string{asked});
        EXPECT_TRUE(dashes()) << asked;
    }
    analyst.get("/stroom/vooruit?dicht=Kok");
    EXPECT_TRUE(dashes());
}

}  // namespace
}  // namespace loopbaankaart::flow

// The pages of bringing in: by one form or in pieces, for its owner alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "trial_bringing.hpp"

namespace loopbaankaart::journey {
namespace {

class BringingPages : public trial::BringingSchool {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, BringingPages, workbench::both, workbench::name);

TEST_P(BringingPages, of_somebody_else_is_nowhere) {
    const Bringing begun = arrived(joris, trial::packed_by_hand({}));
    const std::string page = "/meebrengen/" + begun.id.text();
    auto amina_visits = school.signed_in("amina");
    amina_visits.get("/meebrengen");
    const std::string key = trial::form_key(amina_visits);
    amina_visits.get(page);
    EXPECT_EQ(amina_visits.location(), "/meebrengen?gedaan=voorbij");
    for (const char* deed : {"/kijk", "/uitpakken", "/weg"}) {
        amina_visits.post(page + deed, {{"sleutel", key}, {"id", school.world.id().text()}});
        EXPECT_EQ(amina_visits.location(), "/meebrengen?gedaan=voorbij") << deed;
    }
    EXPECT_EQ(find(joris, begun.id)->state, BringingState::receiving);
}

TEST_P(BringingPages, goes_by_one_form_and_is_noted) {
    school.keep_for("amina", canary);
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen");
    visitor.attach("reis", archive_of(amina));
    visitor.submit("/meebrengen");
    ASSERT_EQ(visitor.status(), 303);
    const std::string page{visitor.location()};
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("<progress"));
    carry();
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("Persoon amina") && visitor.shows("Noordzijde College"));
    EXPECT_FALSE(visitor.shows(canary)) << "nothing of it is unpacked yet";
    const auto noted = [&] { return trial::raw_columns(school.world, "audit_entry", {"deed"}).find("brought_in") != std::string::npos; };
    EXPECT_FALSE(noted());
    visitor.submit(page + "/uitpakken");
    EXPECT_TRUE(noted());
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("<progress"));
    while (carry()) {
    }
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("href=\"/rugzak\""));
    visitor.get("/rugzak");
    EXPECT_TRUE(visitor.shows(canary));
}

TEST_P(BringingPages, by_a_form_without_a_file_says_so) {
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen");
    visitor.attach("reis", "");
    visitor.submit("/meebrengen");
    EXPECT_EQ(visitor.status(), 422);
    EXPECT_TRUE(visitor.shows("veld-reis"));
}

TEST_P(BringingPages, in_pieces_says_what_is_missing) {
    const std::string archive = large_archive();
    auto visitor = school.signed_in("joris");
    visitor.get("/meebrengen");
    const std::string key = trial::form_key(visitor), id = school.world.id().text(), page = "/meebrengen/" + id;
    visitor.post("/meebrengen/begin", {{"sleutel", key}, {"id", id}, {"naam", "mijn-reis.zip"}, {"bytes", std::to_string(archive.size())}});
    EXPECT_EQ(visitor.location(), page);
    const auto standing = [&] {
        visitor.get(page, {{"accept", "application/json"}});
        return Json::parse(visitor.body());
    };
    EXPECT_EQ(standing()["missing"], Json({0, 1}));
    EXPECT_EQ(standing()["state"], "receiving");
    const auto piece = [&](std::size_t number, const std::string& digest) {
        visitor.attach("stuk", archive.substr(number * piece_bytes, piece_bytes));
        visitor.post(page + "/stuk/" + std::to_string(number), {{"sleutel", key}, {"id", school.world.id().text()}, {"sha256", digest}});
    };
    piece(1, base::sha256_hex("iets anders"));
    EXPECT_EQ(visitor.status(), 422);
    EXPECT_EQ(standing()["missing"], Json({0, 1}));
    piece(1, base::sha256_hex(archive.substr(piece_bytes)));
    EXPECT_EQ(visitor.status(), 303);
    EXPECT_EQ(standing()["missing"], Json({0}));
    visitor.get(page);
    EXPECT_TRUE(visitor.shows("mijn-reis.zip") && visitor.shows("type=\"file\""));
    visitor.post("/meebrengen/begin", {{"sleutel", key}, {"id", school.world.id().text()}, {"naam", "x.zip"}, {"bytes", "10"}});
    EXPECT_EQ(visitor.status(), 409) << "in another tab";
    EXPECT_TRUE(visitor.shows(page));
}

}  // namespace
}  // namespace loopbaankaart::journey

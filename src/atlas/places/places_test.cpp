#include "places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "style.hpp"

namespace loopbaankaart::atlas {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string told(const ContentMistake& mistake) {
    return mistake.file + ":" + std::to_string(mistake.line) + ": " + mistake.code + ": " + mistake.message;
}

// Reis chapter 2 and Legenda 4, the Berg van het Realisme and the two destinations; then the travel things.
constexpr std::string_view places_of_the_legend[] = {
    "stad",       "huis",   "vallei", "mirador", "dilemmabos", "herberg",     "vulkaan",         "haven",      "strand",        "geldput",    "doolhof",
    "wensboom",   "jungle", "bergen", "berg",    "valkuil",    "onontgonnen", "prikkelstruiken", "reisbureau", "spiegelpaleis", "worsteling", "statuskloof",
    "vervolgopleiding", "arbeidsmarkt"};
constexpr std::string_view travel_things[] = {"kompas", "rugzak", "reisgezelschap", "familieleden"};

class OurPlaces : public ::testing::Test {
protected:
    const Loaded loaded = load_atlas();
    const Place& place(std::string_view id) const { return *loaded.atlas->find(id); }
};

TEST_F(OurPlaces, LoadWithoutAMistake) {
    EXPECT_THAT(loaded.mistakes, IsEmpty());
    ASSERT_NE(loaded.atlas, nullptr);
}

TEST_F(OurPlaces, AreAllThereInBothLanguages) {
    std::set<std::string_view> wanted{std::begin(places_of_the_legend), std::end(places_of_the_legend)};
    wanted.insert(std::begin(travel_things), std::end(travel_things));
    std::set<std::string_view> found;
    for (const Place& one : loaded.atlas->places) {
        found.insert(one.id);
        for (base::Language language : base::languages) {
            base::Language spoken{};
            const PlaceWords& words = one.in(language, spoken);
            EXPECT_EQ(spoken, language) << one.id;
            EXPECT_FALSE(words.name.empty() || words.plain_name.empty() || words.what_it_is.empty() || words.how_it_may_show.empty());
            EXPECT_EQ(words.voices.size(), 2u) << one.id;
        }
    }
    EXPECT_EQ(found, wanted);
}

TEST_F(OurPlaces, HaveTheKindsOfTheLegend) {
    EXPECT_THAT(place("haven").kinds, ElementsAre(Kind::parkeren, Kind::hulpbron));
    for (std::string_view id : {"dilemmabos", "worsteling", "onontgonnen"}) EXPECT_THAT(place(id).kinds, IsEmpty()) << id;
    for (std::string_view id : {"vervolgopleiding", "arbeidsmarkt"}) EXPECT_THAT(place(id).kinds, ElementsAre(Kind::bestemming)) << id;
    for (std::string_view id : travel_things) EXPECT_EQ(place(id).what, What::travel_thing) << id;
}

TEST_F(OurPlaces, LieInOneAnotherAsOnTheMap) {
    EXPECT_EQ(place("huis").within, "stad");
    EXPECT_EQ(place("berg").within, "bergen");
}

TEST_F(OurPlaces, ReadAtB1) {
    for (const ContentMistake& mistake : lint_our_places()) ADD_FAILURE() << told(mistake);
    EXPECT_NE(loaded.atlas, nullptr);
}

// The first four words, folded: looks that begin alike read alike.
std::string beginning(std::string_view look) {
    std::string words;
    int count = 0;
    for (std::string_view one : base::split(look, ' '))
        if (++count <= 4) words += base::folded(one) + " ";
    return words;
}

TEST_F(OurPlaces, HaveTwoOrThreeLooksOfWhichNoTwoBeginAlike) {
    for (base::Language language : base::languages) {
        std::map<std::string, std::string> seen;
        for (const Place& one : loaded.atlas->places) {
            base::Language spoken{};
            const PlaceWords& words = one.in(language, spoken);
            EXPECT_GE(words.looks.size(), 2u) << one.id;
            EXPECT_LE(words.looks.size(), 3u) << one.id;
            for (const std::string& look : words.looks) {
                const auto [before, fresh] = seen.emplace(beginning(look), one.id);
                EXPECT_TRUE(fresh) << one.id << " and " << before->second << ": " << look;
            }
        }
    }
}

TEST(Kinds, ComeBackFromTheirCode) {
    for (Kind kind : kinds) EXPECT_EQ(parse_kind(code(kind)), kind);
    EXPECT_EQ(parse_kind("obstakel"), std::nullopt);
}

}  // namespace
}  // namespace loopbaankaart::atlas

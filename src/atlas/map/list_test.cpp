#include "list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace loopbaankaart::atlas {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

constexpr auto dutch = base::Language::nl;

const Atlas& atlas() {
    static const auto loaded = load_atlas().atlas;
    return *loaded;
}

void collect(const ListedPlace& listed, std::vector<std::string>& ids) {
    ids.push_back(listed.place->id);
    for (const ListedPlace& inside : listed.inside) collect(inside, ids);
}

std::vector<std::string> ids_of(const std::vector<ListGroup>& groups) {
    std::vector<std::string> ids;
    for (const ListGroup& group : groups)
        for (const ListedPlace& listed : group.places) collect(listed, ids);
    return ids;
}

std::vector<std::string> ids_for(const ListQuery& query, base::Language language = dutch) { return ids_of(list_of(atlas(), query, language)); }

const ListedPlace& listed(const std::vector<ListGroup>& groups, std::string_view id) {
    for (const ListGroup& group : groups)
        for (const ListedPlace& one : group.places)
            if (one.place->id == id) return one;
    throw std::logic_error{"not in the list by itself"};
}

rc::Gen<std::optional<Kind>> any_kind() {
    return rc::gen::element<std::optional<Kind>>(std::nullopt, Kind::belemmering, Kind::hulpbron, Kind::parkeren, Kind::bestemming);
}

TEST(MapList, GroupsEachPlaceUnderItsFirstKind) {
    const auto groups = list_of(atlas(), {}, dutch);
    std::vector<std::optional<Kind>> kinds_in_order;
    for (const ListGroup& group : groups) {
        kinds_in_order.push_back(group.kind);
        for (const ListedPlace& one : group.places) {
            const std::optional<Kind> first = one.place->kinds.empty() ? std::nullopt : std::optional{one.place->kinds.front()};
            EXPECT_EQ(first, group.kind) << one.place->id;
        }
    }
    EXPECT_THAT(kinds_in_order, ElementsAre(Kind::hulpbron, Kind::parkeren, std::nullopt, Kind::belemmering, Kind::bestemming, std::nullopt));
    EXPECT_EQ(groups.back().what, What::travel_thing);
}

TEST(MapList, SaysTheOtherKindsAndShowsWhatLiesInside) {
    const auto groups = list_of(atlas(), {}, dutch);
    EXPECT_THAT(listed(groups, "haven").other_kinds, ElementsAre(Kind::hulpbron));
    ASSERT_EQ(listed(groups, "stad").inside.size(), 1u);
    EXPECT_EQ(listed(groups, "stad").inside.front().place->id, "huis");
    EXPECT_THROW(listed(groups, "huis"), std::logic_error);
}

TEST(MapList, LetsOtherKindsStepBack) {
    const auto groups = list_of(atlas(), {.kind = Kind::hulpbron}, dutch);
    EXPECT_TRUE(listed(groups, "haven").fits);
    EXPECT_TRUE(listed(groups, "wensboom").fits);
    EXPECT_FALSE(listed(groups, "jungle").fits);
    EXPECT_FALSE(listed(groups, "kompas").fits);
}

TEST(MapList, FindsByNameByPlainNameAndByTextWithoutAccents) {
    EXPECT_THAT(ids_for({.search = "WENSBÓÓM"}), Contains("wensboom"));
    EXPECT_THAT(ids_for({.search = "dromen over"}), Contains("wensboom"));
    EXPECT_THAT(ids_for({.search = "droom"}), Contains("wensboom"));
    EXPECT_THAT(ids_for({.search = "foodtruck"}), ElementsAre("wensboom"));
    EXPECT_THAT(ids_for({.search = "wishing"}, base::Language::en), Contains("wensboom"));
    EXPECT_TRUE(ids_for({.search = "wishing"}).empty());
}

TEST(MapList, KeepsAPlaceAroundTheOneThatIsFound) {
    EXPECT_THAT(ids_for({.search = "Huis van de Inspirerende"}), ElementsAre("stad", "huis"));
}

// Whatever kind is asked for: every place exactly once, and in the same order.
RC_GTEST_PROP(MapList, HoldsEveryPlaceOnceForAnyKind, ()) {
    std::vector<std::string> ids = ids_for({.kind = *any_kind()});
    RC_ASSERT(ids == ids_for({}));
    std::vector<std::string> all;
    for (const Place& place : atlas().places) all.push_back(place.id);
    std::sort(ids.begin(), ids.end());
    std::sort(all.begin(), all.end());
    RC_ASSERT(ids == all);
}

// Whatever is typed: what is found is a part of the whole list, in its order; typing more finds no more.
RC_GTEST_PROP(MapList, FindsAPartOfTheWhole, (const std::string& typed)) {
    const std::string some = *rc::gen::element<std::string>("", "bos", "de", "een stage", "Berg", "zo’n");
    const std::vector<std::string> all = ids_for({});
    const std::vector<std::string> found = ids_for({.kind = *any_kind(), .search = some});
    const std::vector<std::string> fewer = ids_for({.search = some + " " + typed});
    const auto part_of = [](const std::vector<std::string>& part, const std::vector<std::string>& whole) {
        std::size_t next = 0;
        for (const std::string& id : whole)
            if (next < part.size() && part[next] == id) ++next;
        return next == part.size();
    };
    RC_ASSERT(part_of(found, all));
    RC_ASSERT(part_of(fewer, found));
}

}  // namespace
}  // namespace loopbaankaart::atlas

#include "route.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace loopbaankaart::web {
namespace {

using testing::ElementsAre;
using testing::Pair;

Route route(Method method, std::string_view path) {
    return {method, path, "everyone", "web", [](const Request&) { return Reply{}; }};
}

TEST(Router, finds_by_method_and_path) {
    const Router router{{route(Method::get, "/"), route(Method::get, "/kaart"), route(Method::post, "/kaart")}};
    EXPECT_EQ(router.find(Method::get, "/").route, &router.routes()[0]);
    EXPECT_EQ(router.find(Method::get, "/kaart").route, &router.routes()[1]);
    EXPECT_EQ(router.find(Method::post, "/kaart").route, &router.routes()[2]);
    EXPECT_EQ(router.find(Method::head, "/kaart").route, &router.routes()[1]);
}

TEST(Router, gives_the_segments_their_names) {
    const Router router{{route(Method::get, "/kaart/{place}/bezoek/{id}")}};
    const auto match = router.find(Method::get, "/kaart/wensboom/bezoek/7");
    ASSERT_NE(match.route, nullptr);
    EXPECT_THAT(match.parameters, ElementsAre(Pair("place", "wensboom"), Pair("id", "7")));
}

TEST(Router, a_fixed_segment_goes_before_a_name_whatever_the_order) {
    const Router router{{route(Method::get, "/kaart/{place}"), route(Method::get, "/kaart/zoeken"), route(Method::get, "/{any}/lijst")}};
    EXPECT_EQ(router.find(Method::get, "/kaart/zoeken").route->path, "/kaart/zoeken");
    EXPECT_EQ(router.find(Method::get, "/kaart/haven").route->path, "/kaart/{place}");
    EXPECT_EQ(router.find(Method::get, "/rugzak/lijst").route->path, "/{any}/lijst");
}

TEST(Router, steps_back_when_the_fixed_segment_leads_nowhere) {
    const Router router{{route(Method::get, "/kaart/zoeken/alles"), route(Method::get, "/kaart/{place}/delen"), route(Method::post, "/kaart/zoeken/delen")}};
    EXPECT_EQ(router.find(Method::get, "/kaart/zoeken/delen").route->path, "/kaart/{place}/delen");
}

TEST(Router, tells_a_path_of_another_method_from_no_path) {
    const Router router{{route(Method::post, "/uitloggen")}};
    EXPECT_TRUE(router.find(Method::get, "/uitloggen").path_exists);
    EXPECT_EQ(router.find(Method::get, "/uitloggen").route, nullptr);
    EXPECT_FALSE(router.find(Method::get, "/elders").path_exists);
}

TEST(Router, an_empty_segment_is_nothing) {
    const Router router{{route(Method::get, "/kaart/{place}"), route(Method::get, "/kaart")}};
    for (const char* path : {"/kaart/", "//kaart", "/kaart//", "//", ""}) EXPECT_EQ(router.find(Method::get, path).route, nullptr) << path;
}

TEST(Router, refuses_what_cannot_be_a_table) {
    EXPECT_THROW((Router{{route(Method::get, "/a/{x}"), route(Method::get, "/a/{y}")}}), std::logic_error);
    EXPECT_THROW((Router{{route(Method::get, "kaart")}}), std::logic_error);
    EXPECT_THROW((Router{{route(Method::get, "/kaart/")}}), std::logic_error);
    EXPECT_THROW((Router{{route(Method::get, "/kaart/{place")}}), std::logic_error);
    Route open = route(Method::get, "/kaart");
    open.policy = "";
    EXPECT_THROW((Router{{open}}), std::logic_error);
}

}  // namespace
}  // namespace loopbaankaart::web

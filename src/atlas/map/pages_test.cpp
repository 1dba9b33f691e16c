// The pages of the map, as a visitor sees them.
#include <gmock/gmock.h>

#include <atlas/words.hpp>
#include <visitor/visitor.hpp>

#include "../atlas.hpp"
#include "../places/folder_for_test.hpp"

namespace loopbaankaart::atlas {
namespace {

// Somebody who was in the jungle and is at two places now.
class AminasJourney final : public Journey {
public:
    explicit AminasJourney(std::optional<int> year) : year_{year} {
        const Stay gone{.place = "opgeheven", .place_name = "De oude plek", .spot = pen::Point{400, 500}};
        if (year) stays_ = {{"jungle"}};
        else stays_ = {gone, {"jungle"}, {"wensboom", true}, {"huis", true}};
    }
    const std::vector<Stay>& stays() const override { return stays_; }
    std::vector<TrailMark> marks(MarkWords words) const override {
        return {{"haven", "kompas", &word::map, words == MarkWords::said ? "Rust boven haast" : "", web::path("/peilingen")}};
    }
    void over_time(web::Html& html, const YearAddress& address) const override { html.a({web::href(address(year_ ? *year_ - 1 : 2025))}, "eerder"); }

private:
    std::optional<int> year_;
    std::vector<Stay> stays_;
};

class Amina final : public Traveller {
public:
    std::shared_ptr<const Journey> journey(const access::Visit&, const Atlas&, std::optional<int> year) const override {
        return std::make_shared<AminasJourney>(year);
    }
    void at_place(web::Html& html, const access::Visit&, const Place& place) const override {
        html.p({web::id("at-" + place.id)}, "hier");
    }
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

class MapPagesTest : public ::testing::Test {
protected:
    const std::span<const storage::Migration> schema = access::schema();
    workbench::World world{workbench::Backend::sqlite, {schema.begin(), schema.end()}};
    FolderForTest content;
    Atlases atlases{content.path()};
    Amina amina;
    web::Router router{routes(atlases, &amina)};
    web::Site site{.name = "noord", .title = "Noordzijde", .address = "https://noord.example.nl", .school = world.shared_school(),
                   .clock = &world.clock(), .randomness = &world.randomness()};
    visitor::Visitor visitor{site, router};

    // In the list, or on the map.
    std::size_t link_to(std::string_view id) const {
        const std::string link = "href=\"/kaart/" + std::string{id};
        return std::min({visitor.body().find(link + "?"), visitor.body().find(link + "#"), visitor.body().find(link + "\"")});
    }
    std::string line_of(std::string_view id) const {
        const std::size_t at = link_to(id);
        if (at == std::string::npos) return {};
        return visitor.body().substr(at, visitor.body().find("</a>", at) - at);
    }
    std::string item_of(std::string_view id) const {
        const std::size_t at = link_to(id);
        const std::size_t start = visitor.body().rfind("<li", at);
        return visitor.body().substr(start, visitor.body().find('>', start) - start);
    }
};

TEST_F(MapPagesTest, HaveWhatLiesBesideTheTrailAsADrawingAndInWords) {
    visitor.get("/kaart");
    EXPECT_EQ(count(visitor.body(), "class=\"trail-mark\""), 1U);
    EXPECT_TRUE(visitor.shows("class=\"spoken\">" + base::say(word::marks_here, base::Language::nl, {{"what", std::string{word::map.in(base::Language::nl)}}}))) << "and is heard";
    EXPECT_FALSE(visitor.shows("Rust boven haast"));
    visitor.get("/kaart?weergave=lijst");
    EXPECT_TRUE(visitor.shows("href=\"/peilingen\"") && visitor.shows("Rust boven haast"));
}

TEST_F(MapPagesTest, ListEveryPlaceOnceInBothLanguages) {
    for (base::Language language : base::languages) {
        visitor.language = language;
        visitor.get("/kaart?weergave=lijst");
        EXPECT_EQ(visitor.status(), 200);
        for (const Place& place : atlases.of(site)->places) EXPECT_EQ(count(visitor.body(), "href=\"/kaart/" + place.id + "?weergave=lijst\""), 1u) << place.id;
        visitor.get("/kaart");
        EXPECT_EQ(visitor.status(), 200);
        for (const Place& place : atlases.of(site)->places) EXPECT_EQ(count(visitor.body(), "href=\"/kaart/" + place.id + "#begin\""), 1u) << place.id;
    }
}

TEST_F(MapPagesTest, DrawNoRoute) {
    visitor.get("/kaart");
    EXPECT_FALSE(visitor.shows("<ol"));
    EXPECT_FALSE(visitor.shows("<progress"));
}

TEST_F(MapPagesTest, TellWhereTheTravellerIsAndWas) {
    visitor.get("/kaart?weergave=lijst");
    EXPECT_NE(line_of("wensboom").find("state here"), std::string::npos);
    EXPECT_NE(line_of("huis").find("state here"), std::string::npos);
    EXPECT_NE(line_of("jungle").find("state was-here"), std::string::npos);
    EXPECT_EQ(line_of("stad").find("class=\"state"), std::string::npos);
}

TEST_F(MapPagesTest, LetOtherKindsStepBackWithoutHidingThem) {
    visitor.get("/kaart");
    EXPECT_TRUE(visitor.shows("href=\"/kaart?soort=parkeren\""));
    visitor.get("/kaart?soort=parkeren&weergave=lijst");
    EXPECT_NE(item_of("haven").find("place fits"), std::string::npos);
    EXPECT_NE(item_of("jungle").find("place aside"), std::string::npos);
    visitor.get("/kaart?soort=parkeren");
    EXPECT_EQ(item_of("haven").find("aside"), std::string::npos);
    EXPECT_NE(item_of("jungle").find("aside"), std::string::npos);
    visitor.get("/kaart?soort=iets");
    EXPECT_FALSE(visitor.shows("spot aside"));
}

TEST_F(MapPagesTest, FindAndSayWhatWasSought) {
    visitor.get("/kaart?zoek=foodtruck");
    EXPECT_EQ(item_of("wensboom").find("missed"), std::string::npos);
    EXPECT_NE(item_of("haven").find("missed"), std::string::npos);
    EXPECT_EQ(item_of("haven").find("aside"), std::string::npos);
    visitor.get("/kaart?zoek=foodtruck&weergave=lijst");
    EXPECT_NE(line_of("wensboom"), "");
    EXPECT_EQ(line_of("haven"), "");
    visitor.get("/kaart?zoek=%3Cscript%3E&weergave=lijst");
    EXPECT_EQ(visitor.status(), 200);
    EXPECT_EQ(line_of("wensboom"), "");
    EXPECT_FALSE(visitor.shows("value=\"<script>"));
    for (const auto& [wanted, said] : {std::pair{"foodtruck", "foodtruck</p>"}, {"%3Cscript%3E", "&lt;script&gt;</p>"}}) {
        visitor.get(std::string{"/kaart?zoek="} + wanted);
        EXPECT_TRUE(visitor.shows("class=\"hint\"")) << wanted;  // also when nothing fits
        EXPECT_EQ(visitor.shows(said), std::string_view{wanted} == "foodtruck");
    }
    visitor.get("/kaart");
    EXPECT_FALSE(visitor.shows("class=\"hint\""));
}

TEST_F(MapPagesTest, ShowEachPlaceWithWhatTheTravellerCanDoThere) {
    for (const Place& place : atlases.of(site)->places) {
        visitor.get("/kaart/" + place.id);
        EXPECT_EQ(visitor.status(), 200) << place.id;
        EXPECT_TRUE(visitor.shows("id=\"at-" + place.id + "\"")) << place.id;
        EXPECT_EQ(count(visitor.body(), "<blockquote"), 2u) << place.id;
        EXPECT_TRUE(visitor.shows("<details")) << place.id;
    }
}

TEST_F(MapPagesTest, LinkAPlaceToWhereItLies) {
    visitor.get("/kaart/huis");
    EXPECT_TRUE(visitor.shows("href=\"/kaart/stad\""));
    visitor.get("/kaart/stad");
    EXPECT_TRUE(visitor.shows("href=\"/kaart/huis\""));
}

TEST_F(MapPagesTest, KnowNoOtherPlace) {
    visitor.get("/kaart/luilekkerland");
    EXPECT_EQ(visitor.status(), 404);
}

TEST_F(MapPagesTest, StayClosedToWhoIsNotSignedInWhenTheSchoolSaysSo) {
    site.public_map = false;
    for (std::string_view address : {"/kaart", "/kaart/wensboom", "/kaart?zoek=wensboom"}) {
        visitor.get(address);
        EXPECT_FALSE(visitor.shows("href=\"/kaart/wensboom\"")) << address;
        EXPECT_FALSE(visitor.shows("at-wensboom")) << address;
        EXPECT_NE(visitor.status(), 200) << address;
    }
}

TEST_F(MapPagesTest, SayInWhichLanguageASchoolsOwnWordsAre) {
    content.write("map/nl/wensboom.toml", "name = \"De Droomboom\"\n");
    visitor.language = base::Language::en;
    visitor.get("/kaart");
    EXPECT_NE(line_of("wensboom").find("lang=\"nl\""), std::string::npos);
    EXPECT_EQ(line_of("jungle").find("lang="), std::string::npos);
}

// The state in words, in the link that is read out.
TEST_F(MapPagesTest, TellTheStateOnTheMapToo) {
    visitor.get("/kaart");
    EXPECT_NE(line_of("wensboom").find(word::state_here.in(base::Language::nl)), std::string::npos);
    EXPECT_NE(line_of("jungle").find(word::state_was_here.in(base::Language::nl)), std::string::npos);
    EXPECT_EQ(line_of("stad").find("spoken"), std::string::npos);
}

// The place that has this corner in it, before its link.
std::string_view place_with(std::string_view corner, const std::string& body) {
    const std::size_t here = body.find(corner), spot = body.rfind("id=\"plek-", here) + 9;
    return std::string_view{body}.substr(spot, body.find('"', spot) - spot);
}

TEST_F(MapPagesTest, OpenWhereTheTravellerIs) {
    visitor.get("/kaart");
    EXPECT_EQ(place_with("id=\"begin\"", visitor.body()), "huis");
    EXPECT_EQ(count(visitor.body(), "id=\"hier\""), 1u);
    visitor.get("/kaart/haven");
    EXPECT_EQ(place_with("id=\"begin\"", visitor.body()), "haven");
    EXPECT_EQ(place_with("id=\"hier\"", visitor.body()), "huis");
}

// The address of what the page shows: by its ending.
std::string address_in(const std::string& body, std::string_view ending) {
    const std::size_t end = body.find(ending) + ending.size();
    const std::size_t start = body.rfind('"', end - 1) + 1;
    return body.substr(start, end - start);
}

TEST_F(MapPagesTest, DrawTheMapOnceAndSayItMayBeKept) {
    for (const std::string_view ending : {"-dag.svg", "-nl.css"}) {
        visitor.get("/kaart");
        const std::string address = address_in(visitor.body(), ending);
        visitor.get(address);
        EXPECT_EQ(visitor.status(), 200) << address;
        const std::string first = visitor.body();
        EXPECT_THAT(visitor.reply().headers, ::testing::Contains(::testing::Pair("Cache-Control", ::testing::HasSubstr("immutable"))));
        visitor.get("/kaart");
        visitor.get(address_in(visitor.body(), ending));
        EXPECT_EQ(visitor.body(), first) << ending;
    }
}

TEST_F(MapPagesTest, ShowASchoolsOwnDrawingWhereverThePlaceIsShown) {
    content.write("map/landmarks/wensboom.svg", R"(<svg viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="#123456"/></svg>)");
    for (const std::string_view address : {"/kaart?weergave=lijst", "/kaart/wensboom", "/kaart/wensboom?weergave=lijst"}) {
        visitor.get(address);
        EXPECT_FALSE(visitor.shows("/wensboom.svg\"")) << address;
        for (const std::string_view ending : {"-wensboom-dag.svg", "-wensboom-nacht.svg"}) EXPECT_TRUE(visitor.shows(ending)) << address;
    }
    visitor.get("/kaart/haven");
    EXPECT_TRUE(visitor.shows("/haven.svg\""));
    visitor.get("/kaart/wensboom");
    const std::string own = address_in(visitor.body(), "-wensboom-dag.svg");
    for (int time = 0; time < 2; ++time) {
        visitor.get(own);
        EXPECT_EQ(visitor.status(), 200);
        EXPECT_TRUE(visitor.shows("<svg"));
        EXPECT_THAT(visitor.reply().headers, ::testing::Contains(::testing::Pair("Cache-Control", ::testing::HasSubstr("immutable"))));
    }
    visitor.get(own.substr(0, own.find("-wensboom")) + "-draak-dag.svg");
    EXPECT_EQ(visitor.status(), 404);
}

TEST_F(MapPagesTest, ShowAllDrawingsInASchoolsOwnColours) {
    content.write("map/landmarks/pen.css", ".leaf { color: #123456; }\n");
    visitor.get("/kaart?weergave=lijst");
    for (const Place& place : atlases.of(site)->places)
        EXPECT_EQ(visitor.shows("-" + place.landmark + "-dag.svg\""), !place.landmark.empty()) << place.id;
}

TEST_F(MapPagesTest, HaveAnotherPictureWhenTheContentChanges) {
    visitor.get("/kaart");
    const std::string before = address_in(visitor.body(), "-dag.svg");
    content.write("map/sheet.toml", "[[landmark]]\nid = \"wensboom\"\nat = [500, 640]\nwidth = 150\n");
    world.clock().advance(std::chrono::seconds{5});
    visitor.get("/kaart");
    EXPECT_NE(address_in(visitor.body(), "-dag.svg"), before);
    visitor.get(before);
    EXPECT_EQ(visitor.status(), 404);
}

TEST_F(MapPagesTest, KeepTheNameAndTheSpotOfAPlaceThatIsGone) {
    visitor.get("/kaart");
    EXPECT_TRUE(visitor.shows("x=\"400.0\" y=\"524.0\">De oude plek<"));
    visitor.get("/kaart/haven");
    EXPECT_EQ(count(visitor.body(), "De oude plek"), 1u);
}

TEST_F(MapPagesTest, ShowTheJourneyUpToAYear) {
    visitor.get("/kaart?tot=2025&zoom=3");
    EXPECT_FALSE(visitor.shows("De oude plek"));
    EXPECT_FALSE(visitor.shows("class=\"flag\""));
    EXPECT_TRUE(visitor.shows("href=\"/kaart?tot=2024&amp;zoom=3\""));
    EXPECT_NE(line_of("wensboom").find("tot=2025"), std::string::npos);
    visitor.get("/kaart/jungle?tot=2025");
    EXPECT_FALSE(visitor.shows("class=\"flag\""));
    visitor.get("/kaart?tot=2025");
    const std::string jungle = visitor.body().substr(visitor.body().find("id=\"plek-jungle\""));
    EXPECT_LT(jungle.find("id=\"begin\""), jungle.find("<a ")) << "the map opens where one was last";
}

}  // namespace
}  // namespace loopbaankaart::atlas

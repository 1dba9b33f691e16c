#include "assets.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "asset_names.hpp"

namespace loopbaankaart::web {
namespace {

std::string unpacked(std::string_view packed, std::size_t size) {
    std::string text(size, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return result == Z_STREAM_END ? text : "";
}

// All our own C++ but the tests; these are run from the top of the source tree.
std::vector<std::string> sources() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{"src"}) {
        const std::string name = entry.path().string();
        if (!name.ends_with(".cpp") || name.ends_with("_test.cpp")) continue;
        std::ostringstream text;
        text << std::ifstream{entry.path()}.rdbuf();
        texts.push_back(text.str());
    }
    return texts;
}

std::set<std::string> named_in_sources(const std::regex& pattern) {
    std::set<std::string> names;
    for (const std::string& text : sources())
        for (std::sregex_iterator match{text.begin(), text.end(), pattern}, end; match != end; ++match) names.insert((*match)[1]);
    return names;
}

std::size_t sent(std::string_view name) {
    const Asset& each = asset(name);
    return each.brotli.empty() ? each.plain.size() : each.brotli.size();
}

TEST(Assets, every_name_leads_to_its_bytes_and_back) {
    const auto names = asset_names();
    ASSERT_GE(names.size(), 10u);
    EXPECT_TRUE(std::ranges::is_sorted(names));
    for (std::string_view name : names) {
        const Asset& each = asset(name);
        EXPECT_FALSE(each.plain.empty()) << name;
        EXPECT_FALSE(each.type.empty()) << name;
        EXPECT_EQ(asset_at(each.path), &each) << name;
        EXPECT_EQ(asset_url(name).text(), each.path) << name;
        EXPECT_EQ(each.path.substr(0, 3), "/a/");
        EXPECT_EQ("\"" + std::string{each.path.substr(3, 8)} + "\"", each.etag);
    }
}

TEST(Assets, the_packed_form_holds_the_same_bytes) {
    for (std::string_view name : asset_names()) {
        const Asset& each = asset(name);
        if (each.gzip.empty()) continue;
        EXPECT_LT(each.gzip.size(), each.plain.size()) << name;
        EXPECT_EQ(unpacked(each.gzip, each.plain.size()), each.plain) << name;
        EXPECT_LT(each.brotli.size(), each.plain.size()) << name;
    }
}

TEST(Assets, an_unknown_name_is_a_mistake_and_an_unknown_address_is_nothing) {
    EXPECT_THROW(asset("css/geen.css"), std::logic_error);
    EXPECT_EQ(asset_at("/a/00000000/loopbaankaart.css"), nullptr);
    EXPECT_EQ(asset_at("/a/"), nullptr);
    EXPECT_EQ(asset_at(""), nullptr);
}

TEST(Assets, a_style_sheet_points_to_assets_only) {
    const std::regex pointer{R"(url\(([^)]*)\))"};
    for (std::string_view name : asset_names()) {
        if (!name.ends_with(".css")) continue;
        const std::string css{asset(name).plain};
        for (std::sregex_iterator match{css.begin(), css.end(), pointer}, end; match != end; ++match)
            EXPECT_NE(asset_at(std::string{(*match)[1]}), nullptr) << (*match)[1];
    }
}

TEST(Assets, a_script_takes_from_assets_only) {
    const std::regex taken{"\nimport [^\"]*\"([^\"]*)\""};
    std::size_t found = 0;
    for (std::string_view name : asset_names()) {
        if (!name.ends_with(".js")) continue;
        const std::string script{asset(name).plain};
        for (std::sregex_iterator match{script.begin(), script.end(), taken}, end; match != end; ++match, ++found)
            EXPECT_NE(asset_at(std::string{(*match)[1]}), nullptr) << name << ": " << (*match)[1];
    }
    EXPECT_GE(found, 10u);
}

TEST(Assets, every_asset_named_in_the_program_is_there) {
    const auto names = named_in_sources(std::regex{R"((?:asset|asset_url|font|sheet)\((?:html, )?"([a-z]+[a-z/-]*\.[a-z0-9]+)\")"});
    ASSERT_GE(names.size(), 3u);
    for (const std::string& name : names) EXPECT_NO_THROW(asset(name)) << name;
}

TEST(Assets, every_symbol_named_in_the_program_is_drawn) {
    const auto drawn = drawn_symbols();
    const auto names = named_in_sources(std::regex{R"(symbol\([a-z_.]+, "([a-z-]+)\")"});
    ASSERT_GE(names.size(), 3u);
    for (const std::string& name : names) EXPECT_TRUE(std::ranges::find(drawn, name) != drawn.end()) << name;
}

TEST(Assets, every_landmark_named_in_the_program_is_drawn_by_day_and_by_night) {
    const auto names = named_in_sources(std::regex{R"((?:landmark|empty_place|beside)\([a-z_.]+, "([a-z-]+)\")"});
    for (const std::string& name : names) {
        EXPECT_NO_THROW(asset("landmarks/" + name + ".svg")) << name;
        EXPECT_NO_THROW(asset("landmarks/" + name + "-nacht.svg")) << name;
    }
    EXPECT_GE(names.size(), 1u);
}

// A phone on a poor connection: the budget of the look, in bytes.
TEST(Assets, stay_within_their_budget) {
    EXPECT_LE(asset("css/loopbaankaart.css").plain.size(), 17u * 1024);
    const auto of_one_page = [](std::string_view name) { return name.starts_with("css/journey/") || name.starts_with("js/journey/"); };  // web::Look
    const std::vector<std::string_view> of_some_pages{"css/chart.css", "css/journey.css", "css/sheet.css", "css/work.css"};
    std::size_t style = 0;
    for (std::string_view name : asset_names())
        if (name.ends_with(".css") && !of_one_page(name) && std::ranges::find(of_some_pages, name) == of_some_pages.end()) style += sent(name);
    EXPECT_LE(style, 6'000u);
    EXPECT_LE(sent("css/work.css"), 1'900u);  // for pages of work: figures, administration
    EXPECT_LE(sent("css/chart.css"), 2'600u);  // the map page only; css/sheet.css lies in it, and in that of the home page
    EXPECT_LE(sent("css/journey.css"), 4'600u);  // for who is signed in: backpack, sharing, what one has along, ribbons, moments
    EXPECT_LE(asset("js/loopbaankaart.js").plain.size(), 6u * 1024);
    std::size_t keeping = 0;  // where there is a form to keep something
    for (std::string_view name : {"js/keep.js", "js/pad.js", "js/photos.js", "js/pieces.js", "js/sound.js", "js/strokes.js"}) keeping += sent(name);
    EXPECT_LE(keeping, 11u * 1024);
    std::size_t first_view = 0;
    for (std::string_view name : asset_names())
        if (!name.starts_with("landmarks/") && !name.starts_with("competence_drawings/") && !name.ends_with("-more.woff2") && !of_one_page(name)) first_view += sent(name);
    EXPECT_LE(first_view, 150u * 1024);
}

}  // namespace
}  // namespace loopbaankaart::web

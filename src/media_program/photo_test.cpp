// What comes out of the workshop for what people may choose as a photo.
#include <gmock/gmock.h>

#include <cstdlib>
#include <random>

#include <workshop/workshop.hpp>

#include "trial_inputs.hpp"

namespace loopbaankaart::media {

namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::Pair;

base::Result<workshop::Photo> photo_made_of(const std::string& file) {
    const MemoryFile sent{file};
    return workshop::Workshop{MEDIA_PROGRAM}.photo(sent.descriptor());
}

workshop::Photo photo_of(const std::string& file) {
    auto photo = photo_made_of(file);
    if (!photo) throw std::runtime_error{std::string{photo.error().code()}};
    return *std::move(photo);
}

std::string refusal_of_photo(const std::string& file) {
    const auto photo = photo_made_of(file);
    return photo ? "taken" : std::string{photo.error().code()};
}

std::vector<std::pair<int, int>> sizes_of(const workshop::Photo& photo) {
    std::vector<std::pair<int, int>> sizes;
    for (const auto& size : photo.sizes) {
        const Pixels pixels = opened(size.webp);
        EXPECT_EQ(pixels.width, size.width);
        EXPECT_EQ(pixels.height, size.height);
        sizes.emplace_back(size.width, size.height);
    }
    return sizes;
}

void expect_near(const Colour& one, const Colour& other, const std::string& where) {
    for (std::size_t part = 0; part < 3; ++part) EXPECT_NEAR(one[part], other[part], 12) << where;
}

void expect_same(const Pixels& one, const Pixels& other, const std::string& what) {
    ASSERT_EQ(one.width, other.width) << what;
    ASSERT_EQ(one.height, other.height) << what;
    for (const int x : {one.width / 4, one.width * 3 / 4})
        for (const int y : {one.height / 4, one.height * 3 / 4}) expect_near(one.at(x, y), other.at(x, y), what);
}

// The names of what a WebP file holds.
std::vector<std::string> parts_of(const base::Bytes& webp) {
    std::vector<std::string> names;
    for (std::size_t at = 12; at + 8 <= webp.size();) {
        names.emplace_back(base::text_of(base::BytesView{webp}.subspan(at, 4)));
        const std::size_t length = webp[at + 4] | webp[at + 5] << 8 | webp[at + 6] << 16;
        at += 8 + length + length % 2;
    }
    return names;
}

TEST(Photo, comes_in_three_sizes_and_is_never_enlarged) {
    EXPECT_THAT(sizes_of(photo_of(saved(quarters(2400, 1800), Format::jpeg))), ElementsAre(Pair(320, 240), Pair(960, 720), Pair(1920, 1440)));
    EXPECT_THAT(sizes_of(photo_of(saved(quarters(600, 1200), Format::png))), ElementsAre(Pair(160, 320), Pair(480, 960), Pair(600, 1200)));
    EXPECT_THAT(sizes_of(photo_of(saved(quarters(700, 500), Format::webp))), ElementsAre(Pair(320, 229), Pair(700, 500)));
    EXPECT_THAT(sizes_of(photo_of(saved(quarters(90, 60), Format::jpeg))), ElementsAre(Pair(90, 60)));
    EXPECT_THAT(sizes_of(photo_of(saved(quarters(16000, 1), Format::png))), ElementsAre(Pair(320, 1), Pair(960, 1), Pair(1920, 1)));
}

TEST(Photo, shows_what_was_sent_and_holds_nothing_else) {
    for (const Format format : formats) {
        const Pixels pixels = quarters(960, 720);
        const workshop::Photo photo = photo_of(saved(pixels, format));
        expect_same(opened(photo.sizes.back().webp), pixels, "largest");
        for (const auto& size : photo.sizes) EXPECT_THAT(parts_of(size.webp), ElementsAre("VP8 "));
    }
}

TEST(Photo, may_be_seen_through) {
    const workshop::Photo photo = photo_of(see_through(400, 300));
    for (const auto& size : photo.sizes) EXPECT_THAT(parts_of(size.webp), ElementsAre("VP8X", "ALPH", "VP8 "));
    EXPECT_THAT(sizes_of(photo), ElementsAre(Pair(320, 240), Pair(400, 300)));
}

TEST(Photo, tells_nothing_a_camera_wrote_beside_it) {
    for (const Format format : formats) {
        const std::string sent = with(saved(quarters(400, 300), format), format, {.canary = canary});
        ASSERT_NE(sent.find(canary), std::string::npos);
        const workshop::Photo photo = photo_of(sent);
        EXPECT_EQ(photo.sizes.size(), 2U);
        for (const auto& size : photo.sizes) {
            EXPECT_EQ(base::text_of(size.webp).find("KANARIE"), std::string::npos);
            EXPECT_THAT(parts_of(size.webp), ElementsAre("VP8 "));
        }
    }
}

// Exif 2.32, tag 0x0112: on which sides of the picture the first row and the first column lie.
Colour as_stored(const Pixels& upright, int orientation, int column, int row) {
    const int right = upright.width - 1, bottom = upright.height - 1;
    switch (orientation) {
        case 1: return upright.at(column, row);
        case 2: return upright.at(right - column, row);
        case 3: return upright.at(right - column, bottom - row);
        case 4: return upright.at(column, bottom - row);
        case 5: return upright.at(row, column);
        case 6: return upright.at(right - row, column);
        case 7: return upright.at(right - row, bottom - column);
        default: return upright.at(row, bottom - column);
    }
}

TEST(Photo, is_turned_upright_however_the_phone_was_held) {
    const Pixels upright = quarters(640, 400);
    for (const Format format : formats)
        for (int orientation = 1; orientation <= 8; ++orientation) {
            const bool lies = orientation >= 5;
            const Pixels stored = painted(lies ? upright.height : upright.width, lies ? upright.width : upright.height,
                                          [&](int x, int y) { return as_stored(upright, orientation, x, y); });
            const workshop::Photo photo = photo_of(with(saved(stored, format), format, {.orientation = orientation, .canary = ""}));
            EXPECT_EQ(photo.sizes.size(), 2U);
            expect_same(opened(photo.sizes.back().webp), upright, "orientation " + std::to_string(orientation));
            expect_same(opened(photo.sizes.front().webp), quarters(320, 200), "small, orientation " + std::to_string(orientation));
        }
}

TEST(Photo, keeps_the_colours_of_cameras_with_colours_of_their_own) {
    const Pixels pixels = quarters(200, 100);
    const std::string wide = saved_in_own_colours(pixels, "p3");
    EXPECT_NE(wide.find("ICC_PROFILE"), std::string::npos);
    expect_same(opened(photo_of(wide).sizes.back().webp), pixels, "p3");
    const Pixels greys = painted(200, 100, [](int x, int y) { return Colour(3, 60 + 60 * (x / 100 + 2 * (y / 50))); });  // what ink can do
    expect_same(opened(photo_of(saved_in_own_colours(greys, "cmyk")).sizes.back().webp), greys, "cmyk");
}

TEST(Photo, of_too_many_pixels_is_refused_by_its_head) {
    const std::string png = saved(quarters(8, 8), Format::png);
    for (const auto& [width, height] : {std::pair{65500U, 65500U}, {16001U, 1U}, {1U, 16001U}, {8000U, 6251U}})
        EXPECT_EQ(refusal_of_photo(claiming(png, width, height)), "workshop.too_many_pixels") << width << " × " << height;
    EXPECT_EQ(refusal_of_photo(claiming(png, 8000, 6250)), "workshop.damaged");
}

TEST(Photo, that_moves_is_refused) {
    EXPECT_EQ(refusal_of_photo(moving(Format::webp)), "workshop.animated");
    EXPECT_EQ(refusal_of_photo(moving(Format::png)), "workshop.animated");
}

TEST(Photo, that_breaks_off_is_refused) {
    std::mt19937 chance{1};
    const Pixels noise = painted(300, 300, [&](int, int) { return Colour{static_cast<int>(chance() % 256), static_cast<int>(chance() % 256), static_cast<int>(chance() % 256)}; });
    for (const Format format : formats) {
        const std::string whole = saved(noise, format);
        EXPECT_EQ(refusal_of_photo(whole), "taken");
        for (const int percent : {1, 50, 95}) EXPECT_EQ(refusal_of_photo(whole.substr(0, whole.size() * static_cast<std::size_t>(percent) / 100)), "workshop.damaged") << percent;
    }
}

TEST(Photo, is_told_by_its_bytes) {
    const std::string picture = saved(quarters(40, 30), Format::png);
    for (const std::string& file : {""s, "GIF89a\x28\0\x1E\0\0\0\0;"s, "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>"s, "II*\0\x08\0\0\0"s,
                                    "\0\0\0\x18" "ftypheic\0\0\0\0mif1heic"s, "%PDF-1.7\n"s, "BM\x3A\0\0\0"s, "<html>"s + picture, " "s + picture, "\xFF\xD8"s, "RIFF\4\0\0\0WAVEfmt "s})
        EXPECT_EQ(refusal_of_photo(file), "workshop.not_a_picture") << file.substr(0, 12);
}

TEST(Photo, of_noise_is_refused_whatever_it_calls_itself) {
    std::mt19937 chance{7};
    std::string noise(12U << 20, '\0');
    for (char& byte : noise) byte = static_cast<char>(chance());
    EXPECT_EQ(refusal_of_photo("noise" + noise), "workshop.not_a_picture");
    for (const std::string& head : {"\xFF\xD8\xFF\xE0"s, "\x89PNG\r\n\x1A\n"s, "RIFF\xFF\xFF\xFF\0WEBPVP8 "s}) EXPECT_EQ(refusal_of_photo(head + noise), "workshop.damaged");
}

TEST(Photo, that_is_something_else_as_well_is_only_a_photo_afterwards) {
    for (const Format format : formats) {
        const std::string tail = "PK\3\4<script>"s + canary + "</script>PK\5\6"s;
        const workshop::Photo photo = photo_of(saved(quarters(400, 300), format) + tail);
        for (const auto& size : photo.sizes) EXPECT_EQ(base::text_of(size.webp).find("KANARIE"), std::string::npos);
    }
}

TEST(Photo, with_bytes_changed_anywhere_gives_a_photo_or_a_refusal) {
    std::mt19937 chance{3};
    for (const Format format : formats) {
        const std::string whole = with(saved(quarters(64, 48), format), format, {.orientation = 6, .canary = canary});
        for (int round = 0; round < 10; ++round) {
            std::string changed = whole;
            for (int times = 0; times < 8; ++times) changed[chance() % changed.size()] = static_cast<char>(chance());
            EXPECT_NE(refusal_of_photo(changed), "workshop.failed") << round;
        }
    }
}

}  // namespace

}  // namespace loopbaankaart::media

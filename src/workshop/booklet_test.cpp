// A booklet on its way to the program that makes it.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "booklet.hpp"

namespace loopbaankaart::workshop {

namespace {

using namespace std::string_literals;

std::string any_words() { return *rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~')), [](std::string words) { return words + "é\n\"\\"; }); }
std::optional<std::size_t> any_place(std::size_t count) { return count > 0 && *rc::gen::arbitrary<bool>() ? std::optional{*rc::gen::inRange<std::size_t>(0, count)} : std::nullopt; }

std::vector<Picture> any_pictures() {
    std::vector<Picture> pictures;
    for (const auto& bytes : *rc::gen::container<std::vector<base::Bytes>>(rc::gen::arbitrary<base::Bytes>())) pictures.push_back({bytes, any_words()});
    return pictures;
}

Booklet any_booklet() {
    Booklet booklet{.size = static_cast<Booklet::Size>(*rc::gen::inRange(0, 3)), .title = any_words(), .author = any_words(), .language = *rc::gen::element(base::Language::nl, base::Language::en), .pictures = any_pictures()};
    booklet.paper = {static_cast<Paper::Pattern>(*rc::gen::inRange(0, 5)), "#0aF9b2", "#000000", "#ffffff", "#123456", "#654321"};
    if (*rc::gen::arbitrary<bool>()) booklet.cover = Cover{any_place(booklet.pictures.size()), any_words()};
    for (int page = 0, pages = *rc::gen::inRange(0, 4); page < pages; ++page) {
        auto& blocks = booklet.pages.emplace_back();
        for (int at = 0, count = *rc::gen::inRange(0, 4); at < count; ++at) {
            Block& block = blocks.emplace_back(Block{.form = static_cast<Block::Form>(*rc::gen::inRange(0, 9)), .text = any_words(), .caption = any_words(), .language = base::Language::en, .breadth = static_cast<Block::Breadth>(*rc::gen::inRange(0, 3))});
            if (const auto place = any_place(booklet.pictures.size())) block.pictures = {*place, 0};
        }
    }
    return booklet;
}

RC_GTEST_PROP(WrittenBooklet, is_read_as_it_was, ()) {
    const Booklet booklet = any_booklet();
    const auto read = read_printed(written(booklet));
    RC_ASSERT(read.has_value());
    RC_ASSERT(written(std::get<Booklet>(*read)) == written(booklet));
    RC_ASSERT(std::get<Booklet>(*read).pictures.size() == booklet.pictures.size());
}

Cv some_cv() {
    Cv cv{.title = "LOB-cv", .name = "Noor", .own_language = base::Language::en, .photo = 1, .about = {"Wie ik ben", "woorden", {}}, .pictures = {{{1}, "een"}, {{2, 3}, "twee"}}};
    cv.parts = {{"Talent", "hier", {{0, "foto"}, {std::nullopt, "zonder"}}, 0}};
    return cv;
}

TEST(WrittenCv, is_read_as_it_was) {
    const auto read = read_printed(written(some_cv()));
    ASSERT_TRUE(read);
    EXPECT_EQ(written(std::get<Cv>(*read)), written(some_cv()));
}

std::string changed(std::string text, const std::string& what, const std::string& by) {
    const std::size_t place = text.find(what);
    EXPECT_NE(place, std::string::npos) << what;
    return text.replace(place, what.size(), by);
}

TEST(WrittenBooklet, that_is_none_gives_nothing) {
    Booklet booklet{.title = "Mijn reis", .cover = Cover{.picture = 0}, .pictures = {{{1, 2, 3}, "De haven"}}};
    booklet.pages = {{{.form = Block::Form::photo, .pictures = {0}}}};
    const std::string whole = written(booklet);
    ASSERT_TRUE(read_printed(whole));
    for (const std::string& text : {""s, "{}"s, "{}\n"s, "[]\n"s, "no\n"s, whole + "x", whole.substr(0, whole.size() - 1), std::string(100'000, '[') + "\n", std::string(5'000'000, ' ') + whole}) EXPECT_FALSE(read_printed(text)) << text.substr(0, 40);
    for (const auto& [what, by] : {std::pair{"\"photo\"", "\"film\""}, {"\"a5\"", "\"a3\""}, {"\"a5\"", "7"}, {"\"nl\"", "\"xx\""}, {"#F8F0DC", "#F8F0DX"}, {"#F8F0DC", "red"}, {"\"plain\"", "\"none\""},
                                   {"\"bytes\":3", "\"bytes\":4"}, {"\"bytes\":3", "\"bytes\":-3"}, {"\"pictures\":[0]", "\"pictures\":[1]"}, {"\"pictures\":[0]", "\"pictures\":[-1]"}, {"\"pictures\":[0]", "\"pictures\":0"},
                                   {"\"picture\":0", "\"picture\":1"}, {"\"title\"", "\"titel\""}, {"\"large\"", "\"huge\""}})
        EXPECT_FALSE(read_printed(changed(whole, what, by))) << by;
    const std::string cv = written(some_cv());
    for (const auto& [what, by] : {std::pair{"\"photo\":1", "\"photo\":2"}, {"\"picture\":0", "\"picture\":9"}, {"\"sign\":0", "\"sign\":2"}, {"\"about\"", "\"over\""}}) EXPECT_FALSE(read_printed(changed(cv, what, by))) << by;
    Cv many = some_cv();
    many.parts.resize(most_cv_parts + 1);
    EXPECT_FALSE(read_printed(written(many)));
    many = some_cv();
    many.parts[0].evidence.resize(most_evidence + 1);
    EXPECT_FALSE(read_printed(written(many)));
}

}  // namespace

}  // namespace loopbaankaart::workshop

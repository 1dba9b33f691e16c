// Booklets as they come out of the workshop, and what other programs find in them.
#include <gmock/gmock.h>
#include <seccomp.h>
#include <sys/syscall.h>

#include <future>
#include <random>

#include "trial_booklets.hpp"
#include "trial_pdf.hpp"

namespace loopbaankaart::media {

namespace {

using namespace std::string_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> parted(const std::string& text) {
    const auto parts = base::split(text, ' ');
    return {parts.begin(), parts.end()};
}

const std::string drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><path d="M80 300L560 160" stroke="#a8361c" stroke-width="12"/></svg>)";

Booklet first_journey() {
    Booklet booklet{.title = "Mijn reis langs de haven", .author = "Noor Bakker", .cover = workshop::Cover{.picture = 0, .when = "2024"}};
    booklet.pictures = {photo(), picture(drawing, "Een lijn omhoog")};
    booklet.pages = {{{.form = Block::Form::title, .text = "De eerste dag"}, {.form = Block::Form::small, .text = "Haven, 12 september"}, {.form = Block::Form::photo, .pictures = {0}, .caption = "Om zes uur"}, words("Het was nog donker.\nKarim gaf me een helm.")},
                     {{.form = Block::Form::heading, .text = "Wat ik meeneem"}, {.form = Block::Form::drawing, .pictures = {1}, .caption = "Steeds verder"}, {.form = Block::Form::line}, words("Morgen ga ik weer.")}};
    return booklet;
}

TEST(Booklet, is_read_aloud_in_the_order_it_was_told) {
    const std::string pdf = pdf_of(first_journey());
    EXPECT_THAT(words_of(pdf, 1), ElementsAre("Mijn", "reis", "langs", "de", "haven", "Noor", "Bakker", "2024"));
    EXPECT_EQ(read_aloud(pdf, 2), "De eerste dag\nHaven, 12 september\nOm zes uur\nHet was nog donker.\nKarim gaf me een helm.\n1\n\f");
    EXPECT_EQ(read_aloud(pdf, 3), "Wat ik meeneem\nSteeds verder\nMorgen ga ik weer.\n2\n\f");
}

TEST(Booklet, says_what_it_is_to_who_does_not_see_it) {
    Booklet booklet = first_journey();
    booklet.pages.front().push_back({.form = Block::Form::words, .text = "In English.", .language = base::Language::en});
    const std::string pdf = pdf_of(booklet);
    EXPECT_EQ(told_of(pdf, "Title"), "Mijn reis langs de haven");
    EXPECT_EQ(told_of(pdf, "Author"), "Noor Bakker");
    EXPECT_EQ(told_of(pdf, "Tagged"), "yes");
    EXPECT_EQ(structure_of(pdf), "Document\n  Figure\n  H1 (block)\n  P (block)\n  P (block)\n  H2 (block)\n  P (block)\n  Figure\n  Caption\n  P (block)\n  P (block)\n  P (block)\n  H3 (block)\n  Figure\n  Caption\n  P (block)\n");
    EXPECT_THAT(pdf, HasSubstr("/Lang (nl) /ViewerPreferences"));
    EXPECT_THAT(pdf, HasSubstr("/Lang (en)"));
    EXPECT_THAT(pdf, HasSubstr("/Alt <FEFF0045")) << "Een lijn omhoog";
}

TEST(Booklet, of_the_same_things_is_the_same_to_the_byte) {
    for (const Booklet::Size size : {Booklet::Size::a4, Booklet::Size::a5, Booklet::Size::a5_folded}) {
        Booklet booklet = first_journey();
        booklet.size = size;
        const std::string pdf = pdf_of(booklet);
        for (int again = 0; again < 3; ++again) EXPECT_EQ(pdf_of(booklet), pdf);
        EXPECT_THAT(pdf, Not(HasSubstr("Date")));
        booklet.author = "Noor";
        EXPECT_NE(pdf_of(booklet), pdf);
    }
}

TEST(Booklet, loses_no_word_however_many_there_are) {
    Booklet booklet{.title = "Veel"};
    booklet.pictures = {photo()};
    const std::string all = numbered("een", 900) + "\n" + numbered("twee", 3) + "\n\n" + numbered("drie", 400);
    const auto wanted = parted("voor " + numbered("een", 900) + " " + numbered("twee", 3) + " " + numbered("drie", 400) + " na");
    for (const workshop::Paper::Pattern pattern : {workshop::Paper::Pattern::plain, workshop::Paper::Pattern::lines}) {
        booklet.paper.pattern = pattern;
        for (const Block& block : {words(all), Block{.form = Block::Form::title, .text = all}, Block{.form = Block::Form::heading, .text = all}, Block{.form = Block::Form::small, .text = all},
                                   Block{.form = Block::Form::photo, .pictures = {0}, .caption = all}, Block{.form = Block::Form::photo, .caption = all}, Block{.form = Block::Form::photo_pair, .pictures = {0, 0}, .caption = all},
                                   Block{.form = Block::Form::columns, .text = all, .pictures = {0}}, Block{.form = Block::Form::columns, .pictures = {0, 0, 0, 0, 0, 0}, .caption = all}}) {
            booklet.pages = {{words("voor"), block, words("na")}};
            std::vector<std::string> found = words_of(pdf_of(booklet));
            std::erase_if(found, [](const std::string& word) { return base::whole_number(word).has_value(); });  // of the pages
            EXPECT_EQ(found, wanted) << static_cast<int>(block.form);
        }
    }
}

TEST(Booklet, begins_a_page_where_it_is_told_to_and_goes_on_where_it_must) {
    Booklet booklet{.title = "Bladzijden", .cover = workshop::Cover{}};
    for (int page = 0; page < 3; ++page) booklet.pages.push_back({words("blad" + std::to_string(page))});
    const std::string pdf = pdf_of(booklet);
    EXPECT_EQ(told_of(pdf, "Pages"), "4");
    EXPECT_THAT(told_of(pdf, "Page size"), HasSubstr("419.528 x 595.276"));
    for (int page = 0; page < 3; ++page) EXPECT_THAT(words_of(pdf, page + 2), ElementsAre("blad" + std::to_string(page), std::to_string(page + 1)));
    booklet.pages[1] = {words(numbered("meer", 1500))};
    EXPECT_GT(std::stoi(told_of(pdf_of(booklet), "Pages")), 6);
    booklet.size = Booklet::Size::a4;
    EXPECT_THAT(told_of(pdf_of(booklet), "Page size"), HasSubstr("A4"));
    EXPECT_EQ(told_of(pdf_of(Booklet{.title = "Niets"}), "Pages"), "1") << "one without anything is an empty sheet";
}

// The words "blad3" on each half of each side, left first.
std::vector<std::string> halves(int pages) {
    Booklet booklet{.size = Booklet::Size::a5_folded, .title = "Vouw"};
    for (int page = 1; page <= pages; ++page) booklet.pages.push_back({words("blad" + std::to_string(page))});
    std::vector<std::string> found = words_of(pdf_of(booklet));
    std::erase_if(found, [](const std::string& word) { return !word.starts_with("blad"); });
    return found;
}

TEST(Booklet, can_be_printed_on_both_sides_and_folded) {
    EXPECT_THAT(halves(1), ElementsAre("blad1"));
    EXPECT_THAT(halves(4), ElementsAre("blad4", "blad1", "blad2", "blad3"));
    EXPECT_THAT(halves(6), ElementsAre("blad1", "blad2", "blad6", "blad3", "blad4", "blad5"));
    EXPECT_THAT(halves(8), ElementsAre("blad8", "blad1", "blad2", "blad7", "blad6", "blad3", "blad4", "blad5"));
    Booklet booklet = first_journey();
    booklet.size = Booklet::Size::a5_folded;
    const std::string pdf = pdf_of(booklet);
    EXPECT_EQ(told_of(pdf, "Pages"), "2");
    EXPECT_THAT(told_of(pdf, "Page size"), testing::StartsWith("841.89 x 595.276"));
}

int white_in(const std::string& svg) {
    const Pixels page = page_of(pdf_of({.title = "Stempel", .pages = {{{.form = Block::Form::drawing, .pictures = {0}}}}, .pictures = {picture(svg, "Een stempel")}}), 1);
    int white = 0;
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x) white += page.at(x, y) == Colour{255, 255, 255} ? 1 : 0;
    return white;
}

TEST(Booklet, presses_a_stamp_straight_on_the_page_and_tapes_a_drawing_in) {
    const std::string shapes = R"( viewBox="0 0 120 120"><circle cx="60" cy="60" r="50" fill="none" stroke="currentColor"/></svg>)";
    EXPECT_GT(white_in("<svg xmlns=\"http://www.w3.org/2000/svg\"" + shapes), 1000) << "the card of a drawing";
    EXPECT_EQ(white_in("<svg xmlns=\"http://www.w3.org/2000/svg\" fill=\"currentColor\" color=\"#0E4C5C\"" + shapes), 0);
}

TEST(Booklet, shows_its_photos_as_they_are) {
    Booklet booklet{.title = "Foto"};
    booklet.pictures = {photo(800, 600)};
    booklet.pages = {{{.form = Block::Form::photo, .pictures = {0}}}};
    const std::string pdf = pdf_of(booklet);
    EXPECT_EQ(photos_in(pdf), 1);
    const Pixels page = page_of(pdf, 1);
    int red = 0, green = 0, blue = 0;
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x) {
            const Colour colour = page.at(x, y);
            const auto near = [&](const Colour& wanted) { return std::abs(colour[0] - wanted[0]) + std::abs(colour[1] - wanted[1]) + std::abs(colour[2] - wanted[2]) < 30; };
            red += near({200, 30, 30}), green += near({30, 160, 30}), blue += near({30, 30, 200});
        }
    const int quarter = page.width * page.width / 10;  // of a photo nearly as wide as the page
    for (const int found : {red, green, blue}) EXPECT_GT(found, quarter) << "a quarter of it";
    booklet.pages = {{{.form = Block::Form::photo, .pictures = {0, 0}}, {.form = Block::Form::photo_pair, .pictures = {0, 0, 0, 0}}, {.form = Block::Form::columns, .pictures = {0}}}};
    EXPECT_EQ(photos_in(pdf_of(booklet)), 7);
}

TEST(Booklet, tells_nothing_that_stood_beside_a_photo) {
    Booklet booklet{.title = "Foto"};
    booklet.pictures = {picture(with(saved(quarters(400, 300), Format::webp), Format::webp, {.canary = canary}))};
    booklet.pages = {{{.form = Block::Form::photo, .pictures = {0}}}};
    EXPECT_THAT(pdf_of(booklet), Not(HasSubstr("KANARIE")));
}

TEST(Booklet, with_a_picture_that_cannot_be_read_says_which) {
    const std::string whole = saved(quarters(400, 300), Format::webp);
    for (const std::string& bytes : {""s, "no picture"s, whole.substr(0, 60), whole.substr(0, whole.size() / 2), moving(Format::webp), saved(quarters(40, 30), Format::png), saved(quarters(40, 30), Format::jpeg),
                                     "<svg xmlns=\"http://www.w3.org/2000/svg\">"s, "<svg/>"s, drawing.substr(0, 90)}) {
        Booklet booklet{.title = "Foto"};
        booklet.pictures = {photo(), picture(bytes)};
        booklet.pages = {{{.form = Block::Form::photo, .pictures = {0, 1}}}};
        const auto pdf = workshop::Workshop{MEDIA_PROGRAM}.booklet(booklet);
        ASSERT_FALSE(pdf) << bytes.substr(0, 40);
        EXPECT_EQ(pdf.error().code(), "workshop.booklet_picture") << bytes.substr(0, 40);
        EXPECT_EQ(pdf.error().about, "1");
    }
}

TEST(Booklet, that_is_too_large_is_refused) {
    Booklet booklet{.title = "Groot"};
    booklet.pages.assign(workshop::most_booklet_pages, {words("kort")});
    EXPECT_EQ(told_of(pdf_of(booklet), "Pages"), "300");
    booklet.pages.push_back({words("een te veel")});
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large");
    booklet.pages.pop_back();
    booklet.cover = workshop::Cover{};
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large") << "with its cover";
    booklet.pages = {std::vector<Block>(30, words(numbered("woord", 4500)))};
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large") << "by the pages its words take";
    booklet.pages = {std::vector<Block>(70, words(std::string(workshop::most_block_words, 'a')))};
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large") << "by all its words";
    booklet.pages = {{words(std::string(workshop::most_block_words + 1, 'a'))}};
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large") << "by one text";
    booklet.pages.clear();
    booklet.pictures.assign(workshop::most_booklet_pictures + 1, {});
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large") << "by its pictures";
    booklet.pictures.assign(3, {base::Bytes(30'000'000), ""});
    EXPECT_EQ(refusal_of(booklet), "workshop.booklet_too_large") << "by their bytes";
}

TEST(Booklet, takes_signs_of_every_script_and_those_that_are_none) {
    Booklet booklet{.title = "نور الهدى", .author = "Łukasz Şahin", .cover = workshop::Cover{}};
    const std::string strange = "نور الهدى \xF0\x9F\x8E\x92 \xE7\x8E\x8B ไทย नमस्ते \xEF\xBF\xBD \xF3\xB0\x80\x80 \xE2\x80\xAE" "omgekeerd \xE2\x80\xAC" "a\xCC\x81\xCC\x81\xCC\x81 \x01 \x7F tab\there";
    booklet.pages = {{words(strange), {.form = Block::Form::title, .text = strange}, {.form = Block::Form::photo, .caption = strange}, words("geen \xFF\xFE UTF-8"), words("nul "s + '\0' + " daarna"), words(strange + "\nslot"),
                      words("eind\xE2\x80\xA9"), words("eind\xE2\x80\xA8"), words("eind\xC2\x85"), words("\xE2\x80\xA9"), words("een\xE2\x80\xA9twee\xC2\x85" "drie\xEF\xBB\xBF")}};
    const std::string pdf = pdf_of(booklet);
    EXPECT_THAT(words_of(pdf), testing::AllOf(Contains("Łukasz"), Contains("Şahin"), Contains("slot"), Contains("daarna"), Contains("twee")));
}

// A kernel that cannot tell a program which files it may open: nothing is opened then, and our own faces are there already.
std::string pdf_without_landlock(const Booklet& booklet) {
    return std::async(std::launch::async, [&] {
        const std::unique_ptr<void, decltype(&seccomp_release)> filter{seccomp_init(SCMP_ACT_ALLOW), &seccomp_release};  // of this thread and what it starts
        if (seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SYS_landlock_create_ruleset, 0) != 0 || seccomp_load(filter.get()) != 0) throw std::runtime_error{"no filter"};
        return pdf_of(booklet);
    }).get();
}

TEST(Booklet, is_made_in_our_own_faces_where_nothing_may_be_opened) {
    const Booklet booklet = first_journey();
    EXPECT_EQ(read_aloud(pdf_without_landlock(booklet)), read_aloud(pdf_of(booklet)));
    Booklet strange{.title = "Łódź نور"};
    strange.pages = {{words("نور الهدى \xF0\x9F\x8E\x92 slot"), {.form = Block::Form::title, .text = "Žluťoučký"}}};
    EXPECT_THAT(words_of(pdf_without_landlock(strange)), testing::AllOf(Contains("slot"), Contains("Žluťoučký")));
}

TEST(Booklet, of_any_blocks_is_made_whole) {
    std::mt19937 chance{11};
    const auto any = [&](int below) { return static_cast<int>(chance() % static_cast<unsigned>(below)); };
    for (int round = 0; round < 25; ++round) {
        Booklet booklet{.size = static_cast<Booklet::Size>(any(2)), .title = "Van alles", .pictures = {photo(400, 300), photo(90, 400), picture(drawing)}};
        booklet.paper.pattern = static_cast<workshop::Paper::Pattern>(any(5));
        std::vector<std::string> told;
        const auto tell = [&](std::string& where) {
            for (int word = 0, all = any(120); word < all; ++word) {
                told.push_back("w" + std::to_string(told.size()));
                where += told.back() + (word % 40 == 39 ? "\n" : " ");
            }
        };
        for (int page = 0, pages = 1 + any(3); page < pages; ++page) {
            auto& blocks = booklet.pages.emplace_back();
            for (int at = 0, count = 1 + any(6); at < count; ++at) {
                Block block{.form = static_cast<Block::Form>(any(9)), .breadth = static_cast<Block::Breadth>(any(3))};
                const bool shows = block.form == Block::Form::photo || block.form == Block::Form::photo_pair || block.form == Block::Form::drawing || block.form == Block::Form::columns;
                for (int pictures = shows ? any(6) : 0; pictures > 0; --pictures) block.pictures.push_back(static_cast<std::size_t>(any(3)));
                if (shows && block.form != Block::Form::columns) tell(block.caption);
                else if (block.form != Block::Form::line) tell(block.text);
                blocks.push_back(std::move(block));
            }
        }
        std::vector<std::string> found = words_of(pdf_of(booklet));
        std::erase_if(found, [](const std::string& word) { return word.front() != 'w'; });
        EXPECT_EQ(found, told) << "round " << round;
    }
}

}  // namespace

}  // namespace loopbaankaart::media

#include "passport.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <workbench/workbench.hpp>

#include "../telling/told_booklet.hpp"
#include "../trial_deeds.hpp"
#include "passport_words.hpp"

namespace loopbaankaart::journey {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const base::Instant evening = base::instant(1'790'974'800'000);

class Passports : public ::testing::Test {
protected:
    base::SystemRandomness randomness;
    base::Id id() { return base::Id::make(evening, randomness); }
    Record stamp(const Stamp& said, std::vector<KeptPart> parts = {}) {
        return {.id = id(), .kind = RecordKind::stamp, .body = in_json(said), .parts = std::move(parts), .made_at = evening};
    }
    KeptThing thing(std::string words, std::size_t photos) {
        KeptThing made{.id = id(), .place = {}, .words = std::move(words), .kept_at = evening, .place_name = {}};
        for (std::size_t at = 0; at < photos; ++at) made.parts.push_back({.id = id(), .file = id(), .description = "te zien"});
        return made;
    }
    const Pressing pressing{[](const Record& record) { return base::Bytes(record.id.view().begin(), record.id.view().end()); }, [](const Record& record) { return "stempel " + stamp_of(record).word; }};
    Draft drafted(const Passport& passport, const PassportSources& sources) { return draft_of(passport, sources, id(), base::Language::nl, pressing); }
};

TEST_F(Passports, come_back_as_they_were_made_whatever_is_done_to_them) {
    const bool held = rc::check([&] {
        const auto deeds = *trial::deeds(5, 80);
        Passport passport{.title = "Van mij", .paper = "schrift", .colour = "zee", .pages = {}};
        for (const auto& [what, at] : deeds) {
            const base::Id some = passport.pages.empty() ? id() : passport.pages[static_cast<std::size_t>(at) % passport.pages.size()].id;
            const std::size_t before = passport.pages.size();
            switch (what) {
                case 0: RC_ASSERT(static_cast<bool>(put_page(passport, {.id = id(), .stamps = {id()}, .things = {}, .words = {}})) == (before < most_passport_pages)); break;
                case 1: take_page_out(passport, some); break;
                case 2: move_page(passport, some, MovePage::earlier); break;
                case 3: move_page(passport, some, MovePage::later); break;
                default: RC_ASSERT(before == 0 || put_page(passport, {.id = some, .stamps = {}, .things = {id(), id()}, .words = "woorden"}));
            }
            RC_ASSERT(passport.pages.size() <= most_passport_pages);
        }
        BodyReader sent{in_json(passport)};
        RC_ASSERT(read_passport(sent) == passport);
        RC_ASSERT(sent.faults().empty());
    });
    EXPECT_TRUE(held);
}

TEST_F(Passports, lose_nothing_by_moving) {
    const bool held = rc::check([&] {
        Passport passport;
        std::vector<base::Id> pages;
        for (int at = 0; at < 6; ++at) pages.push_back(id());
        for (const base::Id& page : pages) EXPECT_TRUE(put_page(passport, {.id = page, .stamps = {}, .things = {}, .words = "iets"}));
        for (const auto& [what, at] : *trial::deeds(2, 30)) move_page(passport, pages[static_cast<std::size_t>(at) % pages.size()], what == 0 ? MovePage::earlier : MovePage::later);
        std::vector<base::Id> after;
        for (const PassportPage& page : passport.pages) after.push_back(page.id);
        std::ranges::sort(after);
        std::ranges::sort(pages);
        RC_ASSERT(after == pages);
    });
    EXPECT_TRUE(held);
}

TEST_F(Passports, of_sixty_pages_are_full) {
    Passport passport;
    for (std::size_t at = 0; at < most_passport_pages; ++at) ASSERT_TRUE(put_page(passport, {.id = id(), .stamps = {}, .things = {}, .words = "iets"}));
    const auto more = put_page(passport, {.id = id(), .stamps = {}, .things = {}, .words = "nog iets"});
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().word, &word::passport_full);
    EXPECT_TRUE(put_page(passport, {.id = passport.pages[7].id, .stamps = {}, .things = {}, .words = "anders"})) << "a page that is there can still change";
    EXPECT_EQ(passport.pages[7].words, "anders");
}

TEST_F(Passports, hold_no_page_with_nothing_and_none_twice) {
    const base::Id one = id();
    Json body{{"pages", Json::array({Json{{"id", one.view()}, {"words", "hier"}}, Json{{"id", one.view()}, {"words", "daar"}}, Json{{"id", id().view()}, {"words", "  "}}, Json{{"words", "zonder nummer"}}})}};
    BodyReader sent{body};
    const Passport passport = read_passport(sent);
    ASSERT_EQ(passport.pages.size(), 1u);
    EXPECT_EQ(passport.pages[0].words, "hier");
}

TEST_F(Passports, are_told_without_what_is_empty_or_gone) {
    PassportSources sources{.stamps = {stamp({.word = "Gehaald"})}, .things = {}};
    const KeptThing kept = thing("De hut", 1), silent = thing("", 0);
    sources.things = {{kept.id, kept}, {silent.id, silent}};
    const base::Id stamped = sources.stamps[0].id;
    const Passport passport{.title = {}, .paper = "onbekend", .colour = {}, .pages = {{id(), {id()}, {id()}, {}}, {id(), {stamped}, {}, {}}, {id(), {}, {silent.id}, {}}, {id(), {id()}, {kept.id}, "Kijk"}}};
    const Draft draft = drafted(passport, sources);
    ASSERT_TRUE(may_be_told(draft));
    const Telling told = journey::told(draft, id(), evening);
    ASSERT_EQ(told.pages.size(), 2u) << "a page of which all is gone is none";
    ASSERT_EQ(told.pages[0].size(), 1u);
    EXPECT_EQ(told.pages[0][0].form, ToldBlock::Form::stamp);
    EXPECT_EQ(told.pages[1].size(), 2u);
    EXPECT_EQ(told.parts.size(), 2u);
    EXPECT_EQ(told.paper, content().papers.front().id);
    EXPECT_EQ(first_picture(told)->description, "te zien") << "a stamp is no picture for the cover";
    EXPECT_FALSE(may_be_told(drafted({.title = "Leeg", .paper = {}, .colour = {}, .pages = {{id(), {id()}, {}, {}}}}, sources)));
}

TEST_F(Passports, told_are_just_what_is_seen) {
    const bool held = rc::check([&] {
        PassportSources sources;
        Passport passport;
        std::vector<base::Id> all;
        for (const auto& [what, at] : *trial::deeds(4, 40)) {
            PassportPage page{.id = id(), .stamps = {}, .things = {}, .words = {}};
            if (what == 0) page.stamps.push_back(sources.stamps.emplace_back(stamp({.word = "w" + std::to_string(at)})).id);
            if (what == 1) {
                const KeptThing one = thing("d" + std::to_string(at), static_cast<std::size_t>(at % 3));
                sources.things.emplace(one.id, one);
                page.things.push_back(one.id);
            }
            if (what == 2) page.stamps.push_back(id());  // thrown away since
            if (what == 3) page.words = "z" + std::to_string(at);
            (void)put_page(passport, page);
        }
        const Telling told = journey::told(drafted(passport, sources), id(), evening);
        RC_ASSERT(told.pages.size() == seen_pages(passport, sources).size());
        for (const ToldPage& page : told.pages) RC_ASSERT(!page.empty());
        RC_ASSERT(loose_stamps(passport, sources).empty());
    });
    EXPECT_TRUE(held);
}

TEST_F(Passports, lay_a_photo_beside_its_stamp_and_a_drawing_in_it) {
    const KeptPart photo{.id = id(), .form = PartForm::photo, .file = id()}, drawing{.id = id(), .form = PartForm::drawing, .file = id()};
    const PassportSources sources{.stamps = {stamp({.word = "Foto"}, {photo}), stamp({.word = "Teken"}, {drawing})}, .things = {}};
    const Draft draft = drafted({.title = {}, .paper = {}, .colour = {}, .pages = {{id(), {sources.stamps[0].id, sources.stamps[1].id}, {}, {}}}}, sources);
    ASSERT_EQ(draft.pages.at(0).size(), 3u);
    EXPECT_EQ(draft.pages[0][0].form, ToldBlock::Form::half);
    EXPECT_EQ(draft.pages[0][1].form, ToldBlock::Form::stamp);
    EXPECT_EQ(draft.pages[0][2].form, ToldBlock::Form::stamp);
}

TEST_F(Passports, are_printed_with_three_stamps_in_a_row_and_one_alone_small) {
    PassportSources sources;
    PassportPage page{.id = id(), .stamps = {}, .things = {}, .words = {}};
    for (int at = 0; at < 4; ++at) page.stamps.push_back(sources.stamps.emplace_back(stamp({.word = "w"})).id);
    const Telling telling = told(drafted({.title = "Van mij", .paper = {}, .colour = {}, .pages = {page}}, sources), id(), evening);
    const workshop::Booklet booklet = booklet_of(telling, {.teller = "Noor", .when = {}, .title = "Van mij", .sound = "geluid"}, [](const KeptPart&) { return base::Bytes{1}; });
    ASSERT_EQ(booklet.pages.at(0).size(), 2u);
    EXPECT_EQ(booklet.pages[0][0].form, workshop::Block::Form::photo_pair);
    EXPECT_EQ(booklet.pages[0][0].pictures.size(), 3u);
    EXPECT_EQ(booklet.pages[0][1].form, workshop::Block::Form::drawing);
    EXPECT_EQ(booklet.pages[0][1].breadth, workshop::Block::Breadth::small);
    EXPECT_FALSE(booklet.cover->picture) << "a stamp is no picture for the cover";
}

// ---- stamps

double room_used(const Imprint& imprint) {
    double widest = 0;
    for (const Imprint::Line& line : imprint.lines) widest = std::max(widest, stamp_side - 2 * line.left);
    return widest;
}

TEST(Stamps, have_room_for_their_words_in_every_rim) {
    for (const StampDrawing& rim : content().stamps)
        for (const char* said : {"Ja", "Doorzetten", "De eerste keer alleen op reis gegaan", "Hottentottententententoonstellingenmakers"})
            for (const char* place : {"", "De Prikkelstruiken"}) {
                const Imprint imprint = imprint_of({.place = "x", .place_name = place, .word = said, .rim = rim.id}, place, Holds::words);
                ASSERT_FALSE(imprint.lines.empty());
                for (const Imprint::Line& line : imprint.lines) {
                    EXPECT_GE(line.left + 0.1, rim.window.x * stamp_side / 1000) << rim.id << ": " << line.text;
                    EXPECT_GE(line.base, rim.window.y * stamp_side / 1000) << rim.id << ": " << line.text;
                    EXPECT_LE(line.base, (rim.window.y + rim.window.height) * stamp_side / 1000) << rim.id << ": " << line.text;
                }
            }
}

TEST(Stamps, with_a_short_word_have_larger_letters) {
    EXPECT_GT(imprint_of({.word = "Ja"}, {}, Holds::words).lines[0].size, imprint_of({.word = "Een heel lang verhaal over vroeger"}, {}, Holds::words).lines[0].size);
    EXPECT_GT(room_used(imprint_of({.word = "Doorzetten"}, {}, Holds::words)), 20);
    EXPECT_TRUE(imprint_of({}, {}, Holds::words).star);
}

TEST(Stamps, in_signs_that_our_letters_lack_are_written_as_text) {
    const auto file = [](const char* word) { return svg_of(imprint_of({.word = word}, {}, Holds::words), "#0E4C5C"); };
    EXPECT_THAT(file("Ontdekt"), Not(HasSubstr("<text")));
    EXPECT_THAT(file("رحلة"), HasSubstr("<text"));
}

TEST(Stamps, as_a_file_are_of_one_colour_and_hold_no_markup_of_anybody) {
    const std::string finger = pen::finger_picture(*pen::read_finger_drawing("100 50\nrood 6 1 2 3 4 5 6"));
    const Stamp stamp{.word = "<b>ش&"};
    const std::string svg = svg_of(imprint_of(stamp, {}, Holds::drawing), "#0E4C5C", finger);
    EXPECT_THAT(svg, HasSubstr("color=\"#0E4C5C\""));
    EXPECT_THAT(svg, HasSubstr("stroke=\"currentColor\" stroke-width=\"6\""));
    EXPECT_THAT(svg, HasSubstr("&lt;b&gt;ش&amp;"));
    EXPECT_THAT(svg, Not(HasSubstr("<b>")));
    EXPECT_EQ(svg.find("stroke=\"#"), std::string::npos);
    EXPECT_THAT(svg.substr(0, svg.find('>')), HasSubstr("fill=\"currentColor\"")) << "so that it is printed straight on the page";
}

TEST(Stamps, come_back_as_they_were_made) {
    const Stamp stamp{.place = "haven", .place_name = "De Haven", .word = "Thuis", .rim = "touw", .colour = "zee"};
    BodyReader sent{in_json(stamp)};
    EXPECT_EQ(read_stamp(sent), stamp);
    EXPECT_TRUE(sent.faults().empty());
    BodyReader long_one{in_json(Stamp{.word = std::string(most_in_stamp_word + 1, 'a')})};
    read_stamp(long_one);
    EXPECT_FALSE(long_one.faults().empty());
}

}  // namespace
}  // namespace loopbaankaart::journey

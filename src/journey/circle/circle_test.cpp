#include "circle.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "../trial.hpp"
#include "../trial_deeds.hpp"
#include "circle_html.hpp"
#include "told_circle.hpp"

namespace loopbaankaart::journey {
namespace {

constexpr std::string_view expected_of_seat = "zwarteooievaar";

base::Id an_id() {
    static base::SystemRandomness randomness;
    return base::Id::make(base::instant(1), randomness);
}

Seat somebody(const std::string& name, Nearness near = Nearness::middle, int turn = 0) { return {.id = an_id(), .name = name, .near = near, .turn = turn}; }

// Seats by chance: each number says how far, where and what they do.
Circle arbitrary_circle(int most) {
    Circle circle;
    for (const auto& [kind, at] : *trial::deeds(6, most)) {
        Seat seat = somebody("Naam " + std::to_string(at), static_cast<Nearness>(kind % 3), at % turns_round);
        seat.face = static_cast<std::size_t>(at) % face_codes.size();
        seat.helps = Helps{static_cast<unsigned long>(at % 32)};
        seat.clicks = kind > 2;
        if (at % 5 == 0) {
            seat.empty = true;
            seat.face = 0;
            seat.name.clear();
        }
        if (at % 3 == 0) seat.expects = std::string{expected_of_seat} + std::to_string(at);
        circle.seats.push_back(seat);
    }
    return circle;
}

std::string page_of(const Circle& circle) {
    web::Html html{base::Language::nl};
    draw_circle(html, shown_seats(circle), SeatLinks::to_their_page);
    circle_in_words(html, shown_seats(circle), SeatLinks::to_their_page);
    return html.take();
}

TEST(Seats, are_kept_as_they_were) {
    EXPECT_TRUE(rc::check("whoever sits there", [] {
        const Circle circle = arbitrary_circle(most_seats);
        BodyReader body{in_json(circle)};
        RC_ASSERT(read_circle(body) == circle);
        RC_ASSERT(body.faults().empty());
    }));
}

TEST(Seats, read_whatever_comes_and_keep_what_is_a_seat) {
    const base::Id one = an_id();
    BodyReader body{Json{{"seats", {{{"name", "Zonder nummer"}}, {{"id", one.text()}, {"name", "Riet"}, {"near", "in de boom"}, {"turn", 900}, {"helps", {"tips"}}}, {{"id", one.text()}, {"name", "Nog eens"}},
                                    {{"id", an_id().text()}, {"name", "  "}}, {{"id", an_id().text()}, {"empty", true}}}}}};
    const Circle circle = read_circle(body);
    ASSERT_EQ(circle.seats.size(), 2u) << "one of a number that stands there twice, none without number or name";
    EXPECT_EQ(circle.seats[0].name, "Riet");
    EXPECT_TRUE(circle.seats[0].helps[static_cast<std::size_t>(Help::tips)]);
    EXPECT_EQ(circle.seats[0].turn, 0);
    EXPECT_TRUE(circle.seats[1].empty);
    EXPECT_FALSE(body.faults().empty());
}

TEST(Seats, are_forty_at_most) {
    Circle circle;
    for (std::size_t at = 0; at < most_seats; ++at) ASSERT_TRUE(static_cast<bool>(sit_down(circle, somebody("x"))));
    EXPECT_EQ(sit_down(circle, somebody("y")).error().word, &word::circle_full);
    EXPECT_TRUE(static_cast<bool>(sit_down(circle, circle.seats.front()))) << "who sits there already does so";
    EXPECT_EQ(circle.seats.size(), most_seats);
}

TEST(Seats, what_is_expected_never_leaves) {
    EXPECT_TRUE(rc::check("with the drawing, the words, or what is told", [] {
        const Circle circle = arbitrary_circle(12);
        std::string all = page_of(circle) + circle_svg(told(circle));
        const Draft draft = draft_of(told(circle), {}, base::Language::nl);
        for (const ToldPage& page : draft.pages)
            for (const ToldBlock& block : page) all += block.words;
        RC_ASSERT(all.find(expected_of_seat) == std::string::npos);
    }));
}

TEST(Seats, are_all_in_the_drawing_and_stay_where_they_are) {
    EXPECT_TRUE(rc::check("few or many, and one more moves nobody out of it", [] {
        const auto seats = told(arbitrary_circle(most_seats));
        const DrawnCircle drawn = laid_out(seats);
        RC_ASSERT(drawn.seats.size() == seats.size());
        RC_ASSERT(drawn.radius >= 34);
        for (const DrawnSeat& each : drawn.seats) {
            RC_ASSERT(each.at.x >= drawn.radius && each.at.x <= circle_width - drawn.radius);
            RC_ASSERT(each.at.y >= drawn.radius && each.at.y <= circle_height - drawn.radius);
        }
        const DrawnCircle again = laid_out(seats);
        for (std::size_t at = 0; at < seats.size(); ++at) RC_ASSERT(again.seats[at].at.x == drawn.seats[at].at.x && again.seats[at].at.y == drawn.seats[at].at.y);
    }));
}

TEST(Seats, of_a_few_sit_where_they_were_put_and_do_not_hide_each_other) {
    const auto seats = told(Circle{{somebody("Riet", Nearness::close, 90), somebody("Jan", Nearness::far, 270)}});
    const DrawnCircle drawn = laid_out(seats);
    EXPECT_EQ(drawn.seats[0].at.x, spot_at(Nearness::close, 90).x);
    EXPECT_EQ(drawn.seats[1].at.x, spot_at(Nearness::far, 270).x);
    // Ten on one spot make room for each other
    Circle crowd;
    for (int at = 0; at < 10; ++at) crowd.seats.push_back(somebody("Iemand", Nearness::far, 180));
    const DrawnCircle apart = laid_out(told(crowd));
    for (std::size_t one = 0; one < crowd.seats.size(); ++one)
        for (std::size_t other = one + 1; other < crowd.seats.size(); ++other)
            EXPECT_GT(std::hypot(apart.seats[one].at.x - apart.seats[other].at.x, apart.seats[one].at.y - apart.seats[other].at.y), 1.5 * apart.radius);
}

TEST(Seats, of_forty_can_still_be_told_apart) {
    Circle circle;
    for (std::size_t at = 0; at < most_seats; ++at) {
        const auto near = static_cast<Nearness>(at % 3);
        circle.seats.push_back(somebody("Iemand Anders", near, freest_turn(circle, near)));
    }
    const DrawnCircle drawn = laid_out(told(circle));
    for (std::size_t one = 0; one < most_seats; ++one)
        for (std::size_t other = one + 1; other < most_seats; ++other)
            EXPECT_GT(std::hypot(drawn.seats[one].at.x - drawn.seats[other].at.x, drawn.seats[one].at.y - drawn.seats[other].at.y), drawn.radius) << one << " and " << other;
}

TEST(Seats, of_strange_names_are_drawn_too) {
    Circle circle;
    for (const char* name : {"Ş", "ضياء الدين", "👩‍👩‍👧 familie", "Donaudampfschifffahrtsgesellschaft", "a b c d e f"}) circle.seats.push_back(somebody(name, Nearness::close, 40));
    const DrawnCircle drawn = laid_out(told(circle));
    for (const DrawnSeat& each : drawn.seats) EXPECT_LE(base::characters(each.label), 12u);
    EXPECT_NE(circle_svg(told(circle)).find("</svg>"), std::string::npos);
}

TEST(Seats, are_told_without_a_letter_in_the_picture) {
    const std::string svg = circle_svg(told(Circle{{somebody("<script>x</script>", Nearness::close, 10)}}));
    for (const char* never : {"<text", "<script", "href=\"http"}) EXPECT_EQ(svg.find(never), std::string::npos) << never;
}

TEST(Seats, have_a_side_with_a_name) {
    EXPECT_EQ(named_turn(0), 0);
    EXPECT_EQ(named_turn(350), 0);
    EXPECT_EQ(named_turn(90), 2);
    EXPECT_EQ(named_turn(113), 3);
    EXPECT_EQ(freest_turn({}, Nearness::middle), 0);
    EXPECT_EQ(freest_turn(Circle{{somebody("Riet", Nearness::middle, 0)}}, Nearness::middle), 180);
}

}  // namespace
}  // namespace loopbaankaart::journey

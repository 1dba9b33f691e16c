#include "attempts.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "trial_school.hpp"

namespace loopbaankaart::access {
namespace {

using namespace std::chrono_literals;
using visitor::Visitor;

class Guessing : public ::testing::Test {
protected:
    bool guess(std::string_view account, std::string_view client, std::string_view device = {}) {
        const Attempt attempt{"noord", account, client, device};
        if (attempts.wait_before(attempt, now)) return false;
        attempts.failed(attempt, now);
        return true;
    }
    bool right(std::string_view account, std::string_view client, std::string_view device = {}) {
        const Attempt attempt{"noord", account, client, device};
        if (attempts.wait_before(attempt, now)) return false;
        attempts.succeeded(attempt, now);
        return true;
    }
    int guesses_in(std::chrono::minutes time, std::string_view account, std::string_view client) {
        int checked = 0;
        for (auto passed = 0s; passed < time; passed += 1s, now += 1s) checked += guess(account, client);
        return checked;
    }
    Attempts attempts;
    base::Instant now = workbench::first_school_day;
};

TEST_F(Guessing, IsSlowedToOneAMinute) { EXPECT_LE(guesses_in(60min, "amina", "192.0.2.7"), 5 + 60); }

TEST_F(Guessing, AtTheSameMomentCountsToo) {
    int started = 0;
    for (int guess = 0; guess < 50; ++guess) started += !attempts.wait_before({"noord", "amina", "192.0.2.7", {}}, now);
    EXPECT_EQ(started, 5);
}

TEST_F(Guessing, SaysHowLongToWait) {
    for (int time = 0; time < 5; ++time) EXPECT_TRUE(guess("amina", "192.0.2.7"));
    const auto wait = attempts.wait_before({"noord", "amina", "192.0.2.7", {}}, now);
    ASSERT_EQ(wait, 60s);
    now += *wait;
    EXPECT_TRUE(guess("amina", "192.0.2.7"));
}

TEST_F(Guessing, LeavesTheOwnerFreeElsewhereAndOnAKnownDevice) {
    guesses_in(10min, "amina", "192.0.2.7");
    EXPECT_FALSE(right("amina", "192.0.2.7"));
    EXPECT_TRUE(right("amina", "198.51.100.4"));
    EXPECT_TRUE(right("amina", "192.0.2.7", "device of amina"));
}

TEST_F(Guessing, FromManyNetworksLeavesTheOwnerOneFirstTry) {
    for (int network = 0; network < 100; ++network) guess("amina", fmt::format("198.51.100.{}", network));
    EXPECT_TRUE(right("amina", "192.0.2.7"));
    EXPECT_TRUE(guess("amina", "192.0.2.8"));
    EXPECT_FALSE(guess("amina", "192.0.2.8"));
}

TEST_F(Guessing, FromEverywhereStopsForStrangersOnly) {
    int checked = 0;
    for (int network = 0; network < 5000; ++network) checked += guess("amina", fmt::format("10.0.{}.{}", network / 250, network % 250));
    EXPECT_EQ(checked, 500);
    EXPECT_TRUE(right("amina", "192.0.2.7", "device of amina"));
    EXPECT_TRUE(right("bilal", "192.0.2.7"));
}

TEST_F(Guessing, AtASchoolKeepsNobodyElseOut) {
    for (int account = 0; account < 2000; ++account) guess(fmt::format("leerling{}", account), "192.0.2.7");
    for (int student = 0; student < 300; ++student) EXPECT_TRUE(right(fmt::format("student{}", student), "192.0.2.7"));
}

TEST_F(Guessing, CountsAWholeIpv6Network) {
    int checked = 0;
    for (int device = 0; device < 50; ++device) checked += guess("amina", fmt::format("2001:db8:1:2::{:x}", device));
    EXPECT_EQ(checked, 5);
    EXPECT_EQ(network_of("2001:db8:1:2::7"), network_of("2001:db8:1:2:ffff::1"));
    EXPECT_NE(network_of("2001:db8:1:2::7"), network_of("2001:db8:1:3::7"));
    EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
}

TEST_F(Guessing, ElsewhereIsAnotherSchool) {
    for (int time = 0; time < 5; ++time) guess("amina", "192.0.2.7");
    EXPECT_FALSE(attempts.wait_before({"zuid", "amina", "192.0.2.7", {}}, now));
}

// However guesses are spread in time, one place never gets more than five and one a minute.
RC_GTEST_PROP(GuessingProperties, NeverPassesItsRate, ()) {
    Attempts attempts;
    base::Instant now = workbench::first_school_day;
    int checked = 0;
    for (const int pause : *rc::gen::container<std::vector<int>>(200, rc::gen::inRange(0, 90))) {
        now += std::chrono::seconds{pause};
        checked += !attempts.wait_before({"noord", "amina", "192.0.2.7", {}}, now);
    }
    RC_ASSERT(checked <= 5 + (now - workbench::first_school_day) / 1min);
}

class SchoolBehindOneAddress : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, SchoolBehindOneAddress, workbench::both, workbench::name);

TEST_P(SchoolBehindOneAddress, AllGetIn) {
    constexpr int students = 300;
    school.write([&](storage::Writes& writes) {
        for (int student = 0; student < students; ++student) {
            const Person person{.id = school.world.id(), .user_name = fmt::format("student{}", student), .name = "Student", .email = {}};
            ASSERT_TRUE(add_person(writes, person, {{Role::student, std::nullopt}}, school.now()));
            set_password(writes, person.id, TrialSchool::amina_hash(), school.now());
        }
    });
    int in = 0;
    for (int student = 0; student < students; ++student)
        in += school.signed_in_as(fmt::format("student{}", student), amina_password).status() == 303;
    EXPECT_EQ(in, students);
}

TEST_P(SchoolBehindOneAddress, SlowsAGuesserAndNotTheOwner) {
    Visitor at_home = school.signed_in_as("amina", amina_password);
    at_home.get("/mij");
    at_home.submit("/uitloggen");

    Visitor guesser = school.visitor();
    for (int guess = 0; guess < 5; ++guess) {
        TrialSchool::sign_in(guesser, "amina", "dit is het niet " + std::to_string(guess));
        EXPECT_EQ(guesser.status(), 422);
    }
    TrialSchool::sign_in(guesser, "amina", amina_password);
    EXPECT_EQ(guesser.status(), 429);

    TrialSchool::sign_in(at_home, "amina", amina_password);
    EXPECT_EQ(at_home.status(), 303);
    Visitor elsewhere = school.visitor();
    elsewhere.client = "198.51.100.4";
    TrialSchool::sign_in(elsewhere, "amina", amina_password);
    EXPECT_EQ(elsewhere.status(), 303);
}

}  // namespace
}  // namespace loopbaankaart::access

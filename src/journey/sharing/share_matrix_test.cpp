// Every new route, asked by everyone in every relation to a thing; and taking back against readers.
#include <atomic>
#include <iostream>
#include <thread>

#include "trial_sharing.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

const std::string canary = "goudvink-7141", said = "zilvermeeuw-2093";

class ShareMatrix : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    base::Id thing = school.keep_for("amina", "Mijn " + canary, "wensboom", trial::picture_with(canary));
    std::map<std::string, base::Id, std::less<>> grants;

    void give(const char* to, access::Verb verb, std::optional<base::Instant> until = {}) {
        const access::Grant grant{school.world.id(), school.as_shared(thing, school.id("amina")), school.id(to), verb, "rugzak", until};
        school.world.school().write_now([&](storage::Writes& writes) { access::give(writes, grant, school.world.clock().now(), school.randomness); });
        grants.emplace(to, grant.id);
    }
    void take_back(const base::Id& grant) {
        const auto ending = access::remember_end(school.world.school(), school.id("amina"), grant, school.world.clock().now());
        ASSERT_TRUE(ending);
        school.world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, school.world.clock().now(), school.randomness); });
    }
    base::Id react_as(const char* author, const std::string& words) {
        const auto sealed = prepare_reaction(school.world.school().vault(), school.viewer(author), school.world.id(), school.as_shared(thing, school.id("amina")),
                                             {.words = words, .made_at = school.world.clock().now()});
        Reacted reacted{};
        school.world.school().write_now([&](storage::Writes& writes) {
            reacted = react(writes, school.world.school().vault(), school.viewer(author), sealed, school.world.clock().now());
        });
        EXPECT_EQ(reacted, Reacted::made);
        return sealed.reaction.removal;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ShareMatrix, workbench::both, workbench::name);

struct Person {
    const char* name;
    bool reads, reacts, owns, signed_in;
};

TEST_P(ShareMatrix, opens_what_was_given_and_nothing_else) {
    for (const char* name : {"desk", "teamleader"}) give(name, access::Verb::react);
    give("counsellor", access::Verb::react);
    give("coordinator", access::Verb::read);
    give("analyst", access::Verb::react, school.world.clock().now() + 1h);
    give("companion", access::Verb::react);
    const base::Id reaction = react_as("counsellor", "Mooi, " + said);
    take_back(grants.at("companion"));
    std::map<std::string, visitor::Visitor> browsers;
    for (const char* name : {"amina", "joris", "counsellor", "coordinator", "analyst", "companion", "desk", "teamleader", "administrator", "student"})
        browsers.emplace(name, school.signed_in(name));
    school.world.clock().advance(1h);  // the analyst's has ended
    school.set_standing("desk", "suspended");
    school.set_standing("teamleader", "left");

    const std::vector<Person> people{{"amina", true, false, true, true},        {"counsellor", true, true, false, true},  {"coordinator", true, false, false, true},
                                     {"analyst", false, false, false, true},    {"companion", false, false, false, true}, {"desk", false, false, false, false},
                                     {"teamleader", false, false, false, false}, {"joris", false, false, false, true},    {"student", false, false, false, true},
                                     {"administrator", false, false, false, true}};
    const std::string page = school.page_of(thing);
    std::size_t asked = 0;
    for (const Person& person : people) {
        visitor::Visitor& one = browsers.at(person.name);
        const auto expect_get = [&](const std::string& path, bool opens) {
            one.get(path);
            ++asked;
            EXPECT_EQ(one.status(), opens ? 200 : person.signed_in ? 404 : 303) << person.name << " " << path;
            if (!opens) {
                EXPECT_FALSE(one.shows(canary)) << person.name << " " << path;
            }
        };
        expect_get(page, person.reads);
        EXPECT_EQ(one.shows(said), person.owns || person.reacts) << person.name;
        expect_get(trial::picture_path(thing), person.reads);
        expect_get(page + "/deel", person.owns);
        for (const char* list : {"/delen", "/gedeeld", "/mij/kennissen", "/wie-ziet-wat", "/rugzak"}) {
            one.get(list);
            ++asked;
            EXPECT_EQ(one.status(), person.signed_in || std::string_view{list} == "/wie-ziet-wat" ? 200 : 303) << person.name << " " << list;
            EXPECT_TRUE(person.owns || !one.shows(canary)) << person.name << " " << list;
            EXPECT_FALSE(one.shows(said)) << person.name << " " << list;
            if (!person.owns) {
                EXPECT_EQ(one.shows("Persoon amina"), std::string_view{list} == "/gedeeld" && person.reads) << person.name << " " << list;
            }
        }
        one.get("/kaart");
        const std::string key = one.shows("name=\"sleutel\"") ? trial::form_key(one) : std::string{};
        const auto post = [&](const std::string& path, const visitor::Values& values) {
            visitor::Values sent = values;
            sent["sleutel"] = key;
            one.post(path, sent);
            ++asked;
            return one.status();
        };
        if (!person.owns) {
            const int status = post(page + "/deel", {{"wie", school.id("joris").text()}});
            EXPECT_TRUE(status == 404 || !person.signed_in) << person.name;
            for (const auto& [to, grant] : grants) post("/delen/" + grant.text() + "/terug", {});
            post("/delen/terug", {});
        }
        if (!person.reacts) {
            const int status = post(page + "/reactie", {{"woorden", "Van " + std::string{person.name}}});
            EXPECT_TRUE(status == 404 || !person.signed_in) << person.name;
            if (!person.owns) post("/reacties/" + reaction.text() + "/weg", {});
        }
    }
    EXPECT_EQ(school.given("amina").size(), 4u) << "the counsellor, the coordinator, and the two who are out";
    EXPECT_EQ(school.reactions("amina", thing, "amina").size(), 1u);
    std::cout << asked << " asked\n";
    EXPECT_GE(asked, 150u);
}

TEST_P(ShareMatrix, a_reaction_reaches_its_owner_and_its_author_in_no_byte_of_any_other_page) {
    for (const char* name : {"counsellor", "coordinator"}) give(name, access::Verb::react);
    react_as("counsellor", "Mooi, " + said);
    std::size_t asked = 0;
    for (const char* name : {"joris", "coordinator", "administrator", "companion"}) {
        auto other = school.signed_in(name);
        for (const web::Route& route : school.router.routes()) {
            if (route.method != web::Method::get) continue;
            std::string address{route.path};
            for (const auto& [part, value] : {std::pair<std::string, std::string>{"{thing}", thing.text()}, {"{place}", "wensboom"}, {"{part}", thing.text()},
                                              {"{person}", school.id("amina").text()}})
                if (const std::size_t at = address.find(part); at != std::string::npos) address.replace(at, part.size(), value);
            other.get(address);
            ++asked;
            EXPECT_FALSE(other.shows(said)) << name << " " << address;
        }
    }
    EXPECT_GT(asked, 100u);
    for (const char* name : {"amina", "counsellor"}) {
        auto one = school.signed_in(name);
        one.get(school.page_of(thing));
        EXPECT_TRUE(one.shows(said)) << name;
    }
}

// Three readers ask again and again while the owner takes back. Whoever begins to ask after the reply reads nothing.
TEST_P(ShareMatrix, nothing_is_read_after_the_reply_of_taking_back) {
    constexpr int rounds = 1'000;
    auto amina = school.signed_in("amina");
    amina.get("/kaart");
    const std::string key = trial::form_key(amina);
    const auto counsellor = school.signed_in("counsellor");
    std::atomic<int> shared_round{0}, closed_round{0};
    std::atomic<bool> done{false};
    std::atomic<long> read_before{0}, read_after{0}, asked_after{0};
    std::vector<std::thread> readers;
    for (int at = 0; at < 3; ++at)
        readers.emplace_back([&, at] {
            visitor::Visitor reader = counsellor;
            const std::string path = at == 0 ? trial::picture_path(thing) : school.page_of(thing);
            int seen = 0;
            while (!done) {
                const int closed = closed_round, shared = shared_round;
                if (closed == seen && shared == closed) {
                    std::this_thread::yield();
                    continue;
                }
                reader.get(path);
                const bool after = closed == shared && shared_round == shared;  // the reply was there before this was asked, and nothing was shared since
                if (after) {
                    seen = closed;
                    ++asked_after;
                }
                if (reader.status() == 200) ++(after ? read_after : read_before);
            }
        });
    for (int round = 1; round <= rounds; ++round) {
        shared_round = round;
        give("counsellor", access::Verb::read);
        amina.post("/delen/" + grants.at("counsellor").text() + "/terug", {{"sleutel", key}});
        grants.clear();
        const long asked = asked_after;
        closed_round = round;
        EXPECT_EQ(amina.status(), 303);
        while (asked_after == asked) std::this_thread::yield();
    }
    done = true;
    for (std::thread& reader : readers) reader.join();
    std::cout << rounds << " rounds, " << read_before << " read before, " << asked_after << " asked after\n";
    EXPECT_EQ(read_after, 0);
    EXPECT_GE(asked_after, rounds);
    EXPECT_GT(read_before, 0);
}

}  // namespace
}  // namespace loopbaankaart::journey

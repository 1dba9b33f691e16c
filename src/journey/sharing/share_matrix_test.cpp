// Every route of sharing, asked by everyone in every relation to a thing of every kind; and taking back against readers.
#include <algorithm>
#include <atomic>
#include <iostream>
#include <thread>

#include "../blog/blog_html.hpp"
#include "trial_kinds.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

class ShareMatrix : public ::testing::TestWithParam<trial::KindOnBackend> {
protected:
    const trial::TrialKind kind = std::get<trial::TrialKind>(GetParam());
    const Shareable& shareable_kind = *shareable(parts(), kind.kind);
    trial::SharingSchool school{std::get<workbench::Backend>(GetParam())};
    base::Id id = school.world.id();
    std::vector<std::string> files = kind.make(school, "amina", id, trial::shared_words);
    access::Thing thing{kind.kind, id, school.id("amina")};
    std::string page = shareable_kind.page(id).text(), share = share_address(shareable_kind, id).text(), reply = reaction_address(shareable_kind, id).text();
    std::map<std::string, base::Id, std::less<>> grants;

    void give_of(const access::Thing& what, const char* to, access::Verb verb, std::optional<base::Instant> until = {}) {
        const access::Grant grant{school.world.id(), what, school.id(to), verb, "rugzak", until};
        school.world.school().write_now([&](storage::Writes& writes) { access::give(writes, grant, school.world.clock().now(), school.randomness); });
        grants.emplace(to, grant.id);
    }
    void give(const char* to, access::Verb verb, std::optional<base::Instant> until = {}) { give_of(thing, to, verb, until); }
    void take_back(const base::Id& grant) {
        const auto ending = access::remember_end(school.world.school(), school.id("amina"), grant, school.world.clock().now());
        ASSERT_TRUE(ending);
        school.world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, school.world.clock().now(), school.randomness); });
    }
    base::Id react_as(const char* author, const std::string& words, const access::Thing& what) {
        const auto sealed = prepare_reaction(school.world.school().vault(), school.viewer(author), school.world.id(), what, {.words = words, .made_at = school.world.clock().now()});
        Reacted reacted{};
        school.world.school().write_now([&](storage::Writes& writes) {
            reacted = react(writes, school.world.school().vault(), school.viewer(author), sealed, school.world.clock().now());
        });
        EXPECT_EQ(reacted, Reacted::made);
        return sealed.reaction.removal;
    }
    base::Id react_as(const char* author, const std::string& words) { return react_as(author, words, thing); }
    // Every page and file on which its words, its pictures or what was said to it could stand.
    std::vector<std::string> places() const {
        std::vector<std::string> all = files;
        for (const std::string& one : {page, share, std::string{"/mee"}, std::string{"/delen"}}) all.push_back(one);
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ShareMatrix, ::testing::Combine(workbench::both, ::testing::ValuesIn(trial::trial_kinds)), trial::kind_name);

TEST(ShareMatrixOfKinds, knows_every_kind_and_no_two_are_called_the_same) {
    for (const Part& part : parts()) {
        if (!part.shareable) continue;
        const Shareable& each = *part.shareable;
        EXPECT_NE(std::ranges::find(trial::trial_kinds, each.kind, &trial::TrialKind::kind), trial::trial_kinds.end()) << each.kind << " has no line in trial_kinds.hpp";
        EXPECT_EQ(shareable(parts(), each.kind), &each);
        EXPECT_EQ(shareable_at(parts(), each.path.view()), &each);
    }
    EXPECT_EQ(shareable(parts(), "person"), nullptr);
    EXPECT_EQ(shareable_at(parts(), "mensen"), nullptr);
}

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
    const base::Id reaction = react_as("counsellor", "Mooi, " + trial::said_words);
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
    std::size_t asked = 0;
    for (const Person& person : people) {
        visitor::Visitor& one = browsers.at(person.name);
        const auto expect_get = [&](const std::string& path, bool opens) {
            one.get(path);
            ++asked;
            EXPECT_EQ(one.status(), opens ? 200 : person.signed_in ? 404 : 303) << person.name << " " << path;
            if (!opens) {
                EXPECT_FALSE(one.shows(trial::shared_words)) << person.name << " " << path;
            }
        };
        expect_get(page, person.reads);
        EXPECT_EQ(one.shows(trial::said_words), person.owns || person.reacts) << person.name;
        for (const std::string& file : files) expect_get(file, person.reads);
        expect_get(share, person.owns);
        for (const char* list : {"/delen", "/mee", "/mij/kennissen", "/wie-ziet-wat", "/rugzak"}) {
            one.get(list);
            ++asked;
            EXPECT_EQ(one.status(), person.signed_in || std::string_view{list} == "/wie-ziet-wat" ? 200 : 303) << person.name << " " << list;
            EXPECT_TRUE(person.owns || !one.shows(trial::shared_words)) << person.name << " " << list;
            EXPECT_FALSE(one.shows(trial::said_words)) << person.name << " " << list;
            if (!person.owns) {
                EXPECT_EQ(one.shows("Persoon amina"), std::string_view{list} == "/mee" && person.reads) << person.name << " " << list;
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
            const int status = post(share, {{"wie", school.id("joris").text()}});
            EXPECT_TRUE(status == 404 || !person.signed_in) << person.name;
            for (const auto& [to, grant] : grants) post("/delen/" + grant.text() + "/terug", {});
            post("/delen/terug", {});
        }
        if (!person.reacts) {
            const int status = post(reply, {{"woorden", "Van " + std::string{person.name}}});
            EXPECT_TRUE(status == 404 || !person.signed_in) << person.name;
            if (!person.owns) post("/reacties/" + reaction.text() + "/weg", {});
        }
    }
    EXPECT_EQ(school.given("amina").size(), 4u) << "the counsellor, the coordinator, and the two who are out";
    EXPECT_EQ(school.reactions("amina", thing).size(), 1u);
    std::cout << asked << " asked\n";
    EXPECT_GE(asked, 150u);
}

TEST_P(ShareMatrix, a_reaction_reaches_its_owner_and_its_author_in_no_byte_of_any_other_page) {
    for (const char* name : {"counsellor", "coordinator"}) give(name, access::Verb::react);
    react_as("counsellor", "Mooi, " + trial::said_words);
    std::size_t asked = 0;
    for (const char* name : {"joris", "coordinator", "administrator", "companion"}) {
        auto other = school.signed_in(name);
        for (const web::Route& route : school.router.routes()) {
            if (route.method != web::Method::get) continue;
            std::string address{route.path};
            for (const auto& [part, value] : {std::pair<std::string, std::string>{"{thing}", id.text()}, {"{place}", "wensboom"}, {"{part}", id.text()}, {"{record}", id.text()},
                                              {"{telling}", id.text()}, {"{person}", school.id("amina").text()}, {"{kind}", std::string{shareable_kind.path.view()}}})
                if (const std::size_t at = address.find(part); at != std::string::npos) address.replace(at, part.size(), value);
            other.get(address);
            ++asked;
            EXPECT_FALSE(other.shows(trial::said_words)) << name << " " << address;
        }
    }
    EXPECT_GT(asked, 100u);
    for (const char* name : {"amina", "counsellor"}) {
        auto one = school.signed_in(name);
        one.get(page);
        EXPECT_TRUE(one.shows(trial::said_words)) << name;
    }
}

// An id says nothing without its kind: what was given of one is no word of another, and what was said to one stands at no other.
TEST_P(ShareMatrix, a_grant_on_one_kind_opens_no_other_with_the_same_id) {
    auto amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");
    std::vector<std::string_view> others{"another_kind"};
    bool record_of_this_id = parse_record_kind(kind.kind).has_value();  // records lie in one table: one of them has this id
    for (const trial::TrialKind& each : trial::trial_kinds) {
        if (each.kind == kind.kind) continue;
        others.push_back(each.kind);
        const bool record = parse_record_kind(each.kind).has_value();
        if (!record || !std::exchange(record_of_this_id, true)) each.make(school, "amina", id, "van een andere soort");
    }
    for (const std::string_view other : others) {
        const access::Thing same_id{other, id, thing.owner};
        give_of(same_id, "counsellor", access::Verb::react);
        const base::Id reaction = react_as("counsellor", trial::said_words, same_id);
        for (const std::string& address : places()) {
            counsellor.get(address);
            EXPECT_EQ(counsellor.status(), address == "/mee" || address == "/delen" ? 200 : 404) << other << " " << address;
            EXPECT_FALSE(counsellor.shows(trial::shared_words) || counsellor.shows(page + "\"")) << other << " " << address;
        }
        counsellor.get("/kaart");
        counsellor.post(reply, {{"sleutel", trial::form_key(counsellor)}, {"woorden", trial::said_words}});
        EXPECT_EQ(counsellor.status(), 404) << other;
        EXPECT_TRUE(school.reactions("amina", thing).empty()) << other;
        EXPECT_EQ(school.reactions("amina", same_id).size(), 1u);
        amina.get(page);
        EXPECT_FALSE(amina.shows(trial::said_words) || amina.shows("Persoon counsellor")) << other;
        EXPECT_TRUE(school.given("amina").size() == 1 && school.given("amina").front().kind == other);
        school.world.school().write_now([&](storage::Writes& writes) { remove_shared(writes, thing); });
        EXPECT_EQ(school.reactions("amina", same_id).front().removal, reaction) << "the end of one is not that of the other";
        take_back(grants.at("counsellor"));
        grants.clear();
    }
}

TEST_P(ShareMatrix, in_the_bin_it_is_closed_and_stays_so_when_it_is_taken_out) {
    give("counsellor", access::Verb::react);
    auto amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");
    amina.get("/kaart");
    const std::string key = trial::form_key(amina);
    for (const char* step : {"/weg", "/terug"}) {
        amina.post(kind.doings(id) + step, {{"sleutel", key}});
        ASSERT_EQ(amina.status(), 303) << step;
        for (const std::string& address : places()) {
            counsellor.get(address);
            EXPECT_FALSE(counsellor.shows(trial::shared_words) || counsellor.shows(page + "\"")) << step << " " << address;
        }
    }
    EXPECT_TRUE(school.world.school().vault().was_removed("access_grant", grants.at("counsellor")));
    EXPECT_TRUE(school.given("amina").empty());
}

TEST_P(ShareMatrix, removed_for_good_it_takes_its_reactions_along) {
    give("counsellor", access::Verb::react);
    const base::Id reaction = react_as("counsellor", trial::said_words);
    auto amina = school.signed_in("amina");
    amina.get("/kaart");
    amina.post(kind.doings(id) + "/voorgoed", {{"sleutel", trial::form_key(amina)}});
    ASSERT_EQ(amina.status(), 303);
    EXPECT_TRUE(school.reactions("amina", thing).empty());
    EXPECT_TRUE(school.world.school().vault().was_removed("kept_reaction", reaction));
    EXPECT_TRUE(school.given("amina").empty());
}

// Whoever leaves, and whoever is suspended, on either side: nothing of it is to be seen.
TEST_P(ShareMatrix, is_closed_while_its_owner_is_away) {
    give("counsellor", access::Verb::react);
    auto counsellor = school.signed_in("counsellor");
    for (const char* standing : {"suspended", "left"}) {
        school.set_standing("amina", standing);
        for (const std::string& address : places()) {
            counsellor.get(address);
            EXPECT_FALSE(counsellor.shows(trial::shared_words) || counsellor.shows(page + "\"") || counsellor.shows("Persoon amina")) << standing << " " << address;
        }
    }
}

// No grant carries along what a thing came from; its owner may tick it, and then it is shared with a grant of its own.
TEST(ShareOfWhatItCameFrom, is_ticked_by_its_owner) {
    for (const bool ticked : {false, true}) {
        trial::SharingSchool school{workbench::Backend::sqlite};
        const base::Id thing = school.keep_for("amina", "Mijn " + trial::shared_words), of_another = school.keep_for("joris", "Niet van haar"), id = school.world.id();
        const access::Viewer owner = school.viewer("amina");
        const SealedRecord post = prepare(school.world.school().vault(), owner, Record{.id = id, .kind = RecordKind::post, .body = Json{{"words", "Wat het betekende"}},
            .links = {{"kept_thing", thing}, {"kept_thing", of_another}, {"kept_thing", school.world.id()}}, .parts = {}, .made_at = school.world.clock().now()});
        school.world.school().write_now([&](storage::Writes& writes) { keep(writes, school.world.school().vault(), owner, post); });
        auto amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");
        const std::string share = share_address(shared_posts(), id).text();
        amina.get(share);
        EXPECT_TRUE(amina.shows("rugzak/" + thing.text()));
        EXPECT_FALSE(amina.shows(of_another.text()));
        visitor::Values values{{"wie", school.id("counsellor").text()}};
        if (ticked) values["erbij"] = "rugzak/" + thing.text();
        const visitor::Visitor same_form = amina;
        for (int time = 0; time < 2; ++time) {
            visitor::Visitor again = same_form;
            again.submit(share, values);
            ASSERT_EQ(again.status(), 303);
        }
        EXPECT_EQ(school.given("amina").size(), ticked ? 2u : 1u);
        counsellor.get(shared_posts().page(id).text());
        EXPECT_TRUE(counsellor.shows("Wat het betekende"));
        counsellor.get(school.page_of(thing));
        EXPECT_EQ(counsellor.status(), ticked ? 200 : 404);
    }
}

// The page on which it is shared shows what its readers will see, to the letter.
TEST_P(ShareMatrix, the_share_page_shows_word_for_word_what_goes_along) {
    give("counsellor", access::Verb::read);
    auto amina = school.signed_in("amina"), counsellor = school.signed_in("counsellor");
    amina.get(share);
    counsellor.get(page);
    const std::vector<std::string> goes_along = trial::texts_in(trial::between(trial::between(amina.body(), "<div class=\"scrap", "</section>"), "<div", "<h2"));
    const std::vector<std::string> is_read = trial::texts_in(trial::between(counsellor.body(), "<main", "</main>"));
    EXPECT_TRUE(std::ranges::any_of(goes_along, [](const std::string& text) { return text.find(trial::shared_words) != std::string::npos; }));
    for (const std::string& text : goes_along) EXPECT_NE(std::ranges::find(is_read, text), is_read.end()) << text;
    for (const std::string& text : is_read)
        if (text.find(trial::shared_words) != std::string::npos) {
            EXPECT_NE(std::ranges::find(goes_along, text), goes_along.end()) << text;
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
            const std::string path = at == 0 ? files.front() : page;
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

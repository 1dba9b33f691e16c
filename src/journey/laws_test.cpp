// What holds over all parts. No number about somebody's journey leaves the page: whoever has one thing more of every kind reads no page, and lets nobody read one,
// on which that can be counted off (the law of the mission that nothing is counted). And what is shared is exactly what was chosen, whatever was shared and taken
// back before.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sharing/trial_kinds.hpp"
#include "trial_deeds.hpp"

namespace loopbaankaart::journey {
namespace {

using namespace std::chrono_literals;

// The numbers that stand by themselves, in what is read and in what is said to a screen reader; 07 is 7, and letters beside it make it no number.
std::set<int> numbers_on(std::string_view page) {
    std::set<int> numbers;
    const auto in = [](char sign, char first, char last) { return sign >= first && sign <= last; };
    for (std::size_t at = 0; at < page.size();) {
        std::size_t end = at;
        bool digits = true;
        while (end < page.size() && (in(page[end], '0', '9') || in(page[end], 'a', 'z') || in(page[end], 'A', 'Z'))) digits = digits && in(page[end], '0', '9'), ++end;
        if (digits && end > at && end - at < 7) numbers.insert(std::stoi(std::string{page.substr(at, end - at)}));
        at = std::max(end, at + 1);
    }
    return numbers;
}

// A moment as machines read it holds minutes and seconds.
std::string without_moments(std::string page) {
    const std::string_view begins = "datetime=\"";
    for (std::size_t at = page.find(begins); at != std::string::npos; at = page.find(begins, at + 1)) page.erase(at + begins.size(), page.find('"', at + begins.size()) - at - begins.size());
    return page;
}

// Whether a page says how many there are: it names so many when there are so many, and one more when there is one more.
bool counts(std::string_view with_so_many, std::string_view with_one_more, int so_many) {
    const auto before = numbers_on(with_so_many), after = numbers_on(with_one_more);
    return before.contains(so_many) && !before.contains(so_many + 1) && after.contains(so_many + 1);
}

// Where a number stands.
std::string around(const std::string& page, int number) {
    const std::size_t at = page.find(std::to_string(number));
    return at == std::string::npos ? std::string{} : page.substr(at > 60 ? at - 60 : 0, 120);
}

TEST(Law, of_numbers_notices_a_count) {
    EXPECT_TRUE(counts("<p>Je hebt 41 dingen</p>", "<p>Je hebt 42 dingen</p>", 41));
    EXPECT_TRUE(counts("<ul aria-label=\"41\">", "<ul aria-label=\"42\">", 41));
    EXPECT_FALSE(counts("<p>41</p>", "<p>41</p>", 41));
    EXPECT_FALSE(counts("<img src=\"/beeld/41A\">", "<img src=\"/beeld/42A\">", 41));
}

class Laws : public ::testing::TestWithParam<workbench::Backend> {
protected:
    trial::SharingSchool school{GetParam()};
    std::vector<std::string> made;  // the pages of one of each kind, made first

    // One more of every kind that can be shared, all of it shared with staff.
    void one_more_of_everything(int which) {
        school.world.clock().advance(24h);
        for (const trial::TrialKind& each : trial::trial_kinds) {
            const base::Id id = school.world.id(), owner = school.id("amina");
            each.make(school, "amina", id, "woord");
            if (which == 0) made.push_back(each.doings(id));
            const access::Grant grant{school.world.id(), {each.kind, id, owner}, school.id("counsellor"), access::Verb::react, "", {}};
            school.world.school().write_now([&](storage::Writes& writes) { access::give(writes, grant, school.world.clock().now(), school.randomness); });
        }
    }
    // Every page without a name in its address, and those of one of each kind.
    std::map<std::string, std::string> all_pages(const char* user_name) {
        visitor::Visitor reader = school.signed_in(user_name);
        std::vector<std::string> addresses = made;
        for (const web::Route& route : routes_of({school.atlases, school.workshop, parts()}))
            if (const std::string path{route.path}; route.method == web::Method::get && path.find('{') == std::string::npos) addresses.push_back(path);
        for (const char* place : {"/kaart", "/kaart/wensboom", "/kaart/kompas", "/mij"}) addresses.emplace_back(place);
        std::map<std::string, std::string> pages;
        for (const std::string& address : addresses) {
            reader.get(address);
            if (reader.status() == 303) reader.follow();
            if (reader.status() == 200) pages.emplace(address, without_moments(reader.body()));
        }
        return pages;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Laws, workbench::both, workbench::name);

TEST_P(Laws, no_number_about_a_journey_leaves_the_page) {
    int there = 0;
    for (const int so_many : {37, 41}) {  // no day of a month, and more than a page of a list
        for (; there < so_many; ++there) one_more_of_everything(there);
        const auto own = all_pages("amina"), given = all_pages("counsellor");
        EXPECT_GT(own.size(), 25u) << "there are pages to look at";
        EXPECT_GT(given.size(), 20u);
        one_more_of_everything(there++);
        for (const auto& [address, page] : all_pages("amina")) EXPECT_FALSE(counts(own.at(address), page, so_many)) << address << " says how many there are: " << around(page, so_many + 1);
        for (const auto& [address, page] : all_pages("counsellor")) EXPECT_FALSE(counts(given.at(address), page, so_many)) << address << " tells staff how many there are";
    }
}

// Something of Amina's that could be shared, with a word in it that stands nowhere else.
struct Chosen {
    access::Thing thing;
    std::string word;
    std::vector<std::string> addresses;  // its own, and those of what hangs on it
};

class ExactlyChosen : public Laws {
protected:
    void SetUp() override {
        for (std::size_t at = 0; at < 2 * trial::trial_kinds.size(); ++at) {
            const trial::TrialKind& kind = trial::trial_kinds[at / 2];
            const base::Id id = school.world.id();
            const std::string word = "kanarie" + std::string(1, static_cast<char>('a' + at)) + "zingt";
            Chosen one{{kind.kind, id, school.id("amina")}, word, kind.make(school, "amina", id, word)};
            one.addresses.push_back(kind.doings(id));
            things.push_back(std::move(one));
        }
        for (const char* name : readers) {
            windows.push_back(school.signed_in(name));
            given.emplace_back();
        }
    }
    void give_or_take_back(std::size_t reader, std::size_t at) {
        std::optional<base::Id>& open = given[reader][at];
        const base::Instant now = school.world.clock().now();
        if (open) {
            const auto ending = access::remember_end(school.world.school(), school.id("amina"), *open, now);
            ASSERT_TRUE(ending);
            school.world.school().write_now([&](storage::Writes& writes) { access::take_back(writes, *ending, now, school.randomness); });
            open.reset();
        } else {
            open = school.world.id();
            const access::Grant grant{*open, things[at].thing, school.id(readers[reader]), access::Verb::read, "", {}};
            school.world.school().write_now([&](storage::Writes& writes) { access::give(writes, grant, now, school.randomness); });
        }
    }
    std::set<std::string> chosen(std::size_t reader) {
        std::set<std::string> words;
        for (const auto& [at, open] : given[reader]) if (open) words.insert(things[at].word);
        return words;
    }
    // Asked of every address of everything that Amina has, whoever it was given to.
    std::set<std::string> read_by(std::size_t reader) {
        std::string all;
        const auto ask = [&](const std::string& address) {
            windows[reader].get(address);
            if (windows[reader].status() == 303) windows[reader].follow();
            all += windows[reader].body();
        };
        for (const Chosen& each : things) std::ranges::for_each(each.addresses, ask);
        for (const char* list : {"/mee", "/rugzak", "/verteld", "/"}) ask(list);
        std::set<std::string> words;
        for (const Chosen& each : things) if (all.find(each.word) != std::string::npos) words.insert(each.word);
        return words;
    }

    const std::vector<const char*> readers{"counsellor", "coordinator"};
    std::vector<visitor::Visitor> windows;
    std::vector<Chosen> things;
    std::vector<std::map<std::size_t, std::optional<base::Id>>> given;  // of a reader: the grant that is open on each thing
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ExactlyChosen, workbench::both, workbench::name);

TEST_P(ExactlyChosen, is_what_is_shared) {
    EXPECT_TRUE(read_by(0).empty());
    for (std::size_t at = 0; at < things.size(); ++at) give_or_take_back(0, at);
    EXPECT_EQ(read_by(0).size(), things.size()) << "each can be read once it is given";
    EXPECT_TRUE(read_by(1).empty());
    EXPECT_TRUE(rc::check("whatever was shared and taken back", [&] {
        for (const auto& [deed, at] : *trial::deeds(static_cast<int>(2 * things.size()), 12)) give_or_take_back(static_cast<std::size_t>(at % 2), static_cast<std::size_t>(deed / 2));
        for (std::size_t reader = 0; reader < readers.size(); ++reader) RC_ASSERT(read_by(reader) == chosen(reader));
    }));
}

}  // namespace
}  // namespace loopbaankaart::journey

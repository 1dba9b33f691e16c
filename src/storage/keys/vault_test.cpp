#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <thread>

#include "trial_keys.hpp"

namespace loopbaankaart::storage {
namespace {

class SealedWords : public ::testing::TestWithParam<workbench::Backend> {
protected:
    bool opens(Vault& vault, const base::Id& holder, const SealedAt& where, base::BytesView sealed) {
        try {
            vault.open(holder, where, sealed);
            return true;
        } catch (const SealBroken&) {
            return false;
        }
    }

    TrialKeys keys{GetParam()};
    std::unique_ptr<Vault> noord = keys.store->vault("noord");
    const SealedAt place{"kept_thing", "words", "01J0000000000000000000000A"};
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, SealedWords, workbench::both, workbench::name);

TEST_P(SealedWords, ComeBackAsTheyWere) {
    const base::Id amina = keys.id();
    EXPECT_TRUE(rc::check("round trip", [&](const std::string& words) {
        RC_ASSERT(noord->open(amina, place, noord->seal(amina, place, words)) == words);
    }));
}

TEST_P(SealedWords, ComeBackAfterARestart) {
    const base::Id amina = keys.id();
    const base::Bytes sealed = noord->seal(amina, place, "het was warm in de kas");
    keys.open();
    EXPECT_EQ(keys.store->vault("noord")->open(amina, place, sealed), "het was warm in de kas");
}

TEST_P(SealedWords, DerivedBytesAreOnesOwnAndEndWithTheHolder) {
    const base::Id amina = keys.id(), daan = keys.id();
    const base::Bytes drafts = noord->derive(amina, "drafts");
    EXPECT_EQ(drafts.size(), 32u);
    EXPECT_NE(drafts, noord->derive(daan, "drafts"));
    EXPECT_NE(drafts, noord->derive(amina, "draft"));
    EXPECT_NE(drafts, keys.store->vault("zuid")->derive(amina, "drafts"));
    keys.open();
    const auto again = keys.store->vault("noord");
    EXPECT_EQ(drafts, again->derive(amina, "drafts"));
    again->destroy(amina, base::Instant{});
    EXPECT_THROW(again->derive(amina, "drafts"), SealBroken);
}

TEST_P(SealedWords, AreNotThereToRead) {
    const std::string canary = "kanarie zingt in de kas";
    const base::Bytes sealed = noord->seal(keys.id(), place, canary);
    EXPECT_EQ(base::text_of(sealed).find(canary), std::string_view::npos);
    EXPECT_EQ(base::text_of(sealed).find("kas"), std::string_view::npos);
}

TEST_P(SealedWords, AreSealedAnewEachTime) {
    const base::Id amina = keys.id();
    const base::Bytes first = noord->seal(amina, place, "zelfde");
    const base::Bytes second = noord->seal(amina, place, "zelfde");
    EXPECT_NE(first, second);
}

TEST_P(SealedWords, DoNotOpenInAnotherPlace) {
    const base::Id amina = keys.id();
    EXPECT_TRUE(rc::check("moved", [&](const std::string& table, const std::string& column, const std::string& row) {
        const base::Bytes sealed = noord->seal(amina, place, "alleen hier");
        const SealedAt moved{table, column, row};
        RC_ASSERT(!opens(*noord, amina, moved, sealed));
        RC_ASSERT(!opens(*noord, amina, {table, place.column, place.row}, sealed));
        RC_ASSERT(!opens(*noord, amina, {place.table, column, place.row}, sealed));
        RC_ASSERT(!opens(*noord, amina, {place.table, place.column, row}, sealed));
    }));
}

TEST_P(SealedWords, DoNotOpenWhereTheNamesRunTogetherAlike) {
    const base::Id amina = keys.id();
    const base::Bytes sealed = noord->seal(amina, {"ab", "c", "d"}, "alleen hier");
    EXPECT_FALSE(opens(*noord, amina, {"a", "bc", "d"}, sealed));
    EXPECT_FALSE(opens(*noord, amina, {"ab", "cd", ""}, sealed));
}

TEST_P(SealedWords, DoNotOpenForAnotherHolderOrSchool) {
    const base::Id amina = keys.id(), daan = keys.id();
    const base::Bytes sealed = noord->seal(amina, place, "van mij");
    noord->prepare(std::vector{daan});
    EXPECT_FALSE(opens(*noord, daan, place, sealed));
    const auto zuid = keys.store->vault("zuid");
    EXPECT_FALSE(opens(*zuid, amina, place, sealed));
    zuid->prepare(std::vector{amina});
    EXPECT_FALSE(opens(*zuid, amina, place, sealed));
}

TEST_P(SealedWords, DoNotOpenWithAnyBitChanged) {
    const base::Id amina = keys.id();
    const base::Bytes sealed = noord->seal(amina, place, "elk teken telt");
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        base::Bytes changed = sealed;
        changed[bit / 8] = static_cast<unsigned char>(changed[bit / 8] ^ (1u << (bit % 8)));
        ASSERT_FALSE(opens(*noord, amina, place, changed)) << "bit " << bit;
    }
    for (std::size_t length = 0; length < sealed.size(); ++length)
        ASSERT_FALSE(opens(*noord, amina, place, base::BytesView{sealed}.first(length))) << "length " << length;
}

TEST_P(SealedWords, AreNoiseOnceTheirHolderHasEnded) {
    const base::Id amina = keys.id(), daan = keys.id();
    const base::Bytes hers = noord->seal(amina, place, "van mij"), his = noord->seal(daan, place, "en van mij");
    noord->destroy(amina, workbench::first_school_day);
    EXPECT_FALSE(opens(*noord, amina, place, hers));
    EXPECT_THROW(noord->seal(amina, place, "opnieuw"), SealBroken);
    noord->prepare(std::vector{amina});
    keys.open();
    noord = keys.store->vault("noord");
    EXPECT_FALSE(opens(*noord, amina, place, hers));
    EXPECT_TRUE(noord->was_destroyed(amina));
    EXPECT_FALSE(noord->was_destroyed(daan));
    EXPECT_FALSE(keys.store->vault("zuid")->was_destroyed(amina));
    EXPECT_EQ(noord->open(daan, place, his), "en van mij");
}

TEST_P(SealedWords, StayNoiseWhenAHolderWithoutAKeyEnds) {
    const base::Id amina = keys.id();
    noord->destroy(amina, workbench::first_school_day);
    noord->destroy(amina, workbench::first_school_day);
    EXPECT_THROW(noord->seal(amina, place, "toch"), SealBroken);
}

TEST_P(SealedWords, MayBePreparedForManyHoldersAtOnce) {
    std::vector<base::Id> holders;
    for (int count = 0; count < 5'000; ++count) holders.push_back(keys.id());
    const base::Bytes before = noord->seal(holders.front(), place, "eerst");
    noord->prepare(holders);
    EXPECT_EQ(noord->open(holders.front(), place, before), "eerst");
    EXPECT_EQ(noord->open(holders.back(), place, noord->seal(holders.back(), place, "laatst")), "laatst");
}

TEST_P(SealedWords, OpenOnEveryThreadThatSealsForTheSameNewHolders) {
    std::vector<base::Id> holders;
    for (int count = 0; count < 20; ++count) holders.push_back(keys.id());
    std::vector<std::vector<base::Bytes>> sealed(4);
    std::vector<std::thread> threads;
    for (auto& own : sealed) {
        threads.emplace_back([&] {
            for (const base::Id& holder : holders) own.push_back(noord->seal(holder, place, holder.view()));
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const auto& own : sealed)
        for (std::size_t at = 0; at < holders.size(); ++at) EXPECT_EQ(noord->open(holders[at], place, own[at]), holders[at].view());
}

TEST_P(SealedWords, TheLedgerKnowsWhatWasRemovedAndWhere) {
    const base::Id thing = keys.id(), other = keys.id(), amina = keys.id();
    noord->record_removal("kept_thing", thing, workbench::first_school_day);
    noord->record_removal("kept_thing", thing, workbench::first_school_day);
    noord->destroy(amina, workbench::first_school_day);
    EXPECT_TRUE(noord->was_removed("kept_thing", thing));
    EXPECT_FALSE(noord->was_removed("kept_thing", other));
    EXPECT_FALSE(noord->was_removed("access_grant", thing));
    EXPECT_FALSE(keys.store->vault("zuid")->was_removed("kept_thing", thing));
    const auto ledger = keys.store->ledger("noord");
    EXPECT_TRUE(ledger->removed("kept_thing", thing));
    EXPECT_FALSE(ledger->removed("access_grant", thing));
    EXPECT_TRUE(ledger->destroyed(amina));
    EXPECT_FALSE(ledger->destroyed(thing));
    EXPECT_FALSE(keys.store->ledger("zuid")->destroyed(amina));
}

}  // namespace
}  // namespace loopbaankaart::storage

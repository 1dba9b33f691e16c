// What lies in the key store's own files, and what a copy of them is worth.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include <storage/words.hpp>

#include "../backup/lines.hpp"
#include "keys_database.hpp"
#include "stored_keys.hpp"
#include "trial_keys.hpp"

namespace loopbaankaart::storage {
namespace {

constexpr SealedAt place{"kept_thing", "words", "01J0000000000000000000000A"};

bool lies_anywhere_in(const std::filesystem::path& folder, base::BytesView bytes) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && contents(entry.path()).find(base::text_of(bytes)) != std::string::npos) return true;
    return false;
}

class KeyStoreFiles : public ::testing::Test {
protected:
    StoredKeys& stored() { return dynamic_cast<StoredKeys&>(*keys.store); }
    base::Bytes wrapped(const base::Id& holder) {
        KeyRows rows{keys.options().data, {}};
        return rows.find(stored().holder_in("noord", holder)).value().bytes;
    }

    TrialKeys keys{workbench::Backend::sqlite};
    std::unique_ptr<Vault> noord = keys.store->vault("noord");
};

TEST_F(KeyStoreFiles, HoldNoKeyAndNoNameToRead) {
    const base::Id amina = keys.id();
    noord->seal(amina, place, "woorden");
    noord->destroy(keys.id(), workbench::first_school_day);
    noord->seal(keys.id(), place, "woorden");
    const HolderKey key = stored().find(stored().holder_in("noord", amina));
    EXPECT_FALSE(lies_anywhere_in(keys.options().data, {key.secret.data(), Secret::size()}));
    EXPECT_FALSE(lies_anywhere_in(keys.options().data, base::bytes_of(amina.view())));
    EXPECT_FALSE(lies_anywhere_in(keys.options().data, base::bytes_of("woorden")));
    EXPECT_TRUE(lies_anywhere_in(keys.options().data, wrapped(amina)));
}

TEST_F(KeyStoreFiles, AreForTheirOwnerOnly) {
    noord->seal(keys.id(), place, "woorden");
    for (const auto& entry : std::filesystem::directory_iterator{keys.options().data}) {
        struct stat about {};
        ASSERT_EQ(::stat(entry.path().c_str(), &about), 0);
        EXPECT_EQ(about.st_mode & 0077, 0u) << entry.path();
    }
}

TEST_F(KeyStoreFiles, HoldNothingOfAnEndedKey) {
    std::vector<base::Id> holders;
    for (int count = 0; count < 600; ++count) holders.push_back(keys.id());
    noord->prepare(holders);
    std::vector<base::Bytes> ended;
    for (std::size_t at = 0; at < holders.size(); at += 3) {
        ended.push_back(wrapped(holders[at]));
        ASSERT_TRUE(lies_anywhere_in(keys.options().data, ended.back()));
        noord->destroy(holders[at], workbench::first_school_day);
        noord->seal(keys.id(), place, "het leven gaat door");
    }
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator{keys.options().data}) all += contents(entry.path());
    for (const base::Bytes& key : ended) EXPECT_EQ(all.find(base::text_of(key).substr(24)), std::string::npos);
}

// The reason why a copy is kept for thirty days at most.
TEST_F(KeyStoreFiles, OfBeforeAnEndStillOpenWhatWasSealed) {
    const base::Id amina = keys.id();
    const base::Bytes sealed = noord->seal(amina, place, "van mij");
    ASSERT_TRUE(keys.store->copy_to(keys.folder / "before", workbench::first_school_day));
    noord->destroy(amina, workbench::first_school_day);
    ASSERT_TRUE(keys.store->copy_to(keys.folder / "after", workbench::first_school_day));

    const auto opens_with = [&](const char* copy) {
        Options elsewhere = keys.options();
        elsewhere.data = keys.folder / "elsewhere" / copy;
        auto store = open_key_store(elsewhere);
        EXPECT_TRUE((*store)->add_from(keys.folder / copy));
        try {
            return (*store)->vault("noord")->open(amina, place, sealed) == "van mij";
        } catch (const SealBroken&) {
            return false;
        }
    };
    EXPECT_TRUE(opens_with("before"));
    EXPECT_FALSE(opens_with("after"));
}

class KeyCopies : public ::testing::TestWithParam<workbench::Backend> {
protected:
    TrialKeys keys{workbench::Backend::sqlite};
    TrialKeys moved{GetParam(), keys.key_file};  // the same installation, begun again
    TrialKeys other{GetParam()};
    std::filesystem::path copy = keys.folder / "copy";
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, KeyCopies, workbench::both, workbench::name);

TEST_P(KeyCopies, OpenTheSameWordsElsewhereButBringNothingErasedBack) {
    // Given an installation and a copy of its keys, with Daan erased there afterwards, and Amina erased before
    const auto noord = keys.store->vault("noord");
    const base::Id amina = keys.id(), daan = keys.id(), noor = keys.id(), thing = keys.id();
    const base::Bytes sealed = noord->seal(noor, place, "van noor");
    noord->seal(amina, place, "van amina");
    const base::Bytes of_daan = noord->seal(daan, place, "van daan");
    noord->destroy(amina, workbench::first_school_day);
    noord->record_removal("kept_thing", thing, workbench::first_school_day);
    ASSERT_TRUE(keys.store->copy_to(copy, workbench::first_school_day));
    noord->destroy(daan, workbench::first_school_day);
    // When the copy is added where it came from, and where the installation begins again
    ASSERT_TRUE(keys.store->add_from(copy));
    const auto vault = moved.store->vault("noord");
    vault->prepare(std::vector{amina});
    ASSERT_TRUE(moved.store->add_from(copy));
    // Then Noor's words open, and what each knows to be erased stays so
    EXPECT_EQ(vault->open(noor, place, sealed), "van noor");
    EXPECT_THROW(vault->seal(amina, place, "opnieuw"), SealBroken);
    EXPECT_TRUE(vault->was_removed("kept_thing", thing));
    EXPECT_THROW(noord->open(daan, place, of_daan), SealBroken);
}

TEST_P(KeyCopies, OfAnotherInstallationAreRefused) {
    ASSERT_TRUE(other.store->copy_to(copy, workbench::first_school_day));
    const auto added = keys.store->add_from(copy);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code(), word::key_wrong.id);
}

TEST_P(KeyCopies, ThatAreDamagedChangeNothing) {
    const base::Id amina = keys.id();
    const auto noord = keys.store->vault("noord");
    const base::Bytes sealed = noord->seal(amina, place, "van amina");
    std::vector<base::Id> holders;
    for (int count = 0; count < 3'000; ++count) holders.push_back(keys.id());
    noord->prepare(holders);
    ASSERT_TRUE(keys.store->copy_to(copy, workbench::first_school_day));
    std::filesystem::resize_file(copy, std::filesystem::file_size(copy) - 20);
    const auto added = moved.store->add_from(copy);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code(), word::backup_damaged.id);
    EXPECT_THROW(moved.store->vault("noord")->open(amina, place, sealed), SealBroken);
    EXPECT_EQ(moved.store->add_from(keys.folder / "nowhere").error().code(), word::backup_missing.id);
}

TEST_P(KeyCopies, SayWhenTheyWereMadeAndWhenTheyMustGo) {
    ASSERT_TRUE(other.store->copy_to(copy, workbench::first_school_day));
    LineReader lines{copy};
    const auto first = nlohmann::json::parse(*lines.next());
    EXPECT_EQ(first.at("made"), base::iso(workbench::first_school_day));
    EXPECT_EQ(first.at("destroy_before"), base::iso(workbench::first_school_day + std::chrono::days{30}));
}

TEST(KeysDatabase, LiesBesideTheSchools) {
    EXPECT_EQ(keys_database_of("postgresql://lk@db.example.nl:5432/kaart?sslmode=require"), "kaart_keys");
    EXPECT_EQ(keys_database_of("postgresql:///kaart?host=/run/postgresql"), "kaart_keys");
    EXPECT_THROW(keys_database_of("postgresql://db.example.nl?sslmode=require"), Broken);
}

}  // namespace
}  // namespace loopbaankaart::storage

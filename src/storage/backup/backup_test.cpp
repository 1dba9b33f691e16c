#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <limits>

#include <storage/words.hpp>

#include "backup.hpp"
#include "lines.hpp"
#include "trial_things.hpp"

namespace loopbaankaart::storage {
namespace {

using workbench::Backend;

std::string code_of(const base::Result<base::Done>& result) { return result ? "" : std::string{result.error().code()}; }

class Backups : public ::testing::TestWithParam<Backend> {
protected:
    Backups() { zuid = *here.storage->create_school("zuid"); }
    base::Id id() { return here.place.id(); }
    std::filesystem::path path(const char* name) const { return here.place.folder / name; }
    std::shared_ptr<School> restored(TrialInstallation& there) {
        EXPECT_EQ(code_of(there.storage->restore("zuid", path("backup"))), "");
        return there.storage->school("zuid");
    }

    static constexpr Backend other_of(Backend one) { return one == Backend::sqlite ? Backend::postgresql : Backend::sqlite; }

    TrialInstallation here{GetParam(), {}, things_migration};
    std::shared_ptr<School> zuid;
};

INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Backups, workbench::both, workbench::name);

// Text as both databases hold it: UTF-8 without NUL.
std::string any_title() {
    std::string title;
    for (const char32_t sign : *rc::gen::container<std::u32string>(rc::gen::element<char32_t>(U'a', U'"', U'\\', U'\n', U'é', U'€', U'🌋')))
        title += sign < 0x80 ? std::string(1, static_cast<char>(sign)) : sign == U'é' ? "é" : sign == U'€' ? "€" : "🌋";
    return title;
}

Thing any_thing(base::Id id, base::Id owner) {
    Thing thing{id, owner, {}, {}, {}, {}, {}};
    if (*rc::gen::arbitrary<bool>()) thing.words = *rc::gen::arbitrary<base::Bytes>();
    if (*rc::gen::arbitrary<bool>()) thing.title = any_title();
    // SQLite has no negative zero: adding nothing makes it the usual one.
    if (*rc::gen::arbitrary<bool>())
        thing.weight = 0.0 + *rc::gen::oneOf(rc::gen::arbitrary<double>(), rc::gen::element(0.1, 1e300, 5e-324, 3.0));
    if (*rc::gen::arbitrary<bool>())
        thing.amount = *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(),
                                       rc::gen::element(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                                                        std::int64_t{9'007'199'254'740'993}));
    return thing;
}

TEST_P(Backups, BringTheSameRowsToTheOtherDatabaseAndBack) {
    std::vector<Thing> things;
    EXPECT_TRUE(rc::check("rows of every kind", [&] { things.push_back(any_thing(id(), id())); }));
    for (int count = 0; count < 150; ++count) things.push_back({id(), id(), {}, "meer dan een handvol", {}, {}, {}});
    std::ranges::sort(things, {}, &Thing::id);
    keep(*zuid, things);
    ASSERT_TRUE(things_in(*zuid) == things);
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");

    TrialInstallation there{other_of(GetParam()), here.place.key_file, things_migration};
    EXPECT_TRUE(things_in(*restored(there)) == things);
    ASSERT_EQ(code_of(there.storage->backup("zuid", path("back"))), "");

    TrialInstallation again{GetParam(), here.place.key_file, things_migration};
    ASSERT_EQ(code_of(again.storage->restore("zuid", path("back"))), "");
    EXPECT_TRUE(things_in(*again.storage->school("zuid")) == things);
}

TEST_P(Backups, WithACopyOfTheKeysOpenElsewhere) {
    const base::Id amina = id(), thing = id();
    const base::Bytes photo(150'000, 'f');
    const base::Id picture = zuid->media().put(amina, photo);
    keep(*zuid, {{thing, amina, zuid->vault().seal(amina, {"kept_thing", "words", thing.view()}, "bij de bakker"), {}, {}, {}, picture}});
    std::filesystem::create_directories(zuid->folder() / "content" / "map");
    std::ofstream{zuid->folder() / "content" / "map" / "places.toml"} << "eigen = true\n";
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    ASSERT_EQ(code_of(here.storage->backup_keys(path("keys"))), "");

    TrialInstallation there{other_of(GetParam()), here.place.key_file, things_migration};
    ASSERT_EQ(code_of(there.storage->restore_keys(path("keys"))), "");
    const auto school = restored(there);
    const Thing kept = things_in(*school).at(0);
    EXPECT_EQ(school->vault().open(amina, {"kept_thing", "words", thing.view()}, kept.words.value()), "bij de bakker");
    EXPECT_EQ(school->media().read(amina, kept.picture.value(), 0, photo.size()), photo);
    EXPECT_EQ(contents(school->folder() / "content" / "map" / "places.toml"), "eigen = true\n");
}

TEST_P(Backups, HoldNoKeysAndNoWords) {
    const base::Id amina = id(), thing = id();
    keep(*zuid, {{thing, amina, zuid->vault().seal(amina, {"kept_thing", "words", thing.view()}, "kanarie in de kas"), {}, {}, {}, {}}});
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    LineReader lines{path("backup")};
    while (const auto line = lines.next()) EXPECT_EQ(line->find("kanarie"), std::string_view::npos);
    TrialInstallation there{other_of(GetParam()), here.place.key_file, things_migration};
    const auto school = restored(there);
    EXPECT_THROW(school->vault().open(amina, {"kept_thing", "words", thing.view()}, things_in(*school).at(0).words.value()), SealBroken);
}

TEST_P(Backups, DoNotBringBackWhatWasErased) {
    // Given Amina and Daan, who keep things with pictures, in a backup
    const base::Id amina = id(), daan = id();
    const base::Id of_amina = zuid->media().put(amina, base::Bytes(10)), of_daan = zuid->media().put(daan, base::Bytes(10));
    const base::Id kept = zuid->media().put(daan, base::Bytes(10));
    const Thing hers{id(), amina, {}, "van amina", {}, {}, of_amina}, removed{id(), daan, {}, "weg", {}, {}, of_daan};
    const Thing stays{id(), daan, {}, "blijft", {}, {}, kept};
    const Thing for_amina{id(), daan, {}, amina.text(), {}, {}, {}};  // hers as well: the second person of the declaration
    keep(*zuid, {hers, removed, stays, for_amina});
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    // When Amina is erased and Daan removes a thing, and then the backup is restored
    zuid->vault().destroy(amina, workbench::first_school_day);
    zuid->vault().record_removal("kept_thing", removed.id, workbench::first_school_day);
    ASSERT_EQ(code_of(here.storage->backup_keys(path("keys"))), "");
    TrialInstallation there{other_of(GetParam()), here.place.key_file, things_migration};
    ASSERT_EQ(code_of(there.storage->restore_keys(path("keys"))), "");
    const auto school = restored(there);
    // Then only what was not erased is back
    EXPECT_TRUE(things_in(*school) == std::vector{stays});
    EXPECT_EQ(school->media().size(of_amina), std::nullopt);
    EXPECT_EQ(school->media().size(of_daan), std::nullopt);
    EXPECT_EQ(school->media().size(kept), 10u);
}

TEST_P(Backups, DoNotBringBackWhatBelongedToTheMoment) {
    constexpr Query<1> come_in{"test.come_in", "INSERT INTO visitor_now (id) VALUES (?1)", "INSERT INTO visitor_now (id) VALUES ($1)"};
    constexpr Query<0> who_is_in{"test.who_is_in", "SELECT id FROM visitor_now", "SELECT id FROM visitor_now"};
    const auto visitors = [&](School& school) {
        std::size_t count = 0;
        school.read([&](Reads& reads) { reads.each(who_is_in, [&](const Row&) { ++count; }); });
        return count;
    };
    zuid->write_now([&](Writes& writes) { writes.run(come_in, id()); });
    ASSERT_EQ(visitors(*zuid), 1u);
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    TrialInstallation there{other_of(GetParam()), here.place.key_file, things_migration};
    EXPECT_EQ(visitors(*restored(there)), 0u);
}

TEST_P(Backups, LeaveWhatIsPassingThrough) {
    const base::Id amina = id();
    const base::Id packed = zuid->passing().put(amina, base::Bytes(10)), kept = zuid->media().put(amina, base::Bytes(10));
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    TrialInstallation there{other_of(GetParam()), here.place.key_file, things_migration};
    const auto school = restored(there);
    EXPECT_EQ(school->media().size(kept), 10U);
    EXPECT_EQ(school->passing().size(packed), std::nullopt);
    EXPECT_EQ(zuid->passing().size(packed), 10U);
}

TEST_P(Backups, OfAnOlderProgramAreBroughtForward) {
    const Thing thing{id(), id(), {}, "van vroeger", {}, {}, {}};
    keep(*zuid, {thing});
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    std::vector<Migration> newer = things_migration;
    newer.push_back({2, "colour", "ALTER TABLE kept_thing ADD COLUMN colour TEXT; -- of the thing\n"});
    TrialInstallation there{other_of(GetParam()), here.place.key_file, newer};
    EXPECT_TRUE(things_in(*restored(there)) == std::vector{thing});
    ASSERT_EQ(code_of(there.storage->backup("zuid", path("newer"))), "");
    TrialInstallation old{GetParam(), here.place.key_file, things_migration};
    EXPECT_EQ(code_of(old.storage->restore("zuid", path("newer"))), word::backup_newer.id);
    EXPECT_EQ(old.storage->school_names(), std::vector<std::string>{});
}

TEST_P(Backups, GoBackUnderTheirOwnNameOnlyAndNeverOverASchool) {
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    EXPECT_EQ(code_of(here.storage->restore("zuid", path("backup"))), word::school_exists.id);
    EXPECT_EQ(code_of(here.storage->restore("west", path("backup"))), word::backup_other_school.id);
    EXPECT_EQ(code_of(here.storage->restore("west", path("nowhere"))), word::backup_missing.id);
    EXPECT_EQ(code_of(here.storage->backup("zuid", path("no such folder") / "backup")), word::folder_unwritable.id);
    EXPECT_EQ(here.storage->school_names(), std::vector<std::string>{"zuid"});
}

TEST_P(Backups, AreOneMomentWhileTheSchoolGoesOn) {
    const base::Id owner = id();
    keep(*zuid, {{id(), owner, {}, "ervoor", {}, {}, {}}});
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    keep(*zuid, {{id(), owner, {}, "erna", {}, {}, {}}});
    ASSERT_EQ(code_of(here.storage->backup("zuid", path("backup"))), "");
    TrialInstallation there{GetParam(), here.place.key_file, things_migration};
    EXPECT_EQ(things_in(*restored(there)).size(), 2u);
}

}  // namespace
}  // namespace loopbaankaart::storage

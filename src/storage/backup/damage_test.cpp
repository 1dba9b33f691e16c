// A damaged backup is refused, or read exactly as it was; and nothing is left of a refused one.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <zlib.h>

#include <storage/words.hpp>

#include "backup.hpp"
#include "lines.hpp"
#include "trial_things.hpp"
#include "walk.hpp"

namespace loopbaankaart::storage {
namespace {

void put(const std::filesystem::path& file, std::string_view bytes) { std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes; }

std::string unzipped(const std::filesystem::path& file) {
    std::string text;
    LineReader lines{file};
    while (const auto line = lines.next()) text.append(*line).push_back('\n');
    return text;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
}

std::vector<std::string> everything_under(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (!entry.path().filename().string().ends_with("-wal")) names.push_back(entry.path().string());
    std::ranges::sort(names);
    return names;
}

class DamagedBackups : public ::testing::Test {
protected:
    DamagedBackups() {
        const auto zuid = *here.storage->create_school("zuid");
        const base::Id owner = here.place.id();
        const base::Id picture = zuid->media().put(owner, base::Bytes(70'000, 'f'));
        keep(*zuid, {{here.place.id(), owner, base::Bytes(40, 'w'), "de kas", 1.5, 12, picture}, {here.place.id(), owner, {}, {}, {}, {}, {}}});
        if (!here.storage->backup("zuid", file)) throw Broken{"no backup"};
        bytes = contents(file);
        text = unzipped(file);
    }
    std::string code() {
        const auto header = inspect_backup(file);
        return header ? "" : std::string{header.error().code()};
    }

    TrialInstallation here{workbench::Backend::sqlite, {}, things_migration};
    std::filesystem::path file = here.place.folder / "backup";
    std::string bytes, text;
};

TEST_F(DamagedBackups, AreRefusedOrReadAsTheyWere) {
    EXPECT_EQ(code(), "");
    EXPECT_TRUE(rc::check("one byte", [&] {
        std::string changed = bytes;
        const auto at = *rc::gen::weightedOneOf<std::size_t>(
            {{3, rc::gen::inRange<std::size_t>(0, bytes.size())}, {1, rc::gen::inRange<std::size_t>(0, 20)},
             {1, rc::gen::inRange<std::size_t>(bytes.size() - 20, bytes.size())}});
        changed[at] = static_cast<char>(changed[at] ^ *rc::gen::inRange(1, 256));
        put(file, changed);
        if (code().empty()) RC_ASSERT(unzipped(file) == text);
    }));
}

TEST_F(DamagedBackups, ThatWereCutOffAreRefused) {
    EXPECT_TRUE(rc::check("any length", [&] {
        put(file, std::string_view{bytes}.substr(0, *rc::gen::inRange<std::size_t>(0, bytes.size())));
        RC_ASSERT(code() == word::backup_damaged.id);
    }));
}

TEST_F(DamagedBackups, ThatWereChangedInsideAreRefused) {
    replace(text, "de kas", "de tas");
    put(file, text);
    EXPECT_EQ(code(), word::backup_damaged.id);
}

TEST_F(DamagedBackups, WhoseNumbersAreNoneAreRefused) {
    const std::string whole = text;
    for (const char* number : {"1.5", "1e61", "99999999999999999999", "\"1\"", "null"}) {
        text = whole;
        replace(text, "\"version\":1", std::string{"\"version\":"} + number);
        put(file, text);
        EXPECT_EQ(code(), word::backup_damaged.id) << number;
    }
}

TEST_F(DamagedBackups, ThatLackOrRepeatALineAreRefused) {
    const std::vector<std::string_view> lines = base::split(text, '\n');
    for (std::size_t left_out = 0; left_out + 1 < lines.size(); ++left_out) {
        std::string shorter, longer;
        for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
            const std::string line = std::string{lines[at]} + "\n";
            if (at != left_out) shorter += line;
            longer += at == left_out ? line + line : line;
        }
        put(file, shorter);
        EXPECT_EQ(code(), word::backup_damaged.id) << "without line " << left_out;
        put(file, longer);
        EXPECT_EQ(code(), word::backup_damaged.id) << "line " << left_out << " twice";
    }
}

TEST_F(DamagedBackups, OfALaterKindAreNamedSo) {
    replace(text, "\"version\":1", "\"version\":2");
    put(file, text);
    EXPECT_EQ(code(), word::backup_newer.id);
}

TEST_F(DamagedBackups, LeaveNothingBehind) {
    TrialInstallation there{workbench::Backend::sqlite, here.place.key_file, things_migration};
    const auto before = everything_under(there.place.folder);
    for (const std::size_t at : {bytes.size() / 4, bytes.size() / 2, bytes.size() - 6}) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        put(file, changed);
        EXPECT_FALSE(there.storage->restore("zuid", file));
        EXPECT_EQ(everything_under(there.place.folder), before);
    }
    put(file, bytes);
    EXPECT_TRUE(there.storage->restore("zuid", file));
    EXPECT_EQ(things_in(*there.storage->school("zuid")).size(), 2u);
}

// A backup whose digest is right may still not be ours: it is undone as a whole.
TEST_F(DamagedBackups, ThatDoNotFitOurTablesAreUndone) {
    text.resize(text.rfind('\n', text.size() - 2) + 1);
    replace(text, "\"amount\"", "\"amounts\"");
    LineWriter forged{file};
    std::int64_t files = 0;
    for (std::string_view line : base::split(text, '\n')) {
        if (line.empty()) continue;
        files += line.starts_with("{\"file\"") ? 1 : 0;
        forged.write(line);
    }
    forged.write(nlohmann::json{{"tables", 3}, {"rows", 2}, {"files", files}, {"digest", forged.digest()}}.dump());
    forged.finish();
    ASSERT_EQ(code(), "");
    TrialInstallation there{workbench::Backend::sqlite, here.place.key_file, things_migration};
    const auto before = everything_under(there.place.folder);
    const auto restored = there.storage->restore("zuid", file);
    ASSERT_FALSE(restored);
    EXPECT_EQ(restored.error().code(), word::backup_damaged.id);
    EXPECT_EQ(everything_under(there.place.folder), before);
}

TEST(PathsInBackups, StayInTheSchoolsFolder) {
    for (const char* path : {"media/7Q/01J", "content/map/places.toml", "content/a b.md"}) EXPECT_TRUE(safe_path(path)) << path;
    for (const char* path : {"", "media", "media/", "/media/x", "media//x", "media/../x", "media/./x", "../media/x", "school.sqlite",
                             "media/.new", "other/x"})
        EXPECT_FALSE(safe_path(path)) << path;
    EXPECT_FALSE(safe_path(std::string{"media/x\0y", 9}));
}

}  // namespace
}  // namespace loopbaankaart::storage

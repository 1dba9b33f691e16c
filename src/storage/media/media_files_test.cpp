#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "../keys/trial_keys.hpp"
#include "media_files.hpp"

namespace loopbaankaart::storage {
namespace {

constexpr std::size_t header = 12;
constexpr std::size_t sealed_chunk = 64 * 1024 + 45;

base::Bytes picture(std::size_t size) {
    base::Bytes bytes(size);
    base::SeededRandomness randomness{size};
    randomness.fill(bytes);
    return bytes;
}

class Pictures : public ::testing::Test {
protected:
    std::filesystem::path file_of(const base::Id& name) const { return folder / name.view().substr(24) / name.view(); }
    void put_back(const base::Id& name, std::string_view bytes) {
        std::ofstream{file_of(name), std::ios::binary | std::ios::trunc} << bytes;
    }
    std::size_t files() const {
        std::size_t count = 0;
        if (!std::filesystem::exists(folder)) return count;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) count += entry.is_regular_file() ? 1 : 0;
        return count;
    }

    TrialKeys keys{workbench::Backend::sqlite};
    std::unique_ptr<Vault> vault = keys.store->vault("noord");
    base::FrozenClock clock{workbench::first_school_day};
    std::filesystem::path folder = keys.folder / "data" / "schools" / "noord" / "media";
    std::unique_ptr<Media> media = open_media(folder, *vault, clock, keys.randomness);
    base::Id amina = keys.id();
};

TEST_F(Pictures, GiveEveryPartAsItWas) {
    EXPECT_TRUE(rc::check("ranges", [&] {
        const auto size = *rc::gen::weightedOneOf<std::size_t>(
            {{1, rc::gen::inRange<std::size_t>(0, 300'000)},
             {1, rc::gen::element<std::size_t>(0, 1, 65'535, 65'536, 65'537, 131'072, 131'073)}});
        const base::Bytes clear = picture(size);
        const base::Id name = media->put(amina, clear);
        RC_ASSERT(media->size(name) == size);
        const auto from = *rc::gen::inRange<std::uint64_t>(0, size + 10);
        const auto length = *rc::gen::inRange<std::uint64_t>(0, size + 10);
        const std::size_t start = std::min<std::size_t>(from, size);
        const std::size_t end = start + std::min<std::size_t>(length, size - start);
        const base::Bytes part = media->read(amina, name, from, length).value();
        RC_ASSERT(part == base::Bytes(clear.begin() + static_cast<std::ptrdiff_t>(start), clear.begin() + static_cast<std::ptrdiff_t>(end)));
        RC_ASSERT(media->read(amina, name, 0, ~std::uint64_t{0}) == clear);
    }));
}

TEST_F(Pictures, AreNotThereToSee) {
    const base::Bytes clear(200'000, 'k');
    const base::Id name = media->put(amina, clear);
    EXPECT_EQ(contents(file_of(name)).find("kkkkkkkk"), std::string::npos);
}

TEST_F(Pictures, OpenForTheirHolderOnlyAndUnderTheirOwnNameOnly) {
    const base::Id name = media->put(amina, picture(1'000)), other = media->put(amina, picture(1'000));
    const base::Id daan = keys.id();
    vault->prepare(std::vector{daan});
    EXPECT_THROW((void)media->read(daan, name, 0, 10), SealBroken);
    put_back(name, contents(file_of(other)));
    EXPECT_THROW((void)media->read(amina, name, 0, 10), SealBroken);
}

TEST_F(Pictures, DoNotOpenInAnotherFolder) {
    const base::Id name = media->put(amina, picture(1'000));
    const auto passing = open_media(folder.parent_path() / "onderweg", *vault, clock, keys.randomness);
    std::filesystem::rename(folder, folder.parent_path() / "onderweg");
    EXPECT_THROW((void)passing->read(amina, name, 0, 10), SealBroken);
}

TEST_F(Pictures, AreNotReadWhenTheyWereCutOff) {
    const base::Id name = media->put(amina, picture(200'000));
    const std::string whole = contents(file_of(name));
    for (const std::size_t length : {std::size_t{0}, header, header + sealed_chunk, header + 3 * sealed_chunk, whole.size() - 1}) {
        put_back(name, whole.substr(0, length));
        EXPECT_THROW((void)media->read(amina, name, 0, 10), SealBroken) << length;
        EXPECT_THROW((void)media->size(name), SealBroken) << length;
    }
}

TEST_F(Pictures, AreNotReadWhenACutWasHidden) {
    const base::Id name = media->put(amina, picture(2 * 65'536));
    std::string shorter = contents(file_of(name)).substr(0, header + sealed_chunk);
    shorter[header - 3] = 1;  // 0x020000 becomes 0x010000: as long as what is left
    put_back(name, shorter);
    EXPECT_THROW((void)media->read(amina, name, 0, 10), SealBroken);
}

TEST_F(Pictures, AreNotReadWhenChunksChangedPlaces) {
    const base::Id name = media->put(amina, picture(4 * 65'536));
    std::string changed = contents(file_of(name));
    std::swap_ranges(changed.begin() + header, changed.begin() + header + sealed_chunk, changed.begin() + header + sealed_chunk);
    put_back(name, changed);
    EXPECT_THROW((void)media->read(amina, name, 0, 10), SealBroken);
    EXPECT_THROW((void)media->read(amina, name, 65'536, 10), SealBroken);
    EXPECT_EQ(media->read(amina, name, 3 * 65'536, 10).value().size(), 10u);
}

TEST_F(Pictures, AreGoneWhenRemoved) {
    const base::Id name = media->put(amina, picture(10));
    media->remove(name);
    media->remove(name);
    EXPECT_EQ(media->read(amina, name, 0, 10), std::nullopt);
    EXPECT_EQ(media->size(name), std::nullopt);
    EXPECT_EQ(files(), 0u);
}

TEST_F(Pictures, AreNoiseOnceTheirHolderHasEnded) {
    const base::Id name = media->put(amina, picture(10));
    vault->destroy(amina, workbench::first_school_day);
    EXPECT_THROW((void)media->read(amina, name, 0, 10), SealBroken);
}

TEST_F(Pictures, LeaveNothingBehindWhenTheDiskIsFull) {
    vault->prepare(std::vector{amina});
    struct rlimit before {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    for (const rlim_t most : {rlim_t{0}, rlim_t{5}, rlim_t{70'000}, rlim_t{150'000}}) {
        struct rlimit small = before;
        small.rlim_cur = most;
        ::setrlimit(RLIMIT_FSIZE, &small);
        EXPECT_THROW(media->put(amina, picture(200'000)), Broken) << most;
        ::setrlimit(RLIMIT_FSIZE, &before);
        EXPECT_EQ(files(), 0u) << most;
    }
    std::signal(SIGXFSZ, ignored);
    const base::Id name = media->put(amina, picture(200'000));
    EXPECT_EQ(media->size(name), 200'000u);
}

}  // namespace
}  // namespace loopbaankaart::storage

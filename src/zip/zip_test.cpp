#include "zip.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <zlib.h>

#include <set>

#include "trial_archive.hpp"

namespace loopbaankaart::zip {
namespace {

using trial::Field, trial::InMemory, trial::Where;

std::string code_of(const std::string& bytes, const Limits& limits = {}) {
    InMemory source{bytes};
    const auto archive = open(source, limits);
    return archive ? "opened" : std::string{archive.error().code()};
}

std::string read_of(const std::string& bytes, std::string_view name) {
    InMemory source{bytes};
    auto archive = open(source);
    if (!archive) return std::string{archive.error().code()};
    const auto content = archive->read(name);
    return content ? std::string{base::text_of(*content)} : std::string{content.error().code()};
}

std::vector<std::string> names_of(const std::string& bytes) {
    InMemory source{bytes};
    const auto archive = open(source);
    std::vector<std::string> names;
    for (const Listed& each : archive->entries()) names.push_back(each.name);
    return names;
}

std::vector<trial::File> any_files() {
    std::set<std::string> names;
    std::vector<trial::File> files;
    for (int count = *rc::gen::inRange(0, 12); count > 0; --count) {
        const std::string name = "map é/" + std::to_string(*rc::gen::inRange(0, 1'000'000));
        if (!names.insert(name).second) continue;
        const auto size = *rc::gen::weightedOneOf<std::size_t>({{3, rc::gen::inRange<std::size_t>(0, 300)}, {1, rc::gen::inRange<std::size_t>(60'000, 140'000)}});
        std::string content(size, '\0');
        for (std::size_t at = 0; at < size; ++at) content[at] = static_cast<char>(at * 31 + static_cast<std::size_t>(count));
        files.emplace_back(name, content);
    }
    files.emplace_back("bovenin.txt", "");
    return files;
}

TEST(Plan, is_read_back_as_it_was_whatever_the_pieces) {
    EXPECT_TRUE(rc::check([] {
        const auto files = any_files();
        const std::string whole = trial::packed(files);
        RC_ASSERT(whole == trial::packed(files, *rc::gen::inRange<std::size_t>(1, 5'000)));
        InMemory source{whole};
        auto archive = open(source);
        RC_ASSERT(static_cast<bool>(archive));
        RC_ASSERT(archive->entries().size() == files.size());
        for (const auto& [name, content] : files) {
            RC_ASSERT(archive->find(name)->bytes == content.size());
            RC_ASSERT(base::text_of(*archive->read(name)) == content);
        }
    }));
}

TEST(Plan, gives_any_stretch_of_itself) {
    const std::vector<trial::File> files{{"een", "eerste"}, {"leeg", ""}, {"twee", std::string(100, 'x')}};
    const std::string whole = trial::packed(files);
    const Plan plan{{{"een", 6, crc_of(base::bytes_of(files[0].second))}, {"leeg", 0, 0}, {"twee", 100, crc_of(base::bytes_of(files[2].second))}},
                    base::instant(1'795'000'000'000)};
    const Plan::Content content = [&](std::size_t entry, std::uint64_t from, std::size_t most) {
        const base::BytesView bytes = base::bytes_of(std::string_view{files[entry].second}.substr(from, most));
        return std::optional{base::Bytes{bytes.begin(), bytes.end()}};
    };
    EXPECT_TRUE(rc::check([&] {
        const auto from = *rc::gen::inRange<std::size_t>(0, whole.size() + 5), most = *rc::gen::inRange<std::size_t>(0, whole.size() + 5);
        RC_ASSERT(base::text_of(plan.read(from, most, content).value()) == std::string_view{whole}.substr(std::min(from, whole.size()), most));
    }));
}

TEST(Plan, ends_where_what_it_holds_is_gone_or_shorter_than_was_said) {
    const Plan plan{{{"een", 6, 0}}, base::instant(0)};
    EXPECT_FALSE(plan.read(0, 100, [](auto, auto, auto) { return std::optional<base::Bytes>{}; }));
    EXPECT_FALSE(plan.read(0, 100, [](auto, std::uint64_t from, auto) { return std::optional{base::Bytes(from == 0 ? 3 : 0)}; }));
    EXPECT_TRUE(plan.read(0, 10, [](auto, auto, auto) { return std::optional<base::Bytes>{}; })) << "its head alone";
}

// Zeros from beginning to end, but for the last file; never in memory as a whole.
class Large final : public Source {
public:
    Large(std::uint64_t zeros, std::string last)
        : last_{std::move(last)},
          plan_{{{"nullen", zeros, crc_of_zeros(zeros)}, {"laatste", last_.size(), crc_of(base::bytes_of(last_))}}, base::instant(1'795'000'000'000)} {}
    std::uint64_t size() const override { return plan_.size(); }
    base::Bytes read(std::uint64_t from, std::size_t most) override {
        return plan_.read(from, most, [&](std::size_t entry, std::uint64_t at, std::size_t length) {
            if (entry == 0) return std::optional{base::Bytes(length)};
            const base::BytesView bytes = base::bytes_of(std::string_view{last_}.substr(at, length));
            return std::optional{base::Bytes{bytes.begin(), bytes.end()}};
        }).value();
    }

private:
    static std::uint32_t crc_of_zeros(std::uint64_t count) {
        const std::uint64_t part = 1 << 20;
        const std::uint32_t one = crc_of(base::Bytes(part));
        std::uint32_t all = 0;
        for (std::uint64_t done = 0; done < count; done += part) all = static_cast<std::uint32_t>(::crc32_combine(all, one, static_cast<z_off_t>(part)));
        return all;
    }
    std::string last_;
    Plan plan_;
};

TEST(Plan, goes_past_four_gigabytes) {
    for (const std::uint64_t zeros : {std::uint64_t{4095} << 20, std::uint64_t{4096} << 20, std::uint64_t{5 * 1024} << 20}) {
        Large source{zeros, "aan het einde"};
        auto archive = open(source, {.entry_bytes = zeros, .all_bytes = zeros + 100});
        ASSERT_TRUE(archive) << zeros << " " << archive.error().code();
        EXPECT_EQ(archive->find("nullen")->bytes, zeros);
        EXPECT_EQ(base::text_of(*archive->read("laatste")), "aan het einde");
    }
}

TEST(Plan, goes_past_65535_files) {
    for (const std::size_t count : {65'534U, 65'535U}) {
        std::vector<trial::File> files;
        for (std::size_t number = 0; number < count; ++number) files.emplace_back(std::to_string(number), std::to_string(number));
        InMemory source{trial::packed(files, 1 << 20)};
        auto archive = open(source, {.entries = 100'000});
        ASSERT_TRUE(archive) << count << " " << archive.error().code();
        EXPECT_EQ(archive->entries().size(), count);
        EXPECT_EQ(base::text_of(*archive->read("65533")), "65533");
    }
}

TEST(Reader, takes_what_other_programs_deflate) {
    const std::string long_text(500'000, 'a');
    const std::string archive = trial::deflated({{"lang.txt", long_text}, {"kort.txt", "kort"}});
    EXPECT_LT(archive.size(), 2'000U);
    EXPECT_EQ(read_of(archive, "lang.txt"), long_text);
    EXPECT_EQ(read_of(archive, "kort.txt"), "kort");
}

TEST(Reader, takes_what_was_written_in_one_go) {
    const std::string archive = trial::streamed({{"een", "eerste"}, {"twee", "tweede"}});
    EXPECT_EQ(read_of(archive, "een"), "eerste");
    EXPECT_EQ(read_of(archive, "twee"), "tweede");
}

TEST(Reader, passes_over_what_a_computer_adds_by_itself) {
    EXPECT_THAT(names_of(trial::packed({{"reis/reis.json", "{}"}, {"reis/media/een.webp", "x"}, {"reis/", ""}, {"reis/.DS_Store", "x"},
                                        {"__MACOSX/reis/._reis.json", "x"}, {"reis/media/Thumbs.db", "x"}})),
                testing::ElementsAre("media/een.webp", "reis.json"));
    EXPECT_THAT(names_of(trial::packed({{"reis.json", "{}"}, {"media/een.webp", "x"}})), testing::ElementsAre("media/een.webp", "reis.json"));
}

TEST(Reader, says_what_is_missing) {
    EXPECT_EQ(read_of(trial::packed({{"een", "1"}, {"twee", "2"}}), "drie"), "zip.missing");
}

TEST(Reader, refuses_what_is_no_archive) {
    EXPECT_EQ(code_of(""), "zip.no_archive");
    EXPECT_EQ(code_of(std::string(100'000, 'P')), "zip.no_archive");
    EXPECT_EQ(code_of("\x89PNG\r\n"), "zip.no_archive");
}

TEST(Reader, refuses_an_archive_that_was_cut_anywhere) {
    const std::string whole = trial::packed({{"een", "eerste"}, {"twee", "tweede"}});
    for (std::size_t length = 0; length < whole.size(); ++length) EXPECT_NE(code_of(whole.substr(0, length)), "opened") << length;
    for (std::size_t gone = 1; gone < whole.size() - 22; ++gone) EXPECT_NE(code_of(whole.substr(gone)), "opened") << gone;
}

TEST(Reader, refuses_a_content_that_was_changed) {
    std::string archive = trial::packed({{"een", "eerste"}, {"twee", "tweede"}});
    archive[archive.find("tweede")] = 'T';
    EXPECT_EQ(read_of(archive, "een"), "eerste");
    EXPECT_EQ(read_of(archive, "twee"), "zip.damaged");
}

TEST(Reader, refuses_a_password) {
    std::string archive = trial::packed({{"een", "eerste"}});
    trial::overwrite(archive, 0, Field::flags, 1 | 1 << 11, 2);
    EXPECT_EQ(code_of(archive), "zip.locked");
}

TEST(Reader, refuses_a_packing_that_it_does_not_know) {
    for (const std::uint32_t method : {1U, 9U, 12U, 14U, 93U, 95U, 98U}) {
        std::string archive = trial::packed({{"een", "eerste"}});
        trial::overwrite(archive, 0, Field::method, method, 2);
        EXPECT_EQ(code_of(archive), "zip.unknown_packing") << method;
    }
}

TEST(Reader, refuses_two_of_one_name) {
    EXPECT_EQ(code_of(trial::packed({{"een", "1"}, {"een", "2"}})), "zip.damaged");
}

TEST(Reader, refuses_an_entry_that_says_two_things_about_itself) {
    const auto changed = [](Field field, std::uint32_t value, std::size_t bytes, Where where) {
        std::string archive = trial::packed({{"een", "eerste"}, {"twee", "tweede"}});
        trial::overwrite(archive, 1, field, value, bytes, where);
        return code_of(archive);
    };
    for (const Where where : {Where::head, Where::line}) {
        EXPECT_EQ(changed(Field::name, 0x7878, 2, where), "zip.damaged");
        EXPECT_EQ(changed(Field::bytes, 5, 4, where), "zip.damaged");
        EXPECT_EQ(changed(Field::packed_bytes, 5, 4, where), "zip.damaged");
        EXPECT_EQ(changed(Field::crc, 5, 4, where), "zip.damaged");
        EXPECT_EQ(changed(Field::method, 8, 2, where), "zip.damaged");
    }
}

TEST(Limits, hold_for_one_file_and_for_all_together) {
    const std::string archive = trial::deflated({{"een", std::string(60'000, 'a')}, {"twee", std::string(60'000, 'b')}});
    EXPECT_EQ(code_of(archive, {.entry_bytes = 60'000, .all_bytes = 120'000}), "opened");
    EXPECT_EQ(code_of(archive, {.entry_bytes = 59'999}), "zip.too_large");
    EXPECT_EQ(code_of(archive, {.all_bytes = 119'999}), "zip.too_large");
    EXPECT_EQ(code_of(archive, {.entries = 2}), "opened");
    EXPECT_EQ(code_of(archive, {.entries = 1}), "zip.too_many");
}

TEST(Limits, hold_for_a_file_that_says_it_is_small) {
    std::string archive = trial::deflated({{"een", std::string(10'000'000, 'a')}});
    trial::overwrite(archive, 0, Field::bytes, 100, 4);
    EXPECT_EQ(read_of(archive, "een"), "zip.too_large");
}

// libzip would make room for them before it found out.
TEST(Limits, hold_for_an_archive_that_promises_more_files_than_it_has) {
    std::string archive = trial::packed({{"een", "1"}});
    const std::size_t end = archive.rfind("PK\5\6");
    archive[end + 8] = archive[end + 10] = '\x60';
    archive[end + 9] = archive[end + 11] = '\xEA';
    EXPECT_EQ(code_of(archive), "zip.too_many");
}

TEST(Limits, hold_for_a_promise_of_64_bits) {
    std::vector<trial::File> files;
    for (int number = 0; number < 65'535; ++number) files.emplace_back(std::to_string(number), "");
    std::string archive = trial::packed(files, 1 << 20);
    EXPECT_EQ(code_of(archive), "zip.too_many");
    const std::size_t end = archive.rfind("PK\6\6");
    archive[end + 28] = archive[end + 36] = '\x7F';  // some billions more
    EXPECT_EQ(code_of(archive, {.entries = 100'000}), "zip.too_many");
}

class Failing final : public Source {
public:
    struct Failure {};
    explicit Failing(std::string bytes) : memory_{std::move(bytes)} {}
    std::uint64_t size() const override { return memory_.size(); }
    base::Bytes read(std::uint64_t from, std::size_t most) override {
        if (fails) throw Failure{};
        return memory_.read(from, most);
    }
    bool fails = false;

private:
    InMemory memory_;
};

TEST(Reader, passes_on_that_its_source_fails) {
    Failing source{trial::packed({{"een", std::string(200'000, 'a')}})};
    auto archive = open(source);
    source.fails = true;
    EXPECT_THROW((void)open(source), Failing::Failure);
    EXPECT_THROW((void)archive->read("een"), Failing::Failure);
    source.fails = false;
    EXPECT_EQ(archive->read("een")->size(), 200'000U) << "and tries again when it is asked";
}

}  // namespace
}  // namespace loopbaankaart::zip

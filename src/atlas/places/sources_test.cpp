// No sentence of the source texts stands in the product: meaning carries over, every sentence is newly written. Compared by
// fingerprints of eight words in a row (tools/fingerprints.mjs says how they are made).
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "places.hpp"

namespace loopbaankaart::atlas {
namespace {

constexpr std::size_t words_in_a_row = 8, bytes_of_a_fingerprint = 5;

std::string read(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (char sign : base::folded(text)) {
        const bool in_word = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
        if (in_word)
            words.back().push_back(sign);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::uint64_t fingerprint(const std::vector<std::string>& words, std::size_t at) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (std::size_t next = at; next < at + words_in_a_row; ++next)
        for (char sign : words[next] + " ") hash = (hash ^ static_cast<unsigned char>(sign)) * 0x100000001b3u;
    return hash & 0xffffffffffu;
}

class SourceTexts : public ::testing::Test {
protected:
    const std::string prints = read("tests/content/source-fingerprints.bin");

    std::uint64_t print(std::size_t at) const {
        std::uint64_t value = 0;
        for (std::size_t byte = bytes_of_a_fingerprint; byte-- > 0;)
            value = value << 8 | static_cast<unsigned char>(prints[at * bytes_of_a_fingerprint + byte]);
        return value;
    }

    bool known(std::uint64_t wanted) const {
        std::size_t low = 0, high = prints.size() / bytes_of_a_fingerprint;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (print(middle) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low < prints.size() / bytes_of_a_fingerprint && print(low) == wanted;
    }

    // The first eight words in a row that also stand in a source text, or nothing.
    std::string shared_words(std::string_view text) const {
        const std::vector<std::string> words = words_of(text);
        for (std::size_t at = 0; at + words_in_a_row <= words.size(); ++at) {
            if (!known(fingerprint(words, at))) continue;
            std::string shared;
            for (std::size_t next = at; next < at + words_in_a_row; ++next) shared += words[next] + " ";
            return shared;
        }
        return {};
    }
};

TEST_F(SourceTexts, AreKnownByTheirFingerprints) {
    EXPECT_GT(prints.size() / bytes_of_a_fingerprint, 30'000u);
    EXPECT_NE(shared_words("en gisteren: een plek waar je verantwoordelijkheid krijgt voor je werk, zei ze"), "");
    EXPECT_EQ(shared_words("een boom vol wensen staat op een heuvel en zwijgt"), "");
}

TEST_F(SourceTexts, ShareNoSentenceWithThePlaces) {
    const std::shared_ptr<const Atlas> atlas = load_atlas().atlas;
    for (const Place& place : atlas->places)
        for (const auto& words : place.words) {
            std::string all = words->name + " | " + words->plain_name;
            for (const std::string& voice : words->voices) EXPECT_EQ(shared_words(voice), "") << place.id;
            for (const std::string& look : words->looks) EXPECT_EQ(shared_words(look), "") << place.id;
            for (const std::string& text : {all, words->what_it_is, words->how_it_may_show}) EXPECT_EQ(shared_words(text), "") << place.id;
        }
}

TEST_F(SourceTexts, ShareNoSentenceWithTheWordsOnTheScreen) {
    int lists = 0;
    for (const auto& list : std::filesystem::recursive_directory_iterator{"src"}) {
        if (list.path().extension() != ".po") continue;
        ++lists;
        EXPECT_EQ(shared_words(read(list.path())), "") << list.path();
    }
    EXPECT_GE(lists, 12);
}

}  // namespace
}  // namespace loopbaankaart::atlas

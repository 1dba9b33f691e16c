#include "style.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <sstream>

#include "sentences.hpp"

namespace loopbaankaart::atlas {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> codes_of(const std::vector<ContentMistake>& mistakes) {
    std::vector<std::string> codes;
    for (const ContentMistake& mistake : mistakes) codes.push_back(mistake.code);
    return codes;
}

std::vector<std::string> codes_for(std::string_view text, base::Language language = base::Language::nl) {
    const std::string po = "msgid \"\"\nmsgstr \"Language\"\n\nmsgid \"some_word\"\nmsgstr \"" + std::string{text} + "\"\n";
    return codes_of(lint_words(po, language, "words/nl.po"));
}

TEST(Style, LetsPlainWordsPass) {
    EXPECT_THAT(codes_for("Dwalen mag. Omkeren ook."), IsEmpty());
    EXPECT_THAT(codes_for("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"), IsEmpty());
}

TEST(Style, FindsALongSentence) {
    EXPECT_THAT(codes_for("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"),
                ElementsAre("sentence-long"));
}

TEST(Style, FindsALecture) {
    for (std::string_view text : {"Je moet nu kiezen.", "Dat móet je doen, want je moét.", "Pas op voor het bos.", "Vul hier in wat je wilt.", "Kan dat? Pas op!"})
        EXPECT_THAT(codes_for(text), ElementsAre("lecturing")) << text;
    EXPECT_THAT(codes_for("You must choose now.", base::Language::en), ElementsAre("lecturing"));
}

TEST(Style, FindsADifficultWordAsAWholeWordOnly) {
    EXPECT_THAT(codes_for("Wij faciliteren je reis."), ElementsAre("difficult-word"));
    EXPECT_THAT(codes_for("Een ‘adequaat’ plan."), ElementsAre("difficult-word"));
    EXPECT_THAT(codes_for("Het Spiegelpaleis van Echterdingen."), IsEmpty());
}

TEST(Style, NamesTheLineInAWordList) {
    const auto mistakes = lint_words("msgid \"\"\nmsgstr \"Language: nl\"\n\nmsgid \"a\"\nmsgstr \"Goed.\"\n\nmsgid \"b\"\nmsgstr \"Je moet.\"\n",
                                     base::Language::nl, "words/nl.po");
    ASSERT_EQ(mistakes.size(), 1u);
    EXPECT_EQ(mistakes.front().line, 8);
    EXPECT_EQ(mistakes.front().file, "words/nl.po");
    EXPECT_TRUE(mistakes.front().serious);
}

TEST(Style, WantsNoQuestionsInABackgroundForAConversation) {
    std::vector<ContentMistake> mistakes;
    check_style({.how_it_may_show = Piece{"Iemand is stil.\nWat denkt die?", 3}}, mistakes);
    EXPECT_THAT(codes_of(mistakes), ElementsAre("asks-question"));
}

TEST(Style, CountsSentencesAndVoices) {
    std::vector<ContentMistake> mistakes;
    check_style({.what_it_is = Piece{"Eén zin.", 1}, .voices = std::vector{Piece{"Eén stem.", 2}}}, mistakes);
    EXPECT_THAT(codes_of(mistakes), ElementsAre("sentences-count", "voices-count"));
}

std::vector<ContentMistake> mistakes_in(std::vector<Piece> looks, Author author = Author::school, base::Language language = base::Language::nl) {
    std::vector<ContentMistake> mistakes;
    check_style({.language = language, .author = author, .looks = std::move(looks)}, mistakes);
    return mistakes;
}

// A look that may be: the others in a test stand beside it.
const Piece quiet{"Kijk eens naar wie er naast je stond.", 2};

TEST(Looks, LetWaysOfLookingPass) {
    EXPECT_THAT(mistakes_in({quiet, {"Voel nog eens waar het prikte.", 3}}), IsEmpty());
    EXPECT_THAT(mistakes_in({quiet, {"Jij was je handen.", 3}, {"Denk aan de hebzucht van de meeuw.", 4}}), IsEmpty());
}

TEST(Looks, NeverAskWhoeverWroteThem) {
    for (Author author : {Author::ours, Author::school})
        for (std::string_view text : {"Met wie was je daar?", "Ben je er trots op.", "Heb je het verteld.", "‘Heb je’ is een begin.", "Denk aan hoezo dat lukte."}) {
            const auto mistakes = mistakes_in({quiet, {std::string{text}, 3}}, author);
            ASSERT_THAT(codes_of(mistakes), ElementsAre("look-asks")) << text;
            EXPECT_TRUE(mistakes.front().serious) << text;
            EXPECT_EQ(mistakes.front().line, 3);
        }
    EXPECT_THAT(codes_of(mistakes_in({quiet, {"Waaróm liep je daar.", 3}})), ElementsAre("lecturing", "look-asks"));
    for (std::string_view text : {"See why it worked.", "Have you told anyone.", "Did it work?"})
        EXPECT_THAT(codes_of(mistakes_in({{"Look around.", 2}, {std::string{text}, 3}}, Author::ours, base::Language::en)), ElementsAre("look-asks")) << text;
}

TEST(Looks, AreTwoOrThreeSentencesThatDiffer) {
    EXPECT_THAT(codes_of(mistakes_in({quiet})), ElementsAre("looks-count"));
    EXPECT_THAT(codes_of(mistakes_in({quiet, {"Ga zitten.", 3}, {"Ga staan.", 4}, {"Ga weg.", 5}})), ElementsAre("looks-count"));
    EXPECT_THAT(codes_of(mistakes_in({quiet, {"kijk eens naar\nwie er naast je stond.", 3}})), ElementsAre("look-twice"));
    EXPECT_THAT(codes_of(mistakes_in({quiet, {"Ga zitten. Kijk rond.", 3}})), ElementsAre("look-sentences"));
    EXPECT_THAT(codes_of(mistakes_in({quiet, {"een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien", 3}})),
                ElementsAre("sentence-long"));
}

TEST(Sentences, EndAtTheirSignAndRememberTheirLine) {
    const auto sentences = sentences_of("Ze zei: ‘tot morgen.’ Ik\nlachte. Mbo 3.5 bestaat niet…\nNee?");
    ASSERT_EQ(sentences.size(), 4u);
    EXPECT_EQ(sentences[0].text, "Ze zei: ‘tot morgen.’");
    EXPECT_EQ(sentences[1].words, 2u);
    EXPECT_EQ(sentences[2].text, "Mbo 3.5 bestaat niet…");
    EXPECT_EQ(sentences[2].line, 1);
    EXPECT_EQ(sentences[3].line, 2);
}

TEST(Sentences, CountWordsNotSigns) {
    EXPECT_EQ(count_words("zo’n – “é” {naam} … mbo-4"), 4u);
    EXPECT_EQ(count_words(""), 0u);
}

// Splitting loses nothing: the words of the sentences are the words of the text.
RC_GTEST_PROP(Sentences, KeepEveryWord, (const std::string& text)) {
    std::size_t words = 0;
    for (const Sentence& sentence : sentences_of(text)) words += sentence.words;
    RC_ASSERT(words == count_words(text));
}

// Every word on every screen of every module, in whichever folder its list lies.
TEST(Style, HoldsForTheWordsOfAllModules) {
    int lists = 0;
    for (const auto& list : std::filesystem::recursive_directory_iterator{"src"}) {
        if (list.path().extension() != ".po") continue;
        const base::Language language = base::parse_language(list.path().stem().string()).value();
        std::ifstream file{list.path()};
        std::ostringstream text;
        text << file.rdbuf();
        ++lists;
        for (const ContentMistake& mistake : lint_words(text.str(), language, list.path().string()))
            ADD_FAILURE() << mistake.file << ":" << mistake.line << ": " << mistake.code << ": " << mistake.message;
    }
    EXPECT_GE(lists, 12);
}

}  // namespace
}  // namespace loopbaankaart::atlas

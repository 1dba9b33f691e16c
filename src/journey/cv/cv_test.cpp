#include "cv.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "../telling/told_cv.hpp"
#include "../trial_deeds.hpp"

namespace loopbaankaart::journey {
namespace {

base::Id id_of(int number) {
    base::SystemRandomness randomness;
    static std::map<int, base::Id> ids;
    return ids.try_emplace(number, base::Id::make(base::instant(1'000 + number), randomness)).first->second;
}

// As it would be kept; nothing when something is wrong with it.
std::optional<Json> checked(const Json& sent) {
    BodyReader reader{sent};
    Json kept = check_cv(reader);
    return reader.faults().empty() ? std::optional{kept} : std::nullopt;
}

LobCv read(const Json& body) {
    BodyReader reader{body};
    return read_cv(reader);
}

// Whatever is put on it by chance: words, and things that show something.
LobCv made_by(const std::vector<std::pair<int, int>>& deeds) {
    LobCv cv{.name = "Noor", .about = {}, .parts = {}};
    for (const auto& [kind, number] : deeds) {
        CvPart& part = cv.parts[static_cast<std::size_t>(number) % cv.parts.size()];
        if (kind == 0) part.words = "Woorden " + std::to_string(number);
        if (kind == 1 && part.evidence.size() < most_cv_evidence && std::ranges::find(part.evidence, id_of(number), &CvEvidence::thing) == part.evidence.end())
            part.evidence.push_back({id_of(number), number % 2 ? "Te zien" : ""});
        if (kind == 2) part = {};
        if (kind == 3) cv.about = number % 3 ? "Ik" : "";
    }
    return cv;
}

CvThings all_of(const LobCv& cv) {
    CvThings things;
    for (const Link& link : links_of(cv)) things.emplace(link.id, KeptThing{.id = link.id, .words = "Van " + link.id.text()});
    return things;
}

std::vector<std::string> headings_of(const Telling& telling) {
    std::vector<std::string> headings;
    for (const ToldCv::Part& part : told_cv(telling).parts) headings.push_back(part.heading->words);
    return headings;
}

constexpr CvLanguages in_dutch{base::Language::nl, base::Language::nl};

TEST(LobCv, comes_back_as_it_was_kept) {
    EXPECT_TRUE(rc::check("whatever was put on it", [] {
        const LobCv cv = made_by(*trial::deeds(4, 30));
        const auto kept = checked(in_json(cv));
        RC_ASSERT(kept.has_value());
        RC_ASSERT(read(*kept) == cv);
        RC_ASSERT(checked(*kept) == kept);
    }));
}

TEST(LobCv, that_is_wrong_is_not_kept) {
    const std::string thing = id_of(1).text();
    for (const Json& wrong : {Json{{"name", std::string(most_in_cv_name + 1, 'a')}}, Json{{"about", std::string(most_in_cv_about + 1, 'a')}}, Json{{"parts", "geen"}},
                              Json{{"parts", {{{"competence", "rekenen"}, {"words", "x"}}}}}, Json{{"parts", Json::array({1, 2, 3, 4, 5, 6})}},
                              Json{{"parts", {{{"competence", "sturing"}, {"evidence", {{{"thing", "onzin"}}}}}}}}})
        EXPECT_FALSE(checked(wrong)) << wrong.dump();
    Json many{{"parts", {{{"competence", "sturing"}}}}};
    for (std::size_t at = 0; at <= most_cv_evidence; ++at) many["parts"][0]["evidence"].push_back({{"thing", thing}});
    EXPECT_FALSE(checked(many));
    EXPECT_EQ(checked({{"bsn", "123456782"}, {"birth", "2008-01-01"}, {"score", 9}, {"name", "Noor"}}), (Json{{"name", "Noor"}})) << "what is not asked for is not there";
}

TEST(LobCv, has_no_empty_part_when_it_is_told) {
    EXPECT_TRUE(rc::check("the parts that are told are the parts that say something", [] {
        const LobCv cv = made_by(*trial::deeds(4, 30));
        CvThings things = all_of(cv);
        if (!things.empty() && *rc::gen::arbitrary<bool>()) things.erase(things.begin());  // thrown away meanwhile
        std::vector<std::string> says;
        for (std::size_t at = 0; at < cv.parts.size(); ++at) {
            const bool shows = std::ranges::any_of(cv.parts[at].evidence, [&](const CvEvidence& each) { return things.contains(each.thing); });
            if (shows || !cv.parts[at].words.empty()) says.emplace_back(competences[at].name.in(base::Language::nl));
        }
        RC_ASSERT(lacks_evidence(cv, things) == (things.size() != links_of(cv).size()));
        const Telling telling = told(draft_of(cv, things, nullptr, in_dutch), id_of(0), base::instant(0));
        RC_ASSERT(headings_of(telling) == says);
        const workshop::Cv printed = printed_cv(telling, {.teller = "Noor", .title = "LOB-cv", .headings = base::Language::nl, .about = "Wie ik ben", .sound = "Geluid"}, [](const KeptPart&) { return std::nullopt; });
        RC_ASSERT(printed.parts.size() == says.size());
        RC_ASSERT(printed.about.heading.empty() == cv.about.empty());
    }));
}

TEST(LobCv, is_told_with_its_photo_and_in_two_languages) {
    LobCv cv{.name = "Noor Bakker", .about = "Ik maak dingen.", .parts = {}};
    cv.parts[0] = {"Ik zie hoe iets werkt.", {{id_of(1), "Mijn stek"}, {id_of(2), ""}}};
    cv.parts[4] = {"", {{id_of(3), ""}, {id_of(4), "Karim leert me lassen"}}};
    CvThings things = all_of(cv);
    const KeptPart photo{.id = id_of(10), .form = PartForm::photo, .file = id_of(11)}, sound{.id = id_of(12), .form = PartForm::sound, .file = id_of(13), .description = "De oven"};
    things.at(id_of(1)).parts = {sound, photo};
    things.at(id_of(3)).parts = {sound};
    const KeptPart face{.id = id_of(20), .form = PartForm::photo, .file = id_of(21)};
    const Telling telling = told(draft_of(cv, things, &face, {base::Language::en, base::Language::nl}), id_of(0), base::instant(0));
    EXPECT_EQ(telling.pages.size(), 1u) << "one page";
    EXPECT_THAT(headings_of(telling), testing::ElementsAre(competences[0].name.in(base::Language::en), competences[4].name.in(base::Language::en)));
    const ToldCv read = told_cv(telling);
    ASSERT_TRUE(read.photo && read.name);
    EXPECT_EQ(read.name->language, base::Language::nl) << "own words stay in their own language";
    EXPECT_EQ(read.parts[0].heading->language, base::Language::en);
    EXPECT_EQ(heading_in(*read.parts[0].heading, base::Language::nl), competences[0].name.in(base::Language::nl));
    EXPECT_EQ(named_by(*read.parts[1].heading), Competence::networking);
    const auto printed = printed_cv(telling, {.teller = "Amina", .title = "LOB-cv", .headings = base::Language::nl, .about = "Wie ik ben", .sound = "Geluid"},
                                    [](const KeptPart& part) { return std::optional{base::Bytes{static_cast<unsigned char>(part.form)}}; });
    EXPECT_EQ(printed.name, "Noor Bakker");
    ASSERT_EQ(printed.parts.size(), 2u);
    EXPECT_EQ(printed.parts[0].heading, competences[0].name.in(base::Language::nl));
    EXPECT_TRUE(printed.photo && printed.parts[0].sign && printed.parts[1].sign);
    ASSERT_EQ(printed.parts[0].evidence.size(), 2u);
    EXPECT_TRUE(printed.parts[0].evidence[0].picture) << "a photo goes before a sound";
    EXPECT_EQ(printed.parts[0].evidence[1].words, things.at(id_of(2)).words) << "what has only words is told in words";
    EXPECT_EQ(printed.parts[1].evidence[0].words, "Geluid: De oven");
    EXPECT_FALSE(printed.parts[1].evidence[0].picture);
}

}  // namespace
}  // namespace loopbaankaart::journey

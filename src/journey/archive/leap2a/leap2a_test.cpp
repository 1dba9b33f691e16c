// A journey for another portfolio: read back as an importer would.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include "../trial_archive.hpp"
#include "feed.hpp"

namespace loopbaankaart::journey {
namespace {

// The feed as it was read: entries by id, in their order.
struct ReadLink {
    std::string relation, to;
};
struct ReadEntry {
    std::string id, title, words, type, words_type;
    std::vector<ReadLink> links;
    std::vector<std::string> dates;
};
struct ReadFeed {
    bool well_formed = false;
    std::string version, author_uri;
    std::vector<ReadEntry> entries;

    const ReadEntry* find(std::string_view title) const {
        for (const ReadEntry& each : entries)
            if (each.title == title) return &each;
        return nullptr;
    }
};

std::string content_of(const xmlNode* node) {
    xmlChar* text = xmlNodeGetContent(node);
    std::string found = text == nullptr ? "" : reinterpret_cast<const char*>(text);
    xmlFree(text);
    return found;
}

std::string attribute_of(const xmlNode* node, const char* name) {
    xmlChar* text = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string found = text == nullptr ? "" : reinterpret_cast<const char*>(text);
    xmlFree(text);
    return found;
}

void each_child(const xmlNode* of, const std::function<void(const xmlNode&, std::string_view)>& seen) {
    for (const xmlNode* child = of->children; child != nullptr; child = child->next)
        if (child->type == XML_ELEMENT_NODE) seen(*child, reinterpret_cast<const char*>(child->name));
}

ReadEntry entry_of(const xmlNode& entry) {
    ReadEntry read;
    each_child(&entry, [&](const xmlNode& node, std::string_view name) {
        if (name == "id") read.id = content_of(&node);
        if (name == "title") read.title = content_of(&node);
        if (name == "content") {
            read.words = content_of(&node);
            read.words_type = attribute_of(&node, "type");
        }
        if (name == "type") read.type = attribute_of(&node, "resource");
        if (name == "link") read.links.push_back({attribute_of(&node, "rel"), attribute_of(&node, "href")});
        if (name == "date") read.dates.push_back(attribute_of(&node, "point") + " " + content_of(&node));
    });
    return read;
}

ReadFeed read_feed(const std::string& text) {
    ReadFeed feed;
    xmlDoc* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    feed.well_formed = document != nullptr && document->intSubset == nullptr;
    if (document == nullptr) return feed;
    each_child(xmlDocGetRootElement(document), [&](const xmlNode& node, std::string_view name) {
        if (name == "version") feed.version = content_of(&node);
        if (name == "entry") feed.entries.push_back(entry_of(node));
        if (name == "author") each_child(&node, [&](const xmlNode& inner, std::string_view what) { if (what == "uri") feed.author_uri = content_of(&inner); });
    });
    xmlFreeDoc(document);
    return feed;
}

// What an importer holds against it; empty when it is right.
std::string mistake_in(const ReadFeed& feed) {
    if (!feed.well_formed) return "not well-formed";
    if (feed.version != "http://www.leapspecs.org/2010-07/2A/") return "another version: " + feed.version;
    std::set<std::string> ids;
    for (const ReadEntry& each : feed.entries) {
        if (!ids.insert(each.id).second) return "twice " + each.id;
        if (each.title.empty()) return "no title: " + each.id;
        if (each.words_type != "text") return "content of another type: " + each.id;
    }
    if (!ids.contains(feed.author_uri)) return "nobody's: " + feed.author_uri;
    for (const ReadEntry& each : feed.entries)
        for (const ReadLink& link : each.links)
            if (link.relation != "enclosure" && !ids.contains(link.to)) return each.id + " leads nowhere: " + link.to;
    return {};
}

class ForAnotherPortfolio : public trial::ArchiveSchool {
protected:
    void keep_record(Record record) {
        const SealedRecord sealed = prepare(house().vault(), amina, std::move(record));
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, house().vault(), amina, sealed), Kept::made); });
    }
    base::Id keep_thing(KeptThing thing) {
        thing.id = school.world.id();
        thing.kept_at = now();
        house().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, house().vault(), amina, thing), Kept::made); });
        return thing.id;
    }
    KeptPart picture(std::string description) {
        return {.id = school.world.id(), .form = PartForm::drawing, .file = house().media().put(amina.person, base::bytes_of("<svg/>")), .description = std::move(description)};
    }
    zip::Archive unpacked_leap2a() { return unpacked(TakingForm::leap2a); }
    ReadFeed feed() {
        auto archive = unpacked_leap2a();
        return read_feed(text_in(archive, "leap2a.xml"));
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ForAnotherPortfolio, workbench::both, workbench::name);

TEST_P(ForAnotherPortfolio, says_each_thing_as_what_it_is) {
    be_at("haven");
    KeptThing thing{.words = "Een dag bij de bakker"};
    thing.marks.shows.set(static_cast<std::size_t>(Competence::exploring_work));
    thing.happened = *understood("2025", {now(), school.site.time_zone});
    thing.parts = {picture("Het deeg")};
    const base::Id day = keep_thing(thing);
    const Link to_day{"kept_thing", day};
    keep_record({.id = school.world.id(), .kind = RecordKind::insight, .body = {{"happened", "Iemand keek op"}, {"word", "Rust"}}, .links = {to_day}, .made_at = now()});
    keep_record({.id = school.world.id(), .kind = RecordKind::wish, .body = {{"words", "Ooit een eigen zaak"}}, .made_at = now()});
    keep_record({.id = school.world.id(), .kind = RecordKind::competence_drawing,
                 .body = {{"form", "tree"}, {"hung", {{{"id", school.world.id().text()}, {"word", "Luisteren"}, {"how", "Naar mijn oma"}, {"x", 1}, {"y", 1}}}}}, .made_at = now()});
    Draft draft{.form = TellingForm::self_story, .title = "Wie ik ben"};
    draft.say(ToldBlock::Form::words, "Ik bak");
    SealedTelling telling{house(), amina, draft, school.world.id(), now()};
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(tell(writes, house().vault(), amina, telling), Kept::made); });

    auto archive = unpacked_leap2a();
    const ReadFeed read = read_feed(text_in(archive, "leap2a.xml"));
    EXPECT_EQ(mistake_in(read), "");
    const auto type_of = [&](std::string_view title) { return read.find(title) == nullptr ? std::string{"absent"} : read.find(title)->type; };
    EXPECT_EQ(type_of("Persoon amina"), "leap2:person");
    EXPECT_EQ(type_of("Een dag bij de bakker"), "leap2:entry");
    EXPECT_EQ(type_of("Het deeg"), "leap2:resource");
    EXPECT_EQ(type_of("Ooit een eigen zaak"), "leap2:plan");
    EXPECT_EQ(type_of("Wie ik ben"), "leap2:selection");
    EXPECT_EQ(type_of("Luisteren"), "leap2:ability");
    EXPECT_EQ(std::ranges::count(read.entries, "leap2:activity", &ReadEntry::type), 1);

    const ReadEntry& kept = *read.find("Een dag bij de bakker");
    EXPECT_THAT(kept.dates, testing::ElementsAre("start 2025", "end 2025"));
    const auto insight = std::ranges::find_if(read.entries, [](const ReadEntry& each) { return std::ranges::any_of(each.links, [](const ReadLink& link) { return link.relation == "leap2:reflects_on"; }); });
    ASSERT_NE(insight, read.entries.end());
    EXPECT_EQ(insight->links[0].to, kept.id);
    EXPECT_THAT(insight->words, testing::HasSubstr("Iemand keek op"));
    const auto evidence = std::ranges::find_if(read.entries, [](const ReadEntry& each) { return !each.links.empty() && each.links[0].relation == "leap2:has_evidence"; });
    ASSERT_NE(evidence, read.entries.end());
    EXPECT_EQ(evidence->links[0].to, kept.id);
    for (const ReadLink& link : read.find("Het deeg")->links)
        if (link.relation == "enclosure") { EXPECT_EQ(text_in(archive, link.to), "<svg/>"); }
}

TEST_P(ForAnotherPortfolio, of_a_journey_that_did_not_begin_is_right_too) { EXPECT_EQ(mistake_in(feed()), ""); }

TEST_P(ForAnotherPortfolio, leads_to_nothing_that_is_gone) {
    const base::Id stays = keep_thing({.words = "Dit blijft"}), gone = keep_thing({.words = "Dit gaat"});
    keep_record({.id = school.world.id(), .kind = RecordKind::insight, .body = {{"word", "Rust"}}, .links = {{"kept_thing", gone}, {"kept_thing", stays}}, .made_at = now()});
    house().write_now([&](storage::Writes& writes) { throw_away(writes, amina, gone, now()); });
    const ReadFeed read = feed();
    EXPECT_EQ(mistake_in(read), "");
    EXPECT_EQ(read.find("Dit gaat"), nullptr);
    EXPECT_EQ(std::ranges::count_if(read.entries, [](const ReadEntry& each) { return std::ranges::any_of(each.links, [](const ReadLink& link) { return link.relation == "leap2:reflects_on"; }); }), 1);
}

TEST_P(ForAnotherPortfolio, is_well_formed_whatever_was_written) {
    const std::vector<std::string> hostile{"]]> <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e;", std::string{"een\x01twee\x1F\x7F drie"}, "\xEF\xBF\xBE niets \xEF\xBF\xBF", "\xF0\x9F\xA6\x8A vos",
                                           "</content></entry><entry>", "\"'<>&", std::string(9'000, 'a'), "   ", "\xE2\x80\xAE omgekeerd"};
    for (const std::string& words : hostile) {
        KeptThing thing{.words = words};
        thing.parts = {picture(words.substr(0, 400))};
        keep_thing(thing);
        keep_record({.id = school.world.id(), .kind = RecordKind::wish, .body = {{"words", words}}, .made_at = now()});
    }
    const ReadFeed read = feed();
    EXPECT_EQ(mistake_in(read), "");
    EXPECT_NE(std::ranges::find(read.entries, hostile[0], &ReadEntry::words), read.entries.end()) << "as it was written";
    EXPECT_NE(std::ranges::find(read.entries, std::string{"eentwee\x7F drie"}, &ReadEntry::words), read.entries.end()) << "without what cannot stand there";
}

TEST_P(ForAnotherPortfolio, comes_in_stretches_and_is_one_file) {
    for (int count = 0; count < 600; ++count) school.keep_for("amina", std::to_string(count) + std::string(9'900, 'a'));
    const Taking taking = packed(TakingForm::leap2a);
    std::size_t own = passing_files();
    EXPECT_GT(own, 1U);
    const auto archive = PackedTaking::open(house(), taking);
    std::string in_bits;
    for (std::uint64_t at = 0; at < archive->size(); at += 65'537) in_bits += base::text_of(*archive->read(house(), at, 65'537, now()));
    EXPECT_EQ(in_bits, base::text_of(*whole(taking))) << "wherever it is cut";
    const ReadFeed read = feed();
    EXPECT_EQ(mistake_in(read), "");
    EXPECT_EQ(std::ranges::count(read.entries, "leap2:entry", &ReadEntry::type), 600);
}

TEST_P(ForAnotherPortfolio, stands_beside_the_archive_and_ends_with_it) {
    const base::Id thing = school.keep_for("amina", "woorden");
    const Taking journey = packed(), leap = packed(TakingForm::leap2a);
    EXPECT_TRUE(find(journey.id)) << "one does not end the other";
    EXPECT_EQ(ask(leap.id), leap.id) << "asked by the same id, it is the same";
    const base::Id again = ask(school.world.id(), TakingForm::leap2a);
    EXPECT_NE(again, leap.id);
    EXPECT_FALSE(find(leap.id));
    EXPECT_TRUE(find(journey.id));
    house().write_now([&](storage::Writes& writes) { remove_thing(writes, house().media(), amina.person, thing); });
    EXPECT_FALSE(find(again));
    EXPECT_FALSE(find(journey.id));
}

TEST_P(ForAnotherPortfolio, is_asked_for_and_fetched) {
    school.keep_for("amina", "woorden");
    auto visitor = school.signed_in("amina");
    visitor.get("/meenemen");
    visitor.submit("/meenemen", {{"vorm", "leap2a"}});
    const std::string page{visitor.location()};
    while (carry()) {
    }
    visitor.get(page + "/reis.zip");
    EXPECT_TRUE(visitor.shows("leap2a.xml"));
    EXPECT_FALSE(visitor.shows("index.html"));
}

TEST(XmlSigns, keep_what_xml_holds_and_no_more) {
    EXPECT_EQ(xml_signs("a\tb\nc"), "a\tb\nc");
    EXPECT_EQ(xml_signs(std::string_view{"a\0b\r\x0B", 5}), "ab");
    EXPECT_EQ(xml_signs("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD") << "half of a pair";
    EXPECT_EQ(xml_signs("\xF0\x9F\xA6\x8A"), "\xF0\x9F\xA6\x8A");
}

TEST(PlainWords, have_a_line_for_each_block) {
    EXPECT_EQ(plain_words("<h3>Als</h3><p>het &lt;regent&gt; &amp;<br>waait</p><ul><li>een</li><li>twee</li></ul>"), "Als\nhet <regent> &\nwaait\neen\ntwee");
    EXPECT_EQ(plain_words(""), "");
}

}  // namespace
}  // namespace loopbaankaart::journey

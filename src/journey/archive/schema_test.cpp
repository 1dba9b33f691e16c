// What an archive says for machines is what its schema says. The few words of JSON Schema that ours uses are read here; any other is a mistake.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "../telling/telling_rows.hpp"
#include "embedded_content.hpp"
#include "trial_journey.hpp"

namespace loopbaankaart::journey {
namespace {

class Schema {
public:
    explicit Schema(std::string_view text) : root_(Json::parse(text)) {}

    // Why it does not fit; empty when it does.
    std::string mistake(const Json& value) const { return against(root_, value, "#"); }

    // Every list of codes in it, by where it stands.
    std::map<std::string, std::set<std::string>> lists() const {
        std::map<std::string, std::set<std::string>> found;
        find_lists(root_, "", found);
        return found;
    }

private:
    static void find_lists(const Json& schema, const std::string& at, std::map<std::string, std::set<std::string>>& found) {
        if (!schema.is_structured()) return;
        for (const auto& [name, said] : schema.items()) {
            if (name == "enum" && said.is_array()) found.emplace(at, said.get<std::set<std::string>>());
            else find_lists(said, at + "/" + name, found);
        }
    }

    std::string against(const Json& schema, const Json& value, const std::string& at) const {
        for (const auto& [word, said] : schema.items())
            if (const std::string wrong = by(word, said, schema, value, at); !wrong.empty()) return wrong;
        return {};
    }

    std::string by(const std::string& word, const Json& said, const Json& schema, const Json& value, const std::string& at) const {
        const auto unless = [&](bool fits) { return fits ? std::string{} : at + ": " + word; };
        if (word == "$schema" || word == "$id" || word == "$defs" || word == "title" || word == "description") return {};
        if (word == "properties") return unless(schema.value("additionalProperties", Json{true}) == false);  // by that word they are looked at
        if (word == "$ref") return against(root_.at(Json::json_pointer{said.get<std::string>().substr(1)}), value, at);
        if (word == "oneOf") return unless(std::ranges::count_if(said, [&](const Json& each) { return against(each, value, at).empty(); }) == 1);
        if (word == "type") return unless(is(said, value));
        if (word == "const") return unless(value == said);
        if (word == "enum") return unless(std::ranges::find(said, value) != said.end());
        if (word == "pattern") return unless(std::regex_search(value.get<std::string>(), std::regex{said.get<std::string>()}));
        if (word == "minimum") return unless(value >= said);
        if (word == "minItems") return unless(value.size() >= said.get<std::size_t>());
        if (word == "maxItems") return unless(value.size() <= said.get<std::size_t>());
        if (word == "uniqueItems") return unless(std::set<Json>(value.begin(), value.end()).size() == value.size());
        if (word == "required") return unless(std::ranges::all_of(said, [&](const Json& each) { return value.contains(each.get<std::string>()); }));
        if (word == "items") return each_item(said, value, at);
        if (word == "additionalProperties") return each_property(schema, value, at);
        return at + ": a word of JSON Schema that this test does not know: " + word;
    }

    std::string each_item(const Json& schema, const Json& value, const std::string& at) const {
        for (std::size_t item = 0; item < value.size(); ++item)
            if (const std::string wrong = against(schema, value[item], at + "/" + std::to_string(item)); !wrong.empty()) return wrong;
        return {};
    }
    std::string each_property(const Json& schema, const Json& value, const std::string& at) const {
        for (const auto& [name, one] : value.items()) {
            if (!schema["properties"].contains(name)) return at + ": " + name + " has no place";
            if (const std::string wrong = against(schema["properties"][name], one, at + "/" + name); !wrong.empty()) return wrong;
        }
        return {};
    }
    static bool is(const std::string& type, const Json& value) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "integer") return value.is_number_integer();
        return type == "number" && value.is_number();
    }

    Json root_;
};

template <typename Named>
std::set<std::string> codes_of(const Named& named) {
    std::set<std::string> codes;
    for (const auto& each : named) codes.emplace(each.code.view());
    return codes;
}
// Of an enum, up to its last one.
template <typename Enum>
std::set<std::string> codes_of(Enum last, std::string_view (*code)(Enum)) {
    std::set<std::string> codes;
    for (int at = 0; at <= static_cast<int>(last); ++at) codes.emplace(code(static_cast<Enum>(at)));
    return codes;
}

TEST(ArchiveSchema, knows_every_code_and_no_other) {
    std::set<std::string> names;
    for (const Piece& piece : pieces()) names.emplace(piece.name.view());
    const std::set<std::string> languages{std::string{base::code(base::Language::nl)}, std::string{base::code(base::Language::en)}};
    const std::map<std::string, std::set<std::string>> ours{
        {"/$defs/precision", codes_of(Precision::unknown, code)},
        {"/$defs/symbol", codes_of(symbols)},
        {"/$defs/reis/properties/language", languages},
        {"/$defs/reis/properties/pieces/items/properties/piece", names},
        {"/$defs/thing/properties/marks/properties/kind", codes_of(thing_kinds)},
        {"/$defs/thing/properties/marks/properties/shows/items", codes_of(competences)},
        {"/$defs/part/properties/form", codes_of(PartForm::sound, code)},
        {"/$defs/record/properties/kind", codes_of(RecordKind::answer, code)},
        {"/$defs/telling/properties/form", codes_of(TellingForm::self_story, code)},
        {"/$defs/telling/properties/language", languages},
        {"/$defs/told_block/properties/form", codes_of(ToldBlock::Form::stamp, rows::code)},
        {"/$defs/told_block/properties/language", languages}};
    EXPECT_EQ(Schema{embedded_content("archive/reis-1.schema.json")}.lists(), ours);
}

class ArchiveForMachines : public trial::JourneySchool {
protected:
    // How many files for machines are in it; each is as the schema says.
    std::size_t check(zip::Archive& archive) {
        const Schema schema{embedded_content("archive/reis-1.schema.json")};
        std::size_t files = 0;
        for (const zip::Listed& each : archive.entries()) {
            if (!each.name.ends_with(".json") || each.name == "gegevens/schema.json") continue;
            EXPECT_EQ(schema.mistake(Json::parse(base::text_of(*archive.read(each.name)))), "") << each.name;
            ++files;
        }
        return files;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, ArchiveForMachines, workbench::both, workbench::name);

TEST_P(ArchiveForMachines, is_as_its_schema_says) {
    // Given a thing with all that a thing can have, and visits said in several ways
    const std::string_view said_then = "zomer 2024";
    KeptThing thing{.id = school.world.id(), .place = "haven", .words = "Woorden", .kept_at = now(), .place_name = "De haven"};
    thing.marks = {.kind = ThingKind::talent, .shows = 0b10101, .symbol = Symbol::star};
    thing.happened = *understood(said_then, {now(), school.site.time_zone});
    for (const PartForm form : {PartForm::photo, PartForm::drawing, PartForm::sound})
        thing.parts.push_back({.id = school.world.id(), .form = form, .file = house().media().put(amina.person, base::bytes_of("bytes")), .seconds = 3, .description = "gezien"});
    house().write_now([&](storage::Writes& writes) { journey::keep(writes, house().vault(), amina, thing); });
    Change change{.id = school.world.id(), .thing = thing};
    change.thing.words = "Andere woorden";
    change.thing.parts.clear();
    const SealedChange sealed = prepare(house().vault(), amina, change, now());
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(journey::change(writes, house(), amina, sealed), Changed::done); });
    be_at("haven");
    for (const std::string_view when : {said_then, std::string_view{"2025"}, std::string_view{""}})
        house().write_now([&](storage::Writes& writes) {
            arrive(writes, amina, told({.id = school.world.id(), .place = "stad", .place_name = "Stad"}, *understood(when, {now(), school.site.time_zone})));
        });
    react_to(thing.id);
    Record wish{.id = school.world.id(), .kind = RecordKind::wish, .body = {{"words", "Ooit een eigen zaak"}}, .links = {link_to(thing)}, .made_at = now()};
    wish.parts.push_back({.id = school.world.id(), .form = PartForm::drawing, .file = house().media().put(amina.person, base::bytes_of("bytes"))});
    const SealedRecord ready = prepare(house().vault(), amina, wish);
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(journey::keep(writes, house().vault(), amina, ready), Kept::made); });

    const Record insight{.id = school.world.id(), .kind = RecordKind::insight, .body = {{"happened", "Iemand keek op"}, {"word", "Rust"}}, .links = {link_to(thing)}, .made_at = now()};
    const SealedRecord understood_since = prepare(house().vault(), amina, insight);
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(journey::keep(writes, house().vault(), amina, understood_since), Kept::made); });

    const Record bearing{.id = school.world.id(), .kind = RecordKind::bearing, .body = {{"rim", {{{"text", "Buiten zijn"}}, {{"text", "Samen"}}}}, {"direction", 93}, {"sentence", "Zo voelt het"}}, .made_at = now()};
    const SealedRecord turned = prepare(house().vault(), amina, bearing);
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(journey::keep(writes, house().vault(), amina, turned), Kept::made); });

    Draft draft{.form = TellingForm::self_story, .title = "Wie ik ben", .told_from = insight.id};
    draft.picture({wish.parts[0]}, "Onder de tekening");
    draft.say(ToldBlock::Form::word, "Rust in een boekje");
    draft.line();
    SealedTelling telling{house(), amina, draft, school.world.id(), now()};
    house().write_now([&](storage::Writes& writes) { EXPECT_EQ(tell(writes, house().vault(), amina, telling), Kept::made); });

    auto archive = unpacked();
    EXPECT_EQ(check(archive), 6U);
    EXPECT_EQ(base::text_of(*archive.read("gegevens/schema.json")), embedded_content("archive/reis-1.schema.json"));
    const Json kept = Json::parse(base::text_of(*archive.read("gegevens/rugzak-1.json")))["objects"][0];
    EXPECT_EQ(kept["earlier"][0]["words"], "Woorden");
    EXPECT_EQ(kept["parts"].size(), 3U);
    EXPECT_EQ(kept["marks"]["shows"].size(), 3U);
    EXPECT_THAT(text_in(archive, "jaar-2026.html"), testing::AllOf(testing::HasSubstr("Rust"), testing::HasSubstr("Iemand keek op")));
    EXPECT_THAT(text_in(archive, "jaar-2026.html"), testing::AllOf(testing::HasSubstr("Buiten zijn"), testing::HasSubstr("Zo voelt het"), testing::Not(testing::HasSubstr("93"))));
    const Json made = Json::parse(text_in(archive, "gegevens/eigen-1.json"))["objects"][2];
    EXPECT_EQ(made["body"]["words"], "Ooit een eigen zaak");
    EXPECT_EQ(made["links"][0]["id"], thing.id.text());
    EXPECT_TRUE(archive.find(made["parts"][0]["file"].get<std::string>()));
    const Json told = Json::parse(text_in(archive, "gegevens/verteld-1.json"))["objects"][0];
    EXPECT_EQ(told["body"]["pages"][0][1]["words"], "Rust in een boekje");
    EXPECT_EQ(told["body"]["pages"][0][0]["part"], told["parts"][0]["id"]);
    EXPECT_TRUE(archive.find(told["parts"][0]["file"].get<std::string>()));
    EXPECT_THAT(text_in(archive, "jaar-2026.html"), testing::AllOf(testing::HasSubstr("Wie ik ben"), testing::HasSubstr("Onder de tekening"), testing::HasSubstr("Rust in een boekje")));
    EXPECT_THAT(text_in(archive, "eerder.html"), testing::HasSubstr("Stad")) << "of nobody knows when";
}

TEST_P(ArchiveForMachines, of_every_part_is_as_its_schema_says) {
    make_some_of_all();
    auto archive = unpacked();
    EXPECT_EQ(check(archive), 6U);
}

TEST(ArchiveSchema, tells_what_does_not_fit) {
    const Schema schema{embedded_content("archive/reis-1.schema.json")};
    const Json good = Json::parse(R"({"piece": "bezoeken", "version": 1, "objects": []})");
    EXPECT_EQ(schema.mistake(good), "");
    Json other = good;
    other["version"] = 2;
    EXPECT_NE(schema.mistake(other), "");
    other = good;
    other["objects"].push_back({{"id", "x"}});
    EXPECT_NE(schema.mistake(other), "");
    other = good;
    other["more"] = 1;
    EXPECT_NE(schema.mistake(other), "");
}

}  // namespace
}  // namespace loopbaankaart::journey

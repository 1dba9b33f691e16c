#include "made.hpp"

#include <algorithm>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "embedded_content.hpp"

namespace loopbaankaart::program::demo {

namespace {

using journey::Json;
using journey::Record;
using journey::RecordKind;

constexpr std::uint64_t things_of_little = 3, things_of_long = 300;
constexpr std::size_t insights = 40, bearings = 30, wishes = 25, posts = 12, hung_things = 9, stories = 4, passport_pages = 20;
constexpr int full_turn = 360;

std::string text(const toml::table& entry, std::string_view name) { return entry[name].value_or(std::string{}); }

// Makes records from the sentences, one after another over the years of the journey.
class Maker {
public:
    Maker(const Travel& travel, const PictureBook& pictures, const access::Person& owner, storage::Media& media, base::Instant now, Chance& chance)
        : travel_{travel}, pictures_{pictures}, owner_{owner.id}, name_{owner.name}, media_{media}, now_{now}, chance_{chance}, said_(toml::parse(embedded_content("demo/made.toml"), std::string_view{"demo/made.toml"})) {}

    std::vector<Record> all() && {
        make_insights();
        make_compass();
        make_wishes();
        make_posts();
        make_stories();
        make_drawing();
        make_circle();
        make_passport();
        make_cv();
        make_answers();
        return std::move(made_);
    }

private:
    const toml::table& said(std::string_view list, std::size_t number) const {
        const toml::array& all = *said_[list].as_array();
        return *all[number % all.size()].as_table();
    }
    std::string line(std::string_view list, std::size_t number) const {
        const toml::array& all = *said_[list].as_array();
        return all[number % all.size()].value<std::string>().value();
    }

    // The numbered one of so many lies that far on the way from the first thing to now.
    base::Instant when(std::size_t number, std::size_t of) const {
        const base::Instant begin = travel_.things.front().kept_at;
        return begin + std::chrono::duration_cast<base::Instant::duration>((now_ - begin) * static_cast<double>(number + 1) / static_cast<double>(of + 1));
    }
    const journey::KeptThing& thing(std::size_t number, std::size_t of) const { return travel_.things[number * travel_.things.size() / of]; }

    Record& add(RecordKind kind, base::Instant at, Json body, std::vector<journey::Link> links = {}) {
        at = std::min(at, now_);
        made_.push_back({.id = base::Id::make(at, chance_.randomness()), .kind = kind, .body = std::move(body), .links = std::move(links), .parts = {}, .made_at = at});
        return made_.back();
    }

    void make_insights() {
        Json pieces = Json::array();
        pieces.push_back({{"words", line("self_story", 0)}});
        for (std::size_t number = 0; number < insights; ++number) {
            const toml::table& told = said("insights", number);
            const journey::KeptThing& from = thing(number, insights);
            Json body{{"happened", text(told, "happened")}, {"word", text(told, "word")}, {"learn", text(told, "learn")}};
            if (const std::string mark = text(told, "mark"); !mark.empty()) body["marks"] = {mark};
            const Record& insight = add(RecordKind::insight, from.kept_at + std::chrono::hours{20}, std::move(body), {link_to(from)});
            if (number % 7 == 0) pieces.push_back({{"insight", insight.id.text()}});
        }
        pieces.push_back({{"words", line("self_story", 1)}});
        add(RecordKind::self_story, now_, {{"pieces", std::move(pieces)}});
    }

    void make_compass() {
        Json rim = Json::array();
        for (const toml::node& word : *said_["rim"].as_array()) rim.push_back({{"text", word.value<std::string>().value()}});
        add(RecordKind::rim, when(0, bearings), {{"words", rim}});
        for (std::size_t number = 0; number < bearings; ++number)
            add(RecordKind::bearing, when(number, bearings),
                {{"rim", rim}, {"direction", static_cast<int>(chance_.below(full_turn))}, {"sentence", line("bearings", number)}});
    }

    void make_wishes() {
        for (std::size_t number = 0; number < wishes; ++number) {
            const toml::table& told = said("wishes", number);
            const base::Instant at = when(number, wishes);
            Json body{{"words", text(told, "words")}, {"symbol", text(told, "symbol")}, {"true", text(told, "true")}, {"obstacle", text(told, "obstacle")}, {"then", text(told, "then")}};
            if (const std::string end = text(told, "end"); !end.empty()) body["end"] = end;
            if (const std::string own = text(told, "if"); !own.empty()) body["if"] = {{"form", "own"}, {"words", own}};
            add(RecordKind::wish, at, std::move(body));
        }
    }

    void make_posts() {
        for (std::size_t number = 0; number < posts; ++number) {
            const toml::table& told = said("posts", number);
            const journey::KeptThing& from = thing(number, posts);
            Record& post = add(RecordKind::post, from.kept_at + std::chrono::hours{2},
                               {{"title", text(told, "title")}, {"words", text(told, "words")}, {"place", from.place}, {"place_name", from.place_name}}, {link_to(from)});
            for (std::uint64_t picture = 0; picture <= number % 3; ++picture) post.parts.push_back(pictures_.one(owner_, media_, base::Id::make(post.made_at, chance_.randomness()), chance_));
        }
    }

    void make_stories() {
        std::vector<base::Id> told;
        for (const Record& record : made_)
            if (record.kind == RecordKind::post) told.push_back(record.id);
        for (std::size_t number = 0; number < stories; ++number) {
            Json pieces = Json::array();
            for (std::size_t piece = number; piece < told.size(); piece += stories) pieces.push_back({{"form", "post"}, {"of", told[piece].text()}, {"size", "middle"}});
            add(RecordKind::story, when(number, stories), {{"title", text(said("posts", number), "title")}, {"pieces", std::move(pieces)}});
        }
    }

    void make_drawing() {
        Json hung = Json::array();
        const auto place = [&](Json one, std::size_t number) {
            one["x"] = 150 + static_cast<int>(number * 233 % 700);
            one["y"] = 150 + static_cast<int>(number * 157 % 650);
            hung.push_back(std::move(one));
        };
        for (std::size_t number = 0; number < hung_things; ++number) place({{"thing", thing(number, hung_things).id.text()}}, number);
        for (std::size_t number = 0; number < said_["hung"].as_array()->size(); ++number) {
            const toml::table& told = said("hung", number);
            Json one{{"id", base::Id::make(now_, chance_.randomness()).text()}, {"word", text(told, "word")}, {"how", text(told, "how")}};
            if (const std::string shows = text(told, "competence"); !shows.empty()) one["competence"] = shows;
            place(std::move(one), hung_things + number);
        }
        add(RecordKind::competence_drawing, now_, {{"form", "tree"}, {"hung", std::move(hung)}, {"heart", {{"words", said_["heart"].value<std::string>().value()}}}});
    }

    void make_circle() {
        Json seats = Json::array();
        const toml::array& all = *said_["seats"].as_array();
        for (std::size_t number = 0; number < all.size(); ++number) {
            const toml::table& told = said("seats", number);
            Json seat{{"id", base::Id::make(now_, chance_.randomness()).text()}, {"name", text(told, "name")}, {"near", text(told, "near")},
                      {"turn", full_turn * static_cast<int>(number) / static_cast<int>(all.size())}, {"expects", text(told, "expects")}};
            if (told["empty"].value_or(false)) seat["empty"] = true;
            else seat["face"] = text(told, "face");
            if (told["clicks"].value_or(false)) seat["clicks"] = true;
            if (const toml::array* helps = told["helps"].as_array())
                for (const toml::node& help : *helps) seat["helps"].push_back(help.value<std::string>().value());
            seats.push_back(std::move(seat));
        }
        add(RecordKind::circle, now_, {{"seats", std::move(seats)}});
    }

    void make_passport() {
        std::vector<base::Id> stamps;
        const std::size_t all = said_["stamps"].as_array()->size();
        for (std::size_t number = 0; number < all; ++number) {
            const toml::table& told = said("stamps", number);
            Json body{{"place", text(told, "place")}, {"place_name", text(told, "name")}, {"word", text(told, "word")}, {"rim", text(told, "rim")}, {"colour", text(told, "colour")}};
            stamps.push_back(add(RecordKind::stamp, when(number, all), std::move(body)).id);
        }
        Json pages = Json::array();
        for (std::size_t number = 0; number < passport_pages; ++number) {
            Json page{{"id", base::Id::make(now_, chance_.randomness()).text()}, {"stamps", Json::array()}, {"things", Json::array()}, {"words", line("leaves", number)}};
            page["stamps"].push_back(stamps[number % stamps.size()].text());
            if (number % 2 == 1) page["stamps"].push_back(stamps[(number + 3) % stamps.size()].text());
            if (number % 3 == 0) page["things"].push_back(thing(number, passport_pages).id.text());
            pages.push_back(std::move(page));
        }
        add(RecordKind::passport, now_, {{"pages", std::move(pages)}});
    }

    void make_cv() {
        Json parts = Json::array();
        const std::size_t all = said_["cv_parts"].as_array()->size();
        for (std::size_t number = 0; number < all; ++number) {
            const toml::table& told = said("cv_parts", number);
            Json part{{"competence", text(told, "competence")}, {"words", text(told, "words")}};
            if (number % 2 == 0) part["evidence"].push_back({{"thing", thing(number, all).id.text()}});
            parts.push_back(std::move(part));
        }
        add(RecordKind::cv, now_, {{"name", name_}, {"about", said_["about_me"].value<std::string>().value()}, {"parts", std::move(parts)}});
    }

    void make_answers() {
        const std::size_t answers = said_["answers"].as_array()->size();
        for (std::size_t number = 0; number < answers; ++number) {
            const toml::table& told = said("answers", number);
            Json body{{"wants", text(told, "wants")}, {"service", text(told, "service")}};
            if (text(told, "wants").empty()) body["not_yet"] = true;
            add(RecordKind::answer, when(number, answers), std::move(body));
        }
    }

    const Travel& travel_;
    const PictureBook& pictures_;
    const base::Id& owner_;
    const std::string& name_;
    storage::Media& media_;
    base::Instant now_;
    Chance& chance_;
    toml::table said_;
    std::vector<Record> made_;
};

}  // namespace

std::string_view code(Travelled travelled) {
    constexpr std::array<std::string_view, all_travelled.size()> codes{"leeg", "jong", "rijk"};
    return codes[static_cast<std::size_t>(travelled)];
}

std::vector<Example> make_examples(const Material& material, const Crowd& crowd, base::Instant now, Chance& chance) {
    std::vector<Example> examples;
    for (const Travelled travelled : all_travelled) {
        const NameGroup& names = chance.one_of(material.names);
        const std::string user_name{code(travelled)};
        examples.push_back({travelled,
                            {{.id = base::Id::make(now, chance.randomness()),
                              .user_name = user_name,
                              .name = chance.one_of(names.first) + " " + chance.one_of(names.last),
                              .email = user_name + "@havenkwartier.example",
                              .standing = access::Standing::active},
                             crowd.students.front().team,
                             crowd.students.front().programme}});
    }
    return examples;
}

Travel travel_of(const Example& example, const Material& material, base::Instant now, Chance& chance) {
    if (example.travelled == Travelled::not_yet) return {};
    const bool is_long = example.travelled == Travelled::long_ago;
    Travel travel = make_travel(material, example.student, is_long ? things_of_long : things_of_little, now, chance);
    if (!is_long) travel.things.resize(std::min<std::size_t>(travel.things.size(), things_of_little));
    return travel;
}

std::vector<Record> makings_of(const Example& example, const Travel& travel, const PictureBook& pictures, storage::Media& media, base::Instant now, Chance& chance) {
    if (example.travelled != Travelled::long_ago) return {};
    return Maker{travel, pictures, example.student.person, media, now, chance}.all();
}

}  // namespace loopbaankaart::program::demo

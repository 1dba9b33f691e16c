#include "compass.hpp"

#include <journey/words.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, 2> sources{"kept_thing", "insight"};

bool stands_on(const Rim& rim, std::string_view text) {
    return std::ranges::any_of(rim.words, [wanted = base::folded(text)](const RimWord& each) { return base::folded(each.text) == wanted; });
}

std::optional<Link> read_source(BodyReader& body) {
    const auto id = body.id("from");
    const auto kind = body.one_of("of", sources);
    if (!id || !kind) return std::nullopt;
    return Link{std::string{sources[*kind]}, *id};
}

// What has no words is left out.
Rim read_words(BodyReader& body, std::string_view name) {
    Rim rim;
    std::set<std::string> known;
    body.many(name, most_on_rim, [&](BodyReader& each) {
        RimWord one{.text = each.line("text", most_in_rim_word), .from = read_source(each)};
        if (one.text.empty()) return;
        if (!known.insert(base::folded(one.text)).second) return each.fault("text", {word::word_twice});
        rim.words.push_back(std::move(one));
    });
    return rim;
}

}  // namespace

Json in_json(const Rim& rim) {
    Json words = Json::array();
    for (const RimWord& each : rim.words) {
        Json one{{"text", each.text}};
        if (each.from) {
            one["of"] = each.from->kind;
            one["from"] = each.from->id.text();
        }
        words.push_back(std::move(one));
    }
    return {{"words", std::move(words)}};
}

Rim read_rim(BodyReader& body) { return read_words(body, "words"); }
Json check_rim(BodyReader& sent) { return in_json(read_rim(sent)); }

Rim rim_of(const Record& record) {
    BodyReader body{record.body};
    return read_rim(body);
}

std::vector<Link> links_of(const Rim& rim) {
    std::vector<Link> links;
    for (const RimWord& each : rim.words)
        if (each.from && std::ranges::find(links, *each.from) == links.end()) links.push_back(*each.from);
    return links;
}

std::vector<std::string> texts_of(const Rim& rim) {
    std::vector<std::string> texts;
    for (const RimWord& each : rim.words) texts.push_back(each.text);
    return texts;
}

base::Result<base::Done> put_on_rim(Rim& rim, RimWord put) {
    put.text = base::tidy_name(put.text);
    if (put.text.empty()) return base::Error{word::rim_word_missing};
    if (base::characters(put.text) > most_in_rim_word) return base::Error{word::body_too_long, std::to_string(most_in_rim_word)};
    if (stands_on(rim, put.text)) return base::Error{word::word_twice};
    if (rim.words.size() >= most_on_rim) return base::Error{word::rim_full};
    rim.words.push_back(std::move(put));
    return base::Done{};
}

void take_off_rim(Rim& rim, std::size_t at) {
    if (at < rim.words.size()) rim.words.erase(rim.words.begin() + static_cast<std::ptrdiff_t>(at));
}

void move_on_rim(Rim& rim, std::size_t at) {
    if (at < rim.words.size()) std::swap(rim.words[at], rim.words[(at + 1) % rim.words.size()]);
}

base::Result<Bearing> take_bearing(const Rim& rim, std::optional<int> direction, std::string_view sentence) {
    if (rim.words.empty()) return base::Error{word::rim_empty};
    if (!direction || *direction < 0 || *direction >= full_turn) return base::Error{word::direction_unclear};
    Bearing taken{.rim = {}, .direction = *direction, .sentence = std::string{sentence}};
    if (base::guarded(base::Guard::rim_kept)) taken.rim = texts_of(rim);
    return taken;
}

Json in_json(const Bearing& bearing) {
    Json rim = Json::array();
    for (const std::string& text : bearing.rim) rim.push_back({{"text", text}});
    Json body{{"rim", std::move(rim)}, {"direction", bearing.direction}};
    if (!bearing.sentence.empty()) body["sentence"] = bearing.sentence;
    return body;
}

Bearing read_bearing(BodyReader& body) {
    Bearing bearing{.rim = texts_of(read_words(body, "rim")), .direction = 0, .sentence = body.text("sentence", most_in_sentence)};
    const auto direction = body.whole("direction", 0, full_turn - 1);
    bearing.direction = static_cast<int>(direction.value_or(0));
    if (!body.faults().empty()) return bearing;
    if (bearing.rim.empty()) body.fault("rim", {word::rim_empty});
    else if (!direction) body.fault("direction", {word::direction_unclear});
    return bearing;
}

Json check_bearing(BodyReader& sent) { return in_json(read_bearing(sent)); }

Bearing bearing_of(const Record& record) {
    BodyReader body{record.body};
    return read_bearing(body);
}

std::vector<int> choices(std::size_t words) {
    const int rests = static_cast<int>(2 * words);
    std::vector<int> all;
    for (int rest = 0; rest < rests; ++rest) all.push_back((full_turn * rest + rests / 2) / rests);
    return all;
}

std::size_t nearest_choice(int direction, std::size_t words) {
    const std::size_t rests = 2 * words;
    return (static_cast<std::size_t>(direction) * rests + full_turn / 2) / full_turn % rests;
}

NearestWords words_at(std::size_t choice, std::size_t words) {
    const std::size_t first = choice / 2;
    if (choice % 2 == 0) return {.first = first};
    return {.first = first, .next = (first + 1) % words};
}

std::string in_words(const NearestWords& nearest, const std::vector<std::string>& rim, base::Language language) {
    const std::string& first = rim.at(nearest.first);
    if (!nearest.next) return base::say(word::bearing_toward, language, {{"one", first}});
    if (*nearest.next == nearest.first) return base::say(word::bearing_away, language, {{"one", first}});
    return base::say(word::bearing_between, language, {{"one", first}, {"other", rim.at(*nearest.next)}});
}

std::string in_words(const Bearing& bearing, base::Language language) {
    if (bearing.rim.empty()) return {};
    return in_words(nearest_words(bearing.direction, bearing.rim.size()), bearing.rim, language);
}

}  // namespace loopbaankaart::journey

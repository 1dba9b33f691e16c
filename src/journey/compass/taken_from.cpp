#include "taken_from.hpp"

#include <algorithm>
#include <set>

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t few_characters = 3, few_words = 3;

std::string_view without_marks(std::string_view text) {
    constexpr std::string_view marks = ".,;:!?\"'()[]/*-";
    const std::size_t from = text.find_first_not_of(marks), until = text.find_last_not_of(marks);
    return from == std::string_view::npos ? std::string_view{} : text.substr(from, until - from + 1);
}

std::string own_word_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Link& link, base::Instant now) {
    if (link.kind == code(RecordKind::insight)) {
        const auto insight = own_record(reads, vault, viewer, link.id);
        return insight && insight->kind == RecordKind::insight ? insight->body.value("word", std::string{}) : std::string{};
    }
    const auto thing = link.kind == "kept_thing" ? find_thing(reads, vault, viewer, link.id, now) : std::nullopt;
    return thing && thing->owner == viewer.person ? std::string{without_marks(thing->words)} : std::string{};
}

bool is_own(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const Link& link, base::Instant now) {
    if (link.kind == code(RecordKind::insight)) {
        const auto insight = own_record(reads, vault, viewer, link.id);
        return insight && insight->kind == RecordKind::insight;
    }
    if (link.kind != "kept_thing") return false;
    const auto thing = find_thing(reads, vault, viewer, link.id, now);
    return thing && thing->owner == viewer.person;
}

// In one line, and short enough to lie on a rim.
bool is_ready(std::string_view text) {
    return !text.empty() && text.find('\n') == std::string_view::npos && (text.size() <= most_in_rim_word || base::characters(text) <= most_in_rim_word);
}

}  // namespace

RimWord word_sent(const access::Visit& visit, const web::Fields& form) {
    RimWord word{.text = std::string{form.has("pluk") ? form["pluk"] : form["nieuw"]}, .from = link_in_form(form["van"])};
    const auto whole = link_in_form(form["kies"]);
    if (!whole) return word;
    word.from = whole;
    visit.school().read([&](storage::Reads& reads) { word.text = own_word_of(reads, visit.school().vault(), visit.who(), *whole, visit.site.now()); });
    return word;
}

void leave_strange_sources_out(const access::Visit& visit, Rim& rim, const Rim& was) {
    const std::vector<Link> known = links_of(was);
    visit.school().read([&](storage::Reads& reads) {
        for (RimWord& each : rim.words)
            if (each.from && std::ranges::find(known, *each.from) == known.end() && !is_own(reads, visit.school().vault(), visit.who(), *each.from, visit.site.now())) each.from.reset();
    });
}

std::vector<ReadyWord> ready_words(const std::vector<Record>& insights, const std::vector<KeptThing>& things, const Rim& rim) {
    std::set<std::string> known;
    for (const RimWord& each : rim.words) known.insert(base::folded(each.text));
    std::vector<ReadyWord> ready;
    const auto add = [&](const std::string& text, const Link& from) {
        if (is_ready(text) && known.insert(base::folded(text)).second) ready.push_back({text, from});
    };
    for (const Record& insight : insights) add(insight.body.value("word", std::string{}), link_to(insight));
    for (const KeptThing& thing : things)
        if (static_cast<std::size_t>(std::ranges::count(thing.words, ' ')) < few_words) add(std::string{without_marks(thing.words)}, link_to(thing));
    return ready;
}

std::vector<std::string> words_in(std::string_view text, std::size_t most) {
    std::set<std::string> known;
    std::vector<std::string> words;
    std::string one_line{text};
    std::ranges::replace_if(one_line, [](char sign) { return sign == '\n' || sign == '\t'; }, ' ');
    for (const std::string_view part : base::split(one_line, ' ')) {
        if (words.size() == most) break;
        const std::string_view one = without_marks(part);
        const std::size_t length = base::characters(one);
        if (length <= few_characters || length > most_in_rim_word) continue;
        if (known.insert(base::folded(one)).second) words.emplace_back(one);
    }
    return words;
}

}  // namespace loopbaankaart::journey

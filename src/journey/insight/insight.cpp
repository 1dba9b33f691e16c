#include "insight.hpp"
#include "insight_words.hpp"

#include <journey/words.hpp>

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

std::array<std::string_view, 4> mark_codes() {
    std::array<std::string_view, 4> codes;
    std::ranges::transform(insight_marks, codes.begin(), [](const auto& each) { return each.code.view(); });
    return codes;
}

Link to_thing(const base::Id& thing) { return {"kept_thing", thing}; }

}  // namespace

const std::array<NamedMark<InsightMark>, 4> insight_marks{{
    {InsightMark::ethical, "ethical", word::mark_ethical},
    {InsightMark::financial, "financial", word::mark_financial},
    {InsightMark::quality, "quality", word::mark_quality},
    {InsightMark::boundary, "boundary", word::mark_boundary},
}};

// What is not said is not there.
Json in_json(const Insight& insight) {
    Json body = Json::object();
    if (!insight.happened.empty()) body["happened"] = insight.happened;
    if (!insight.word.empty()) body["word"] = insight.word;
    if (!insight.learn.empty()) body["learn"] = insight.learn;
    for (const auto& each : insight_marks)
        if (insight.has(each.mark)) body["marks"].push_back(each.code.view());
    return body;
}

Insight insight_of(const Record& record) {
    BodyReader body{record.body};
    return read_insight(body);
}

Insight read_insight(BodyReader& body) {
    Insight insight{.happened = body.text("happened", most_characters), .word = body.line("word", most_in_word), .learn = body.text("learn", most_characters), .marks = {}};
    for (const std::size_t mark : body.some_of("marks", mark_codes())) insight.marks.set(mark);
    if (insight.empty() && body.faults().empty()) body.fault("happened", {word::happened_missing});
    return insight;
}

Json check_insight(BodyReader& sent) { return in_json(read_insight(sent)); }

std::optional<base::Id> experience_of(const Record& insight) {
    if (insight.links.empty()) return std::nullopt;
    return insight.links.front().id;
}

std::optional<base::Id> beside_of(const Record& insight) {
    if (insight.links.size() < 2) return std::nullopt;
    return insight.links.at(1).id;
}

base::Result<base::Done> lay_beside(Record& insight, const std::optional<base::Id>& thing) {
    const auto from = experience_of(insight);
    if (from && thing == from) return base::Error{word::beside_itself};
    insight.links.clear();
    if (from) insight.links.push_back(to_thing(*from));
    if (thing) insight.links.push_back(to_thing(*thing));
    return base::Done{};
}

std::size_t look_of_today(const base::Id& thing, std::chrono::sys_days day, std::size_t looks) {
    std::size_t sum = static_cast<std::size_t>(day.time_since_epoch().count());
    for (const char sign : thing.view()) sum += static_cast<unsigned char>(sign);
    return sum % looks;
}

bool is_own_experience(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& thing, base::Instant now) {
    const auto found = find_thing(reads, vault, viewer, thing, now);
    const bool own = found && found->owner == viewer.person && !found->thrown_at;
    return own || !base::guarded(base::Guard::insight_source);
}

}  // namespace loopbaankaart::journey

// Inzicht (J4): from an experience that matters to what it meant (School §1; Handreiking 4.3, rules 5 to 7): what exactly happened, another experience
// beside it, one word of one's own for what they share, what to learn from it. It begins at a kept thing and nowhere else (mission.md, law 13);
// nothing of it is counted and nothing is missing. Pure.
#pragma once

#include <chrono>

#include "../records/body_reader.hpp"
#include "insight_words.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_word = 60;  // characters of a kernwoord

// What somebody may come across in work: a dilemma of one of three kinds (School §1, note 3), or a boundary of their own.
enum class InsightMark { ethical, financial, quality, boundary };
extern const std::array<NamedMark<InsightMark>, 4> insight_marks;

struct Insight {
    std::string happened;    // what exactly happened: the small story; clear, up to 10,000 characters
    std::string word;        // the kernwoord, in one line; empty while there is none
    std::string learn;       // what they want to learn from it; may be empty
    std::bitset<4> marks;    // by InsightMark

    bool has(InsightMark one) const { return marks.test(static_cast<std::size_t>(one)); }
    bool empty() const { return happened.empty() && word.empty() && learn.empty() && marks.none(); }
};

Json in_json(const Insight& insight);
Insight insight_of(const Record& record);

// Tidied. What is wrong stands in the reader's faults. Errors: word::happened_missing when it says nothing at all, word::body_too_long.
Insight read_insight(BodyReader& body);
Json check_insight(BodyReader& sent);

// The kept thing it began at (there is one, unless it was damaged on its way here), and the one that was laid beside it.
std::optional<base::Id> experience_of(const Record& insight);
std::optional<base::Id> beside_of(const Record& insight);
// With nothing in `thing`, it lies by itself again; beside one without its experience, that thing becomes it. Errors: word::beside_itself.
base::Result<base::Done> lay_beside(Record& insight, const std::optional<base::Id>& thing);

// Which of so many ways of looking at a thing comes first: the same all day, another one tomorrow. `looks` is at least 1.
std::size_t look_of_today(const base::Id& thing, std::chrono::sys_days day, std::size_t looks);

// Whether an insight can begin at that, or have it beside it: a kept thing of the viewer's own, not in the bin (Guard::insight_source).
bool is_own_experience(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& thing, base::Instant now);

}  // namespace loopbaankaart::journey

// The story behind the figures (F9; Handreiking 1.4): staff talk about a figure. What do we see, how do we explain it, what do we want to know, who does what and by when;
// and a year later what came of it, beside what the figure says then. It never says that the one caused the other.
//
// All who read figures read all conversations and add to them; one changes and takes back one's own. The words are the school's: sealed under the conversation, not under
// who wrote them. When somebody is forgotten their words stay without a name. A conversation in which nothing happened for two years goes.
//
//     const SealedStory sealed = prepare_story(vault, {.id = sent, .subject = *find_subject(reads, address, language), .goal = typed, .began_at = now});
//     school.write_now([&](storage::Writes& writes) { add_story(writes, vault, sealed); });
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <access/access.hpp>

#include "subject.hpp"

namespace loopbaankaart::flow {

inline constexpr std::size_t most_in_goal = 300, most_in_line = 2'000, most_in_who = 120;  // characters
inline constexpr std::chrono::days stories_kept{2 * 365};                                  // after what happened last

struct Story {
    base::Id id;                     // made by the browser
    Subject subject;                 // as it was when it began, in the language of who began
    std::string goal;                // what the conversation is for; may be empty
    base::Instant began_at;
    std::optional<base::Instant> closed_at = {};
};

enum class LineKind : std::uint8_t { seen, explanation, question, action, outcome };  // stored as its code
inline constexpr std::size_t line_kinds = 5;
std::string_view code(LineKind kind);
std::optional<LineKind> parse_line_kind(std::string_view code);

struct StoryLine {
    base::Id id, story;
    LineKind kind = LineKind::seen;
    std::string words;
    std::string who;                         // of an action: a role or a team; nobody's name is asked
    std::optional<std::int32_t> month = {};  // of an action: by when, 202612
    std::optional<base::Id> about = {};      // of an outcome: the action
    base::Id change;                         // the last one
    base::Instant written_at;
    std::optional<base::Id> author = {};     // absent: forgotten
    std::string author_name = {};
};

// "2026-12" ↔ 202612.
std::optional<std::int32_t> parse_month(std::string_view typed);
std::string month_code(std::int32_t month);
std::string month_in_words(std::int32_t month, base::Language language);
std::int32_t month_of(base::Instant moment, std::string_view time_zone);

// Ready to be stored: sealed before the write.
struct SealedStory {
    Story story;
    base::Bytes body;
};
SealedStory prepare_story(storage::Vault& vault, Story story);
enum class StoryKept : std::uint8_t { made, already_there, conflict };  // conflict: that id is about something else
StoryKept add_story(storage::Writes& writes, storage::Vault& vault, const SealedStory& sealed);
// The latest first.
std::vector<Story> stories(storage::Reads& reads, storage::Vault& vault);
std::vector<Story> stories_about(storage::Reads& reads, storage::Vault& vault, std::string_view address);
std::optional<Story> find_story(storage::Reads& reads, storage::Vault& vault, const base::Id& id);
// Closed it stays readable, and what came of an action can still be written down.
// Whether it was open; whether it was closed.
bool close_story(storage::Writes& writes, const base::Id& story, base::Instant now);
bool open_story(storage::Writes& writes, const base::Id& story);

struct SealedLine {
    StoryLine line;
    base::Bytes body;
};
SealedLine prepare_line(storage::Vault& vault, StoryLine line);
enum class LineAdded : std::uint8_t {
    made, already_there,
    conflict,    // that id said something else
    closed,
    absent,      // there is no such conversation, or no such action
};
LineAdded add_line(storage::Writes& writes, storage::Vault& vault, const base::Id& author, const SealedLine& sealed);
std::vector<StoryLine> lines_of(storage::Reads& reads, storage::Vault& vault, const base::Id& story);
std::optional<StoryLine> find_line(storage::Reads& reads, storage::Vault& vault, const base::Id& id);
// Of all conversations, of which nobody wrote what came of it; what is to be done first comes first.
std::vector<StoryLine> open_actions(storage::Reads& reads, storage::Vault& vault);

// All that somebody wrote, the latest first.
std::vector<StoryLine> lines_by(storage::Reads& reads, storage::Vault& vault, const base::Id& author);

enum class LineChanged : std::uint8_t {
    done,
    meanwhile,   // it was changed since `seen` (Guard::change_seen)
    closed,
    not_yours,
};
// One's own; `sealed.line.change` is the new change.
LineChanged change_line(storage::Writes& writes, storage::Vault& vault, const base::Id& author, const SealedLine& sealed, const base::Id& seen);
// One's own while the conversation is open, and when it is an action, while nobody wrote what came of it.
bool may_take_back(const Story& story, const std::vector<StoryLine>& lines, const StoryLine& line, const base::Id& who);
// First in the ledger, so that no backup brings it back.
void remember_line_taken_back(storage::School& school, const base::Id& line, base::Instant now);
// Whether it was there.
bool take_line_back(storage::Writes& writes, const base::Id& author, const base::Id& line);

// Of this module's list of what may have to be erased; what goes with a person; and what goes by itself.
std::vector<storage::Erasable> stories_erasable();
void erase_story_authors(storage::Writes& writes, const base::Id& person);
void forget_quiet_stories(storage::School& school, base::Instant now);

}  // namespace loopbaankaart::flow

// What the school does with answers that point the same way (J11; School §3: the supplier changes as well). Staff lay answers that they may read under a
// theme in words of their own; a coordinator says what the school does with it; all read that on /dit-doen-we. No quotes, no names, no numbers, no days.
//
// Fewer than ten different students are shown to nobody as a theme (Guard::few_hidden). That is asked again at every look, of what counts then:
//
//     an answer counts while shared with staff ≤ laid under the theme ≤ the reply, each without a break since
//
// What a reader learns who compares all pages at all times, and brings accounts of their own into a theme:
// - A theme appears when a coordinator presses a button, never because somebody joined: what is shared or laid there later counts from the next reply on.
//   So a tenth student who joins changes no page but their own.
// - After a reply the number that counts can only fall. Who takes an answer back and shares it again does not come back into that reply. A theme that went
//   under ten stays away until a coordinator says it anew, so nobody can make it come and go to count who else is there.
// - It goes at once when it comes under ten. Who had nine accounts in it learns that one of the others went, or that the school took it back: those look the same.
//   Who it was stands nowhere, and that needs nine others who are all one reader. To wait with hiding would show what nine answered, which is worse.
// - Somebody who is suspended counts no more until they are back: the school's own deed, that may bring a theme back.
//
//     if (enough(reads, theme, now, now)) …                                          // it can be said to all
//     for (const AnswerTheme& theme : shown_themes(reads, vault, now)) …             // /dit-doen-we
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../records/records.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_theme = 120;      // characters of its name
inline constexpr std::size_t most_in_reply = 2'000;    // characters of what the school does
inline constexpr std::size_t fewest_students = 10;     // different ones

struct AnswerTheme {
    base::Id id;                              // made by the browser
    std::string name;                         // in the words of the school: "Eerder meelopen"
    std::string reply;                        // what the school does with it; empty: not said yet
    std::optional<base::Id> change = {};      // the last reply; absent: none yet
    std::optional<base::Instant> answered_at = {};  // from when all may read it; absent: nobody may
};

// Tidied. Errors by field: "naam": word::theme_name_missing, word::theme_name_long; and of a reply "woorden": word::theme_reply_missing, word::theme_reply_long.
struct TypedTheme {
    std::string_view name, reply;
};
enum class Typing { a_name, a_reply };
AnswerTheme read_theme(const TypedTheme& typed, const base::Id& id, Typing what, web::FieldErrors& errors);

// Ready to be stored: sealed under the theme's own key before the write.
struct SealedTheme {
    AnswerTheme theme;
    base::Bytes body;
};
SealedTheme prepare_theme(storage::Vault& vault, AnswerTheme theme);
// conflict: that id is another theme.
Kept add_theme(storage::Writes& writes, storage::Vault& vault, const SealedTheme& sealed, base::Instant now);
// The newest first.
std::vector<AnswerTheme> themes(storage::Reads& reads, storage::Vault& vault);
std::optional<AnswerTheme> find_theme(storage::Reads& reads, storage::Vault& vault, const base::Id& id);

// Gone for good: first its key, then its rows. The id is not used again.
void end_theme(storage::School& school, const base::Id& theme, base::Instant now);
void remove_theme(storage::Writes& writes, const base::Id& theme);

// ---- answers under it

struct Pick {
    base::Id owner, answer;
    bool operator==(const Pick&) const = default;
};
// Those that count now and were laid there by then.
std::vector<Pick> picks(storage::Reads& reads, const base::Id& theme, base::Instant until, base::Instant now);
// One that counts already stays as it is. Of an answer that is not shared it changes nothing that can be seen.
void lay_under(storage::Writes& writes, const base::Id& theme, const Pick& pick, base::Instant now);
void take_from_under(storage::Writes& writes, const base::Id& theme, const Pick& pick);
// Goes with the answer, and with who gave it.
extern const RowsBeside theme_answers;
void erase_theme_answers(storage::Writes& writes, const base::Id& person);

// Whether ten different students stand behind it, with what was laid there by then (Guard::few_hidden).
bool enough(storage::Reads& reads, const base::Id& theme, base::Instant until, base::Instant now);

// ---- the reply to all

// meanwhile: somebody said something else after `seen`, or this id said something else. too_few: nothing happened. absent: there is no such theme.
enum class Replied { done, meanwhile, too_few, absent };
// `sealed` holds the reply under its own id (theme.change); `seen`: the reply that its maker saw. From then on all may read it.
Replied reply_to_all(storage::Writes& writes, storage::Vault& vault, const SealedTheme& sealed, const std::optional<base::Id>& seen, base::Instant now);
// Nobody reads it any more; what was said stays with the theme. Only the reply that was seen: sent again later it takes back no newer one.
void take_reply_back(storage::Writes& writes, const base::Id& theme, const base::Id& seen);

// Whether all may read it at this moment.
bool is_shown(storage::Reads& reads, const AnswerTheme& theme, base::Instant now);
// Those; what was said last comes first.
std::vector<AnswerTheme> shown_themes(storage::Reads& reads, storage::Vault& vault, base::Instant now);
// Those of them in which this answer counts.
std::vector<AnswerTheme> shown_with(storage::Reads& reads, storage::Vault& vault, const Pick& answer, base::Instant now);

}  // namespace loopbaankaart::journey

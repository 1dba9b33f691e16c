// WISH (J7; Reis 3): a wish hangs in the Wensboom and may stay a wish. On request three steps more: how it looks when it has come true, what could be in
// the way, als … dan …. When its "als" is there the wish comes back with its "dan"; nothing runs for that, and nothing of it is counted. Fulfilled,
// changed and let go are all good ends.
#pragma once

#include <chrono>

#include "../records/body_reader.hpp"
#include "wishes_words.hpp"

namespace loopbaankaart::journey {

inline constexpr std::size_t most_in_wish = 500;   // characters
inline constexpr std::size_t most_in_step = 2000;
inline constexpr std::size_t most_in_if = 200;
inline constexpr std::chrono::days later_by{7};    // "nog even"

enum class IfForm { day, place, own };
enum class WishEnd { fulfilled, changed, let_go };
extern const std::array<NamedMark<WishEnd>, 3> wish_ends;

struct If {
    IfForm form = IfForm::own;
    std::chrono::year_month_day day{};  // of form day
    base::Instant day_at{};             // when that day begins at the school
    std::string place, place_name;      // of form place: its id, and what it was called then
    std::string words;                  // of form own, in one line: what the traveller recognises
    bool operator==(const If&) const = default;
};

struct Wish {
    std::string words;                   // clear; may be empty beside a symbol, a picture or a sound
    std::optional<Symbol> symbol;
    std::string come_true;               // how it looks when it has come true
    std::string in_the_way;              // what could be in the way
    std::optional<If> when;              // als; absent: it never comes back
    std::string then;                    // dan
    std::optional<WishEnd> end;
    std::optional<std::chrono::year_month_day> ended;  // on which day

    bool went_further() const { return !come_true.empty() || !in_the_way.empty() || when || !then.empty(); }
    bool operator==(const Wish&) const = default;
};

Json in_json(const Wish& wish);
Wish wish_of(const Record& record);
// Tidied. What is wrong stands in the reader's faults: word::body_too_long, word::body_unreadable.
Wish read_wish(BodyReader& body);
Json check_wish(BodyReader& sent);

// "2027-03-03" or "3-3-2027"; nothing for what is no day.
std::optional<std::chrono::year_month_day> day_typed(std::string_view typed);
std::string in_digits(std::chrono::year_month_day day);  // "2027-03-03"
std::string day_in_words(std::chrono::year_month_day day, base::Language language);

// What somebody chose and typed as "als".
struct TypedIf {
    std::string form;   // day, place, own; something else: none
    std::string day;
    std::string place;  // a place's id
    std::string words;
};
struct KnownPlace {
    std::string id, name;
};
// Absent: none was chosen. Errors: word::wish_day_past, word::wish_day_unclear, word::wish_place_unknown, word::wish_if_missing, word::body_too_long.
base::Result<std::optional<If>> check_if(const TypedIf& typed, std::span<const KnownPlace> places, base::Instant now, std::string_view time_zone);

// The wish in whose place this one came (its traveller changed it), and putting it there. Errors: word::wish_itself.
std::optional<base::Id> instead_of(const Record& wish);
base::Result<base::Done> put_instead_of(Record& wish, const base::Id& earlier);

// ---- coming back

// The viewer's own wishes that are back: the day has come, they arrived at the place since, or they said that it happens now; and they did not answer
// yet. An ended wish never is (Guard::owner_only and the bin hold as for every record).
std::vector<base::Id> came_back(storage::Reads& reads, const access::Viewer& viewer, base::Instant now);
// Each says it once, however often the form of that id is sent; of a wish that is not the viewer's, or not back, nothing changes.
void call_wish(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now);       // "dit gebeurt nu"
void put_wish_off(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now);    // once more, later_by from now
void answer_wish(storage::Writes& writes, const access::Viewer& viewer, const base::Id& wish, const base::Id& form, base::Instant now);     // "ik doe dit"

// With the record, in the same write (records.hpp).
extern const RowsBeside wish_signals;

}  // namespace loopbaankaart::journey

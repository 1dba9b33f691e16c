// The expert system about one student (F3, level 1), as a school keeps it: off until a coordinator wrote down what for; seen by the own mentor, for a
// reason, and by the student, who reads who looked and what for, and can object. There is no way to ask about two students at once.
//
//     if (const auto on = switched_on(reads)) …                                       // off: everything below answers as if there were nothing
//     writes: look(writes, viewer, prepare_look(vault, …), now, randomness)           // a line for the student to read, then
//     reads: fit_by_look(reads, vault, viewer, id, now)                               // for an hour, what the model says
//
// Why it is kept so: docs/adr/0027.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <access/access.hpp>

#include "../person/person_model.hpp"

namespace loopbaankaart::flow {

// ---- the switch

struct PersonSwitch {
    base::Id id;                 // made by the browser
    std::string kind;            // of school: "vo", "mbo", "hbo"
    std::string purpose, help;   // what for, and which help is offered
    std::string assessed_on;     // the day of the data protection impact assessment, as 2026-09-01
    std::string assessed_where;  // where it lies
    std::string agreed_on;       // the day on which the representative council agreed
    std::string by_name = {};    // who switched it on; empty when they are no longer there
    base::Instant since = {};
};
std::optional<PersonSwitch> switched_on(storage::Reads& reads);

// Tidied. Errors by field: "soort", "doel", "hulp", "getoetst", "waar", "raad".
PersonSwitch read_switch(const web::Fields& form, const base::Id& id, base::Instant now, std::string_view time_zone, web::FieldErrors& errors);
// not_yours: for coordinators alone. not_for_vo: never, whoever asks. already: it is on by another form, or this id wrote something else.
enum class Switched { done, not_yours, not_for_vo, already };
Switched switch_on(storage::Writes& writes, const access::Viewer& viewer, const PersonSwitch& all, base::Instant now, base::Randomness& randomness);
// First the keys, so that models and evidence are noise in every backup; then the rows.
void remember_switching_off(storage::School& school, const base::Id& switched, base::Instant now);
Switched switch_off(storage::Writes& writes, const access::Viewer& viewer, const base::Id& switched, base::Instant now, base::Randomness& randomness);

// ---- what the model says of one student

inline constexpr std::chrono::hours look_open_for{1};
inline constexpr std::chrono::days evidence_good_for{400};  // then it has to be brought anew

// What the model would say with one datum otherwise: the mean of those learned from, or what most of them had. Of what somebody can change, and never as its cause.
struct OtherwiseSaid {
    std::size_t input;            // in Fit::inputs
    Value value;
    std::vector<double> chances;  // of each outcome
};
struct Fit {
    std::vector<std::string> outcomes;  // 0: none of the events
    std::size_t event = 1;              // the one that help is about
    Look look;
    std::vector<Estimate> between;      // 80% limits of each chance; empty when refused
    std::vector<OtherwiseSaid> otherwise;
    std::vector<FeatureForm::Input> inputs;
    Evidence evidence;
    std::uint64_t learned_from = 0;     // students
    std::size_t set_right_on = 0;
    base::Instant brought_at;
};
// Their own; absent: off, or nothing is known of them.
std::optional<Fit> own_fit(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now);

enum class Closed { no, waiting, stopped };  // by an objection
struct OwnStudent {
    access::Known student;
    Closed closed = Closed::no;
    bool known = false;  // there is evidence
};
// Whose mentor the viewer is; absent for everybody else, and when it is off.
std::optional<OwnStudent> own_student(storage::Reads& reads, const access::Viewer& viewer, const base::Id& student, base::Instant now);

inline constexpr std::size_t most_in_reason = 1'000;  // characters, of each text below

struct SealedLook {
    base::Id id, student;
    std::string purpose;
    base::Bytes body;
};
SealedLook prepare_look(storage::Vault& vault, const base::Id& id, const base::Id& student, std::string purpose);
enum class Looked { done, not_yours, closed, nothing_known, conflict };
Looked look(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedLook& sealed, base::Instant now, base::Randomness& randomness);

enum class MentorVerdict { accept, override_it };
struct LoggedLook {
    access::Known viewer, student;  // names are empty when they are no longer there
    base::Id id;
    std::string purpose;
    base::Instant looked_at, brought_at;
    std::string model;  // its digest, as on its card
    std::optional<MentorVerdict> verdict = {};
    std::string reason = {};
};
// The viewer's own, while they are the student's mentor.
std::optional<LoggedLook> own_look(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);
// Within an hour after it; absent later, when it is off, or when the student objected since.
std::optional<Fit> fit_by_look(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);
enum class Judged { done, not_yours, already };
Judged judge(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, MentorVerdict verdict, const std::string& reason, const base::Bytes& sealed, base::Instant now);
base::Bytes seal_reason(storage::Vault& vault, const LoggedLook& look, std::string_view reason);

// Every look at the viewer.
std::vector<LoggedLook> looks_at_me(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer);

// Of those, the latest when the viewer did not yet say to have read it; and that they read all until then.
std::optional<LoggedLook> look_to_tell(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer);
void read_looks_told(storage::Writes& writes, const access::Viewer& viewer, base::Instant until, base::Instant now);

// How often mentors saw it otherwise: of the school, from ten verdicts on ten students by five mentors, when neither part is one of one to nine.
struct Overrides {
    std::uint32_t verdicts, overridden;
};
std::optional<Overrides> overrides(storage::Reads& reads);

// ---- objections

struct Objection {
    base::Id id;
    access::Known student;
    std::string words;
    base::Instant made_at;
    std::optional<base::Instant> answered_at = {};
    bool stopped = false;
    std::string answer = {}, by_name = {};
};
struct SealedObjection {
    base::Id id;
    std::string words;
    base::Bytes body;
};
SealedObjection prepare_objection(storage::Vault& vault, const access::Viewer& student, const base::Id& id, std::string words);
// already: another one waits, or this id said something else.
enum class Objected { done, not_yours, already };  // not_yours: for students, while it is on
Objected object(storage::Writes& writes, storage::Vault& vault, const access::Viewer& student, const SealedObjection& sealed, base::Instant now, base::Randomness& randomness);
std::vector<Objection> own_objections(storage::Reads& reads, storage::Vault& vault, const access::Viewer& student);

struct WaitingObjection {
    base::Id id;
    base::Instant made_at;
    std::string name;
};
// For coordinators.
std::vector<WaitingObjection> objections_waiting(storage::Reads& reads, const access::Viewer& viewer);
std::optional<Objection> objection_asked(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);
struct SealedAnswer {
    base::Id objection, student;
    bool stopped;
    std::string words;
    base::Bytes body;
};
SealedAnswer prepare_answer(storage::School& school, const Objection& objection, bool stopped, std::string words, base::Instant now);  // stopped: the ledger first
enum class Answered { done, not_yours, already };
Answered answer(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedAnswer& sealed, base::Instant now);

// ---- personal data

std::vector<storage::Erasable> guidance_erasable();
void erase_guidance(storage::Writes& writes, const base::Id& person);

}  // namespace loopbaankaart::flow

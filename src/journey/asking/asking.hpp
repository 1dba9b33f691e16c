// One person asks another one thing: a traveller asks somebody to say something back to what they share, or somebody who travels along asks how
// the compass stands. Whoever is asked may answer, put it aside, or leave it. Whoever asks never learns which, nor whether it was seen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

inline constexpr std::size_t most_asked = 500;  // characters

enum class AskedFor { react, compass };

// As who asks sends it. The owner of what it is about is the traveller: with `react` they ask, with `compass` they are asked.
struct Asking {
    base::Id id;                             // made by the browser
    AskedFor what = AskedFor::react;
    access::Thing about;                     // react: what is shared; compass: the company in which they travel
    base::Id companion;                      // the other of the two
    std::string words = {};                  // of the owner, clear; may be empty; none with compass
    std::optional<base::Instant> until = {};
};

// Ready to be stored: sealed before the write.
struct SealedAsking {
    Asking asking;
    base::Id removal;
    std::optional<base::Bytes> words;
};
SealedAsking prepare_asking(storage::Vault& vault, Asking asking, base::Instant now);

// All that who asks hears. asked: also when it was asked before, whatever became of that; of the same shared thing the newest words stand, and how the
// compass stands is asked once for one company (Guard::asked_once). conflict: that id asked something else. not_allowed: not theirs to ask, or not of
// this person: they do not know each other, one of them is away, or may not react to it.
enum class AskOutcome { asked, conflict, not_allowed };
AskOutcome ask(storage::Writes& writes, storage::Vault& vault, const access::Viewer& asker, const SealedAsking& sealed, base::Instant now, base::Randomness& randomness);

// Whether the viewer asked this person that, whatever became of it.
bool has_asked(storage::Reads& reads, const access::Viewer& viewer, AskedFor what, const access::Thing& about, const base::Id& companion);

// Whom a form of the viewer's asked to say something back; absent when it asked nobody.
std::optional<base::Id> asked_whom(storage::Reads& reads, const access::Viewer& viewer, const base::Id& form);

// What is asked of the viewer, the latest first: only while the two know each other, neither is away, and what it is about is still theirs to answer.
struct AskedLine {
    base::Id removal;         // its name in addresses
    AskedFor what;
    std::string kind;         // of what it is about
    base::Id about, owner;
    base::Id asker;
    std::string asker_name;
    std::string words;
    base::Instant asked_at;

    access::Thing thing() const { return {kind, about, owner}; }  // as long as this lives
};
std::vector<AskedLine> asked_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now);
// The latest alone; no other is opened.
std::optional<AskedLine> last_asked(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now);

// Put aside or answered by who was asked: it stands nowhere any more.
void close_asked(storage::Writes& writes, const access::Viewer& viewer, const base::Id& removal, base::Instant now);
// Answered by saying something back to that thing.
void close_asked_about(storage::Writes& writes, const access::Viewer& viewer, const access::Thing& about, base::Instant now);

// With what it was about: the ledger first.
void record_removal_of_asked(storage::School& school, const access::Thing& about, base::Instant now);
void remove_asked(storage::Writes& writes, const access::Thing& about);

}  // namespace loopbaankaart::journey

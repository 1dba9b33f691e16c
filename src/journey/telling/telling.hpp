// Tellings: what a traveller told, as it was when they told it. A draft (a story, a passport, the story about oneself) is live and nobody else's; *Vertel het*
// copies what was chosen of it, words and files, into a telling. Screen, print, sharing and archive work on tellings alone, and a telling is never changed: no
// deed on what it was told from reaches it.
//
// A part that tells something makes a Draft, a plain value, of what it has; told_pages.hpp does the rest:
//
//     Draft draft{.form = TellingForm::story, .language = visit.language(), .title = story.title};
//     draft.begin_page();
//     draft.picture(photo, story.caption);                 // a KeptPart of the traveller's own: its file is copied
//     draft.say(ToldBlock::Form::words, story.words);
//     return tell_it(visit, std::move(draft), again);      // telling_pages.hpp
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <access/access.hpp>

#include "../backpack/backpack.hpp"

namespace loopbaankaart::journey {

enum class TellingForm { story, passport, cv, drawing, circle, self_story };
inline constexpr std::size_t telling_form_count = 6;
std::string_view code(TellingForm form);  // as stored
std::optional<TellingForm> parse_telling_form(std::string_view code);

// All that can be told. What is not here cannot be in a telling.
struct ToldBlock {
    enum class Form {
        heading,
        word,     // a kernwoord, a name: written large
        words,    // paragraphs
        small,    // where and when it was
        picture,  // a photo, a drawing or a sound, as wide as the page; `words` stand under it
        half,     // the same, half as wide: two that follow each other stand side by side
        line,     // drawn by hand: here something else begins
        stamp     // a picture too: an imprint in ink, straight on the paper and small; those that follow each other stand side by side
    };
    Form form = Form::words;
    std::string words = {};
    std::optional<base::Id> part = {};  // of a picture: which of the parts
    base::Language language = base::Language::nl;

    bool operator==(const ToldBlock&) const = default;
};
using ToldPage = std::vector<ToldBlock>;

struct Telling {
    base::Id id;                             // made by the browser: sending again does not make a second one; scoped to its owner
    TellingForm form = TellingForm::story;
    base::Language language = base::Language::nl;
    std::string title;                       // may be empty: the name of its form stands there
    std::string paper, colour;               // ids in content().papers and content().colours
    std::vector<ToldPage> pages;             // none is empty
    std::vector<KeptPart> parts;             // its own copies, in the order in which they are shown; each stands on some page
    base::Instant told_at;
    std::optional<base::Id> told_from;       // the record it was told from: its kind follows from the form
    std::optional<base::Id> owner;           // whose it is, when read
    std::optional<base::Instant> thrown_at;  // when it went into the bin
};

// What sharing and the ledger call it.
inline constexpr std::string_view telling_kind = "telling";
access::Thing as_thing(const Telling& telling);
// The part of a block, or null.
const KeptPart* part_of(const Telling& telling, const ToldBlock& block);
// The first photo or drawing that is no stamp; null when there is none.
const KeptPart* first_picture(const Telling& telling);

// ---- a draft

inline constexpr std::size_t most_told_pages = 120, most_told_parts = 120, most_told_blocks = 1'000;
inline constexpr std::size_t most_told_words = 1U << 20;  // bytes, of all blocks together
inline constexpr std::size_t most_title = 80;              // characters

// A photo, a drawing or a sound to tell: `part.file` is copied, or what was made at this moment (a cut of the map) is stored. Either is told once, on however
// many pages it stands.
struct DraftPart {
    KeptPart part;
    std::optional<base::Bytes> made = {};  // as KeptPart::file would hold it: WebP, or SVG of our own
};

struct Draft {
    TellingForm form = TellingForm::story;
    base::Language language = base::Language::nl;
    std::string title = {};
    std::string paper = "reispapier", colour = "inkt";
    std::vector<ToldPage> pages = {};
    std::vector<DraftPart> parts = {};
    std::optional<base::Id> told_from = {};

    // On the last page; the first is there by itself. Words that are empty say nothing.
    void begin_page() { pages.emplace_back(); }
    void say(ToldBlock::Form block, std::string words);
    void picture(DraftPart part, std::string caption = {}, ToldBlock::Form block = ToldBlock::Form::picture);
    void line() { last_page().push_back({.form = ToldBlock::Form::line, .language = language}); }

private:
    ToldPage& last_page();
};

// Errors: word::nothing_to_tell, word::too_much_to_tell, word::title_too_long.
base::Result<base::Done> may_be_told(const Draft& draft);
// As it will be told, with nothing on it that stands on no page; its files are still those of the draft. Pure, and the same each time.
Telling told(const Draft& draft, const base::Id& id, base::Instant now);

// ---- telling

// A telling ready to be stored, with files of its own. They go again with this, unless tell() took them over.
class SealedTelling {
public:
    // Copies every file (Guard::telling_fixed) and seals: takes a while, for web::Slow. A file that is gone meanwhile is not told.
    SealedTelling(storage::School& school, const access::Viewer& viewer, const Draft& draft, const base::Id& id, base::Instant now);
    // One that was told elsewhere: as it is, with files that are here already.
    SealedTelling(storage::School& school, const access::Viewer& viewer, Telling told_elsewhere);
    SealedTelling(const SealedTelling&) = delete;
    SealedTelling& operator=(const SealedTelling&) = delete;
    ~SealedTelling();

    const Telling& telling() const { return telling_; }

private:
    void seal(storage::Vault& vault, const access::Viewer& viewer);
    friend Kept tell(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, SealedTelling& sealed);

    storage::Media& media_;
    Telling telling_;
    base::Bytes body_;
    std::vector<std::optional<base::Bytes>> descriptions_;  // of its parts
    bool taken_over_ = false;
};

// conflict: that id told something else. A handler asks telling_was_removed first.
Kept tell(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, SealedTelling& sealed);

// ---- reading; of lists only what is not in the bin

// The viewer's own, also from the bin; else one that is open to them by a grant (Guard::owner_only), not from the bin (Guard::bin_closed).
std::optional<Telling> find_telling(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now);
// The viewer's own, newest first; at most `limit`, after `before` when given.
std::vector<Telling> tellings_of(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, std::size_t limit, const std::optional<base::Id>& before = {});
// The viewer's own that were told from this record, newest first.
std::vector<Telling> tellings_from(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& record);
std::vector<Telling> tellings_in_bin(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer);

// ---- throwing away: as of kept things (backpack.hpp), for the same week

// Into the bin, shared with nobody from then on; and back.
void throw_telling_away(storage::Writes& writes, const access::Thing& telling, base::Instant now);
void take_telling_back_out(storage::Writes& writes, const access::Thing& telling);

// Gone for good, in this order: the ledger is told; then files and rows go, and what was shared of it.
void remember_telling_removal(storage::School& school, const access::Thing& telling, base::Instant now);
void remove_telling(storage::Writes& writes, storage::Media& media, const access::Thing& telling);
// Whether the viewer removed a telling of this id. It stays so: its id is not used again.
bool telling_was_removed(storage::Vault& vault, const access::Viewer& viewer, const base::Id& id);
// Empties the bins of a school of what lay there for a week.
void empty_telling_bins(storage::School& school, base::Instant now);

}  // namespace loopbaankaart::journey

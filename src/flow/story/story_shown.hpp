// Inside story: a conversation as its pages show it, with its figure then and now.
#pragma once

#include "stories.hpp"

namespace loopbaankaart::flow {

struct StoryShown {
    Story story;                     // its title and share in the words of the reader, while the figure is shown
    std::optional<Subject> same;     // what stands at its address at this moment; absent: it is not shown (any more)
    std::optional<Subject> newer;    // of newer data: what stands in its place now
    bool then_told = false;          // what it was may still be told (beside.hpp)
    std::vector<StoryLine> lines;
    std::int32_t years_later() const { return same ? same->told.seen_until - story.subject.told.seen_until : 0; }
    // Hours have no school year of their own: what came in since is newer.
    bool has_newer_data() const { return years_later() > 0 || (same && same->told.kind == ToldKind::hours && same->told.known_since > story.began_at); }
};
StoryShown look_at(storage::Reads& reads, const access::Visit& visit, Story story);
// The one that the address names.
std::optional<StoryShown> story_asked(storage::Reads& reads, const access::Visit& visit);
// The line that the address names, in that conversation.
const StoryLine* line_asked(const StoryShown& shown, const access::Visit& visit);

web::Url page_of_story(const base::Id& story);
web::Url page_of_line(const StoryLine& line);
// The id that the browser made is the id that is stored (Guard::same_id_once).
base::Id story_id(const access::Visit& visit);

// Then and now, as bars with their limits, and what that does not say. Of a forecast: what was expected, and what came of it when the year is over.
void figure_of(web::Html& html, const StoryShown& shown);
// In a line: "25% → 17%", of a share with its bar.
void figure_in_short(web::Html& html, const StoryShown& shown);
// "The timetable team, by March 2027"
std::string who_and_when(const StoryLine& action, base::Language language);
// Who wrote it and when.
std::string written_by(const StoryLine& line, const access::Visit& visit);

// The page of that action, with what was typed of what came of it.
web::Reply outcome_again(storage::Reads& reads, const access::Visit& visit, const StoryLine& typed, const base::Word* trouble, const web::FieldErrors& errors);

// Who did what in a conversation: its id or a line's, no word of it.
void record_in_story(storage::Writes& writes, const access::Visit& visit, access::Deed deed, const base::Id& story);
void record_of_line(storage::Writes& writes, const access::Visit& visit, access::Deed deed, const base::Id& line);

// ---- what is typed

// "What we see"
const base::Word& label_of(LineKind kind);
// Tidied. Errors by field; the field of the words is named by its kind, as several forms stand on one page.
std::string field_of_words(LineKind kind);
StoryLine read_line(const access::Visit& visit, LineKind kind, web::FieldErrors& errors);
// Who, by when and the words; `said` is what stands in the fields.
void line_fields(web::Html& html, const access::Visit& visit, const StoryLine& said, const web::FieldErrors& errors);

}  // namespace loopbaankaart::flow

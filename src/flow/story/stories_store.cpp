#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "stories.hpp"
#include "stories.sql.hpp"

namespace loopbaankaart::flow {

namespace {

using Body = nlohmann::json;

base::Id id_at(const storage::Row& row, int column) { return base::Id::parse(row.text(column)).value(); }

storage::SealedAt place_of_story(const base::Id& story) { return {"story", "body", story.view()}; }
storage::SealedAt place_of_line(const base::Id& line) { return {"story_line", "body", line.view()}; }

constexpr std::array<std::string_view, 3> kind_codes{"share", "forecast", "hours"};

// What came true is not in it (told.hpp).
void write_told(Body& body, const ToldFigure& told) {
    body.update({{"share", told.share}, {"some", told.some}, {"of", told.of}, {"seen_until", told.seen_until}, {"least", told.least}});
    if (told.kind == ToldKind::share) return;
    body["kind"] = kind_codes[static_cast<std::size_t>(told.kind)];
    if (told.kind == ToldKind::hours) body["loose"] = told.loose, body["hours"] = {told.hours.value, told.hours.low, told.hours.high};
    if (told.forecast) body["forecast"] = {told.forecast->median, told.forecast->low, told.forecast->high, static_cast<std::uint32_t>(told.forecast->colour)};
}

ToldFigure told_in(const Body& body) {
    ToldFigure told;
    body.at("share").get_to(told.share), body.at("some").get_to(told.some), body.at("of").get_to(told.of), body.at("seen_until").get_to(told.seen_until), body.at("least").get_to(told.least);
    const auto kind = std::find(kind_codes.begin(), kind_codes.end(), body.value("kind", std::string{kind_codes.front()}));
    told.kind = static_cast<ToldKind>(kind - kind_codes.begin());
    if (told.kind == ToldKind::hours) {
        const Body& hours = body.at("hours");
        told.loose = body.at("loose").get<std::uint32_t>(), told.hours = {hours.at(0).get<double>(), hours.at(1).get<double>(), hours.at(2).get<double>()};
    }
    if (const auto at = body.find("forecast"); at != body.end())
        told.forecast = ToldForecast{at->at(0).get<std::uint32_t>(), at->at(1).get<std::uint32_t>(), at->at(2).get<std::uint32_t>(), static_cast<Colour>(at->at(3).get<std::uint32_t>())};
    return told;
}

Story story_in(const storage::Row& row, storage::Vault& vault) {
    Story story{.id = id_at(row, 0), .subject = {.address = row.string(1), .title = {}, .what = {}, .told = {}}, .goal = {}, .began_at = base::instant(row.integer(3))};
    const Body body = Body::parse(vault.open(story.id, place_of_story(story.id), row.bytes(2)));
    body.at("title").get_to(story.subject.title), body.at("what").get_to(story.subject.what), body.at("goal").get_to(story.goal);
    story.subject.told = told_in(body);
    if (!row.null(4)) story.closed_at = base::instant(row.integer(4));
    return story;
}

// Without those whose key is gone: of a program that was stopped while one was forgotten.
template <std::size_t Count, typename... Values>
std::vector<Story> stories_in(storage::Reads& reads, storage::Vault& vault, const storage::Query<Count>& query, const Values&... values) {
    std::vector<Story> found;
    reads.each(query, [&](const storage::Row& row) {
        if (!vault.was_destroyed(id_at(row, 0))) found.push_back(story_in(row, vault));
    }, values...);
    return found;
}

template <std::size_t Count, typename... Values>
std::vector<StoryLine> lines_in(storage::Reads& reads, storage::Vault& vault, const storage::Query<Count>& query, const Values&... values) {
    std::vector<StoryLine> found;
    reads.each(query, [&](const storage::Row& row) {
        StoryLine line{.id = id_at(row, 0), .story = id_at(row, 1), .kind = parse_line_kind(row.text(2)).value_or(LineKind::seen), .words = {}, .who = {}, .change = id_at(row, 6), .written_at = base::instant(row.integer(7))};
        if (vault.was_destroyed(line.story)) return;
        if (!row.null(3)) line.about = id_at(row, 3);
        if (!row.null(4)) line.month = static_cast<std::int32_t>(row.integer(4));
        const Body body = Body::parse(vault.open(line.story, place_of_line(line.id), row.bytes(5)));
        body.at("words").get_to(line.words), body.at("who").get_to(line.who);
        if (!row.null(8)) line.author = id_at(row, 8), line.author_name = row.string(9);
        found.push_back(std::move(line));
    }, values...);
    return found;
}

bool same_words(const StoryLine& one, const StoryLine& other) {
    return one.story == other.story && one.kind == other.kind && one.about == other.about && one.words == other.words && one.who == other.who && one.month == other.month;
}

}  // namespace

SealedStory prepare_story(storage::Vault& vault, Story story) {
    Body body{{"title", story.subject.title}, {"what", story.subject.what}, {"goal", story.goal}};
    write_told(body, story.subject.told);
    base::Bytes sealed = vault.seal(story.id, place_of_story(story.id), body.dump());
    return {std::move(story), std::move(sealed)};
}

StoryKept add_story(storage::Writes& writes, storage::Vault& vault, const SealedStory& sealed) {
    const Story& story = sealed.story;
    if (const auto there = find_story(writes, vault, story.id)) return there->subject.address == story.subject.address && there->goal == story.goal ? StoryKept::already_there : StoryKept::conflict;
    writes.run(query::add_story, story.id, story.subject.address, sealed.body, story.began_at);
    return StoryKept::made;
}

std::vector<Story> stories(storage::Reads& reads, storage::Vault& vault) { return stories_in(reads, vault, query::stories); }

std::vector<Story> stories_about(storage::Reads& reads, storage::Vault& vault, std::string_view address) { return stories_in(reads, vault, query::stories_about, address); }

std::optional<Story> find_story(storage::Reads& reads, storage::Vault& vault, const base::Id& id) {
    auto found = stories_in(reads, vault, query::find_story, id);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

bool close_story(storage::Writes& writes, const base::Id& story, base::Instant now) { return writes.run(query::close_story, now, story) == 1; }
bool open_story(storage::Writes& writes, const base::Id& story) { return writes.run(query::open_story, story) == 1; }

SealedLine prepare_line(storage::Vault& vault, StoryLine line) {
    const Body body{{"words", line.words}, {"who", line.who}};
    base::Bytes sealed = vault.seal(line.story, place_of_line(line.id), body.dump());
    return {std::move(line), std::move(sealed)};
}

LineAdded add_line(storage::Writes& writes, storage::Vault& vault, const base::Id& author, const SealedLine& sealed) {
    const StoryLine& line = sealed.line;
    const auto story = find_story(writes, vault, line.story);
    if (!story) return LineAdded::absent;
    if (const auto there = find_line(writes, vault, line.id)) return same_words(*there, line) && there->author == author ? LineAdded::already_there : LineAdded::conflict;
    if (line.kind == LineKind::outcome) {
        const auto action = line.about ? find_line(writes, vault, *line.about) : std::nullopt;
        if (!action || action->kind != LineKind::action || action->story != line.story) return LineAdded::absent;
    } else if (story->closed_at) return LineAdded::closed;
    writes.run(query::add_story_line, line.id, line.story, code(line.kind), line.about, line.month ? std::optional<std::int64_t>{*line.month} : std::nullopt, sealed.body, line.change, line.written_at);
    writes.run(query::add_story_author, line.id, author);
    return LineAdded::made;
}

std::vector<StoryLine> lines_of(storage::Reads& reads, storage::Vault& vault, const base::Id& story) { return lines_in(reads, vault, query::story_lines, story); }

std::optional<StoryLine> find_line(storage::Reads& reads, storage::Vault& vault, const base::Id& id) {
    auto found = lines_in(reads, vault, query::find_story_line, id);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<StoryLine> open_actions(storage::Reads& reads, storage::Vault& vault) { return lines_in(reads, vault, query::open_actions); }

std::vector<StoryLine> lines_by(storage::Reads& reads, storage::Vault& vault, const base::Id& author) { return lines_in(reads, vault, query::lines_by, author); }

LineChanged change_line(storage::Writes& writes, storage::Vault& vault, const base::Id& author, const SealedLine& sealed, const base::Id& seen) {
    const StoryLine& line = sealed.line;
    const auto there = find_line(writes, vault, line.id);
    if (!there || there->author != author) return LineChanged::not_yours;
    if (there->change == line.change) return same_words(*there, line) ? LineChanged::done : LineChanged::meanwhile;
    if (const auto story = find_story(writes, vault, line.story); !story || (story->closed_at && line.kind != LineKind::outcome)) return LineChanged::closed;
    const base::Id& on = base::guarded(base::Guard::change_seen) ? seen : there->change;
    const auto changed = writes.run(query::change_story_line, sealed.body, line.month ? std::optional<std::int64_t>{*line.month} : std::nullopt, line.change, line.id, on, author);
    return changed == 1 ? LineChanged::done : LineChanged::meanwhile;
}

void remember_line_taken_back(storage::School& school, const base::Id& line, base::Instant now) {
    for (const std::string_view table : {"story_line", "story_author"}) school.vault().record_removal(table, line, now);
}

bool take_line_back(storage::Writes& writes, const base::Id& author, const base::Id& line) {
    if (writes.run(query::remove_story_line, line, author) != 1) return false;
    writes.run(query::remove_story_author, line);
    return true;
}

std::vector<storage::Erasable> stories_erasable() {
    return {{.table = "story", .holder_column = "id"}, {.table = "story_line", .id_column = "id", .holder_column = "story"}, {.table = "story_author", .id_column = "line", .holder_column = "person"}};
}

void erase_story_authors(storage::Writes& writes, const base::Id& person) { writes.run(query::erase_story_authors, person); }

void forget_quiet_stories(storage::School& school, base::Instant now) {
    std::vector<base::Id> quiet;
    school.read([&](storage::Reads& reads) { quiet = reads.all(query::stories_long_quiet, [](const storage::Row& row) { return id_at(row, 0); }, now - stories_kept); });
    for (const base::Id& story : quiet) {
        school.vault().destroy(story, now);
        school.write_now([&](storage::Writes& writes) {
            writes.run(query::remove_authors_of, story);
            writes.run(query::remove_lines_of, story);
            writes.run(query::remove_story, story);
        });
    }
}

}  // namespace loopbaankaart::flow

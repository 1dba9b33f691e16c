#include <algorithm>
#include <set>

#include "../idempotent.hpp"
#include "../removal.hpp"
#include "themes.hpp"
#include "themes.sql.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

namespace {

storage::SealedAt place_of(const base::Id& theme) { return {"answer_theme", "body", theme.view()}; }

AnswerTheme theme_of(const storage::Row& row, storage::Vault& vault) {
    AnswerTheme theme{.id = base::Id::parse(row.text(0)).value(), .name = {}, .reply = {}};
    const Json body = Json::parse(vault.open(theme.id, place_of(theme.id), row.bytes(1)));
    theme.name = body.at("name").get<std::string>();
    theme.reply = body.value("reply", std::string{});
    theme.change = base::Id::parse(row.text(2));
    if (!row.null(3)) theme.answered_at = base::instant(row.integer(3));
    return theme;
}

// Without those whose key is gone: of a program that was stopped while one was taken away.
template <std::size_t Count, typename... Values>
std::vector<AnswerTheme> themes_in(storage::Reads& reads, storage::Vault& vault, const storage::Query<Count>& query, const Values&... values) {
    std::vector<AnswerTheme> found;
    reads.each(query, [&](const storage::Row& row) {
        if (!vault.was_destroyed(base::Id::parse(row.text(0)).value())) found.push_back(theme_of(row, vault));
    }, values...);
    return found;
}

std::vector<AnswerTheme> only_shown(storage::Reads& reads, std::vector<AnswerTheme> answered, base::Instant now) {
    std::erase_if(answered, [&](const AnswerTheme& theme) { return !is_shown(reads, theme, now); });
    return answered;
}

void stay_as_they_are(storage::Writes&, const base::Id&, const Record&, base::Instant) {}

void go_with_answer(storage::Writes& writes, const access::Thing& answer) { writes.run(query::remove_picks_of_answer, answer.owner, answer.id); }

}  // namespace

AnswerTheme read_theme(const TypedTheme& typed, const base::Id& id, Typing what, web::FieldErrors& errors) {
    AnswerTheme theme{.id = id, .name = base::tidy_name(typed.name), .reply = base::tidy(typed.reply)};
    if (theme.name.empty()) errors.add("naam", {word::theme_name_missing});
    if (base::characters(theme.name) > most_in_theme) errors.add("naam", {word::theme_name_long});
    if (what == Typing::a_reply && theme.reply.empty()) errors.add("woorden", {word::theme_reply_missing});
    if (base::characters(theme.reply) > most_in_reply) errors.add("woorden", {word::theme_reply_long});
    return theme;
}

SealedTheme prepare_theme(storage::Vault& vault, AnswerTheme theme) {
    Json body{{"name", theme.name}};
    if (!theme.reply.empty()) body["reply"] = theme.reply;
    base::Bytes sealed = vault.seal(theme.id, place_of(theme.id), body.dump());
    return {std::move(theme), std::move(sealed)};
}

Kept add_theme(storage::Writes& writes, storage::Vault& vault, const SealedTheme& sealed, base::Instant now) {
    if (const auto known = find_theme(writes, vault, sealed.theme.id)) return known->name == sealed.theme.name ? Kept::already_there : Kept::conflict;
    writes.run(query::add_theme, sealed.theme.id, sealed.body, now);
    return Kept::made;
}

std::vector<AnswerTheme> themes(storage::Reads& reads, storage::Vault& vault) {
    return themes_in(reads, vault, query::themes);
}

std::optional<AnswerTheme> find_theme(storage::Reads& reads, storage::Vault& vault, const base::Id& id) {
    auto found = themes_in(reads, vault, query::find_theme, id);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

void end_theme(storage::School& school, const base::Id& theme, base::Instant now) { school.vault().destroy(theme, now); }

void remove_theme(storage::Writes& writes, const base::Id& theme) {
    writes.run(query::remove_picks_of_theme, theme);
    writes.run(query::remove_theme, theme);
}

// ---- answers under it

std::vector<Pick> picks(storage::Reads& reads, const base::Id& theme, base::Instant until, base::Instant now) {
    return reads.all(query::picks, [](const storage::Row& row) { return Pick{base::Id::parse(row.text(0)).value(), base::Id::parse(row.text(1)).value()}; }, theme, until, now);
}

void lay_under(storage::Writes& writes, const base::Id& theme, const Pick& pick, base::Instant now) {
    const auto there = picks(writes, theme, now, now);
    if (std::ranges::find(there, pick) == there.end()) writes.run(query::lay_under, theme, pick.owner, pick.answer, now, removal_of(pick.owner, pick.answer));
}

void take_from_under(storage::Writes& writes, const base::Id& theme, const Pick& pick) { writes.run(query::take_from_under, theme, pick.owner, pick.answer); }

const RowsBeside theme_answers{.table = "theme_answer", .follow = stay_as_they_are, .remove = go_with_answer};

void erase_theme_answers(storage::Writes& writes, const base::Id& person) { writes.run(query::erase_picks, person); }

bool enough(storage::Reads& reads, const base::Id& theme, base::Instant until, base::Instant now) {
    std::set<base::Id> students;
    for (const Pick& pick : picks(reads, theme, until, now)) students.insert(pick.owner);
    return students.size() >= fewest_students || !base::guarded(base::Guard::few_hidden);
}

// ---- the reply to all

Replied reply_to_all(storage::Writes& writes, storage::Vault& vault, const SealedTheme& sealed, const std::optional<base::Id>& seen, base::Instant now) {
    const AnswerTheme& said = sealed.theme;
    const auto there = find_theme(writes, vault, said.id);
    if (!there) return Replied::absent;
    if (there->change && there->change == said.change) return there->name == said.name && there->reply == said.reply ? Replied::done : Replied::meanwhile;
    if (there->change != seen) return Replied::meanwhile;
    if (!enough(writes, said.id, now, now)) return Replied::too_few;
    writes.run(query::reply_to_theme, sealed.body, said.change, now, said.id);
    return Replied::done;
}

void take_reply_back(storage::Writes& writes, const base::Id& theme, const base::Id& seen) { writes.run(query::take_reply_back, theme, seen); }

bool is_shown(storage::Reads& reads, const AnswerTheme& theme, base::Instant now) { return theme.answered_at && enough(reads, theme.id, *theme.answered_at, now); }

std::vector<AnswerTheme> shown_themes(storage::Reads& reads, storage::Vault& vault, base::Instant now) {
    return only_shown(reads, themes_in(reads, vault, query::themes_answered), now);
}

std::vector<AnswerTheme> shown_with(storage::Reads& reads, storage::Vault& vault, const Pick& answer, base::Instant now) {
    auto found = only_shown(reads, themes_in(reads, vault, query::themes_of_answer, answer.owner, answer.answer), now);
    std::erase_if(found, [&](const AnswerTheme& theme) {
        const auto counting = picks(reads, theme.id, *theme.answered_at, now);
        return std::ranges::find(counting, answer) == counting.end();
    });
    return found;
}

}  // namespace loopbaankaart::journey

#include "single_use.sql.hpp"
#include "session.hpp"
#include "session.sql.hpp"

namespace loopbaankaart::access {

namespace {

std::string hash_of(std::string_view token) {
    if (!base::guarded(base::Guard::session_hashed)) return std::string{token};
    return base::sha256_hex(token);
}

std::optional<base::Instant> moment_in(const storage::Row& row, int column) {
    return row.null(column) ? std::nullopt : std::optional{base::instant(row.integer(column))};
}

// What may_enter and the waiting after a printed code need.
Person person_in(const storage::Row& row) {
    return {.id = base::Id::parse(row.text(0)).value(), .user_name = {}, .name = row.string(1), .email = {}, .standing = parse_standing(row.text(2)).value(),
            .content_closed_until = moment_in(row, 3), .left_at = moment_in(row, 6)};
}

Viewer viewer_of(const Person& person, base::Instant now) {
    const bool closed = base::guarded(base::Guard::reset_code_wait) && person.content_closed_until && now < *person.content_closed_until;
    Viewer viewer{.person = person.id, .name = person.name, .roles = {}, .content_open = !closed};
    if (person.standing == Standing::left && person.left_at) viewer.reads_until = readable_until(*person.left_at);
    return viewer;
}

}  // namespace

std::optional<Session> find_session(storage::Reads& reads, std::string_view token, base::Instant now) {
    std::optional<Session> found;
    reads.each(query::find_session, [&](const storage::Row& row) {
        if (!found) {
            const Person person = person_in(row);
            if (!may_enter(person, now)) return;
            found = Session{viewer_of(person, now), base::instant(row.integer(4)) + seen_step <= now};
        }
        const auto role = row.null(5) ? std::nullopt : parse_role(row.text(5));
        if (role && !found->viewer.left()) found->viewer.roles.set(static_cast<std::size_t>(*role));
    }, hash_of(token), now - session_lasts, now - session_idle);
    return found;
}

std::string start_session(storage::Writes& writes, const base::Id& person, std::string_view device, base::Instant now,
                          base::Randomness& randomness) {
    const std::string token = base::make_token(randomness);
    writes.run(query::forget_ended_sessions, person, now - session_lasts, now - session_idle);
    writes.run(query::start_session, hash_of(token), person, now, device);
    return token;
}

void see_session(storage::Writes& writes, std::string_view token, base::Instant now) {
    writes.run(query::see_session, now, hash_of(token));
}

void end_session(storage::Writes& writes, std::string_view token) { writes.run(query::end_session, hash_of(token)); }

void end_other_sessions(storage::Writes& writes, const base::Id& person, std::string_view token) {
    if (base::guarded(base::Guard::session_ends)) writes.run(query::end_other_sessions, person, hash_of(token));
}

void end_sessions(storage::Writes& writes, const base::Id& person) {
    if (base::guarded(base::Guard::session_ends)) writes.run(query::end_sessions, person);
    writes.run(query::withdraw_all_keys, person);
}

std::vector<OpenSession> open_sessions(storage::Reads& reads, const base::Id& person, std::string_view token, base::Instant now) {
    const std::string own = hash_of(token);
    return reads.all(query::open_sessions, [&](const storage::Row& row) {
        return OpenSession{row.string(1), base::instant(row.integer(2)), row.text(0) == own};
    }, person, now - session_lasts, now - session_idle);
}

}  // namespace loopbaankaart::access

// What a student has against it, and the answer.
#include "guidance.sql.hpp"
#include "guidance_rows.hpp"

namespace loopbaankaart::flow {

namespace {

bool answers(const access::Viewer& viewer) { return viewer.content_open && !viewer.left() && viewer.has(access::Role::coordinator); }

Objection opened(const storage::Row& row, storage::Vault& vault) {
    const base::Id id = rows::id_in(row, 0), student = rows::id_in(row, 1);
    Objection one{.id = id, .student = {student, rows::name_in(row, 2)}, .words = vault.open(student, rows::place_of_words(id), row.bytes(3)), .made_at = base::instant(row.integer(4))};
    if (row.null(8)) return one;
    one.stopped = row.text(5) == "stopped", one.answer = vault.open(student, rows::place_of_answer(id), row.bytes(6));
    one.by_name = rows::name_in(row, 7), one.answered_at = base::instant(row.integer(8));
    return one;
}

}  // namespace

SealedObjection prepare_objection(storage::Vault& vault, const access::Viewer& student, const base::Id& id, std::string words) {
    base::Bytes body = vault.seal(student.person, rows::place_of_words(id), words);
    return {id, std::move(words), std::move(body)};
}

Objected object(storage::Writes& writes, storage::Vault& vault, const access::Viewer& student, const SealedObjection& sealed, base::Instant now, base::Randomness& randomness) {
    if (!student.content_open || student.left() || !student.has(access::Role::student) || !switched_on(writes)) return Objected::not_yours;
    const auto same = writes.first(query::objection_by_id, [&](const storage::Row& row) {
        return rows::id_in(row, 1) == student.person && vault.open(student.person, rows::place_of_words(sealed.id), row.bytes(3)) == sealed.words;
    }, sealed.id);
    if (same) return *same ? Objected::done : Objected::already;
    if (writes.run(query::add_objection, sealed.id, student.person, sealed.body, now) == 0) return Objected::already;
    access::record(writes, {student.person, access::Deed::asked, student.person, "person_objection " + sealed.id.text()}, now, randomness);
    return Objected::done;
}

std::vector<Objection> own_objections(storage::Reads& reads, storage::Vault& vault, const access::Viewer& student) {
    return student.content_open && switched_on(reads) ? rows::objections_of(reads, vault, student.person) : std::vector<Objection>{};
}

std::vector<Objection> rows::objections_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student) {
    return reads.all(query::objections_of, [&](const storage::Row& row) { return opened(row, vault); }, student);
}

std::vector<WaitingObjection> objections_waiting(storage::Reads& reads, const access::Viewer& viewer) {
    if (!answers(viewer) || !switched_on(reads)) return {};
    return reads.all(query::objections_waiting, [](const storage::Row& row) { return WaitingObjection{rows::id_in(row, 0), base::instant(row.integer(1)), rows::name_in(row, 2)}; });
}

std::optional<Objection> objection_asked(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    if (!answers(viewer) || !switched_on(reads)) return std::nullopt;
    return reads.first(query::objection_by_id, [&](const storage::Row& row) { return opened(row, vault); }, id);
}

SealedAnswer prepare_answer(storage::School& school, const Objection& objection, bool stopped, std::string words, base::Instant now) {
    const base::Id& student = objection.student.person;
    if (stopped && !objection.answered_at) {
        std::optional<base::Id> evidence;
        school.read([&](storage::Reads& reads) { evidence = reads.first(query::evidence_of, [](const storage::Row& row) { return rows::id_in(row, 0); }, student); });
        if (evidence) school.vault().record_removal(rows::evidence_table, *evidence, now);
    }
    base::Bytes body = school.vault().seal(student, rows::place_of_answer(objection.id), words);
    return {objection.id, student, stopped, std::move(words), std::move(body)};
}

Answered answer(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedAnswer& sealed, base::Instant now) {
    const auto found = objection_asked(writes, vault, viewer, sealed.objection);
    if (!found) return Answered::not_yours;
    if (found->answered_at) return found->stopped == sealed.stopped && found->answer == sealed.words ? Answered::done : Answered::already;
    writes.run(query::answer_objection, sealed.stopped ? "stopped" : "goes_on", sealed.body, viewer.person, now, sealed.objection);
    if (sealed.stopped) writes.run(query::remove_evidence_of, sealed.student);
    return Answered::done;
}

}  // namespace loopbaankaart::flow

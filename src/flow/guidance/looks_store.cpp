// What a model says of one student, to whom, and the line of it that the student reads.
#include <nlohmann/json.hpp>

#include <cmath>
#include <numeric>

#include "guidance.sql.hpp"
#include "guidance_rows.hpp"
#include "person_data.hpp"

namespace loopbaankaart::flow {

namespace {

bool reads_on(const access::Viewer& viewer) { return viewer.content_open && !viewer.left(); }

std::optional<access::Known> counselled(storage::Reads& reads, const access::Viewer& viewer, const base::Id& student) {
    if (!reads_on(viewer) || !switched_on(reads)) return std::nullopt;
    if (!base::guarded(base::Guard::fit_own_mentor)) return access::Known{student, {}};
    return reads.first(query::own_student, [](const storage::Row& row) { return access::Known{rows::id_in(row, 0), row.string(1)}; }, viewer.person, student);
}

LoggedLook logged(const storage::Row& row, storage::Vault& vault) {
    const base::Id id = rows::id_in(row, 2), student = rows::id_in(row, 3);
    LoggedLook one{.viewer = {rows::id_in(row, 0), rows::name_in(row, 1)}, .student = {student, rows::name_in(row, 4)}, .id = id, .purpose = vault.open(student, rows::place_of_purpose(id), row.bytes(5)),
                   .looked_at = base::instant(row.integer(6)), .brought_at = base::instant(row.integer(7)), .model = row.string(10)};
    if (row.null(8)) return one;
    one.verdict = row.text(8) == "override" ? MentorVerdict::override_it : MentorVerdict::accept;
    one.reason = vault.open(student, rows::place_of_reason(id), row.bytes(9));
    return one;
}

std::vector<OtherwiseSaid> otherwise_said(const PersonModel& model, const Evidence& evidence) {
    std::vector<OtherwiseSaid> all;
    const auto& inputs = model.form().inputs;
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        if (std::holds_alternative<std::monostate>(evidence.values[at])) continue;
        const Value other = inputs[at].is_number ? Value{std::round(10 * inputs[at].mean) / 10} : Value{inputs[at].categories.front()};
        if (other == evidence.values[at]) continue;
        if (auto look = model.with_other(evidence, at, other); look && look->refused == NoScore::none) all.push_back({at, other, std::move(look->chances)});
    }
    return all;
}

// Whoever asks was asked who they are before.
std::optional<Fit> fit_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student, base::Instant now) {
    const auto kept = kept_model(reads, vault);
    if (!kept) return std::nullopt;
    const auto known = rows::evidence_of(reads, vault, student, kept->id, now);
    if (!known || known->evidence.values.size() != kept->model.form().inputs.size()) return std::nullopt;
    const auto card = nlohmann::json::parse(kept->card);
    Fit fit{.event = card.at("event"), .look = kept->model.look(known->evidence), .between = kept->model.between(known->evidence), .otherwise = otherwise_said(kept->model, known->evidence), .inputs = kept->model.form().inputs, .evidence = known->evidence,
            .learned_from = std::accumulate(kept->model.seen().begin(), kept->model.seen().end(), std::uint64_t{0}), .set_right_on = kept->model.recalibration().people(), .brought_at = known->brought_at};
    for (const auto& one : card.at("outcomes")) fit.outcomes.push_back(one.at("name"));
    return fit;
}

}  // namespace

std::optional<Fit> own_fit(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, base::Instant now) {
    return reads_on(viewer) && switched_on(reads) ? fit_of(reads, vault, viewer.person, now) : std::nullopt;
}

std::optional<OwnStudent> own_student(storage::Reads& reads, const access::Viewer& viewer, const base::Id& student, base::Instant now) {
    const auto found = counselled(reads, viewer, student);
    if (!found) return std::nullopt;
    return OwnStudent{*found, rows::closed_to(reads, student), rows::has_evidence(reads, student, now)};
}

SealedLook prepare_look(storage::Vault& vault, const base::Id& id, const base::Id& student, std::string purpose) {
    base::Bytes body = vault.seal(student, rows::place_of_purpose(id), purpose);
    return {id, student, std::move(purpose), std::move(body)};
}

Looked look(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const SealedLook& sealed, base::Instant now, base::Randomness& randomness) {
    const auto student = own_student(writes, viewer, sealed.student, now);
    if (!student) return Looked::not_yours;
    const auto before = writes.first(query::look_by_id, [&](const storage::Row& row) { return logged(row, vault); }, viewer.person, sealed.id);
    if (before) return before->student.person == sealed.student && before->purpose == sealed.purpose ? Looked::done : Looked::conflict;
    if (student->closed != Closed::no) return Looked::closed;
    const auto model = kept_model(writes, vault);
    const auto known = model ? rows::evidence_of(writes, vault, sealed.student, model->id, now) : std::nullopt;
    if (!known) return Looked::nothing_known;
    if (!base::guarded(base::Guard::fit_look_written)) return Looked::done;
    const std::string digest = nlohmann::json::parse(model->card).at("model");
    writes.run(query::add_look, viewer.person, sealed.id, sealed.student, sealed.body, now, digest, known->brought_at);
    access::record(writes, {viewer.person, access::Deed::read_shared, sealed.student, "person_look " + sealed.id.text()}, now, randomness);
    return Looked::done;
}

std::optional<LoggedLook> own_look(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id) {
    auto found = reads.first(query::look_by_id, [&](const storage::Row& row) { return logged(row, vault); }, viewer.person, id);
    return found && counselled(reads, viewer, found->student.person) ? found : std::nullopt;
}

std::optional<Fit> fit_by_look(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, base::Instant now) {
    const auto found = own_look(reads, vault, viewer, id);
    const bool over = found && found->looked_at + look_open_for <= now && base::guarded(base::Guard::fit_look_limits);
    if (!found || over || rows::closed_to(reads, found->student.person) != Closed::no) return std::nullopt;
    return fit_of(reads, vault, found->student.person, now);
}

base::Bytes seal_reason(storage::Vault& vault, const LoggedLook& look, std::string_view reason) { return vault.seal(look.student.person, rows::place_of_reason(look.id), reason); }

Judged judge(storage::Writes& writes, storage::Vault& vault, const access::Viewer& viewer, const base::Id& id, MentorVerdict verdict, const std::string& reason, const base::Bytes& sealed, base::Instant now) {
    const auto found = own_look(writes, vault, viewer, id);
    if (!found) return Judged::not_yours;
    if (found->verdict) return *found->verdict == verdict && found->reason == reason ? Judged::done : Judged::already;
    writes.run(query::judge_look, verdict == MentorVerdict::accept ? "accept" : "override", sealed, now, viewer.person, id);
    return Judged::done;
}

std::vector<LoggedLook> looks_at_me(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer) {
    return viewer.content_open && switched_on(reads) ? rows::looks_of(reads, vault, viewer.person) : std::vector<LoggedLook>{};
}

std::vector<LoggedLook> rows::looks_of(storage::Reads& reads, storage::Vault& vault, const base::Id& student) {
    return reads.all(query::looks_of, [&](const storage::Row& row) { return logged(row, vault); }, student);
}

std::optional<LoggedLook> look_to_tell(storage::Reads& reads, storage::Vault& vault, const access::Viewer& viewer) {
    if (!reads_on(viewer) || !switched_on(reads)) return std::nullopt;
    return reads.first(query::look_to_tell, [&](const storage::Row& row) { return logged(row, vault); }, viewer.person);
}

void read_looks_told(storage::Writes& writes, const access::Viewer& viewer, base::Instant until, base::Instant now) { writes.run(query::read_looks, now, viewer.person, until); }

std::optional<Overrides> overrides(storage::Reads& reads) {
    constexpr std::int64_t least = 10, least_mentors = 5;
    return reads.first(query::verdicts, [](const storage::Row& row) -> std::optional<Overrides> {
        const std::int64_t all = row.integer(0), otherwise = row.integer(1), students = row.integer(2), mentors = row.integer(3);
        const auto told = [](std::int64_t part) { return part == 0 || part >= least; };
        if (students < least || mentors < least_mentors || !told(otherwise) || !told(all - otherwise)) return std::nullopt;
        return Overrides{static_cast<std::uint32_t>(all), static_cast<std::uint32_t>(otherwise)};
    }).value_or(std::nullopt);
}

}  // namespace loopbaankaart::flow

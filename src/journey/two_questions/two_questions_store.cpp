#include "two_questions.hpp"
#include "two_questions.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::chrono::days a_week{7};

QuestionMoment moment_in(const storage::Row& row) { return {base::Id::parse(row.text(0)).value(), row.string(1), base::instant(row.integer(2))}; }

std::string_view name_of(const DueQuestion& due) { return due.moment ? due.moment->id.view() : std::string_view{}; }

bool there(const storage::Row&) { return true; }

}  // namespace

std::vector<QuestionMoment> question_moments(storage::Reads& reads) { return reads.all(query::question_moments, moment_in); }

Kept add_question_moment(storage::Writes& writes, const QuestionMoment& moment) {
    if (const auto known = writes.first(query::question_moment_of, moment_in, moment.id))
        return known->name == moment.name && known->opens_at == moment.opens_at ? Kept::already_there : Kept::conflict;
    writes.run(query::add_question_moment, moment.id, moment.name, moment.opens_at);
    return Kept::made;
}

void withdraw_question_moment(storage::Writes& writes, const base::Id& moment, base::Instant now) { writes.run(query::withdraw_question_moment, now, moment); }

std::optional<DueQuestion> question_due(storage::Reads& reads, const access::Viewer& viewer, base::Instant now) {
    if (!viewer.has(access::Role::student) || !viewer.content_open || viewer.left()) return std::nullopt;
    DueQuestion due{reads.first(query::question_moment_now, moment_in, now)};
    const base::Instant since = due.moment ? due.moment->opens_at : base::instant(0);
    if (reads.first(query::answered_since, there, viewer.person, since)) return std::nullopt;
    if (reads.first(query::question_put_off, there, viewer.person, name_of(due), now)) return std::nullopt;
    return due;
}

void put_off(storage::Writes& writes, const access::Viewer& viewer, PutOff until, base::Instant now) {
    const auto due = question_due(writes, viewer, now);
    if (!due) return;
    const std::optional<base::Instant> again = until == PutOff::a_week ? std::optional{now + a_week} : std::nullopt;
    writes.run(query::put_question_off, viewer.person, name_of(*due), again);
}

}  // namespace loopbaankaart::journey

// Twee vragen (J11; School §3): what do you want to get here, and how can we serve you best? Asked at the start and at moments that the school sets; softly,
// for it can be put off. That somebody does not know yet is a full answer (most cannot say: finding it takes experiences). An answer stays as it was
// given: who thinks otherwise later, answers once more.
//
//     if (question_due(reads, viewer, now)) …                                        // one quiet line on /reis
#pragma once

#include "../records/body_reader.hpp"

namespace loopbaankaart::journey {

struct Answer {
    std::string wants;     // what they want to get here; clear, up to 10,000 characters; may be empty
    std::string service;   // how the school can serve them; the same
    bool not_yet = false;  // they do not know yet; words may stand beside that

    bool empty() const { return wants.empty() && service.empty() && !not_yet; }
};

Json in_json(const Answer& answer);
Answer answer_of(const Record& record);
// Tidied. What is wrong stands in the reader's faults. Errors: word::answer_or_not_yet when it says nothing at all, word::body_too_long.
Answer read_answer(BodyReader& body);
Json check_answer(BodyReader& sent);

// ---- when it is asked

inline constexpr std::size_t most_in_moment = 80;  // characters of its name

// A moment at which the school asks again.
struct QuestionMoment {
    base::Id id;               // made by the browser
    std::string name;          // the school's own words
    base::Instant opens_at;    // from when it is asked
};
// Those that stand, the latest first.
std::vector<QuestionMoment> question_moments(storage::Reads& reads);
// conflict: that id is another moment.
Kept add_question_moment(storage::Writes& writes, const QuestionMoment& moment);
// It is asked no more; answers stay. Changes nothing the second time.
void withdraw_question_moment(storage::Writes& writes, const base::Id& moment, base::Instant now);
// Errors: word::moment_name_missing, word::moment_name_long, word::moment_day_unclear; by field: "naam", "dag".
struct TypedMoment {
    std::string_view name, day;  // the day as a browser sends it: "2026-12-24"
};
QuestionMoment read_moment(const TypedMoment& typed, const base::Id& id, std::string_view time_zone, web::FieldErrors& errors);

// What a student is asked at this moment: of the moment that opened last, or of the start when none did.
struct DueQuestion {
    std::optional<QuestionMoment> moment;  // absent: the start
};
// Absent: they answered since, or put it off; and for who is no student here.
std::optional<DueQuestion> question_due(storage::Reads& reads, const access::Viewer& viewer, base::Instant now);

enum class PutOff { a_week, another_moment };
// Puts off what is due; nothing when nothing is.
void put_off(storage::Writes& writes, const access::Viewer& viewer, PutOff until, base::Instant now);

}  // namespace loopbaankaart::journey

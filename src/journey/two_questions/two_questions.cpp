#include "two_questions.hpp"

#include "../written_day.hpp"
#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

// What is not said is not there.
Json in_json(const Answer& answer) {
    Json body = Json::object();
    if (!answer.wants.empty()) body["wants"] = answer.wants;
    if (!answer.service.empty()) body["service"] = answer.service;
    if (answer.not_yet) body["not_yet"] = true;
    return body;
}

Answer answer_of(const Record& record) {
    BodyReader body{record.body};
    return read_answer(body);
}

Answer read_answer(BodyReader& body) {
    Answer answer{.wants = body.text("wants", most_characters), .service = body.text("service", most_characters), .not_yet = body.yes("not_yet")};
    if (answer.empty() && body.faults().empty()) body.fault("wants", {word::answer_or_not_yet});
    return answer;
}

Json check_answer(BodyReader& sent) { return in_json(read_answer(sent)); }

QuestionMoment read_moment(const TypedMoment& typed, const base::Id& id, std::string_view time_zone, web::FieldErrors& errors) {
    QuestionMoment moment{.id = id, .name = base::tidy_name(typed.name), .opens_at = {}};
    if (moment.name.empty()) errors.add("naam", {word::moment_name_missing});
    if (base::characters(moment.name) > most_in_moment) errors.add("naam", {word::moment_name_long});
    if (const auto day = written_day(typed.day)) moment.opens_at = base::start_of(std::chrono::sys_days{*day}, time_zone);
    else errors.add("dag", {word::moment_day_unclear});
    return moment;
}

}  // namespace loopbaankaart::journey

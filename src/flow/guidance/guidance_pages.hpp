// The pages of the expert system about one student. Off: as if they were not there, but for the one on which it is switched on.
#pragma once

#include <access/access.hpp>
#include <access/own_ways.hpp>

namespace loopbaankaart::flow {

// /stroom/passend, for analysts and coordinators; what changes something, for coordinators.
web::Answer show_person_switch(const access::Visit& visit);
web::Answer switch_persons_on(const access::Visit& visit);
web::Answer switch_persons_off(const access::Visit& visit);
web::Answer show_person_card(const access::Visit& visit);
web::Answer show_objection(const access::Visit& visit);
web::Answer answer_objection(const access::Visit& visit);

// /stroom/passend/student and /stroom/passend/kijk, for mentors, about one student of their own.
web::Answer show_own_students(const access::Visit& visit);
web::Answer show_own_student(const access::Visit& visit);
web::Answer look_at_student(const access::Visit& visit);
web::Answer show_look(const access::Visit& visit);
web::Answer judge_look(const access::Visit& visit);

// /passend, for the student.
web::Answer show_own_fit(const access::Visit& visit);
web::Answer show_letter(const access::Visit& visit);
web::Answer object_to_it(const access::Visit& visit);
web::Answer end_word_of_looks(const access::Visit& visit);

// Who works with students as a counsellor; of whom, each page asks itself. And who learns here.
extern const access::Policy mentors, learners;

// On /mij: the way to it for who has one, while it is on.
void way_to_fit(web::Html& html, const access::Visit& visit);
// And on the first page: who looked, until the student said to have read it.
access::OwnWord word_of_looks(storage::Reads& reads, const access::Visit& visit);

}  // namespace loopbaankaart::flow

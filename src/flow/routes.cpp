#include "guidance/guidance_pages.hpp"
#include "hunches/hunch_pages.hpp"
#include "pages.hpp"

namespace loopbaankaart::flow {

namespace {

// Figures are of the school, not of a person; but who came in by a printed code, or left, reads them no more than other things.
bool reads(const access::Visit& visit) {
    return visit.viewer && visit.viewer->content_open && !visit.viewer->left() && (visit.viewer->has(access::Role::analyst) || visit.viewer->has(access::Role::coordinator));
}

bool says_what_they_expect(const access::Visit& visit) { return reads(visit) || access::guides.allows(visit); }

}  // namespace

extern const access::Policy reads_figures;
const access::Policy reads_figures = access::any_of("reads_figures", reads);
const access::Policy judges = access::any_of("judges", says_what_they_expect);

std::vector<web::Route> routes(MakesPng png) {
    using web::Method;
    const auto drawing = [&](auto give) { return [png, give](const access::Visit& visit) { return give(png, visit); }; };
    return access::gate("flow", {
        {Method::get,  "/stroom",                  show_flows,                 reads_figures},
        {Method::get,  "/stroom/doorstroom",       show_through_flow,          reads_figures},
        {Method::get,  "/stroom/doorstroom/beeld", drawing(give_flow_picture), reads_figures},
        {Method::get,  "/stroom/doorstroom/csv",   give_flow_file,             reads_figures},

        {Method::get,  "/stroom/vooruit", show_ahead, reads_figures},

        {Method::get,  "/stroom/kosten",       show_costs,                 reads_figures},
        {Method::get,  "/stroom/kosten/beeld", drawing(give_cost_picture), reads_figures},
        {Method::get,  "/stroom/kosten/csv",   give_cost_file,             reads_figures},

        {Method::get,  "/stroom/verhaal",                          show_stories,         reads_figures},
        {Method::post, "/stroom/verhaal",                          begin_story,          reads_figures},
        {Method::get,  "/stroom/verhaal-beginnen",                 show_beginning,       reads_figures},
        {Method::get,  "/stroom/verhaal/{story}",                  show_story,           reads_figures},
        {Method::post, "/stroom/verhaal/{story}",                  add_to_story,         reads_figures},
        {Method::post, "/stroom/verhaal/{story}/dicht",            close_this_story,     reads_figures},
        {Method::post, "/stroom/verhaal/{story}/open",             open_this_story,      reads_figures},
        {Method::get,  "/stroom/verhaal/{story}/regel/{line}",     show_story_line,      reads_figures},
        {Method::post, "/stroom/verhaal/{story}/regel/{line}",     change_story_line,    reads_figures},
        {Method::post, "/stroom/verhaal/{story}/regel/{line}/weg", take_story_line_back, reads_figures},

        {Method::get,  "/stroom/oordeel",                       show_hunches,      judges},
        {Method::get,  "/stroom/oordeel/groep/{group}",         show_judged,       judges},
        {Method::post, "/stroom/oordeel/groep/{group}",         say_of_ten,        judges},
        {Method::post, "/stroom/oordeel/groep/{group}/kijk",    look_at_model,     judges},
        {Method::get,  "/stroom/oordeel/mijn",                  show_own_hunches,  judges},
        {Method::get,  "/stroom/oordeel/mijn/csv",              give_own_hunches,  judges},
        {Method::get,  "/stroom/oordeel/team/{team}",           show_team_hunches, judges},
        {Method::get,  "/stroom/oordeel/vragen",                show_asked,        reads_figures},
        {Method::post, "/stroom/oordeel/vragen",                ask_team,          reads_figures},
        {Method::get,  "/stroom/oordeel/vragen/nieuw",          show_asking,       reads_figures},
        {Method::get,  "/stroom/oordeel/vragen/{group}",        show_outcome,      reads_figures},
        {Method::post, "/stroom/oordeel/vragen/{group}/afloop", write_outcome,     reads_figures},

        {Method::get,  "/stroom/passend",                     show_person_switch, reads_figures},
        {Method::post, "/stroom/passend/aan",                 switch_persons_on,  access::coordinator},
        {Method::post, "/stroom/passend/uit",                 switch_persons_off, access::coordinator},
        {Method::get,  "/stroom/passend/kaart",               show_person_card,   reads_figures},
        {Method::get,  "/stroom/passend/bezwaar/{objection}", show_objection,     access::coordinator},
        {Method::post, "/stroom/passend/bezwaar/{objection}", answer_objection,   access::coordinator},
        {Method::get,  "/stroom/passend/student",             show_own_students,  mentors},
        {Method::get,  "/stroom/passend/student/{person}",    show_own_student,   mentors},
        {Method::post, "/stroom/passend/student/{person}",    look_at_student,    mentors},
        {Method::get,  "/stroom/passend/kijk/{look}",         show_look,          mentors},
        {Method::post, "/stroom/passend/kijk/{look}",         judge_look,         mentors},
        {Method::get,  "/passend",                            show_own_fit,       learners},
        {Method::get,  "/passend/brief",                      show_letter,        learners},
        {Method::post, "/passend/bezwaar",                    object_to_it,       learners},
        {Method::post, "/passend/gezien",                     end_word_of_looks,  learners},
    });
}

}  // namespace loopbaankaart::flow

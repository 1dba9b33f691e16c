#include "persons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include <flow/flow.hpp>

namespace loopbaankaart::program::demo {

namespace {

constexpr std::uint32_t cohorts = 5, in_cohort = 900;
enum Column : std::size_t { attendance, grade, first_choice, before, programme, gender };

flow::Persons no_students(const Material& material) {
    flow::Persons persons;
    persons.outcomes = {"year_2", "left", "switched"};
    persons.features = {{.name = "aanwezigheid_eerste_periode", .why = "Wie weinig komt, kan hulp krijgen bij wat in de weg staat.", .changeable = true},
                        {.name = "cijfer_eerste_periode", .why = "Er kunnen extra lessen worden aangeboden.", .changeable = true},
                        {.name = "eerste_keuze", .why = "Over een tweede keuze kan worden gepraat.", .categories = {"ja", "nee", ""}},
                        {.name = "vooropleiding", .why = "Wat iemand al leerde, helpt bij het begin.", .categories = {"vmbo", "havo", "mbo", ""}},
                        {.name = "opleiding", .why = "Opleidingen verschillen.", .role = flow::Role::programme},
                        {.name = "geslacht", .why = "Om te zien of het model zich vaker vergist.", .categories = {"v", "m"}, .role = flow::Role::gender}};
    for (const TeamMaterial& team : material.teams)
        for (const std::string& one : team.programmes) persons.features[programme].categories.push_back(one);
    return persons;
}

double bell(Chance& chance) {  // about normal
    double sum = 0;
    for (int one = 0; one < 12; ++one) sum += static_cast<double>(chance.below(10'001)) / 10'000;
    return sum - 6;
}

// Adds somebody; how it ended follows from what is known, and from chance.
void add_student(flow::Persons& persons, std::uint32_t of_programme, Chance& chance, bool ended) {
    auto& features = persons.features;
    const double present = std::clamp(std::round(86 + 9 * bell(chance)), 40.0, 100.0), mark = std::clamp(std::round(10 * (6.6 + bell(chance))) / 10, 2.0, 10.0);
    const bool chosen = !chance.once_in(4), unknown = chance.once_in(12);
    features[attendance].numbers.push_back(unknown ? std::numeric_limits<double>::quiet_NaN() : present), features[grade].numbers.push_back(unknown ? std::numeric_limits<double>::quiet_NaN() : mark);
    features[first_choice].codes.push_back(chosen ? 0 : 1), features[before].codes.push_back(static_cast<std::uint32_t>(chance.below(3)));
    features[programme].codes.push_back(of_programme), features[gender].codes.push_back(static_cast<std::uint32_t>(chance.below(2)));
    const double left = std::exp(-1.5 - 0.06 * (present - 86) - 0.4 * (mark - 6.6) + (chosen ? 0 : 0.4)), switched = std::exp(-1.9 - 0.25 * (mark - 6.6) + (chosen ? 0 : 1.0));
    const double drawn = static_cast<double>(chance.below(1'000'000)) / 1'000'000 * (1 + left + switched);
    persons.outcome.push_back(!ended ? flow::still_there : static_cast<flow::State>(drawn < 1 ? 0 : drawn < 1 + left ? 1 : 2));
}

access::Viewer viewer_called(storage::Reads& reads, const std::vector<SignIn>& sign_ins, access::Role role) {
    const auto one = std::find_if(sign_ins.begin(), sign_ins.end(), [&](const SignIn& each) { return each.role == access::code(role); });
    const auto person = access::find_by_user_name(reads, one->user_name);
    access::Viewer viewer{.person = person.value().id, .name = person->name};
    viewer.roles.set(static_cast<std::size_t>(role));
    return viewer;
}

void look_once(storage::School& school, const access::Viewer& mentor, const base::Id& student, base::Instant now) {
    base::SystemRandomness randomness;
    const std::string reason = "Je vertelde dat je twijfelt of deze opleiding past. Op papier zie ik dat niet.";
    const auto sealed = flow::prepare_look(school.vault(), base::Id::make(now, randomness), student, "We bereiden het gesprek over je keuze voor.");
    school.write_now([&](storage::Writes& writes) { flow::look(writes, school.vault(), mentor, sealed, now, randomness); });
    std::optional<flow::LoggedLook> kept;
    school.read([&](storage::Reads& reads) { kept = flow::own_look(reads, school.vault(), mentor, sealed.id); });
    if (!kept) return;
    const base::Bytes words = flow::seal_reason(school.vault(), *kept, reason);
    school.write_now([&](storage::Writes& writes) { flow::judge(writes, school.vault(), mentor, sealed.id, flow::MentorVerdict::override_it, reason, words, now); });
}

void object_once(storage::School& school, access::Viewer student, base::Instant now) {
    base::SystemRandomness randomness;
    student.roles.set(static_cast<std::size_t>(access::Role::student));
    const auto sealed = flow::prepare_objection(school.vault(), student, base::Id::make(now, randomness), "Ik wil liever eerst praten, zonder cijfers over mij.");
    school.write_now([&](storage::Writes& writes) { flow::object(writes, school.vault(), student, sealed, now, randomness); });
}

}  // namespace

void keep_invented_persons(storage::School& school, const Material& material, const std::vector<SignIn>& sign_ins, std::uint64_t seed, base::Instant now) {
    base::SystemRandomness randomness;
    Chance chance{seed};
    access::Viewer coordinator, mentor, student;
    std::vector<access::Known> in_class;
    std::vector<std::string> user_names;
    school.read([&](storage::Reads& reads) {
        coordinator = viewer_called(reads, sign_ins, access::Role::coordinator), mentor = viewer_called(reads, sign_ins, access::Role::counsellor), student = viewer_called(reads, sign_ins, access::Role::student);
        in_class = access::students_of_teams(reads, mentor.person);
        for (const access::Known& one : in_class) user_names.push_back(access::find_person(reads, one.person).value().user_name);
    });
    const flow::PersonSwitch on{.id = base::Id::make(now, randomness), .kind = "mbo", .purpose = "Op tijd zien wie baat heeft bij een gesprek over de opleiding.",
                                .help = "Een gesprek met de mentor, extra lessen, of een proefles bij een andere opleiding.", .assessed_on = "2025-06-12", .assessed_where = "Bij de functionaris gegevensbescherming",
                                .agreed_on = "2025-06-26"};
    school.write_now([&](storage::Writes& writes) { flow::switch_on(writes, coordinator, on, now, randomness); });

    flow::Persons earlier = no_students(material);
    const auto programmes = static_cast<std::uint64_t>(earlier.features[programme].categories.size());
    const int this_year = static_cast<int>(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}.year());
    for (std::uint32_t cohort = 0; cohort < cohorts; ++cohort) {
        earlier.cohorts.push_back(std::to_string(this_year - static_cast<int>(cohorts) + static_cast<int>(cohort)));
        for (std::uint32_t one = 0; one < in_cohort; ++one) earlier.cohort.push_back(cohort), add_student(earlier, static_cast<std::uint32_t>(chance.below(programmes)), chance, true);
    }
    const auto learned = flow::learn_persons(earlier, "year_2", "left", {.purpose = on.purpose, .version = "demo", .data_digest = "verzonnen", .seed = seed});
    if (!learned || !flow::keep_person_model(school, *learned, now, randomness)) return;

    flow::Persons present = no_students(material);
    for (std::size_t one = 0; one < in_class.size(); ++one) add_student(present, static_cast<std::uint32_t>(one % programmes), chance, false);
    if (!flow::bring_evidence(school, present, user_names, now, randomness)) return;
    look_once(school, mentor, student.person, now);
    for (const access::Known& one : in_class)
        if (one.person != student.person) return object_once(school, {.person = one.person, .name = one.name}, now);
}

}  // namespace loopbaankaart::program::demo

#include "answers_shared.hpp"

#include <algorithm>

#include "two_questions_words.hpp"

namespace loopbaankaart::journey {

std::vector<std::vector<SharedAnswer>> answers_by_person(storage::Reads& reads, const Desk& desk, const access::Visit& visit) {
    std::vector<std::vector<SharedAnswer>> people;
    storage::Vault& vault = visit.school().vault();
    for (SharedThing& one : shared_with(reads, vault, visit.who(), desk.parts, visit.site.now(), visit.language())) {
        if (one.kind.kind != code(RecordKind::answer)) continue;
        const bool replied = !reactions_to(reads, vault, visit.who(), {one.kind.kind, one.thing, one.owner}).empty();
        auto theirs = std::ranges::find(people, one.owner, [](const std::vector<SharedAnswer>& each) { return each.front().shared.owner; });
        if (theirs == people.end()) theirs = people.insert(people.end(), std::vector<SharedAnswer>{});
        theirs->push_back({std::move(one), replied});
    }
    return people;
}

std::string name_of_answer(const access::Visit& visit, const SharedAnswer& answer) {
    return base::say(word::answer_shared_on, visit.language(), {{"day", base::day_in_words(answer.shared.given, visit.language(), visit.site.time_zone)}});
}

}  // namespace loopbaankaart::journey

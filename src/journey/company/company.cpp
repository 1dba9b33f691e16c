#include "company.hpp"

#include "company_words.hpp"

namespace loopbaankaart::journey {

const std::array<NamedMark<CompanionIs>, 7> companion_is{{
    {CompanionIs::family, "familie", word::companion_family},
    {CompanionIs::a_friend, "vriend", word::companion_friend},
    {CompanionIs::classmate, "klasgenoot", word::companion_classmate},
    {CompanionIs::older_student, "ouderejaars", word::companion_older_student},
    {CompanionIs::mentor, "mentor", word::companion_mentor},
    {CompanionIs::workplace, "werkplek", word::companion_workplace},
    {CompanionIs::other, "anders", word::companion_other},
}};

namespace {

std::array<std::string_view, companion_is.size()> codes() {
    std::array<std::string_view, companion_is.size()> all;
    for (std::size_t at = 0; at < all.size(); ++at) all[at] = companion_is[at].code.view();
    return all;
}

}  // namespace

Json check_company(BodyReader& sent) {
    static const auto all = codes();
    const auto is = sent.one_of("is", all);
    const std::string part = sent.line("part", most_in_company_part);
    if (!is && sent.faults().find("is") == nullptr) sent.fault("is", {word::companion_is_missing});
    if (part.empty() && sent.faults().find("part") == nullptr) sent.fault("part", {word::company_part_missing});
    Json kept{{"is", all[is.value_or(0)]}, {"part", part}, {"things", Json::array()}};
    for (const base::Id& thing : sent.ids("things", most_taken_along)) kept["things"].push_back(thing.text());
    for (const char* how : {"may", "end"})
        if (const std::string said = sent.line(how, 20); !said.empty()) kept[how] = said;
    return kept;
}

}  // namespace loopbaankaart::journey

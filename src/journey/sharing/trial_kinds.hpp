// For the tests of sharing only: of each kind that can be shared, how one is made with a word in it that stands nowhere else. A kind without a
// line here fails ShareMatrix.knows_every_kind.
#pragma once

#include "sharing_pages.hpp"
#include "trial_sharing.hpp"

namespace loopbaankaart::journey::trial {

struct TrialKind {
    std::string_view kind;
    base::Id (*make)(SharingSchool& school, std::string_view owner, const std::string& canary);
    // Addresses of what hangs on it: pictures, sounds.
    std::vector<std::string> (*files)(const base::Id& thing);
    // Where it is thrown away (…/weg, …/terug, …/voorgoed).
    std::string (*doings)(const base::Id& thing);
};

inline const std::vector<TrialKind> trial_kinds{
    {"kept_thing",
     [](SharingSchool& school, std::string_view owner, const std::string& canary) { return school.keep_for(owner, "Mijn " + canary, "wensboom", picture_with(canary)); },
     [](const base::Id& thing) { return std::vector{picture_path(thing)}; },
     [](const base::Id& thing) { return SharingSchool::page_of(thing); }},
};

// Of one kind, on one of the databases.
using KindOnBackend = std::tuple<workbench::Backend, TrialKind>;
inline std::string kind_name(const ::testing::TestParamInfo<KindOnBackend>& info) {
    const auto& [backend, kind] = info.param;
    return std::string{kind.kind} + "_" + workbench::name({backend, 0});
}

}  // namespace loopbaankaart::journey::trial

// All that a school keeps of one student for the model, as that student takes it along (docs/adr/0016 and 0027): what the model looks at, opened with both keys; who
// looked; objections with their answers. Also while it is switched off, and also what is too old for a look: what is kept can be taken along. What the model says is
// not in it, as that is kept nowhere.
#pragma once

#include "../taken_along.hpp"
#include "guidance.hpp"

namespace loopbaankaart::flow {

inline constexpr std::string_view fit_page_name = "passend.html", fit_data_name = "passend-gegevens.csv", fit_looks_name = "passend-wie-keek.csv", fit_objections_name = "passend-bezwaren.csv";

struct KeptOfMe {
    struct Known {
        std::vector<FeatureForm::Input> inputs;
        Evidence evidence;
        base::Instant brought_at;
    };
    std::optional<Known> known;  // absent: nothing, or a key of it ended
    std::vector<LoggedLook> looks;
    std::vector<Objection> objections;
};
KeptOfMe kept_of_me(storage::Reads& reads, storage::Vault& vault, const base::Id& student);

// A page, and a table of each of the three that there is; nothing when none is.
std::vector<TakenAlong> fit_along(storage::Reads& reads, storage::Vault& vault, const access::Viewer& owner, base::Language language, std::string_view time_zone);

}  // namespace loopbaankaart::flow

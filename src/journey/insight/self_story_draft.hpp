// The story about oneself as something to tell: its words and the kernwoorden of its insights, and of what lies behind those only what was chosen. Pure.
#pragma once

#include <set>
#include <vector>

#include "../telling/telling.hpp"
#include "self_story.hpp"

namespace loopbaankaart::journey {

// An insight in the story, with what can go along with it: its own pictures, and those of the experiences behind it.
struct TellableInsight {
    struct Picture {
        base::Id of;  // the thing or insight that it hangs on
        KeptPart part;
    };
    Record insight;
    std::vector<Picture> pictures;
};

struct ChosenToTell {
    std::set<base::Id> pictures;
    bool what_happened = false;  // what exactly happened goes along, with every insight
};

// Every insight begins a page, pictures first; own words stay behind the insight they followed. What is gone is not told.
Draft draft_of(const SelfStory& story, const std::vector<TellableInsight>& insights, const ChosenToTell& chosen, base::Language language);

}  // namespace loopbaankaart::journey

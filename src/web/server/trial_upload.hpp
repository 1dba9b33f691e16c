// For tests: what somebody sends in to a trial server.
#pragma once

#include "../http/trial_form.hpp"

namespace loopbaankaart::web {

inline const std::string long_text(65 * 1024, 'a');  // more than the words of a form may be

inline TrialForm with_file(std::string_view bytes) { return TrialForm{}.field("woorden", "hier").file("foto", "hut.jpg", bytes); }

}  // namespace loopbaankaart::web

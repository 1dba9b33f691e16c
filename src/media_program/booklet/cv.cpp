#include "booklet.hpp"

namespace loopbaankaart::media {

Outcome printed(const Fonts&, workshop::Cv) { return Refusal{"damaged"}; }

}  // namespace loopbaankaart::media

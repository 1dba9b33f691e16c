// Asking as a part: what of it may have to be erased. It has no page of its own; the parts that ask have.
#pragma once

#include "../part.hpp"

namespace loopbaankaart::journey {

Part asking_part();

}  // namespace loopbaankaart::journey

// The exception of the storage module.
#pragma once

#include <stdexcept>

namespace loopbaankaart::storage {

// The world is broken: disk full, database gone, file damaged. `what()` is for the log and the doctor, never for a page.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace loopbaankaart::storage

#include "enclosed.hpp"

namespace loopbaankaart::journey {

namespace {

Encloses& encloses_now() {
    static Encloses encloses = nullptr;
    return encloses;
}

}  // namespace

void set_encloses(Encloses encloses) { encloses_now() = encloses; }

std::vector<Enclosed> enclosed(const Enclosing& asked) { return encloses_now() == nullptr ? std::vector<Enclosed>{} : encloses_now()(asked); }

}  // namespace loopbaankaart::journey

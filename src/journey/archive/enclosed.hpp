// What other modules put beside a journey that is taken along: small files of their own, made of the same snapshot. The program knows those modules.
#pragma once

#include <string>
#include <vector>

#include <access/access.hpp>

namespace loopbaankaart::journey {

struct Enclosed {
    std::string name, text;  // "verwachtingen.csv"
};
using Encloses = std::vector<Enclosed> (*)(storage::Reads& reads, const access::Viewer& owner, base::Language language);

void set_encloses(Encloses encloses);  // once, before anything is packed
std::vector<Enclosed> enclosed(storage::Reads& reads, const access::Viewer& owner, base::Language language);

}  // namespace loopbaankaart::journey

// For tests only: every pattern of the look on a handful of pages, with people and words that could exist in a school.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page.hpp"

namespace loopbaankaart::web::specimen {

struct Specimen {
    std::string name;      // "plek"
    std::string path;      // where it would stand
    Frame frame;
    std::function<void(Html&)> content;
};

// All but the error pages, in this language.
std::vector<Specimen> specimens(base::Language language);

Request request(std::string path, base::Language language, const Site* site);
Site site();

}  // namespace loopbaankaart::web::specimen

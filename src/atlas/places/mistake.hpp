// Writing down what is wrong in content, so that its writer finds the line and knows what to do.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <base/base.hpp>

#include "places.hpp"

namespace loopbaankaart::atlas {

// Where something stands. Lines count from 1; 0 is the file as a whole.
struct Where {
    std::string file;
    int line = 0;
};

enum class Weight { serious, warning };

// `word` is one of word::mistake_…; its id without that start, with hyphens, becomes the code ("unknown-kind").
ContentMistake make_mistake(Weight weight, const base::Word& word, const Where& where, std::initializer_list<base::Fill> fills = {});

bool any_serious(const std::vector<ContentMistake>& mistakes);

}  // namespace loopbaankaart::atlas

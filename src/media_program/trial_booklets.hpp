// Booklets as a student could make them.
#pragma once

#include <string>

#include <workshop/workshop.hpp>

#include "trial_inputs.hpp"

namespace loopbaankaart::media {

using workshop::Block;
using workshop::Booklet;

std::string pdf_of(const Booklet& booklet);          // throws the code of the error when it is refused
std::string refusal_of(const Booklet& booklet);      // "made" when it is not
workshop::Picture picture(const std::string& bytes, std::string description = "");
workshop::Picture photo(int width = 400, int height = 300);
Block words(std::string text);
std::string numbered(const std::string& name, int count);  // "name0 name1 …"

}  // namespace loopbaankaart::media

// What other programs find in a PDF (poppler-utils).
#pragma once

#include <string>
#include <vector>

#include "trial_inputs.hpp"

namespace loopbaankaart::media {

std::string read_aloud(const std::string& pdf, int page = 0);      // its words in the order they were put there; 0: of all pages
std::vector<std::string> words_of(const std::string& pdf, int page = 0);
std::string told_of(const std::string& pdf, const std::string& field);  // "Title", "Pages", "Page size"
std::string structure_of(const std::string& pdf);                       // an indented line a piece
int photos_in(const std::string& pdf);                                  // JPEG
Pixels page_of(const std::string& pdf, int page);                       // as it is seen, 36 dots an inch

}  // namespace loopbaankaart::media

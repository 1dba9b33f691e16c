// Where a search for somebody looks: their name and user name, each from one of its words to the end, so that what is typed is found as the
// beginning of any word at the cost of what it finds.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include <base/base.hpp>

namespace loopbaankaart::access {

// As it is stored and asked: folded, words parted by one space. "Jan-Willem  de Vries" becomes "jan willem de vries".
std::string to_find(std::string_view name);
// "jan de vries", "de vries", "vries"; of name and user name together, none twice.
std::set<std::string> words_to_find(std::string_view name, std::string_view user_name);

}  // namespace loopbaankaart::access

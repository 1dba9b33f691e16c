// Inside pen: the numbers and letters of path data, one after the other.
#pragma once

#include <optional>
#include <string_view>

#include "point.hpp"

namespace loopbaankaart::pen {

class PathReader {
public:
    explicit PathReader(std::string_view data) : rest_{data} {}

    bool at_end();
    std::optional<char> command();    // a letter, when one is next
    double number();                  // NaN when there is none
    double flag();                    // 0 or 1, also when written against the next number ("a1 1 0 01 5 5")
    std::string_view rest() const { return rest_; }

private:
    void skip();

    std::string_view rest_;
};

}  // namespace loopbaankaart::pen

// Looks at the raw bytes of a request's head while they arrive, before any parser sees them.
#pragma once

#include <cstddef>
#include <string_view>

namespace loopbaankaart::web {

// Finds the empty line that ends a head. Feed it all bytes so far each time; it looks at each byte once.
class HeadScan {
public:
    enum class State {
        more,      // no empty line yet
        complete,  // the head is the first size() bytes
        broken     // a NUL, a bare CR or a bare LF: will never be a request (Guard::header_shape)
    };
    State look(std::string_view bytes);
    std::size_t size() const { return seen_; }

private:
    std::size_t seen_ = 0;
    std::size_t line_ = 0;  // length of the line being looked at
    char last_ = 0;
};

}  // namespace loopbaankaart::web

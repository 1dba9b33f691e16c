#include "head_scan.hpp"

#include <base/base.hpp>

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

HeadScan::State HeadScan::look(std::string_view bytes) {
    for (; seen_ < bytes.size(); ++seen_) {
        const char character = bytes[seen_];
        const bool stray = character == '\0' || (last_ == '\r') != (character == '\n');
        if (stray && guarded(Guard::header_shape)) return State::broken;
        last_ = character;
        if (character == '\n') {
            const bool empty_line = line_ <= 1;  // only its CR
            line_ = 0;
            if (empty_line) {
                ++seen_;
                return State::complete;
            }
        } else {
            ++line_;
        }
    }
    return State::more;
}

}  // namespace loopbaankaart::web

#include "cells.hpp"

#include <algorithm>

#include "tables.hpp"

namespace loopbaankaart::flow {

namespace {

Shown show(const Paths& paths, std::uint32_t least, Care care) {
    Shown shown{.states = paths.states, .tables = {}, .seen_until = paths.seen_until, .least = least};
    const Counted counted{paths, least};
    if (counted.rows.rows.empty()) return shown;
    const Commons common = settle(counted, care == Care::nowhere);
    shown.tables = tables_of(counted, common, tell_years(counted, common, care));
    return shown;
}

}  // namespace

Shown hide_small(const Paths& paths, Hiding hiding) { return show(paths, std::max(hiding.least, fewest_shown), hiding.care); }
Shown show_all(const Paths& paths) { return show(paths, 0, Care::everywhere); }

}  // namespace loopbaankaart::flow

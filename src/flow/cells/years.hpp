// Inside cells only: which routes are common in the tables of one year of a sector, and of one year of a programme.
#pragma once

#include "settle.hpp"

namespace loopbaankaart::flow {

struct Years {
    std::vector<Common> of_sector, of_programme;  // by number: common in each of its years; empty when nothing is told
};
// What is common there is common in the sector or programme as a whole, which tells no less for it: a route is told when every small figure of a year stays free enough.
// Then routes are exchanged as in any table (exchanges.hpp), or crosswise: what two students of one year exchange, two of another year give back.
Years tell_years(const Counted& counted, const Commons& common, Care care);

}  // namespace loopbaankaart::flow

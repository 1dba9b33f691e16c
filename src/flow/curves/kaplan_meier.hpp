// How long until something happens, when some are last seen before it does.
//
// The curve is that of Kaplan and Meier (1958, JASA 53, 457–481), its variance Greenwood's (1926). A quantile is where the curve crosses 1 − q;
// where it lies flat exactly there, the middle of that stretch, as R's quantile.survfit has it. Limits are those of the curve's own limits.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <cstdint>

namespace loopbaankaart::flow {

struct Waited {
    std::int32_t time;
    bool happened;  // otherwise: last seen at that time
};

struct Survival {
    std::vector<std::int32_t> times;  // all at which it happened to anybody or anybody was last seen, in order
    std::vector<double> share;        // to whom it has not happened after each
    std::vector<double> error;        // standard error of the logarithm of the share; infinite when that is 0
};

enum class Limits { plain, logarithm, log_log };  // the scale on which the interval is symmetric

struct Quantile {
    std::optional<double> at, low, high;  // nothing: not reached
};

Survival kaplan_meier(std::vector<Waited> waits);
Quantile quantile(const Survival& survival, double q, Limits limits = Limits::logarithm);

}  // namespace loopbaankaart::flow

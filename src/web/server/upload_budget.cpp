#include "upload_budget.hpp"

#include <base/base.hpp>

namespace loopbaankaart::web {

using base::Guard;
using base::guarded;

bool UploadBudget::take(std::optional<Share>& share, std::uint64_t bytes) const {
    std::uint64_t taken = taken_.load();
    do {
        if ((bytes > most_ || taken > most_ - bytes) && guarded(Guard::upload_budget)) return false;
    } while (!taken_.compare_exchange_weak(taken, taken + bytes));
    share.emplace(taken_, bytes);
    return true;
}

}  // namespace loopbaankaart::web

#include "storage.hpp"

#include <future>

namespace loopbaankaart::storage {

void School::write_now(const std::function<void(Writes&)>& work) {
    std::promise<Failure> written;
    write(work, [&](Failure failure) { written.set_value(std::move(failure)); });
    if (Failure failure = written.get_future().get()) std::rethrow_exception(failure);
}

}  // namespace loopbaankaart::storage

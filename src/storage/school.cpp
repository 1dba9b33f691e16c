#include "school.hpp"

#include <future>

#include "media/media_files.hpp"

namespace loopbaankaart::storage {

void School::write_now(const std::function<void(Writes&)>& work) {
    std::promise<Failure> written;
    auto answer = written.get_future();
    write(work, [&](Failure failure) { written.set_value(std::move(failure)); });
    if (Failure failure = answer.get()) std::rethrow_exception(failure);
}

OpenSchool::OpenSchool(SchoolParts parts)
    : parts_{std::move(parts)},
      vault_{parts_.keys->vault(parts_.name)},
      media_{open_media(parts_.folder / "media", *vault_, *parts_.clock, *parts_.randomness)},
      passing_{open_media(parts_.folder / "onderweg", *vault_, *parts_.clock, *parts_.randomness)},
      writer_{parts_.name, parts_.connections, parts_.writers, parts_.most_jobs} {}

void OpenSchool::read(const std::function<void(Reads&)>& work) {
    Connections::Lent connection = parts_.connections->lend(parts_.name);
    connection->begin_read();
    try {
        work(*connection);
    } catch (...) {
        connection->rollback();
        throw;
    }
    connection->commit();
}

void OpenSchool::write(std::function<void(Writes&)> work, std::function<void(Failure)> done) {
    writer_.add({std::move(work), std::move(done)}, shared_from_this());
}

void OpenSchool::load(const std::function<void(Writes&)>& work) {
    writer_.alone([&](Connections::Lent& connection) {
        connection->prepare_load();
        connection->begin_write();
        try {
            work(*connection);
            connection->commit();
        } catch (...) {
            connection->rollback();
            connection.discard();
            throw;
        }
        connection->finish_load();
        connection.discard();  // it holds many pages
    });
}

}  // namespace loopbaankaart::storage

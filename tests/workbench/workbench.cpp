#include "workbench.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cstdlib>
#include <stdexcept>

namespace loopbaankaart::workbench {

std::string name(const ::testing::TestParamInfo<Backend>& info) {
    return info.param == Backend::sqlite ? "sqlite" : "postgresql";
}

World::World(Backend backend, std::vector<storage::Migration> migrations)
    : backend_{backend}, migrations_{std::move(migrations)} {
    std::string folder = (std::filesystem::temp_directory_path() / "loopbaankaart-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error{"cannot make a temporary folder"};
    folder_ = folder;
    if (backend_ == Backend::postgresql) {
        const char* cluster = std::getenv("LOOPBAANKAART_TEST_POSTGRESQL");
        if (cluster == nullptr) throw std::runtime_error{"no PostgreSQL: run this inside tools/with-postgresql"};
        database_ = storage::make_test_database(cluster);
    }
    reopen();
    auto made = storage_->create_school("noord");
    if (!made) throw std::runtime_error{fmt::format("cannot make the school: {}", made.error().code())};
    school_ = *made;
}

World::~World() {
    close();
    if (!database_.empty()) storage::drop_test_database(database_);
    std::filesystem::remove_all(folder_);
}

storage::Options World::options() const {
    return {.data = folder_ / "data",
            .key_file = folder_ / "data.key",
            .database = database_,
            .migrations = migrations_,
            .make_key = true,
            .clock = &clock_};
}

void World::close() {
    school_.reset();
    storage_.reset();
}

void World::reopen() {
    close();
    auto opened = storage::open(options());
    if (!opened) throw std::runtime_error{fmt::format("cannot open storage: {} {}", opened.error().code(), opened.error().about)};
    storage_ = std::move(*opened);
    school_ = storage_->school("noord");
}

}  // namespace loopbaankaart::workbench

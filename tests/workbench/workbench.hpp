// workbench: a fresh storage for a test, on either database, with a clock that stands still and chance that repeats.
//
//     class Visits : public ::testing::TestWithParam<workbench::Backend> { … workbench::World world{GetParam(), migrations}; };
//     INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Visits, workbench::both, workbench::name);
//
// PostgreSQL tests need a cluster: run them inside `tools/with-postgresql COMMAND…`, which starts one on a unix socket and sets
// LOOPBAANKAART_TEST_POSTGRESQL. Without it they fail (they are never skipped).
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <vector>

#include <storage/storage.hpp>

namespace loopbaankaart::workbench {

enum class Backend { sqlite, postgresql };
inline const auto both = ::testing::Values(Backend::sqlite, Backend::postgresql);
std::string name(const ::testing::TestParamInfo<Backend>& info);

// 2026-09-01T08:00Z, the first day of a school year.
inline constexpr base::Instant first_school_day = base::instant(1'788'249'600'000);

class World {
public:
    World(Backend backend, std::vector<storage::Migration> migrations);
    ~World();  // removes the folder, drops what it made in the cluster
    World(const World&) = delete;

    storage::Storage& storage() { return *storage_; }
    storage::School& school() { return *school_; }           // "noord"
    std::shared_ptr<storage::School> shared_school() { return school_; }
    base::FrozenClock& clock() { return clock_; }
    base::Randomness& randomness() { return randomness_; }   // seeded; not for more than one thread
    const std::filesystem::path& folder() const { return folder_; }
    storage::Options options() const;                        // to open the same storage again
    base::Id id() { return base::Id::make(clock_.now(), randomness_); }
    void close();                                            // closes the storage
    void reopen();                                           // closes (if open) and opens it again

private:
    Backend backend_;
    std::vector<storage::Migration> migrations_;
    std::filesystem::path folder_;
    std::string database_;
    base::FrozenClock clock_{first_school_day};
    base::SeededRandomness randomness_{1};
    std::unique_ptr<storage::Storage> storage_;
    std::shared_ptr<storage::School> school_;
};

}  // namespace loopbaankaart::workbench

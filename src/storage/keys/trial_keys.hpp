// For tests: the keys of an installation of their own, on either database.
#pragma once

#include <stdlib.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <workbench/workbench.hpp>

#include "../storage.hpp"
#include "keys.hpp"

namespace loopbaankaart::storage {

inline std::string contents(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

class TrialKeys {
public:
    // With the key of another installation, or one of its own.
    explicit TrialKeys(workbench::Backend backend, std::filesystem::path key = {}) : key_file{std::move(key)} {
        std::string made = (std::filesystem::temp_directory_path() / "loopbaankaart-keys-XXXXXX").string();
        if (::mkdtemp(made.data()) == nullptr) throw Broken{"cannot make a temporary folder"};
        folder = made;
        if (key_file.empty()) key_file = folder / "data.key";
        if (backend == workbench::Backend::postgresql) {
            const char* cluster = std::getenv("LOOPBAANKAART_TEST_POSTGRESQL");
            if (cluster == nullptr) throw Broken{"no PostgreSQL: run this inside tools/with-postgresql"};
            database = make_test_database(cluster);
        }
        open();
    }
    ~TrialKeys() {
        store.reset();
        if (!database.empty()) drop_test_database(database);
        std::filesystem::remove_all(folder);
    }
    TrialKeys(const TrialKeys&) = delete;

    Options options() const {
        return {.data = folder / "data", .key_file = key_file, .database = database, .make_key = true};
    }
    // Closes the store and opens it again, as another start of the program would.
    void open() {
        store.reset();
        auto opened = open_key_store(options());
        if (!opened) throw Broken{std::string{opened.error().code()} + " " + opened.error().about};
        store = std::move(*opened);
    }
    base::Id id() { return base::Id::make(workbench::first_school_day, randomness); }

    std::filesystem::path folder;
    std::filesystem::path key_file;
    std::string database;
    std::unique_ptr<KeyStore> store;
    base::SystemRandomness randomness;
};

}  // namespace loopbaankaart::storage

// Inside storage only: an open installation.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "database/schools.hpp"
#include "school.hpp"

namespace loopbaankaart::storage {

class OpenStorage final : public Storage {
public:
    OpenStorage(Options options, std::unique_ptr<Schools> schools, std::shared_ptr<KeyStore> keys);
    ~OpenStorage() override { writers_->stop(); }

    std::shared_ptr<School> school(std::string_view name) override;
    std::vector<std::string> school_names() override { return schools_->names(); }
    base::Result<std::shared_ptr<School>> create_school(std::string_view name) override;
    base::Result<base::Done> backup(std::string_view school, const std::filesystem::path& to) override;
    base::Result<base::Done> restore(std::string_view school, const std::filesystem::path& from) override;
    base::Result<base::Done> backup_keys(const std::filesystem::path& to) override;
    base::Result<base::Done> restore_keys(const std::filesystem::path& from) override;

    // Errors: word::database_newer when some school has a migration that this program does not know.
    base::Result<base::Done> check_versions();
    // Copies made before a migration go after 30 days.
    void remove_old_copies();

private:
    std::shared_ptr<School> find_open(std::string_view name);
    std::shared_ptr<School> open_school(std::string_view name);
    void keep_open(const std::shared_ptr<School>& school);
    base::Result<base::Done> migrate_school(Connection& connection, std::string_view name);
    void copy_before_migration(std::string_view name, int last);
    base::Result<base::Done> make(std::string_view name, const std::function<base::Result<base::Done>(Connection&)>& fill);
    bool knows(const std::vector<int>& migrations) const;

    Options options_;
    std::unique_ptr<Schools> schools_;
    std::shared_ptr<KeyStore> keys_;
    std::shared_ptr<WriterThreads> writers_;

    std::mutex opening_;  // one school is opened or made at a time
    std::mutex mutex_;    // guards the two below
    std::map<std::string, std::weak_ptr<School>, std::less<>> known_;
    std::list<std::shared_ptr<School>> recent_;  // kept open, the last used first
};

}  // namespace loopbaankaart::storage

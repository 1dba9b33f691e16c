// Inside storage only: one open school.
#pragma once

#include <memory>
#include <string>

#include "keys/keys.hpp"
#include "storage.hpp"
#include "writer.hpp"

namespace loopbaankaart::storage {

// What a school is built on; all of it may outlive the Storage that made it.
struct SchoolParts {
    std::string name;
    std::filesystem::path folder;
    std::shared_ptr<KeyStore> keys;
    std::shared_ptr<Connections> connections;
    std::shared_ptr<WriterThreads> writers;
    std::size_t most_jobs;  // in one transaction
    const base::Clock* clock;
    base::Randomness* randomness;
};

class OpenSchool final : public School, public std::enable_shared_from_this<OpenSchool> {
public:
    explicit OpenSchool(SchoolParts parts);

    const std::string& name() const override { return parts_.name; }
    void read(const std::function<void(Reads&)>& work) override;
    void write(std::function<void(Writes&)> work, std::function<void(Failure)> done) override;
    Vault& vault() override { return *vault_; }
    Media& media() override { return *media_; }
    Media& passing() override { return *passing_; }
    std::filesystem::path folder() const override { return parts_.folder; }
    void load(const std::function<void(Writes&)>& work) override;

private:
    SchoolParts parts_;
    std::unique_ptr<Vault> vault_;
    std::unique_ptr<Media> media_, passing_;
    Writer writer_;
};

}  // namespace loopbaankaart::storage

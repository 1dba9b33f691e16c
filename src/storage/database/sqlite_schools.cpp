#include <algorithm>

#include "../files/new_file.hpp"
#include "schools.hpp"

namespace loopbaankaart::storage {

namespace {

// Connections of one school that may lie idle: about one a thread that asks.
constexpr std::size_t idle_on_sqlite = 8;

class SqliteSchools final : public Schools {
public:
    explicit SqliteSchools(std::filesystem::path data) : data_{std::move(data)} {}

    std::size_t most_jobs() const override { return 512; }
    std::vector<std::string> names() override;
    bool exists(std::string_view name) override { return std::filesystem::exists(file_of(name)); }
    std::shared_ptr<Connections> connections(std::string_view name) override;
    void begin(std::string_view name) override;
    void publish(std::string_view name) override;
    void abandon(std::string_view name) noexcept override;
    void copy(std::string_view name, base::Instant moment, const std::filesystem::path& file) override;
    std::string_view copy_extension() const override { return ".sqlite"; }

private:
    std::filesystem::path file_of(std::string_view name) const { return school_folder(data_, name) / "school.sqlite"; }

    std::filesystem::path data_;
};

std::vector<std::string> SqliteSchools::names() {
    std::vector<std::string> found;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator{data_ / "schools", none}) {
        std::string name = entry.path().filename().string();
        if (is_school_name(name) && exists(name)) found.push_back(std::move(name));
    }
    std::ranges::sort(found);
    return found;
}

std::shared_ptr<Connections> SqliteSchools::connections(std::string_view name) {
    const std::filesystem::path file = file_of(name);
    return std::make_shared<Connections>([file] { return open_sqlite(file, Opening::existing); }, idle_on_sqlite);
}

void SqliteSchools::begin(std::string_view name) {
    const std::filesystem::path folder = school_folder(data_, unfinished(name));
    std::filesystem::remove_all(folder);
    make_folders(folder);
    open_sqlite(folder / "school.sqlite", Opening::create);
}

void SqliteSchools::publish(std::string_view name) {
    const std::filesystem::path folder = school_folder(data_, unfinished(name));
    sync_folder(folder);
    std::filesystem::rename(folder, school_folder(data_, name));
    sync_folder(data_ / "schools");
}

void SqliteSchools::abandon(std::string_view name) noexcept {
    std::error_code none;
    std::filesystem::remove_all(school_folder(data_, unfinished(name)), none);
}

void SqliteSchools::copy(std::string_view name, base::Instant, const std::filesystem::path& file) {
    const std::filesystem::path temporary = std::filesystem::path{file} += ".unfinished";
    std::filesystem::remove(temporary);
    NewFile copy{temporary};
    const std::string path = temporary.string();
    const Parameter parameters[]{std::string_view{path}};
    open_sqlite(file_of(name), Opening::existing)->dynamic("VACUUM INTO ?1", parameters, nullptr);
    copy.keep_as(file, Existing::refuse);
}

}  // namespace

bool is_school_name(std::string_view name) {
    const auto allowed = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-'; };
    return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, allowed);
}

std::filesystem::path school_folder(const std::filesystem::path& data, std::string_view name) { return data / "schools" / name; }

std::unique_ptr<Schools> sqlite_schools(std::filesystem::path data) { return std::make_unique<SqliteSchools>(std::move(data)); }

}  // namespace loopbaankaart::storage

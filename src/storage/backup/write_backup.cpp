#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include <storage/words.hpp>

#include "lines.hpp"
#include "walk.hpp"

namespace loopbaankaart::storage {

namespace {

using nlohmann::json;

struct Counts {
    std::int64_t tables = 0, rows = 0, files = 0;
};

class Writing {
public:
    Writing(const BackupSource& source, LineWriter& lines) : source_{&source}, lines_{&lines} {}

    void run() {
        lines_->write(json{{"format", backup_format},
                           {"version", backup_version},
                           {"school", source_->header.school},
                           {"migrations", source_->header.migrations},
                           {"made_at", base::milliseconds(source_->header.made_at)}}
                          .dump());
        write_rows();
        if (!source_->folder.empty()) write_folders();
        lines_->write(json{{"tables", counts_.tables}, {"rows", counts_.rows}, {"files", counts_.files}, {"digest", lines_->digest()}}
                          .dump());
    }

private:
    void write_rows();
    void write_table(const std::string& table);
    void write_folders();
    void write_folder(const std::filesystem::path& folder);
    void write_file(const std::filesystem::path& file);

    const BackupSource* source_;
    LineWriter* lines_;
    Counts counts_;
};

// In one snapshot: the school goes on meanwhile.
void Writing::write_rows() {
    Connection& connection = source_->connection;
    connection.begin_read();
    try {
        for (const std::string& table : connection.tables()) write_table(table);
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

void Writing::write_table(const std::string& table) {
    const std::vector<Column> columns = source_->connection.columns(table);
    json names = json::array();
    std::string list;
    for (const Column& column : columns) {
        names.push_back(column.name);
        list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", column.name);
    }
    lines_->write(json{{"table", table}, {"columns", names}}.dump());
    ++counts_.tables;
    source_->connection.dynamic(fmt::format("SELECT {} FROM \"{}\"", list, table), {}, [&](const Row& row) {
        json values = json::array();
        for (std::size_t at = 0; at < columns.size(); ++at) values.push_back(json_of(row, static_cast<int>(at), columns[at].kind));
        lines_->write(values.dump());
        ++counts_.rows;
    });
}

void Writing::write_folders() {
    for (std::string_view folder : kept_folders) write_folder(source_->folder / folder);
}

// After the rows: media are synced before the row that names them, so every file a row of the snapshot names is there.
void Writing::write_folder(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) return;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && !entry.is_symlink() && safe_path(entry.path().lexically_relative(source_->folder)))
            write_file(entry.path());
}

void Writing::write_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT) return;  // removed since
    if (descriptor < 0) throw_broken(file);
    const std::unique_ptr<const int, void (*)(const int*)> closing{&descriptor, [](const int* open) { ::close(*open); }};
    lines_->write(json{{"file", file.lexically_relative(source_->folder).string()}}.dump());
    ++counts_.files;
    std::array<unsigned char, part_size> part{};
    for (;;) {
        const ssize_t got = ::read(descriptor, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw_broken(file);
        if (got == 0) return;
        lines_->write(fmt::format("\"{}\"", base::base64url({part.data(), static_cast<std::size_t>(got)})));
    }
}

std::optional<LineWriter> begin(const std::filesystem::path& file) {
    try {
        return std::optional<LineWriter>{std::in_place, file};
    } catch (const Broken&) {
        return std::nullopt;
    }
}

}  // namespace

base::Result<base::Done> write_backup(const BackupSource& source, const std::filesystem::path& file) {
    std::optional<LineWriter> lines = begin(file);
    if (!lines) return base::Error{word::folder_unwritable, std::filesystem::absolute(file).parent_path().string()};
    Writing{source, *lines}.run();
    lines->finish();
    return base::Done{};
}

}  // namespace loopbaankaart::storage

#include "walk.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <storage/words.hpp>

#include "lines.hpp"

namespace loopbaankaart::storage {

namespace {

using nlohmann::json;

class Walk {
public:
    Walk(LineReader& lines, BackupVisitor& visitor) : lines_{&lines}, visitor_{&visitor} {}

    base::Result<BackupHeader> run();

private:
    json next_line();
    void take(const json& line);
    void take_table(const json& line);
    void take_row(const json& line);
    void take_file(const json& line);
    void take_part(const json& line);
    void check_end(const json& line);

    LineReader* lines_;
    BackupVisitor* visitor_;
    std::optional<std::size_t> columns_;  // of the table whose rows come now
    bool in_file_ = false;
    std::int64_t tables_ = 0, rows_ = 0, files_ = 0;
};

template <typename Type>
Type field(const json& line, const char* name) {
    try {
        return line.at(name).get<Type>();
    } catch (const json::exception&) {
        throw Damaged{std::string{"no good "} + name};
    }
}

std::int64_t number(const json& line, const char* name) {
    if (!line.contains(name)) throw Damaged{std::string{"no "} + name};
    return whole_number(line.at(name));
}

std::vector<int> numbers(const json& line, const char* name) {
    std::vector<int> all;
    for (const json& one : field<json>(line, name)) {
        const std::int64_t value = whole_number(one);
        if (!std::in_range<int>(value)) throw Damaged{std::string{"no good "} + name};
        all.push_back(static_cast<int>(value));
    }
    return all;
}

json Walk::next_line() {
    const std::optional<std::string_view> line = lines_->next();
    if (!line) throw Damaged{"cut off"};
    json read = json::parse(*line, nullptr, false);
    if (read.is_discarded()) throw Damaged{"a line that is not JSON"};
    return read;
}

base::Result<BackupHeader> Walk::run() {
    const json first = next_line();
    if (!first.is_object() || field<std::string>(first, "format") != backup_format) throw Damaged{"not a backup of a school"};
    const std::int64_t version = number(first, "version");
    if (version != backup_version) return base::Error{word::backup_newer, std::to_string(version)};
    BackupHeader header{field<std::string>(first, "school"), numbers(first, "migrations"),
                        base::instant(number(first, "made_at"))};
    for (;;) {
        const json line = next_line();
        if (line.is_object() && line.contains("digest")) {
            check_end(line);
            visitor_->end();
            return header;
        }
        take(line);
    }
}

void Walk::take(const json& line) {
    if (line.is_array()) return take_row(line);
    if (line.is_string()) return take_part(line);
    if (line.is_object() && line.contains("table")) return take_table(line);
    if (line.is_object() && line.contains("file")) return take_file(line);
    throw Damaged{"a line of an unknown kind"};
}

void Walk::take_table(const json& line) {
    if (files_ > 0) throw Damaged{"a table behind the files"};
    const auto columns = field<std::vector<std::string>>(line, "columns");
    if (columns.empty()) throw Damaged{"a table without columns"};
    columns_ = columns.size();
    ++tables_;
    visitor_->table(field<std::string>(line, "table"), columns);
}

void Walk::take_row(const json& line) {
    if (line.size() != columns_) throw Damaged{"a row that does not fit its table"};
    std::vector<Value> values;
    values.reserve(line.size());
    for (const json& value : line) values.push_back(value_of(value));
    ++rows_;
    visitor_->row(std::move(values));
}

void Walk::take_file(const json& line) {
    const auto path = field<std::string>(line, "file");
    if (!safe_path(path)) throw Damaged{"a file outside the school's folder"};
    columns_.reset();
    in_file_ = true;
    ++files_;
    visitor_->file(path);
}

void Walk::take_part(const json& line) {
    const std::optional<base::Bytes> bytes = base::parse_base64url(line.get_ref<const std::string&>());
    if (!in_file_ || !bytes || bytes->size() > part_size) throw Damaged{"a part of a file that is none"};
    visitor_->part(*bytes);
}

void Walk::check_end(const json& line) {
    if (number(line, "tables") != tables_ || number(line, "rows") != rows_ || number(line, "files") != files_)
        throw Damaged{"not everything is there"};
    if (guarded(base::Guard::backup_digest) && field<std::string>(line, "digest") != lines_->digest())
        throw Damaged{"the digest does not fit"};
    if (lines_->next()) throw Damaged{"something stands behind the end"};
}

}  // namespace

bool safe_path(const std::string& path) {
    const std::vector<std::string_view> names = base::split(path, '/');
    if (names.size() < 2 || std::ranges::count(kept_folders, names.front()) == 0) return false;
    return std::ranges::all_of(names, [](std::string_view name) {
        return !name.empty() && name.size() < 256 && name.front() != '.' && name.find('\0') == std::string_view::npos;
    });
}

base::Result<BackupHeader> walk_backup(const std::filesystem::path& file, BackupVisitor& visitor) {
    LineReader lines{file};
    if (!lines) return base::Error{word::backup_missing, file.string()};
    try {
        return Walk{lines, visitor}.run();
    } catch (const Damaged& damage) {
        return base::Error{word::backup_damaged, damage.what()};
    }
}

base::Result<BackupHeader> inspect_backup(const std::filesystem::path& file) {
    BackupVisitor nothing;
    return walk_backup(file, nothing);
}

}  // namespace loopbaankaart::storage

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "../keys/keys.hpp"
#include "lines.hpp"
#include "row_inserter.hpp"
#include "walk.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);

// One line of the declaration, found in the columns of its table.
struct ErasableAt {
    std::string table;
    std::size_t id = absent, holder = absent, media = absent, other = absent;
    bool of_the_moment = false;
};

std::optional<base::Id> id_in(const std::vector<Value>& row, std::size_t column) {
    if (column == absent) return std::nullopt;
    const auto* text = std::get_if<std::string>(&row[column]);
    return text == nullptr ? std::nullopt : base::Id::parse(*text);
}

class Restoring final : public BackupVisitor {
public:
    explicit Restoring(const BackupTarget& target) : target_{&target}, tables_{target.connection.tables()} {}

    void table(const std::string& name, const std::vector<std::string>& columns) override;
    void row(std::vector<Value>&& values) override;
    void file(const std::filesystem::path& path) override;
    void part(base::BytesView bytes) override;
    void end() override;

private:
    bool erased(const std::vector<Value>& row) const;
    void finish_table();
    void finish_file();

    const BackupTarget* target_;
    std::vector<std::string> tables_;
    std::optional<RowInserter> inserter_;
    std::optional<ErasableAt> erasable_;
    std::unordered_set<std::string> erased_media_;
    std::unique_ptr<NewFile> file_;
};

void Restoring::table(const std::string& name, const std::vector<std::string>& columns) {
    finish_table();
    if (std::ranges::count(tables_, name) == 0) throw Damaged{fmt::format("the table {} is not ours", name)};
    std::vector<std::string> known;
    for (const Column& column : target_->connection.columns(name)) known.push_back(column.name);
    const auto is_known = [&](const std::string& column) { return std::ranges::count(known, column) == 1; };
    if (columns.size() != known.size() || !std::ranges::all_of(columns, is_known))
        throw Damaged{fmt::format("the columns of {} are not ours", name)};
    inserter_.emplace(target_->connection, name, columns);

    erasable_.reset();
    const auto declared = std::ranges::find(target_->erasable, name, &Erasable::table);
    if (declared == target_->erasable.end()) return;
    const auto place = [&](const std::string& column) {
        const auto found = std::ranges::find(columns, column);
        return found == columns.end() ? absent : static_cast<std::size_t>(found - columns.begin());
    };
    erasable_ = ErasableAt{name, place(declared->id_column), place(declared->holder_column), place(declared->media_column), place(declared->other_column),
                           declared->of_the_moment};
}

bool Restoring::erased(const std::vector<Value>& row) const {
    if (!guarded(base::Guard::erasure_replay) || !erasable_) return false;
    if (erasable_->of_the_moment) return true;
    for (const std::size_t column : {erasable_->holder, erasable_->other}) {
        const std::optional<base::Id> person = id_in(row, column);
        if (person && target_->ledger.destroyed(*person)) return true;
    }
    const std::optional<base::Id> thing = id_in(row, erasable_->id);
    return thing && target_->ledger.removed(erasable_->table, *thing);
}

void Restoring::row(std::vector<Value>&& values) {
    if (!erased(values)) return inserter_->add(std::move(values));
    if (const auto media = id_in(values, erasable_->media)) erased_media_.insert(media->text());
}

void Restoring::file(const std::filesystem::path& path) {
    finish_file();
    const bool is_media = *path.begin() == "media";
    if (is_media && erased_media_.contains(path.filename().string())) return;
    const std::filesystem::path place = target_->folder / path;
    std::filesystem::create_directories(place.parent_path());
    file_ = std::make_unique<NewFile>(place);
}

void Restoring::part(base::BytesView bytes) {
    if (file_) file_->write(bytes);
}

void Restoring::end() {
    finish_table();
    finish_file();
    if (std::filesystem::is_directory(target_->folder)) sync_file_system(target_->folder);
}

void Restoring::finish_table() {
    if (inserter_) inserter_->flush();
    inserter_.reset();
}

void Restoring::finish_file() {
    finish_table();
    if (file_) file_->keep();
    file_.reset();
}

base::Result<BackupHeader> restored(const BackupTarget& target, const std::filesystem::path& file) {
    Connection& connection = target.connection;
    connection.begin_write();
    try {
        Restoring restoring{target};
        auto header = walk_backup(file, restoring);
        if (header) connection.commit();
        else connection.rollback();
        return header;
    } catch (...) {
        connection.rollback();
        throw;
    }
}

void empty(const std::filesystem::path& folder) {
    for (std::string_view name : kept_folders) std::filesystem::remove_all(folder / name);
}

}  // namespace

base::Result<base::Done> read_backup(const BackupTarget& target, const std::filesystem::path& file) {
    try {
        const auto header = restored(target, file);
        if (header) return base::Done{};
        empty(target.folder);
        return header.error();
    } catch (...) {
        empty(target.folder);
        throw;
    }
}

}  // namespace loopbaankaart::storage

#include "columns.hpp"

#include <algorithm>

#include <flow/words.hpp>

namespace loopbaankaart::flow {

namespace {

constexpr char between = '\x1F';  // of the parts of a key: no text has it

}  // namespace

base::Result<Columns> Columns::open(const std::filesystem::path& path, const Mapping& mapping, Progress progress) {
    auto csv = CsvReader::open(path, mapping.form, std::move(progress));
    if (!csv) return csv.error();
    Columns columns{std::move(*csv)};
    for (const Beside& beside : mapping.beside)
        if (auto mistake = columns.take(path.parent_path(), beside)) return *mistake;
    for (const auto& [name, values] : mapping.only) columns.only_.emplace_back(columns.at(name), values);
    if (columns.missing_) return *columns.missing_;
    return columns;
}

std::size_t Columns::at(const std::string& name) {
    if (name.empty()) return none;
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found != names_.end()) return static_cast<std::size_t>(found - names_.begin());
    if (!missing_) missing_ = base::Error{word::column_missing, name};
    return none;
}

Key Columns::key(const std::vector<std::string>& names) {
    Key key;
    for (const std::string& name : names) key.push_back(at(name));
    return key;
}

std::optional<base::Error> Columns::take(const std::filesystem::path& folder, const Beside& beside) {
    auto other = CsvReader::open(folder / beside.file, {});
    if (!other) return other.error();
    Columns file{std::move(*other)};
    const Key on = file.key(beside.on), taken = file.key(beside.take);
    Lookup lookup{.on = key(beside.on), .first_column = names_.size(), .taken = taken.size(), .keys = {}, .values = {}, .cells = {}};
    if (file.missing_) return file.missing_;
    while (file.next()) {
        const std::size_t before = lookup.keys.size();
        if (lookup.keys.code(file.text(on)) < before) continue;  // the first row of a key counts
        for (std::size_t column : taken) lookup.cells.push_back(lookup.values.code(file.text(column)));
    }
    names_.insert(names_.end(), beside.take.begin(), beside.take.end());
    lookups_.push_back(std::move(lookup));
    return file.csv_.mistake();
}

bool Columns::wanted() const {
    return std::all_of(only_.begin(), only_.end(), [&](const auto& one) { return std::find(one.second.begin(), one.second.end(), text(one.first)) != one.second.end(); });
}

bool Columns::next() {
    while (csv_.next()) {
        ++rows_;
        for (Lookup& lookup : lookups_) lookup.row = lookup.keys.find(text(lookup.on));
        if (wanted()) return true;
    }
    return false;
}

std::string_view Columns::text(const Key& key) {
    if (key.size() == 1) return text(key.front());
    together_.clear();
    for (std::size_t column : key) {
        together_ += text(column);
        together_ += between;
    }
    return together_;
}

std::string_view Columns::beside_text(std::size_t column) const {
    for (const Lookup& lookup : lookups_)
        if (column >= lookup.first_column && column < lookup.first_column + lookup.taken)
            return lookup.row == Names::unknown ? std::string_view{} : lookup.values.name(lookup.cells[lookup.row * lookup.taken + column - lookup.first_column]);
    return {};
}

}  // namespace loopbaankaart::flow

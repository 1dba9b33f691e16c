#include "assets.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "asset_names.hpp"
#include "asset_table.hpp"

extern "C" const char loopbaankaart_asset_bytes[];

namespace loopbaankaart::web {

namespace {

std::string_view bytes_of(const Piece& piece) { return {loopbaankaart_asset_bytes + piece.offset, piece.size}; }

struct Shelf {
    std::vector<Asset> by_name;          // in the order of asset_table, which is sorted by name
    std::vector<const Asset*> by_path;
};

Shelf fill_shelf() {
    Shelf shelf;
    for (const Entry& entry : asset_table)
        shelf.by_name.push_back({entry.path, entry.type, bytes_of(entry.plain), bytes_of(entry.gzip), bytes_of(entry.brotli), entry.etag});
    for (const Asset& each : shelf.by_name) shelf.by_path.push_back(&each);
    std::ranges::sort(shelf.by_path, {}, &Asset::path);
    return shelf;
}

const Shelf& shelf() {
    static const Shelf filled = fill_shelf();
    return filled;
}

}  // namespace

const Asset& asset(std::string_view name) {
    const auto found = std::ranges::lower_bound(asset_table, name, {}, &Entry::name);
    if (found == asset_table.end() || found->name != name) throw std::logic_error{"no asset " + std::string{name}};
    return shelf().by_name[static_cast<std::size_t>(found - asset_table.begin())];
}

const Asset* asset_at(std::string_view path) {
    const auto& all = shelf().by_path;
    const auto found = std::ranges::lower_bound(all, path, {}, &Asset::path);
    return found != all.end() && (*found)->path == path ? *found : nullptr;
}

Url asset_url(std::string_view name) { return path(asset(name).path); }

std::vector<std::string_view> asset_names() {
    std::vector<std::string_view> names;
    for (const Entry& entry : asset_table) names.push_back(entry.name);
    return names;
}

std::vector<std::string_view> drawn_symbols() { return {symbol_names.begin(), symbol_names.end()}; }

}  // namespace loopbaankaart::web

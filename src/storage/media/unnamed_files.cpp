#include <fmt/format.h>

#include <unordered_set>

#include "../storage.hpp"

namespace loopbaankaart::storage {

namespace {

constexpr std::chrono::days rows_come_within{1};

using FileColumn = std::string Erasable::*;

std::unordered_set<base::Id> named_files(School& school, const std::vector<Erasable>& erasable, FileColumn column) {
    std::unordered_set<base::Id> named;
    school.read([&](Reads& reads) {
        for (const Erasable& each : erasable) {
            if ((each.*column).empty()) continue;
            const std::string sql = fmt::format("SELECT {0} FROM {1} WHERE {0} IS NOT NULL", each.*column, each.table);
            reads.each(Query<0>{"storage.named_files", sql, sql}, [&](const Row& row) {
                if (const auto name = base::Id::parse(row.text(0))) named.insert(*name);
            });
        }
    });
    return named;
}

// The files first: what is made meanwhile is not among them.
std::size_t remove_unnamed(Media& media, School& school, const std::vector<Erasable>& erasable, FileColumn column, base::Instant now) {
    const std::vector<base::Id> old = media.made_before(now - rows_come_within);
    if (old.empty()) return 0;
    const std::unordered_set<base::Id> named = named_files(school, erasable, column);
    std::size_t removed = 0;
    for (const base::Id& name : old) {
        if (named.contains(name)) continue;
        media.remove(name);
        ++removed;
    }
    return removed;
}

}  // namespace

std::size_t remove_unnamed_files(School& school, const std::vector<Erasable>& erasable, base::Instant now) {
    return remove_unnamed(school.media(), school, erasable, &Erasable::media_column, now) +
           remove_unnamed(school.passing(), school, erasable, &Erasable::passing_column, now);
}

}  // namespace loopbaankaart::storage

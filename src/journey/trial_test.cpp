#include "trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace loopbaankaart::journey::trial {

std::vector<storage::Migration> migrations() {
    std::vector<storage::Migration> all{access::schema().begin(), access::schema().end()};
    all.insert(all.end(), schema().begin(), schema().end());
    return all;
}

std::string raw_columns(workbench::World& world, std::string_view table, const std::vector<std::string>& columns) {
    std::string raw;
    for (const std::string& column : columns) {
        const std::string sql = fmt::format("SELECT {} FROM {}", column, table);
        const storage::Query<0> everything{"test.everything", sql, sql};
        world.school().read([&](storage::Reads& reads) {
            reads.each(everything, [&](const storage::Row& row) { if (!row.null(0)) raw += base::text_of(row.bytes(0)); });
        });
    }
    return raw;
}

std::string raw_files(const std::filesystem::path& folder) {
    std::string raw;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        if (!file.is_regular_file()) continue;
        std::ifstream in{file.path(), std::ios::binary};
        raw.append(std::istreambuf_iterator<char>{in}, {});
    }
    return raw;
}

}  // namespace loopbaankaart::journey::trial

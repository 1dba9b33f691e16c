// Any bytes at all as a file of rows: every row has as many fields as there are columns, in UTF-8 and no longer than the file; and what was read, written as we
// write rows and read again, is the same.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

#include "csv.hpp"

using namespace loopbaankaart::flow;

namespace {

void insist(bool truth) {
    if (!truth) std::abort();
}

// A file that is nowhere on the disk.
class InMemory {
public:
    explicit InMemory(std::string_view bytes) : file_{::memfd_create("rows", 0)} { insist(file_ >= 0 && ::write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())); }
    ~InMemory() { ::close(file_); }
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

private:
    int file_;
};

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(CsvReader& csv, std::size_t longest) {
    Rows rows;
    std::uint64_t last = 1;
    while (csv.next()) {
        insist(csv.fields().size() == csv.header().size() && csv.row() > last);
        last = csv.row();
        rows.emplace_back();
        for (std::string_view field : csv.fields()) {
            insist(field.size() <= longest && loopbaankaart::base::is_utf8(field));
            rows.back().emplace_back(field);
        }
    }
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr char separators[] = {0, ',', ';', '\t'};
    const CsvForm form{.separator = separators[data[0] & 3U], .encoding = (data[0] & 4U) != 0 ? Encoding::latin1 : Encoding::utf8};
    const InMemory file{{reinterpret_cast<const char*>(data) + 1, size - 1}};
    auto csv = CsvReader::open(file.path(), form);
    if (!csv) return 0;
    const std::size_t columns = csv->header().size();
    const Rows rows = rows_of(*csv, 2 * size);  // Latin-1 takes up to two bytes
    insist(csv->digest().size() == 64);

    std::string again = "a";
    for (std::size_t column = 1; column < columns; ++column) again += ",a";
    again += '\n';
    for (const auto& row : rows) {
        for (std::size_t column = 0; column < columns; ++column) again += (column > 0 ? "," : "") + csv_cell(row[column]);
        again += '\n';
    }
    const InMemory written{again};
    auto back = CsvReader::open(written.path(), {.separator = ','});
    insist(back && rows_of(*back, 2 * size) == rows && !back->mistake());
    return 0;
}

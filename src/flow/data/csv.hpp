// Rows of a CSV file, one after another, in little memory: the one reader there is, for ten rows and for ten million.
//
//     auto csv = flow::CsvReader::open(path, {});
//     if (!csv) return csv.error();
//     while (csv->next()) use(csv->fields());
//     if (csv->mistake()) return *csv->mistake();
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::flow {

enum class Encoding { utf8, latin1 };

struct CsvForm {
    char separator = 0;  // 0: the one of , ; tab | that stands most often in the first line
    Encoding encoding = Encoding::utf8;
};

// A text as a cell of a file with commas: in quotes when it needs them.
std::string csv_cell(std::string_view text);

using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;  // bytes

class CsvReader {
public:
    // Reads the first row, the names of the columns. Errors: word::unreadable (the path), word::empty_file, and those of mistake().
    static base::Result<CsvReader> open(const std::filesystem::path& path, CsvForm form, Progress progress = {});
    CsvReader(CsvReader&&) noexcept;
    ~CsvReader();

    const std::vector<std::string>& header() const { return header_; }
    // Goes to the next row that is not empty. False at the end and at a mistake.
    bool next();
    // Of this row, as many as there are columns, in UTF-8, good until the next call.
    std::span<const std::string_view> fields() const { return fields_; }
    // As a spreadsheet counts them: the header is row 1.
    std::uint64_t row() const { return row_; }
    // Why reading stopped before the end: word::cut_row, not_text, open_quote, long_row; each about the row.
    const std::optional<base::Error>& mistake() const { return mistake_; }
    // Of all bytes of the file, after the last row: BLAKE2b in hexadecimal.
    std::string digest() const;

private:
    struct Source;
    explicit CsvReader(std::unique_ptr<Source> source, CsvForm form);
    bool read_row();
    bool fill();
    bool stop(const base::Word& word);
    void to_utf8();

    std::unique_ptr<Source> source_;
    CsvForm form_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0, end_ = 0;  // of what was read and not yet given
    std::vector<std::string> header_;
    std::vector<std::string_view> fields_;
    std::string row_in_utf8_;
    std::uint64_t row_ = 0;
    std::optional<base::Error> mistake_;
};

}  // namespace loopbaankaart::flow

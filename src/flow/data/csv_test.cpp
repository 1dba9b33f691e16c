#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <flow/flow.hpp>

#include "trial_folder.hpp"

namespace loopbaankaart::flow {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Told {
    Rows rows;
    std::string code, about;  // of the mistake
};

Told read(const std::filesystem::path& path, CsvForm form = {}) {
    auto csv = CsvReader::open(path, form);
    if (!csv) return {{}, std::string{csv.error().code()}, csv.error().about};
    Told told;
    while (csv->next()) told.rows.emplace_back(csv->fields().begin(), csv->fields().end());
    if (csv->mistake()) told.code = csv->mistake()->code(), told.about = csv->mistake()->about;
    return told;
}

RC_GTEST_PROP(Csv, GivesBackWhatWasWritten, ()) {
    const auto columns = *rc::gen::inRange<std::size_t>(2, 6);
    const auto cell = rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab ,\"\r\n;0"}));
    const auto rows = *rc::gen::container<Rows>(rc::gen::container<std::vector<std::string>>(columns, cell));
    const bool crlf = *rc::gen::arbitrary<bool>(), last_line_ends = *rc::gen::arbitrary<bool>();
    std::string text;
    for (std::size_t at = 0; at < columns; ++at) text += (at == 0 ? "" : ",") + std::string{"column"} + std::to_string(at);
    for (const auto& row : rows) {
        text += crlf ? "\r\n" : "\n";
        for (std::size_t at = 0; at < columns; ++at) text += (at == 0 ? "" : ",") + csv_cell(row[at]);
    }
    if (last_line_ends) text += crlf ? "\r\n" : "\n";
    const trial::Folder folder;
    const Told told = read(folder.write("a.csv", text));
    RC_ASSERT(told.code.empty());
    RC_ASSERT(told.rows == rows);
}

TEST(Csv, LargerThanTheBufferComesBackWhole) {
    std::string text = "id,what\n";
    for (int row = 0; row < 200'000; ++row) text += std::to_string(row) + ",\"a \"\"quoted\"\" thing " + std::string(static_cast<std::size_t>(row % 40), 'x') + "\"\n";
    const trial::Folder folder;
    const Told told = read(folder.write("a.csv", text));
    ASSERT_EQ(told.rows.size(), 200'000U);
    for (std::size_t row = 0; row < told.rows.size(); row += 97) {
        ASSERT_EQ(told.rows[row][0], std::to_string(row));
        ASSERT_EQ(told.rows[row][1], "a \"quoted\" thing " + std::string(row % 40, 'x'));
    }
}

TEST(Csv, IsReadInItsOwnEncodingAndSeparator) {
    const trial::Folder folder;
    const Rows right{{"1", "Financiële dienst"}};
    EXPECT_EQ(read(folder.write("utf8.csv", "\xEF\xBB\xBFid;wat\n1;Financi\xC3\xABle dienst\n")).rows, right);
    EXPECT_EQ(read(folder.write("latin1.csv", "id\twat\n1\tFinanci\xEBle dienst\n"), {.encoding = Encoding::latin1}).rows, right);
}

TEST(Csv, StopsWithTheRow) {
    const trial::Folder folder;
    struct Case {
        std::string_view text, code, about;
    };
    for (const Case& one : {Case{"a,b\n1,2\n3\n", "flow.cut_row", "3"}, Case{"a,b\n1,2\n\n3,4,5\n", "flow.cut_row", "4"}, Case{"a,b\n1,\"2\n3,4\n", "flow.open_quote", "2"},
                            Case{"a,b\n1,\xEB\n", "flow.not_text", "2"}, Case{"a,b\n1,\xC3\xAB\n2,\xEB\n", "flow.not_text", "3"}, Case{{"a,b\n1,\0\n", 8}, "flow.not_text", "2"}}) {
        const Told told = read(folder.write("a.csv", one.text));
        EXPECT_EQ(told.code, one.code) << one.text;
        EXPECT_EQ(told.about, one.about) << one.text;
    }
    EXPECT_EQ(read(folder.write("empty.csv", "")).code, "flow.empty_file");
    EXPECT_EQ(read("/nowhere/at/all.csv").code, "flow.unreadable");
    EXPECT_EQ(read(folder.write("long.csv", "a,b\n1," + std::string(9'000'000, 'x'))).code, "flow.long_row");
}

TEST(Csv, HasTheDigestOfItsBytes) {
    const trial::Folder folder;
    auto one = CsvReader::open(folder.write("a.csv", "a,b\n1,2\n"), {}), other = CsvReader::open(folder.write("b.csv", "a,b\n1,3\n"), {});
    while (one->next()) {}
    while (other->next()) {}
    EXPECT_EQ(one->digest().size(), 64U);
    EXPECT_NE(one->digest(), other->digest());
}

}  // namespace
}  // namespace loopbaankaart::flow

#include "sheet_size.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <program/words.hpp>

namespace loopbaankaart::program {

namespace {

struct SheetSize {
    std::string_view name;
    std::array<std::string_view, 2> millimetres;    // of a page; none for what is not paper
    std::array<std::string_view, 3> pixels;         // width, height, and how many to an inch
};
// A wall is looked at from further off than a table, so an A1 does with fewer pixels to the inch.
constexpr std::array<SheetSize, 3> sizes{{
    {"a3", {"297", "420"}, {"1754", "2480", "150"}},
    {"a1", {"594", "841"}, {"2339", "3311", "100"}},
    {"screen", {}, {"1400", "1980", "96"}},
}};

const SheetSize& size_called(std::string_view name) { return *std::ranges::find(sizes, name, &SheetSize::name); }

std::string ending_of(std::string_view file) {
    std::string ending = std::filesystem::path{file}.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign; });
    return ending;
}

std::vector<std::string> words(std::string_view job, const auto& numbers) {
    std::vector<std::string> all{std::string{job}};
    all.insert(all.end(), numbers.begin(), numbers.end());
    return all;
}

}  // namespace

base::Result<std::vector<std::string>> drawing_job(std::string_view file, std::string_view size) {
    const std::string ending = ending_of(file);
    if (ending == ".svg") return std::vector<std::string>{};
    if (ending == ".png") return words("pixels", size_called(size.empty() ? "screen" : size).pixels);
    if (ending != ".pdf") return base::Error{word::ending_unknown, std::string{file}};
    const SheetSize& page = size_called(size.empty() ? "a3" : size);
    if (page.millimetres.front().empty()) return base::Error{word::size_is_no_paper, std::string{size}};
    return words("page", page.millimetres);
}

}  // namespace loopbaankaart::program

#include "trial_pdf.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace loopbaankaart::media {

namespace {

std::string answer(const std::string& program, const std::string& words, const std::string& pdf, const std::string& behind = "") {
    const MemoryFile file{pdf};
    std::FILE* output = ::popen(fmt::format("{} {} {} {} 2>&1", program, words, file.path(), behind).c_str(), "r");
    if (output == nullptr) throw std::runtime_error{"no process"};
    std::string all;
    std::array<char, 4096> part{};
    for (std::size_t length = 0; (length = std::fread(part.data(), 1, part.size(), output)) > 0;) all.append(part.data(), length);
    if (::pclose(output) != 0) throw std::runtime_error{program + ": " + all};
    return all;
}

std::string only(int page) { return page == 0 ? "" : fmt::format("-f {0} -l {0}", page); }

}  // namespace

std::string read_aloud(const std::string& pdf, int page) { return answer("pdftotext", "-raw " + only(page), pdf, "-"); }

std::vector<std::string> words_of(const std::string& pdf, int page) {
    std::vector<std::string> words{""};
    for (const char sign : read_aloud(pdf, page)) {
        if (sign != ' ' && sign != '\n' && sign != '\f') words.back() += sign;
        else if (!words.back().empty()) words.emplace_back();
    }
    words.pop_back();
    return words;
}

std::string told_of(const std::string& pdf, const std::string& field) {
    const std::string all = "\n" + answer("pdfinfo", "", pdf), name = "\n" + field + ":";
    const std::size_t place = all.find(name);
    if (place == std::string::npos) return "";
    const std::size_t begin = all.find_first_not_of(' ', place + name.size());
    return all.substr(begin, all.find('\n', begin) - begin);
}

std::string structure_of(const std::string& pdf) { return answer("pdfinfo", "-struct", pdf); }

int photos_in(const std::string& pdf) {
    const std::string list = answer("pdfimages", "-list", pdf);
    int count = 0;
    for (std::size_t place = 0; (place = list.find(" jpeg ", place)) != std::string::npos; ++place) ++count;
    return count;
}

Pixels page_of(const std::string& pdf, int page) {
    const std::string png = answer("pdftoppm", "-png -r 36 " + only(page), pdf);
    return opened(base::bytes_of(png));
}

}  // namespace loopbaankaart::media

#include "trial_booklets.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace loopbaankaart::media {

std::string pdf_of(const Booklet& booklet) {
    auto pdf = workshop::Workshop{MEDIA_PROGRAM}.booklet(booklet);
    if (!pdf) throw std::runtime_error{std::string{pdf.error().code()}};
    return *std::move(pdf);
}

std::string refusal_of(const Booklet& booklet) {
    const auto pdf = workshop::Workshop{MEDIA_PROGRAM}.booklet(booklet);
    return pdf ? "made" : std::string{pdf.error().code()};
}

workshop::Picture picture(const std::string& bytes, std::string description) {
    const auto view = base::bytes_of(bytes);
    return {{view.begin(), view.end()}, std::move(description)};
}

workshop::Picture photo(int width, int height) { return picture(saved(quarters(width, height), Format::webp), "Vier vlakken"); }

Block words(std::string text) { return {.form = Block::Form::words, .text = std::move(text)}; }

std::string numbered(const std::string& name, int count) {
    std::string all;
    for (int number = 0; number < count; ++number) all += fmt::format("{}{}{}", all.empty() ? "" : " ", name, number);
    return all;
}

}  // namespace loopbaankaart::media

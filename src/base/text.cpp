#include "text.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <stdexcept>

namespace loopbaankaart::base {

namespace {

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
}

std::string narrow(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

icu::UnicodeString normalized(const icu::Normalizer2* form, const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = form->normalize(text, status);
    if (U_FAILURE(status)) throw std::runtime_error{"ICU cannot normalise text"};
    return result;
}

const icu::Normalizer2* composed() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2* decomposed() {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
}

constexpr std::size_t least_alike = 4;  // letters of a word that may be found in another spelling: "maan" is no "man"

std::string doubled_once(std::string_view text) {
    std::string once;
    for (const char letter : text)
        if (once.empty() || letter != once.back() || letter < 'a' || letter > 'z') once.push_back(letter);
    return once;
}

}  // namespace

bool is_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, length, character);
        if (character < 0) return false;
    }
    return true;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

std::string tidy(std::string_view typed) {
    std::string plain;
    plain.reserve(typed.size());
    for (std::size_t at = 0; at < typed.size(); ++at) {
        const auto character = static_cast<unsigned char>(typed[at]);
        if (character == '\r') {
            if (at + 1 >= typed.size() || typed[at + 1] != '\n') plain.push_back('\n');
        } else if (character == '\n' || character == '\t' || (character >= 0x20 && character != 0x7F)) {
            plain.push_back(typed[at]);
        }
    }
    return std::string{trimmed(narrow(normalized(composed(), wide(plain))))};
}

std::string tidy_name(std::string_view typed) {
    constexpr UChar32 joiner = 0x200D, non_joiner = 0x200C;  // part of how some names are written
    const icu::UnicodeString all = wide(tidy(typed));
    icu::UnicodeString name;
    for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
        const UChar32 character = all.char32At(at);
        if (character == '\n' || character == '\t') name.append(UChar32{' '});
        else if (u_charType(character) != U_FORMAT_CHAR || character == joiner || character == non_joiner) name.append(character);
    }
    return std::string{trimmed(narrow(name))};
}

std::string folded(std::string_view text) {
    icu::UnicodeString parts = normalized(decomposed(), wide(text));
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) {
        const UChar32 character = parts.char32At(at);
        if (u_charType(character) != U_NON_SPACING_MARK) bare.append(character);
    }
    return narrow(bare.foldCase());
}

bool finds(std::string_view typed, std::string_view text) {
    if (trimmed(typed).empty()) return true;  // what most pages ask: nothing to fold
    const std::string wanted = folded(typed), words = folded(text), alike = doubled_once(words);
    const std::vector<std::string_view> parts = split(wanted, ' ');
    return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
        const std::string_view word = trimmed(part);
        if (words.find(word) != std::string::npos) return true;
        const std::string once = doubled_once(word);
        return once.size() >= least_alike && alike.find(once) != std::string::npos;
    });
}

std::size_t characters(std::string_view text) {
    // Plain letters are one character each; only "\r\n" is one of two.
    if (std::ranges::all_of(text, [](char sign) { return static_cast<unsigned char>(sign) < 0x80 && sign != '\r'; })) return text.size();
    UErrorCode status = U_ZERO_ERROR;
    thread_local std::unique_ptr<icu::BreakIterator> clusters{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    const icu::UnicodeString words = wide(text);
    clusters->setText(words);
    std::size_t count = 0;
    while (clusters->next() != icu::BreakIterator::DONE) ++count;
    return count;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace loopbaankaart::base

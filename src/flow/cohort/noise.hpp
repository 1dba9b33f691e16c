// Counts as they are told where nobody may reckon back a small group: each with a few students more or less.
//
// The geometric mechanism (Ghosh, Roughgarden and Sundararajan 2009, "Universally utility-maximizing privacy mechanisms", STOC, §2): to a count comes a whole number e with
// P(e) = (1 − α)/(1 + α) · α^|e|. Here α = ¾: one student more or less makes anything that is told of a count at most 1⅓ times as likely, whatever else somebody
// knows (ε = ln 4/3: Dwork, McSherry, Nissim and Smith 2006, TCC, definition 1). No number is ever impossible. The standard deviation is 4.9; e lies within 3 in two of three cases, and
// within 8 in nine of ten. No count is told below 0.
//
// Which e comes to a count is decided by a key that the school keeps, by what is counted and by how many there are (cell keys: Thompson, Broadfoot and Elazar 2013, UNECE
// work session on statistical data confidentiality). The same count of the same thing is told alike however often it is asked, so looking twice tells no more; another count gets another e.
//
//     const Noise noise{key};
//     const std::uint32_t told = noise.told(students, counted::in("programme", "Kok", "year_2", 2024));
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "../draws/stream.hpp"

namespace loopbaankaart::flow {

class Noise {
public:
    using Key = std::array<unsigned char, 32>;
    static constexpr double variance = 24;  // 2α/(1 − α)²
    explicit Noise(const Key& key) : key_{key} {}

    // `of`: what is counted (counted::…), so that no two things share their noise.
    std::uint32_t told(std::uint32_t students, std::string_view of) const;
    // What a count may have been that is told as so many: another e is taken from it.
    static std::uint32_t back(Stream& stream, std::uint32_t told);

private:
    Key key_;
};

// What is counted, by names and never by numbers of them: another file has other numbers. `level`: programme, sector, school or rest.
namespace counted {
std::string in(std::string_view level, std::string_view name, std::string_view state, std::int32_t year);  // in it by the end of that school year; of the year before: who is present
std::string there(std::string_view level, std::string_view name, std::int32_t year);                       // at the school in that school year
std::string came(std::string_view level, std::string_view name, std::int32_t since, std::int32_t until);   // began in school years of this range
std::string went(std::string_view level, std::string_view name, std::string_view from, std::string_view to, std::int32_t since, std::int32_t until);
}  // namespace counted

}  // namespace loopbaankaart::flow

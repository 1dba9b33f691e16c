// Reads the plain SVG that drawings are kept in: elements, attributes, classes. A drawing may come from anybody, so nothing outside
// the file is ever looked at, and what is large or strange is refused and named.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::pen {

struct DrawingMistake {
    const base::Word* word = nullptr;
    std::string about;  // the piece it is about
    int line = 0;       // in the file; 0: the whole of it
    bool serious = true;  // else the drawing is drawn all the same, without that piece
};

struct Element {
    std::string tag;
    std::map<std::string, std::string, std::less<>> attributes;
    std::vector<std::string> classes;  // the first 32
    std::vector<Element> children;
    std::string text;  // of a <title> or <style>
    int line = 0;

    std::string_view operator[](std::string_view attribute) const;              // empty when absent
    double number(std::string_view attribute, double otherwise = 0) const;      // also when it is no number, or a million or more
    bool is(std::string_view role) const;
};

constexpr std::size_t largest_source = 512 * 1024;  // bytes
constexpr int most_elements = 5'000, deepest_element = 32;

// The <svg> of a file. Nothing, with one mistake more, when it is no XML, declares a document type (how bombs are made), is larger than the limits
// above, or holds what a drawing has no use for: scripts, foreign documents, pictures, links to elsewhere.
std::optional<Element> read_source(std::string_view text, std::vector<DrawingMistake>& mistakes);

// Every element with an id, below this one.
using Parts = std::map<std::string, const Element*, std::less<>>;
Parts parts_of(const Element& element);

}  // namespace loopbaankaart::pen

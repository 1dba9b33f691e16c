// Inside pen: how a drawing program says what a shape looks like: attributes, style="…", and classes in a <style>.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "../source/source.hpp"

namespace loopbaankaart::pen {

using Declarations = std::map<std::string, std::string, std::less<>>;  // "fill" → "#abc"

// "fill:#abc; stroke:none"; only what says how shapes are painted.
Declarations parse_declarations(std::string_view text);

class StyleRules {
public:
    // Every <style> in the source. Understood are rules for `path`, `.class`, `#id` and `path.class`; others are left out.
    explicit StyleRules(const Element& source);

    // What holds for this element itself: its attributes, then rules by tag, class and id, then its style attribute.
    Declarations of(const Element& element) const;

private:
    void collect(const Element& element);
    void read(std::string_view sheet);
    void lay_over(Declarations& all, const std::string& selector) const;

    std::map<std::string, Declarations, std::less<>> rules_;  // by selector
};

}  // namespace loopbaankaart::pen

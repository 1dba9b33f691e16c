#include "silhouette.hpp"

#include <array>

#include "../geometry/path.hpp"
#include "../source/shape.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr std::array<std::string_view, 5> without_body{"cast", "ground", "glow", "beam", "night"};
constexpr int deepest_use = 4;

class Outlines {
public:
    explicit Outlines(const Parts& parts) : parts_{parts} {}

    void children(const Element& element, const Matrix& matrix) {
        for (const Element& child : element.children) visit(child, matrix * parse_transform(child["transform"]).value_or(Matrix{}));
    }

    std::vector<Ring> rings;

private:
    void visit(const Element& element, const Matrix& matrix) {
        for (const std::string_view role : without_body)
            if (element.is(role)) return;
        if (element.tag == "defs") return;
        if (element.tag == "use") return use(element, matrix);
        children(element, matrix);
        const auto data = path_data_of(element);
        auto curves = data ? parse_path(*data) : base::Result<std::vector<Curves>>{std::vector<Curves>{}};
        if (!curves) return;
        for (Ring& ring : flatten(*curves, matrix)) rings.push_back(std::move(ring));
    }

    void use(const Element& use, const Matrix& matrix) {
        const std::string_view address = use["href"];
        const auto part = parts_.find(address.substr(std::min(address.size(), address.rfind('#') + 1)));
        if (part == parts_.end() || deep_ >= deepest_use) return;
        ++deep_;
        children(*part->second, matrix * translation(use.number("x"), use.number("y")));
        --deep_;
    }

    const Parts& parts_;
    int deep_ = 0;
};

}  // namespace

std::vector<Ring> outlines_of(const Element& source, const Parts& parts, const Matrix& place) {
    Outlines outlines{parts};
    outlines.children(source, place);
    return std::move(outlines.rings);
}

}  // namespace loopbaankaart::pen

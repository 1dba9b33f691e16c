#include "../part.hpp"
#include "shareable.hpp"

namespace loopbaankaart::journey {

const Shareable* shareable(std::span<const Part> parts, std::string_view kind) {
    for (const Part& part : parts)
        if (part.shareable && part.shareable->kind == kind) return part.shareable;
    return nullptr;
}

const Shareable* shareable_at(std::span<const Part> parts, std::string_view path) {
    for (const Part& part : parts)
        if (part.shareable && part.shareable->path.view() == path) return part.shareable;
    return nullptr;
}

}  // namespace loopbaankaart::journey

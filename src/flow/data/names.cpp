#include "names.hpp"

#include <functional>

namespace loopbaankaart::flow {

std::size_t Names::slot(std::string_view name) const {
    std::size_t at = std::hash<std::string_view>{}(name) & (slots_.size() - 1);
    while (slots_[at] != unknown && this->name(slots_[at]) != name) at = (at + 1) & (slots_.size() - 1);
    return at;
}

std::uint32_t Names::find(std::string_view name) const { return slots_[slot(name)]; }

std::uint32_t Names::code(std::string_view name) {
    if (size() > 0) {  // rows of one student mostly stand together
        const auto last = static_cast<std::uint32_t>(size() - 1);
        if (this->name(last) == name) return last;
    }
    std::size_t at = slot(name);
    if (slots_[at] != unknown) return slots_[at];
    if (2 * size() >= slots_.size()) {
        grow();
        at = slot(name);
    }
    slots_[at] = static_cast<std::uint32_t>(size());
    letters_ += name;
    begins_.push_back(letters_.size());
    return slots_[at];
}

void Names::grow() {
    slots_.assign(slots_.size() * 2, unknown);
    for (std::uint32_t code = 0; code < size(); ++code) slots_[slot(name(code))] = code;
}

std::vector<std::string> Names::all() const {
    std::vector<std::string> names;
    for (std::uint32_t code = 0; code < size(); ++code) names.emplace_back(name(code));
    return names;
}

}  // namespace loopbaankaart::flow

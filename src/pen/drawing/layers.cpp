#include "layers.hpp"

#include <fmt/format.h>

#include <utility>

namespace loopbaankaart::pen {

namespace {

// Paint that overlaps itself must not be clear, so only ink and hatching are joined.
bool may_join(std::string_view classes) { return classes.starts_with("dark") || classes == "hatch"; }

}  // namespace

void Layers::path(std::string_view classes, std::string data, std::string_view extra) {
    if (data.empty()) return;
    if (pending_ && pending_->classes == classes && pending_->extra == extra && may_join(classes)) {
        pending_->data += data;
        return;
    }
    flush();
    pending_ = Pending{std::string{classes}, std::string{extra}, std::move(data)};
}

void Layers::raw(std::string_view svg) {
    flush();
    svg_ += svg;
}

void Layers::flush() {
    if (!pending_) return;
    const std::string classes = pending_->classes.empty() ? "" : fmt::format(" class=\"{}\"", pending_->classes);
    svg_ += fmt::format("<path{}{} d=\"{}\"/>", classes, pending_->extra, pending_->data);
    pending_.reset();
}

std::string Layers::take() {
    flush();
    return std::exchange(svg_, {});
}

}  // namespace loopbaankaart::pen

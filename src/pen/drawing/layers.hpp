// Inside pen: what was drawn so far, bottom to top, as SVG text. Neighbours of one kind become one path.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loopbaankaart::pen {

class Layers {
public:
    // A path with these classes; `extra` are further attributes, each starting with a space. Nothing when the data is empty.
    void path(std::string_view classes, std::string data, std::string_view extra = "");
    void raw(std::string_view svg);
    std::string take();
    std::size_t size() const { return svg_.size() + (pending_ ? pending_->data.size() : 0); }  // in bytes, about

private:
    struct Pending {
        std::string classes, extra, data;
    };
    void flush();

    std::string svg_;
    std::optional<Pending> pending_;
};

}  // namespace loopbaankaart::pen

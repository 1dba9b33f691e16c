// A link. Built from parts that are percent-encoded; nothing else can stand in an href, src or action.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace loopbaankaart::web {

class Url {
public:
    // One of our own pages: path("/kaart", place.id) is "/kaart/wensboom". Each part becomes one segment.
    template <typename... Parts>
    friend Url path(std::string_view root, const Parts&... parts);

    // A page elsewhere; anything but http(s) becomes "#" (Guard::link_scheme).
    static Url outside(std::string_view address);

    Url&& with(std::string_view name, std::string_view value) &&;  // adds name=value to the query
    Url&& at(std::string_view fragment) &&;                       // adds #fragment
    const std::string& text() const { return text_; }

private:
    std::string text_;
    void add_segment(std::string_view part);
};

template <typename... Parts>
Url path(std::string_view root, const Parts&... parts) {
    Url url;
    url.text_ = root;
    (url.add_segment(parts), ...);
    return url;
}

// Percent-encodes everything but unreserved characters (RFC 3986 §2.3).
void append_encoded(std::string& out, std::string_view text);

}  // namespace loopbaankaart::web

// A link. Built from parts that are percent-encoded; nothing else can stand in an href, src or action.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace loopbaankaart::web {

class Url {
public:
    // One of our own pages: path("/kaart", place.id) is "/kaart/wensboom". Each part (a text, or something with a view()
    // such as an Id) becomes one segment. A root that leaves our own pages ("//elders") becomes "#" (Guard::link_scheme).
    template <typename... Parts>
    friend Url path(std::string_view root, const Parts&... parts);

    // A page elsewhere; anything but http(s) becomes "#" (Guard::link_scheme).
    static Url outside(std::string_view address);
    // A file beside a page that is no page of ours, such as those of an archive: "media/01J….webp". One that leaves the folder of
    // that page ("../x", "/x", "c:x") becomes "#" (Guard::link_scheme).
    static Url beside(std::string_view file);
    // A place on this same page: "#inhoud".
    static Url here(std::string_view fragment);

    [[nodiscard]] Url with(std::string_view name, std::string_view value) &&;  // adds name=value to the query
    [[nodiscard]] Url at(std::string_view fragment) &&;                        // adds #fragment
    const std::string& text() const { return text_; }

private:
    std::string text_;
    static Url own(std::string_view root);
    void add_path(std::string_view path);
    void add_segment(std::string_view part);
    template <typename Part>
        requires requires(const Part& part) { { part.view() } -> std::convertible_to<std::string_view>; }
    void add_segment(const Part& part) {
        add_segment(std::string_view{part.view()});
    }
};

template <typename... Parts>
Url path(std::string_view root, const Parts&... parts) {
    Url url = Url::own(root);
    (url.add_segment(parts), ...);
    return url;
}

// Percent-encodes everything but unreserved characters (RFC 3986 §2.3).
void append_encoded(std::string& out, std::string_view text);

}  // namespace loopbaankaart::web

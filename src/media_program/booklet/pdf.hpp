// A PDF being written: pages, and beside them what programs that read aloud go by: which words are a heading, what a picture shows, which
// language it is. Nothing in it tells when it was made.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::media {

// What the PDF says of a piece of a page.
struct Tag {
    const char* name;         // "P", "H1", "Figure", "Caption"
    base::Language language;  // of its words
    std::string instead;      // of a picture: what it shows
};

class Pdf {
public:
    Pdf(double width, double height, const std::string& title, const std::string& author);  // points

    cairo_t* pen() const { return pen_.get(); }
    void begin(Tag tag);
    void end();
    void end_page();
    void add_to_contents(const std::string& title);  // a way to the page that is being drawn

    std::string finished(base::Language language);  // throws when Cairo cannot write it; nothing is drawn any more

private:
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen_;
    std::vector<Tag> tags_;  // in the order they were begun
    int page_ = 1;
};

// Cairo 1.16 knows no languages and no words in the place of a picture. They are added as an update behind the PDF it wrote (ISO 32000-1, 7.5.6):
// the objects that change once more, and where they lie now. `tags` are those of its structure, in order. Throws when it is not as Cairo writes it.
std::string with_languages(std::string pdf, base::Language language, const std::vector<Tag>& tags);

}  // namespace loopbaankaart::media

// For tests only: reads a page of ours back as a browser would read it, strictly: every element closed in order, every value
// between double quotes, every entity known. Throws std::runtime_error, with the place, for anything else.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::web::read_back {

struct Element {
    std::string tag;
    std::map<std::string, std::string> attributes;
    std::string text;                 // of itself and all within, decoded
    std::vector<Element> children;

    // All elements within (and this one) of that tag.
    std::vector<const Element*> all(std::string_view wanted) const {
        std::vector<const Element*> found;
        if (tag == wanted) found.push_back(this);
        for (const Element& child : children) {
            const auto deeper = child.all(wanted);
            found.insert(found.end(), deeper.begin(), deeper.end());
        }
        return found;
    }
};

class Reader {
public:
    explicit Reader(std::string_view page) : page_{page} {}

    Element read() {
        if (rest().starts_with("<!doctype html>\n")) at_ += 16;
        Element root;
        content_of(root);
        if (at_ != page_.size()) fail("an end tag too many");
        return root;
    }

private:
    std::string_view rest() const { return page_.substr(at_); }
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error{what + " at: " + std::string{page_.substr(at_ > 30 ? at_ - 30 : 0, 90)}};
    }

    std::string until(std::string_view ends) {
        std::string text;
        while (at_ < page_.size() && ends.find(page_[at_]) == std::string_view::npos) {
            if (page_[at_] == '<' || page_[at_] == '>' || page_[at_] == '"' || page_[at_] == '\'') fail("a sign that should be an entity");
            if (page_[at_] != '&') {
                text += page_[at_++];
                continue;
            }
            bool known = false;
            for (const auto& [entity, sign] : {std::pair{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#13;", '\r'}})
                if (!known && rest().starts_with(entity)) {
                    text += sign;
                    at_ += std::string_view{entity}.size();
                    known = true;
                }
            if (!known) fail("an unknown entity");
        }
        return text;
    }

    std::string name() {
        const std::size_t start = at_;
        while (at_ < page_.size() && page_[at_] != ' ' && page_[at_] != '>' && page_[at_] != '=') ++at_;
        if (at_ == start) fail("a name is missing");
        return std::string{page_.substr(start, at_ - start)};
    }

    Element element() {
        ++at_;  // <
        Element made;
        made.tag = name();
        while (rest().starts_with(' ')) {
            ++at_;
            const std::string attribute = name();
            if (made.attributes.contains(attribute)) fail("an attribute twice");
            std::string& value = made.attributes[attribute];
            if (!rest().starts_with('=')) continue;
            if (!rest().starts_with("=\"")) fail("a value without quotes");
            at_ += 2;
            value = until("\"");
            if (at_ == page_.size()) fail("a value without an end");
            ++at_;
        }
        if (!rest().starts_with('>')) fail("a tag without an end");
        ++at_;
        constexpr std::array empty{"br", "img", "input", "link", "meta", "hr", "source"};
        if (std::ranges::find(empty, made.tag) != empty.end()) return made;
        content_of(made);
        const std::string end = "</" + made.tag + ">";
        if (!rest().starts_with(end)) fail("an end tag is missing: " + made.tag);
        at_ += end.size();
        return made;
    }

    void content_of(Element& parent) {
        while (at_ < page_.size() && !rest().starts_with("</")) {
            if (page_[at_] != '<') {
                parent.text += until("<");
                continue;
            }
            parent.children.push_back(element());
            parent.text += parent.children.back().text;
        }
    }

    std::string_view page_;
    std::size_t at_ = 0;
};

inline Element read(std::string_view page) { return Reader{page}.read(); }

}  // namespace loopbaankaart::web::read_back

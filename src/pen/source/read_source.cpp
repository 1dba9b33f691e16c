#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <memory>

#include <pen/words.hpp>

#include "source.hpp"

namespace loopbaankaart::pen {

namespace {

constexpr std::array<std::string_view, 8> refused_tags{"script", "image", "foreignObject", "iframe", "animate", "set", "a", "audio"};

std::string_view text_of(const xmlChar* text) { return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text); }

constexpr std::size_t most_classes = 32;

// Whether any url(…) in it is not one of the drawing's own parts: url(#id).
bool points_elsewhere(std::string_view text) {
    constexpr std::string_view start = "url(";
    for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
        const std::size_t address = text.find_first_not_of(" '\"", at + start.size());
        if (address == std::string_view::npos || text[address] != '#') return true;
    }
    return false;
}

class Reader {
public:
    explicit Reader(std::vector<DrawingMistake>& mistakes) : mistakes_{&mistakes} {}

    std::optional<Element> read(std::string_view text);

private:
    std::optional<Element> element(const xmlNode& node, int depth);
    bool attributes(const xmlNode& node, Element& element);
    std::nullopt_t refuse(const base::Word& word, std::string_view about, int line) {
        mistakes_->push_back({&word, std::string{about.substr(0, 60)}, line});
        return std::nullopt;
    }

    std::vector<DrawingMistake>* mistakes_;
    int count_ = 0;
};

bool Reader::attributes(const xmlNode& node, Element& element) {
    for (const xmlAttr* one = node.properties; one != nullptr; one = one->next) {
        const std::unique_ptr<xmlChar, void (*)(void*)> value{xmlNodeListGetString(node.doc, one->children, 1), xmlFree};
        const std::string_view name = text_of(one->name), text = text_of(value.get());
        if (one->ns != nullptr && name != "href") continue;  // what drawing programs keep for themselves
        const bool elsewhere = (name == "href" && text.find(':') != std::string_view::npos) || points_elsewhere(text);
        if (elsewhere || name.starts_with("on")) {
            refuse(word::source_elsewhere, text, element.line);
            return false;
        }
        element.attributes.emplace(name, text);
    }
    for (std::string_view one : base::split(element["class"], ' '))
        if (!one.empty() && element.classes.size() < most_classes) element.classes.emplace_back(one);
    return true;
}

std::optional<Element> Reader::element(const xmlNode& node, int depth) {
    Element element{.tag = std::string{text_of(node.name)}, .line = static_cast<int>(xmlGetLineNo(const_cast<xmlNode*>(&node)))};
    if (++count_ > most_elements || depth > deepest_element) return refuse(word::source_too_much, element.tag, element.line);
    if (std::ranges::find(refused_tags, element.tag) != refused_tags.end()) return refuse(word::source_refused_tag, element.tag, element.line);
    if (!attributes(node, element)) return std::nullopt;
    if (element.tag == "title" || element.tag == "style") {
        const std::unique_ptr<xmlChar, void (*)(void*)> text{xmlNodeGetContent(&node), xmlFree};
        element.text = text_of(text.get());
        return element;
    }
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        const bool foreign = child->ns != nullptr && child->ns->href != nullptr && text_of(child->ns->href) != "http://www.w3.org/2000/svg";
        if (child->type != XML_ELEMENT_NODE || foreign) continue;  // what drawing programs keep for themselves
        auto inner = this->element(*child, depth + 1);
        if (!inner) return std::nullopt;
        element.children.push_back(std::move(*inner));
    }
    return element;
}

std::optional<Element> Reader::read(std::string_view text) {
    if (text.size() > largest_source) return refuse(word::source_too_large, "", 0);
    if (text.find("<!DOCTYPE") != std::string_view::npos || text.find("<!ENTITY") != std::string_view::npos) return refuse(word::source_doctype, "<!DOCTYPE", 1);
    const std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxtPtr)> parser{xmlNewParserCtxt(), xmlFreeParserCtxt};
    const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document{
        xmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA), xmlFreeDoc};
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) {
        const xmlError* error = xmlCtxtGetLastError(parser.get());
        const std::string_view message = error == nullptr || error->message == nullptr ? std::string_view{} : base::trimmed(error->message);
        return refuse(word::source_malformed, message, error == nullptr ? 0 : error->line);
    }
    if (text_of(root->name) != "svg") return refuse(word::source_no_svg, text_of(root->name), 1);
    return element(*root, 0);
}

}  // namespace

std::optional<Element> read_source(std::string_view text, std::vector<DrawingMistake>& mistakes) { return Reader{mistakes}.read(text); }

}  // namespace loopbaankaart::pen

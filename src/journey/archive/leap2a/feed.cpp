#include "feed.hpp"

#include <fmt/format.h>
#include <libxml/xmlwriter.h>

#include <stdexcept>

namespace loopbaankaart::journey {

namespace {

constexpr const char* atom = "http://www.w3.org/2005/Atom";
constexpr const char* rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
// As Mahara writes them since leapspecs.org is gone; its reader knows the version by its own address.
constexpr const char* leap2 = "https://web.archive.org/web/20100503000634/http://terms.leapspecs.org";
constexpr const char* categories = "https://web.archive.org/web/20120819100914/http://wiki.leapspecs.org:80/2A/categories";
constexpr const char* version = "http://www.leapspecs.org/2010-07/2A/";

std::string_view code(LeapType type) {
    switch (type) {
        case LeapType::person: return "person";
        case LeapType::resource: return "resource";
        case LeapType::ability: return "ability";
        case LeapType::activity: return "activity";
        case LeapType::plan: return "plan";
        case LeapType::selection: return "selection";
        default: return "entry";
    }
}

std::string_view code(LeapLink::Relation relation) {
    switch (relation) {
        case LeapLink::Relation::reflects_on: return "reflects_on";
        case LeapLink::Relation::has_part: return "has_part";
        case LeapLink::Relation::is_part_of: return "is_part_of";
        case LeapLink::Relation::has_evidence: return "has_evidence";
        default: return "relation";
    }
}

const xmlChar* sign(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

int take(void* into, const char* bytes, int count) {
    static_cast<std::string*>(into)->append(bytes, static_cast<std::size_t>(count));
    return count;
}

}  // namespace

struct LeapFeed::Writer {
    std::function<void(std::string_view)> out;
    std::string text;  // written, and not yet given out
    xmlTextWriterPtr xml = nullptr;

    explicit Writer(std::function<void(std::string_view)> to) : out{std::move(to)} {
        xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(take, nullptr, &text, nullptr);
        xml = buffer == nullptr ? nullptr : xmlNewTextWriter(buffer);
        if (xml == nullptr) throw std::bad_alloc{};
        sure(xmlTextWriterStartDocument(xml, nullptr, "UTF-8", nullptr));
    }
    ~Writer() { xmlFreeTextWriter(xml); }
    Writer(const Writer&) = delete;

    static void sure(int done) {
        if (done < 0) throw std::runtime_error{"a Leap2A feed cannot be written"};
    }
    void begin(const char* name) const { sure(xmlTextWriterStartElement(xml, sign(name))); }
    void end() const { sure(xmlTextWriterEndElement(xml)); }
    void attribute(const char* name, std::string_view value) const { sure(xmlTextWriterWriteAttribute(xml, sign(name), sign(xml_signs(value).c_str()))); }
    void words(std::string_view said) const { sure(xmlTextWriterWriteString(xml, sign(xml_signs(said).c_str()))); }
    void element(const char* name, std::string_view said) const {
        begin(name);
        words(said);
        end();
    }
    void link(std::string_view relation, std::string_view to) const {
        begin("link");
        attribute("rel", relation);
        attribute("href", to);
    }
    void category(std::string_view term, std::string_view scheme) const {
        begin("category");
        attribute("term", term);
        if (!scheme.empty()) attribute("scheme", scheme);
        end();
    }
    void date(std::string_view point, std::string_view day) const {
        if (day.empty()) return;
        begin("leap2:date");
        attribute("leap2:point", point);
        words(day);
        end();
    }
    void give_out() {
        sure(xmlTextWriterFlush(xml));
        out(text);
        text.clear();
    }
};

LeapFeed::LeapFeed(const LeapHead& head, std::function<void(std::string_view)> out) : writer_{std::make_unique<Writer>(std::move(out))} {
    const Writer& to = *writer_;
    to.begin("feed");
    to.attribute("xmlns", atom);
    to.attribute("xmlns:rdf", rdf);
    to.attribute("xmlns:leap2", leap2);
    to.attribute("xmlns:categories", categories);
    to.attribute("xmlns:portfolio", head.id + "/");
    to.attribute("xml:lang", base::code(head.language));
    to.element("leap2:version", version);
    to.element("id", head.id);
    to.element("title", head.title);
    to.element("updated", base::iso(head.made_at));
    to.begin("generator");
    to.attribute("uri", head.made_by);
    to.words("Loopbaankaart");
    to.end();
    to.begin("author");
    to.element("name", head.author);
    to.element("uri", "portfolio:" + head.person);
    to.end();
}

LeapFeed::~LeapFeed() = default;

void LeapFeed::add(const LeapEntry& entry) {
    Writer& to = *writer_;
    to.begin("entry");
    to.element("title", entry.title);
    to.element("id", "portfolio:" + entry.id);
    to.element("updated", base::iso(entry.updated));
    if (entry.published) to.element("published", base::iso(*entry.published));
    to.begin("content");
    to.attribute("type", "text");
    to.words(entry.words);
    to.end();
    to.begin("rdf:type");
    to.attribute("rdf:resource", fmt::format("leap2:{}", code(entry.type)));
    to.end();
    if (!entry.file.empty()) {
        to.category("Offline", "categories:resource_type#");
        to.link("enclosure", entry.file);
        to.attribute("type", entry.media_type);
        to.end();
    }
    if (!entry.selection.empty()) to.category(entry.selection, "categories:selection_type#");
    std::size_t order = 0;
    for (const LeapLink& link : entry.links) {
        to.link(fmt::format("leap2:{}", code(link.relation)), "portfolio:" + link.to);
        if (link.relation == LeapLink::Relation::has_part) to.attribute("leap2:display_order", std::to_string(++order));
        to.end();
    }
    for (const std::string& tag : entry.tags) to.category(tag, {});
    to.date("start", entry.dates.start);
    to.date("end", entry.dates.end);
    to.end();
    to.give_out();
}

void LeapFeed::finish() {
    Writer::sure(xmlTextWriterEndDocument(writer_->xml));
    writer_->give_out();
}

}  // namespace loopbaankaart::journey

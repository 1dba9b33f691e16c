// Leap2A 2010-07 (design/standards.md, "Taking along"): an Atom feed of what somebody has in a portfolio, as other portfolios (Mahara) read it. Written as it comes, so that it
// never lies in memory whole. What is no sign of XML 1.0 is left out of it.
//
//     LeapFeed feed{{.id = "https://noord.example/meenemen/01J…", .title = "De reis van Amina", .author = "Amina", .made_at = now}, out};
//     feed.add({.id = "visit-01J…", .type = LeapType::activity, .title = "De Haven", .updated = now});
//     feed.finish();
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <web/web.hpp>

namespace loopbaankaart::journey {

enum class LeapType { person, entry, resource, ability, activity, plan, selection };

struct LeapLink {
    enum class Relation { reflects_on, has_part, is_part_of, has_evidence, relation };
    Relation relation = Relation::relation;
    std::string to;  // an id in the same feed
};

// When it was, as precisely as is known: "2026", "2026-09" or "2026-09-14". Either may be empty.
struct LeapDates {
    std::string start, end;
};

struct LeapEntry {
    std::string id;     // unique in the feed, of letters, digits, '-' and '_'
    LeapType type = LeapType::entry;
    std::string title;  // may not be empty
    std::string words = {};  // plain
    base::Instant updated;
    std::optional<base::Instant> published = {};
    LeapDates dates = {};
    std::vector<LeapLink> links = {};
    std::vector<std::string> tags = {};
    std::string file = {}, media_type = {};  // of a resource: its name in the archive, and what it is
    std::string selection = {};              // of a selection: what kind Leap2A calls it
};

struct LeapHead {
    std::string id;      // of the feed: an address that is nobody else's
    std::string title, author;
    std::string person;  // the id of the author's own entry
    std::string made_by; // an address
    base::Language language = base::Language::nl;
    base::Instant made_at;
};

class LeapFeed {
public:
    // `out` is told what follows, in stretches of at most some kilobytes more than an entry.
    LeapFeed(const LeapHead& head, std::function<void(std::string_view)> out);
    ~LeapFeed();
    LeapFeed(const LeapFeed&) = delete;

    void add(const LeapEntry& entry);
    void finish();

private:
    struct Writer;
    std::unique_ptr<Writer> writer_;
};

// Without what XML 1.0 cannot hold: control signs, and U+FFFE and U+FFFF. What is no UTF-8 becomes U+FFFD.
std::string xml_signs(std::string_view text);
// The words of our own HTML (Html::take()): a line of their own for each block.
std::string plain_words(const std::string& html);

}  // namespace loopbaankaart::journey

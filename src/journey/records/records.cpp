#include "records.hpp"

#include <algorithm>
#include <array>

namespace loopbaankaart::journey {

namespace {

// In the order of RecordKind; what is stored never changes.
constexpr std::array<std::string_view, record_kind_count> codes{"insight", "self_story", "rim", "bearing", "circle", "wish", "post",
                                                                "story", "stamp", "passport", "cv", "competences", "answer"};

}  // namespace

std::string_view code(RecordKind kind) { return codes[static_cast<std::size_t>(kind)]; }

std::optional<RecordKind> parse_record_kind(std::string_view code) {
    const auto found = std::ranges::find(codes, code);
    if (found == codes.end()) return std::nullopt;
    return static_cast<RecordKind>(found - codes.begin());
}

// The index own_record_single names the same.
bool is_single(RecordKind kind) {
    constexpr RecordKind single[] = {RecordKind::rim, RecordKind::circle, RecordKind::self_story, RecordKind::passport, RecordKind::competence_drawing};
    return std::ranges::find(single, kind) != std::end(single);
}

access::Thing as_thing(const Record& record) { return {code(record.kind), record.id, record.owner.value()}; }
Link link_to(const Record& record) { return {std::string{code(record.kind)}, record.id}; }
Link link_to(const KeptThing& thing) { return {"kept_thing", thing.id}; }
base::Id seen_of(const Record& record) { return record.change.value_or(record.id); }

}  // namespace loopbaankaart::journey

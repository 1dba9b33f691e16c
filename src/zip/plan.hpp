// An archive that is never there as a whole: its bytes follow from the list of what is in it, so any stretch of them can be made when it is
// asked for. All is stored as it is: pictures and sounds are compressed already, and words are small. ZIP64 where 32 bits are too few.
//
//     const zip::Plan plan{{{"reis.json", text.size(), zip::crc_of(text)}}, now};
//     plan.size();
//     plan.read(0, 256 * 1024, [&](std::size_t entry, std::uint64_t from, std::size_t most) { … });
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::zip {

struct Entry {
    std::string name;         // UTF-8, folders by '/'; no two the same
    std::uint64_t bytes = 0;
    std::uint32_t crc = 0;
};

// CRC-32 of these bytes, behind those of which `before` is the CRC-32.
std::uint32_t crc_of(base::BytesView bytes, std::uint32_t before = 0);

class Plan {
public:
    Plan(std::vector<Entry> entries, base::Instant packed_at);

    std::uint64_t size() const;

    // So many bytes of an entry, or fewer at its end; nothing when it is not there any more.
    using Content = std::function<std::optional<base::Bytes>(std::size_t entry, std::uint64_t from, std::size_t most)>;
    // The bytes of the archive from there: `most`, or fewer at its end. Nothing when an entry is not there any more, or is shorter than was said.
    std::optional<base::Bytes> read(std::uint64_t from, std::size_t most, const Content& content) const;

private:
    std::string head_of(std::size_t entry) const;  // in front of its bytes
    std::string line_of(std::size_t entry) const;  // in the list behind all entries
    std::string end() const;
    std::optional<base::Bytes> piece(std::uint64_t from, std::size_t most, const Content& content) const;

    std::vector<Entry> entries_;
    std::uint32_t moment_;                // as archives note it: date and time in two halves
    std::vector<std::uint64_t> heads_;    // where the head of each entry begins, and the list
    std::vector<std::uint64_t> lines_;    // where the line of each entry begins, and what stands behind the list
    std::string end_;
};

}  // namespace loopbaankaart::zip

// The layout is that of PKWARE's APPNOTE 6.3.10: §4.3.7 a head, §4.3.12 a line of the list, §4.3.14–16 the end, §4.5.3 ZIP64.
#include "plan.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace loopbaankaart::zip {

namespace {

constexpr std::uint64_t most_32 = std::numeric_limits<std::uint32_t>::max(), most_16 = std::numeric_limits<std::uint16_t>::max();
constexpr std::uint16_t version = 20, version_64 = 45, made_on_unix = 3 << 8;
constexpr std::uint16_t names_are_utf8 = 1 << 11;
constexpr std::uint16_t stored = 0;
constexpr std::uint32_t readable_file = 0100644U << 16;
constexpr std::uint16_t extra_64 = 1;

// Least significant byte first.
class Record {
public:
    Record& two(std::uint64_t value) { return put(value, 2); }
    Record& four(std::uint64_t value) { return put(value, 4); }
    Record& eight(std::uint64_t value) { return put(value, 8); }
    Record& text(std::string_view text) {
        bytes_ += text;
        return *this;
    }
    std::string take() { return std::move(bytes_); }

private:
    Record& put(std::uint64_t value, int bytes) {
        for (int at = 0; at < bytes; ++at) bytes_ += static_cast<char>(value >> (8 * at));
        return *this;
    }
    std::string bytes_;
};

std::uint64_t in_32(std::uint64_t value) { return std::min(value, most_32); }
std::uint64_t in_16(std::uint64_t value) { return std::min(value, most_16); }

// Two seconds precise, in UTC, from 1980.
std::uint32_t dos_moment(base::Instant moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{moment - day};
    const auto year = static_cast<std::uint32_t>(std::clamp(static_cast<int>(date.year()), 1980, 2107) - 1980);
    const auto part = [](auto count) { return static_cast<std::uint32_t>(count); };
    return (year << 9 | static_cast<unsigned>(date.month()) << 5 | static_cast<unsigned>(date.day())) << 16 |
           part(time.hours().count()) << 11 | part(time.minutes().count()) << 5 | part(time.seconds().count()) / 2;
}

// What both a head and a line say of an entry, up to the lengths of its name and extra field.
void describe(Record& record, const Entry& entry, std::uint32_t moment, bool large) {
    record.two(large ? version_64 : version).two(names_are_utf8).two(stored).two(moment & most_16).two(moment >> 16);
    record.four(entry.crc).four(in_32(entry.bytes)).four(in_32(entry.bytes)).two(entry.name.size());
}

std::optional<base::Bytes> stretch_of(std::string_view text, std::uint64_t from, std::size_t most) {
    const base::BytesView bytes = base::bytes_of(text.substr(from, most));
    return base::Bytes{bytes.begin(), bytes.end()};
}

}  // namespace

std::uint32_t crc_of(base::BytesView bytes, std::uint32_t before) {
    return static_cast<std::uint32_t>(::crc32_z(before, bytes.empty() ? reinterpret_cast<const unsigned char*>("") : bytes.data(), bytes.size()));
}

Plan::Plan(std::vector<Entry> entries, base::Instant packed_at) : entries_{std::move(entries)}, moment_{dos_moment(packed_at)} {
    std::uint64_t at = 0;
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
        heads_.push_back(at);
        at += head_of(entry).size() + entries_[entry].bytes;
    }
    heads_.push_back(at);
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
        lines_.push_back(at);
        at += line_of(entry).size();
    }
    lines_.push_back(at);
    end_ = end();
}

std::uint64_t Plan::size() const { return lines_.back() + end_.size(); }

std::string Plan::head_of(std::size_t entry) const {
    const Entry& of = entries_[entry];
    const bool large = of.bytes >= most_32;
    Record head;
    head.text("PK\3\4");
    describe(head, of, moment_, large);
    head.two(large ? 20 : 0).text(of.name);
    if (large) head.two(extra_64).two(16).eight(of.bytes).eight(of.bytes);
    return head.take();
}

std::string Plan::line_of(std::size_t entry) const {
    const Entry& of = entries_[entry];
    const bool large = of.bytes >= most_32, far = heads_[entry] >= most_32;
    const int extra = (large ? 16 : 0) + (far ? 8 : 0);
    Record line;
    line.text("PK\1\2").two(made_on_unix | version_64);
    describe(line, of, moment_, large || far);
    line.two(extra > 0 ? extra + 4 : 0).two(0).two(0).two(0).four(readable_file).four(in_32(heads_[entry])).text(of.name);
    if (extra > 0) line.two(extra_64).two(extra);
    if (large) line.eight(of.bytes).eight(of.bytes);
    if (far) line.eight(heads_[entry]);
    return line.take();
}

std::string Plan::end() const {
    const std::uint64_t count = entries_.size(), list = heads_.back(), behind = lines_.back();
    Record end;
    if (count >= most_16 || behind >= most_32) {
        end.text("PK\6\6").eight(44).two(made_on_unix | version_64).two(version_64).four(0).four(0);
        end.eight(count).eight(count).eight(behind - list).eight(list);
        end.text("PK\6\7").four(0).eight(behind).four(1);
    }
    end.text("PK\5\6").two(0).two(0).two(in_16(count)).two(in_16(count)).four(in_32(behind - list)).four(in_32(list)).two(0);
    return end.take();
}

// The rest of what lies there: of one head, entry or line.
std::optional<base::Bytes> Plan::piece(std::uint64_t from, std::size_t most, const Content& content) const {
    const auto which = [&](const std::vector<std::uint64_t>& starts) {
        return static_cast<std::size_t>(std::ranges::upper_bound(starts, from) - starts.begin()) - 1;
    };
    if (from >= lines_.back()) return stretch_of(end_, from - lines_.back(), most);
    if (from >= heads_.back()) {
        const std::size_t entry = which(lines_);
        return stretch_of(line_of(entry), from - lines_[entry], most);
    }
    const std::size_t entry = which(heads_);
    const std::string head = head_of(entry);
    const std::uint64_t within = from - heads_[entry];
    if (within < head.size()) return stretch_of(head, within, most);
    const std::uint64_t left = entries_[entry].bytes - (within - head.size());
    auto bytes = content(entry, within - head.size(), static_cast<std::size_t>(std::min<std::uint64_t>(most, left)));
    if (!bytes || bytes->empty() || bytes->size() > left) return std::nullopt;
    return bytes;
}

std::optional<base::Bytes> Plan::read(std::uint64_t from, std::size_t most, const Content& content) const {
    base::Bytes all;
    const std::uint64_t end = from + std::min<std::uint64_t>(most, size() - std::min(from, size()));
    while (from < end) {
        const auto next = piece(from, static_cast<std::size_t>(end - from), content);
        if (!next) return std::nullopt;
        all.insert(all.end(), next->begin(), next->end());
        from += next->size();
    }
    return all;
}

}  // namespace loopbaankaart::zip

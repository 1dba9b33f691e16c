// Any bytes for an archive: it is refused, or what it holds is no larger than it says and than it may be; and packed again it is the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "zip.hpp"

namespace zip = loopbaankaart::zip;
namespace base = loopbaankaart::base;

namespace {

constexpr zip::Limits limits{.entries = 100, .entry_bytes = 1 << 20, .all_bytes = 4 << 20};
constexpr std::size_t longest_name = 400;  // of what is packed again

void insist(bool truth) {
    if (!truth) std::abort();
}

class Fuzzed final : public zip::Source {
public:
    explicit Fuzzed(base::BytesView bytes) : bytes_{bytes} {}
    std::uint64_t size() const override { return bytes_.size(); }
    base::Bytes read(std::uint64_t from, std::size_t most) override {
        const auto start = static_cast<std::size_t>(std::min<std::uint64_t>(from, bytes_.size()));
        const base::BytesView part = bytes_.subspan(start, std::min(most, bytes_.size() - start));
        return {part.begin(), part.end()};
    }

private:
    base::BytesView bytes_;
};

struct Read {
    std::vector<zip::Entry> entries;
    std::vector<base::Bytes> contents;
};

Read read(zip::Archive& archive) {
    Read read;
    for (const zip::Listed& each : archive.entries()) {
        auto content = archive.read(each.name);
        if (!content) continue;
        insist(content->size() == each.bytes && each.bytes <= limits.entry_bytes);
        if (each.name.size() > longest_name) continue;
        read.entries.push_back({each.name, each.bytes, zip::crc_of(*content)});
        read.contents.push_back(std::move(*content));
    }
    insist(read.entries.size() <= limits.entries);
    return read;
}

base::Bytes packed(const Read& read) {
    const zip::Plan plan{read.entries, base::instant(0)};
    return plan.read(0, static_cast<std::size_t>(plan.size()), [&](std::size_t entry, std::uint64_t from, std::size_t most) {
        const auto start = read.contents[entry].begin() + static_cast<std::ptrdiff_t>(from);
        return std::optional{base::Bytes{start, start + static_cast<std::ptrdiff_t>(most)}};
    }).value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Fuzzed source{{data, size}};
    auto archive = zip::open(source, limits);
    if (!archive) return 0;
    const Read first = read(*archive);
    const base::Bytes again = packed(first);
    Fuzzed second{again};
    auto reopened = zip::open(second, limits);
    insist(static_cast<bool>(reopened));
    insist(reopened->entries().size() <= first.entries.size());  // a folder that is taken off may show what is passed over
    return 0;
}

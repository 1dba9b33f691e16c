// An archive that somebody brings, read by libzip: nothing it says of itself is believed, and nothing is ever written to disk by its names.
//
//     auto archive = zip::open(pieces);
//     if (!archive) return page_with(archive.error());
//     auto text = archive->read("reis.json");
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

namespace loopbaankaart::zip {

// Where the bytes of an archive lie; any stretch of them can be had at any time. What it throws comes out of open() and read().
class Source {
public:
    virtual ~Source() = default;
    virtual std::uint64_t size() const = 0;
    virtual base::Bytes read(std::uint64_t from, std::size_t most) = 0;  // fewer only at the end, none behind it
};

// How much an archive may unpack to (Guard::zip_limits).
struct Limits {
    std::size_t entries = 20'000;
    std::uint64_t entry_bytes = 64 << 20;
    std::uint64_t all_bytes = std::uint64_t{8} << 30;
};

// A file in an archive, by the name under which it is read.
struct Listed {
    std::string name;
    std::uint64_t bytes = 0;
};

class Archive {
public:
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    // In the order of their names. Not what a computer adds by itself (folders, __MACOSX/, .DS_Store). When all lie in one folder, that folder is
    // no part of their names.
    std::span<const Listed> entries() const;
    const Listed* find(std::string_view name) const;
    // The whole of it. Errors: word::missing, damaged, too_large (it holds more than it says).
    base::Result<base::Bytes> read(std::string_view name);

private:
    friend base::Result<Archive> open(Source& source, const Limits& limits);
    struct Opened;
    explicit Archive(std::unique_ptr<Opened> opened);
    std::unique_ptr<Opened> opened_;
};

// The source must outlive the archive. Errors: word::no_archive, damaged (also when an entry says two things about itself, or a name stands there
// twice), locked, unknown_packing, too_large, too_many.
base::Result<Archive> open(Source& source, const Limits& limits = {});

}  // namespace loopbaankaart::zip

// Pictures and sounds of one school: sealed files in chunks of 64 KB, so that a part can be opened without the rest.
// A file is immutable and synced (file and folder) before the row that names it.
#pragma once

#include <vector>

#include <base/base.hpp>

#include "vault.hpp"

namespace loopbaankaart::storage {

class Media {
public:
    virtual ~Media() = default;

    // Seals and syncs; the name is a fresh Id. Throws storage::Broken on a full or failing disk.
    virtual base::Id put(const base::Id& holder, base::BytesView clear) = 0;
    // Bytes [from, from + length) of the clear file; nothing when there is no such file.
    virtual std::optional<base::Bytes> read(const base::Id& holder, const base::Id& name, std::uint64_t from, std::uint64_t length) = 0;
    virtual std::optional<std::uint64_t> size(const base::Id& name) = 0;  // clear bytes
    virtual void remove(const base::Id& name) = 0;
    // What was made before that moment. What was only half written then goes.
    virtual std::vector<base::Id> made_before(base::Instant moment) = 0;
};

}  // namespace loopbaankaart::storage

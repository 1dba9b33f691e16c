// Inside archive: an archive that is being packed. What was made for it goes away again unless it is handed over.
#pragma once

#include <map>

#include "../backpack/backpack.hpp"
#include "taking.hpp"

namespace loopbaankaart::journey {

class Parcel {
public:
    // `folder`: where media lie in it.
    Parcel(storage::School& school, const base::Id& owner, std::string folder = "media") : school_{school}, owner_{owner}, folder_{std::move(folder)} {}
    ~Parcel();
    Parcel(const Parcel&) = delete;

    // A file made for this archive.
    void add(std::string name, std::string_view text);
    // The same of a text that is too large for memory, bit by bit. texts_first() brings its bits together.
    void add_more(std::string_view name, std::string_view text);
    // The largest size of a photo, a drawing or a sound, once however often it is asked for; gives its name, or nothing when its file is not there.
    std::optional<std::string> add(const KeptPart& part);

    // Texts in front of media, so that who unpacks it by a slow line has the pages first.
    void texts_first();

    // Walks over what lies in lasting files, to know their CRC; `walked` is told every 64 MB how much is done of how much, and says whether to
    // go on; gives that. Throws storage::Broken when a file was removed meanwhile.
    bool walk(const std::function<bool(std::uint64_t done, std::uint64_t all)>& walked);

    const std::vector<TakingEntry>& entries() const { return entries_; }
    // Its files belong to a row now.
    void hand_over() { handed_over_ = true; }

private:
    storage::School& school_;
    base::Id owner_;
    std::string folder_;
    std::vector<TakingEntry> entries_;
    std::map<base::Id, std::string> media_;  // by part: its name
    bool handed_over_ = false;
};

}  // namespace loopbaankaart::journey

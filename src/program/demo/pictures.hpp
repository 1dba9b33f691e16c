// Drawn pictures for the demo school, in the place of photos: content/demo/scenes/*.svg, drawn by the pen, made into WebP by loopbaankaart-media.
#pragma once

#include <string>
#include <vector>

#include <storage/storage.hpp>

#include "chance.hpp"
#include "travels.hpp"

namespace loopbaankaart::program::demo {

class PictureBook {
public:
    // Draws every scene once, with the program `loopbaankaart-media` that lies beside this one. Throws when it is not there.
    static PictureBook draw();

    // One of them, sealed in `media` for its owner.
    journey::KeptPart one(const base::Id& owner, storage::Media& media, const base::Id& id, Chance& chance) const;

    // Gives about one in ten of the kept things a picture of its owner's, sealed in `media`.
    void illustrate(Travel& travel, const base::Id& owner, storage::Media& media, Chance& chance) const;

private:
    struct Picture {
        std::string description;   // Dutch, for who cannot see it
        base::Bytes image;         // WebP
    };
    std::vector<Picture> pictures_;
};

}  // namespace loopbaankaart::program::demo

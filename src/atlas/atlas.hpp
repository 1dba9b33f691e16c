// atlas: places, legend, a school's own words and places, and (issue by issue) the drawing of the map.
#pragma once

#include <atlas/words.hpp>

#include <memory>
#include <mutex>

#include "chart/draw_map.hpp"
#include "map/traveller.hpp"
#include "places/places.hpp"
#include "places/style.hpp"
#include "sheet/drawings.hpp"


namespace loopbaankaart::atlas {

// The atlas of a site: ours, or with the school's own laid over it from DATA/schools/NAME/content; read again when a file there
// changed (looked at once a second at most, by the site's clock); a broken one leaves the last good one. Thread-safe.
class Atlases {
public:
    // With `trial`, that folder is laid over ours for every site (`serve --content DIR`).
    explicit Atlases(std::filesystem::path trial = {});
    ~Atlases();

    std::shared_ptr<const Atlas> of(const web::Site& site) const;  // never null
    // What was wrong when the content of this site was read last, for the doctor and the log.
    std::vector<ContentMistake> mistakes(const web::Site& site) const;

private:
    struct Kept;
    std::shared_ptr<Kept> kept_for(const web::Site& site) const;
    std::filesystem::path folder_of(const web::Site& site) const;
    std::filesystem::path trial_;
    std::shared_ptr<const Atlas> ours_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::shared_ptr<Kept>, std::less<>> kept_;  // by the site's name
};

// /kaart, /kaart/{place}. `traveller` may be null (then nobody's state is shown). Both must outlive the routes.
std::vector<web::Route> routes(const Atlases& atlases, const Traveller* traveller);

}  // namespace loopbaankaart::atlas

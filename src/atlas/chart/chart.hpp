// The chart: all that a page or a poster shows of an atlas beside its words. Where everything lies, the names in their places, and the
// picture, which is drawn when it is first asked for and then kept.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <fmt/format.h>

#include <web/web.hpp>

#include "../places/places.hpp"
#include "../sheet/draw_sheet.hpp"
#include "../trail/draw_traveller.hpp"
#include "../sheet/sheet.hpp"

namespace loopbaankaart::atlas {

// What a chart is made of, by language where that makes a difference.
struct ChartContent {
    std::shared_ptr<const Drawings> drawings;
    Sheet sheet;
    std::array<TitleWords, 2> titles;
};

// Thread-safe.
class Chart {
public:
    // `fingerprint` changes whenever anything does that the chart shows; it stands in the addresses of the picture and the style.
    Chart(ChartContent content, const std::vector<Place>& places, std::string fingerprint);

    const Sheet& sheet() const { return content_.sheet; }
    const Drawings& drawings() const { return *content_.drawings; }
    const TitleWords& title(base::Language language) const { return content_.titles[static_cast<std::size_t>(language)]; }
    const std::vector<SetLabel>& labels(base::Language language) const { return labels_[static_cast<std::size_t>(language)]; }
    // Where names stand, in one language or the other.
    std::vector<Room> kept_free() const;
    const std::string& fingerprint() const { return fingerprint_; }
    // The room a place's drawing takes; nothing for a place without one, which then is its name alone.
    const Standing* standing(std::string_view place) const;

    // A piece of the picture by day or by night, without words, as SVG: one of its layers, or one of its drawings alone, by the landmark's name.
    // Nothing when it was not drawn yet.
    std::shared_ptr<const web::Packed> drawn(pen::Light light, std::string_view piece) const;
    // The first layer takes about a second, mostly for compressing them all; one drawing some milliseconds.
    std::shared_ptr<const web::Packed> draw(pen::Light light, std::string_view piece) const;
    bool has_piece(std::string_view piece) const;
    static std::string layer(std::size_t at) { return fmt::format("laag-{}", at); }  // the name of that piece, from 0 to sheet_layers

    // Where travellers walk; made when it is first asked for, which takes about a fifth of a second too.
    std::shared_ptr<const TrailGround> ready_ground() const;  // null when it was not made yet
    std::shared_ptr<const TrailGround> ground() const;
    // A journey over that ground. Drawing one takes milliseconds, and a traveller looks at the same one again and again: the last ones are kept,
    // by where they went and no more.
    std::shared_ptr<const TravellerDrawing> journey(const std::vector<StopStay>& stays, std::string_view flag_words) const;

private:
    struct Made {
        std::mutex making;  // one at a time, while what was made before can be had
        std::mutex mutex;   // of the rest
        std::array<std::map<std::string, std::shared_ptr<const web::Packed>, std::less<>>, 2> pictures;  // by piece
        std::shared_ptr<const TrailGround> ground;
        std::map<std::string, std::shared_ptr<const TravellerDrawing>, std::less<>> journeys;
    };

    std::map<std::string, std::shared_ptr<const web::Packed>, std::less<>> layers(pen::Light light) const;

    ChartContent content_;
    std::array<std::vector<SetLabel>, 2> labels_;
    std::string fingerprint_;
    std::unique_ptr<Made> made_;
};

}  // namespace loopbaankaart::atlas

// The ground that a traveller's trail runs over: where one stands at each place, what the trail keeps clear of, and the way from every
// place to every other. Made once for a sheet and shared; nothing in it changes.
#pragma once

#include <optional>
#include <string_view>

#include "../sheet/labels.hpp"
#include "rooms.hpp"

namespace loopbaankaart::atlas {

// A place to be at, and what of the sheet it fills: rooms from top to foot.
struct Spot {
    std::string place;       // empty: only in the way, as a mill is
    std::vector<Room> body;
};
// The landmarks of a sheet. A place without a drawing of its own (a region, a house in a town) is where its name stands.
std::vector<Spot> spots_of(const Sheet& sheet, const Drawings& drawings, const std::vector<SetLabel>& labels);

struct Stop {
    std::string place;
    pen::Point at;  // where one stands: beside the foot of what is there, clear of labels
    Room body;      // all of it
};

constexpr double least_clearance = 5;  // units between the trail and any label or landmark

constexpr std::size_t spots_beside = 4;
constexpr double mark_size = 25;  // units across, of a drawing there

class TrailGround {
public:
    // The ways keep off `labels`, go round every spot and every mountain, and cross water only where there is no way around.
    TrailGround(const Sheet& sheet, const std::vector<Spot>& spots, const std::vector<Room>& labels);

    const std::vector<Stop>& stops() const { return stops_; }
    std::optional<std::size_t> stop_of(std::string_view place) const;  // nothing: not on the sheet
    const Rooms& rooms() const { return rooms_; }
    const Rooms& firm_rooms() const { return firm_; }  // labels and places, without what is only in the way
    const std::vector<Room>& labels() const { return labels_; }
    // Beside where one stands at that stop: free places for small drawings, the best first; at most spots_beside.
    const std::vector<pen::Point>& beside(std::size_t stop) const { return beside_[stop]; }
    // The ways run from stop to stop, as paths between villages do: whoever goes far passes others on the way.
    // All stops on the way, from the first to the last.
    std::vector<std::size_t> passed(std::size_t from, std::size_t to) const;
    // Between two stops that follow each other in passed(); the same way back.
    Outline way(std::size_t from, std::size_t to) const;

private:
    std::vector<Room> labels_;
    Rooms rooms_, firm_;
    std::vector<Stop> stops_;
    std::vector<std::vector<pen::Point>> beside_;  // by stop
    std::vector<std::vector<Outline>> ways_;      // from a stop to those before it; empty where one passes others
    std::vector<std::vector<std::size_t>> next_;  // from, to → the next stop on the way
};

}  // namespace loopbaankaart::atlas

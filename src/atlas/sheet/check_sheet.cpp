#include <algorithm>

#include <atlas/words.hpp>

#include "sheet.hpp"
#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double one_spot = 24;  // units: nearer than this, two drawings stand in each other

// A harbour has its foot in the water, and its houses behind that on land.
bool stands_on_land(const Sheet& sheet, const Standing& one) {
    return on_land(sheet, one.at) || on_land(sheet, {one.at.x, room_of(one).top + (one.at.y - room_of(one).top) * 0.4});
}

}  // namespace

void check_sheet(const Sheet& sheet, const std::vector<Place>& places, const std::string& file, std::vector<ContentMistake>& mistakes) {
    const auto note = [&](const base::Word& word, const Where& where, std::string_view about) {
        mistakes.push_back(make_mistake(Weight::serious, word, where, {{"about", about}}));
    };
    for (const Place& place : places)
        if (std::ranges::find(sheet.labels, place.id, &Label::place) == sheet.labels.end()) note(word::mistake_label_missing, {file}, place.id);
    for (const Label& label : sheet.labels)
        if (std::ranges::find(places, label.place, &Place::id) == places.end()) note(word::mistake_unknown_place, label.where, label.place);
    for (auto one = sheet.landmarks.begin(); one != sheet.landmarks.end(); ++one) {
        if (!stands_on_land(sheet, *one)) note(word::mistake_in_the_sea, one->where, one->place);
        for (auto other = sheet.landmarks.begin(); other != one; ++other)
            if (pen::distance(one->at, other->at) < one_spot) note(word::mistake_one_spot, one->where, one->place);
    }
}

}  // namespace loopbaankaart::atlas

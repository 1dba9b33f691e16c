#include <algorithm>
#include <cmath>

#include <atlas/words.hpp>

#include "sheet.hpp"
#include "standing.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr double one_spot = 24;  // units: nearer than this, two drawings stand in each other
constexpr double least_land = 20'000;  // square units, of 1.4 million

double area_of(const Outline& coast) {
    double twice = 0;
    for (std::size_t i = 0; i < coast.size(); ++i) {
        const pen::Point one = coast[i], next = coast[(i + 1) % coast.size()];
        twice += one.x * next.y - next.x * one.y;
    }
    return std::abs(twice) / 2;
}

// A harbour has its foot in the water, and its houses behind that on land.
bool stands_on_land(const Sheet& sheet, const Standing& one) {
    return on_land(sheet, one.at) || on_land(sheet, {one.at.x, room_of(one).top + (one.at.y - room_of(one).top) * 0.4});
}

}  // namespace

void check_sheet(const Sheet& sheet, const std::vector<Place>& places, const std::string& file, std::vector<ContentMistake>& mistakes) {
    const auto note = [&](const base::Word& word, const Where& where, std::string_view about) {
        mistakes.push_back(make_mistake(Weight::serious, word, where, {{"about", about}}));
    };
    const auto is_place = [&](const std::string& id) { return std::ranges::find(places, id, &Place::id) != places.end(); };
    double land = 0;
    for (const Land& one : sheet.lands) land += area_of(one.coast);
    if (land < least_land) note(word::mistake_no_land, {file}, "");
    if (!sheet.opens_at.empty() && !is_place(sheet.opens_at)) note(word::mistake_unknown_place, sheet.opens_where, sheet.opens_at);
    for (const Place& place : places)
        if (std::ranges::find(sheet.labels, place.id, &Label::place) == sheet.labels.end()) note(word::mistake_label_missing, {file}, place.id);
    for (auto label = sheet.labels.begin(); label != sheet.labels.end(); ++label) {
        if (!is_place(label->place)) note(word::mistake_unknown_place, label->where, label->place);
        if (std::ranges::find(sheet.labels.begin(), label, label->place, &Label::place) != label) note(word::mistake_label_twice, label->where, label->place);
    }
    for (const auto* standings : {&sheet.landmarks, &sheet.adrift})
        for (const Standing& one : *standings)
            if (one.place != one.landmark && !is_place(one.place)) note(word::mistake_unknown_place, one.where, one.place);
    for (auto one = sheet.landmarks.begin(); one != sheet.landmarks.end(); ++one) {
        if (!stands_on_land(sheet, *one)) note(word::mistake_in_the_sea, one->where, one->place);
        for (auto other = sheet.landmarks.begin(); other != one; ++other)
            if (pen::distance(one->at, other->at) < one_spot) note(word::mistake_one_spot, one->where, one->place);
    }
}

}  // namespace loopbaankaart::atlas

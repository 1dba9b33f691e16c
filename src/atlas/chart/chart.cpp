#include "chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include <web/web.hpp>


namespace loopbaankaart::atlas {

Chart::Chart(ChartContent content, const std::vector<Place>& places, std::string fingerprint)
    : content_{std::move(content)}, fingerprint_{std::move(fingerprint)}, made_{std::make_unique<Made>()} {
    for (const base::Language language : {base::Language::nl, base::Language::en}) labels_[static_cast<std::size_t>(language)] = set_labels(content_.sheet, places, language);
}

std::vector<Room> Chart::kept_free() const {
    std::vector<Room> rooms;
    for (const auto& labels : labels_)
        for (const SetLabel& label : labels) rooms.push_back(label.room());
    return rooms;
}

const Standing* Chart::standing(std::string_view place) const {
    for (const auto* standings : {&content_.sheet.landmarks, &content_.sheet.adrift}) {
        const auto found = std::ranges::find(*standings, place, &Standing::place);
        if (found != standings->end()) return &*found;
    }
    return nullptr;
}

std::shared_ptr<const std::string> Chart::drawn(pen::Light light) const {
    const std::lock_guard lock{made_->mutex};
    return made_->gzipped[static_cast<std::size_t>(light)];
}

std::shared_ptr<const std::string> Chart::draw(pen::Light light) const {
    const std::lock_guard lock{made_->mutex};
    auto& picture = made_->gzipped[static_cast<std::size_t>(light)];
    if (!picture) picture = std::make_shared<const std::string>(web::gzipped_well(draw_sheet(content_.sheet, *content_.drawings, light, {.kept_free = kept_free(), .labels = {}, .title = {}})));
    return picture;
}

bool Chart::has_ground() const {
    const std::lock_guard lock{made_->mutex};
    return made_->ground != nullptr;
}

std::shared_ptr<const TrailGround> Chart::ground() const {
    const std::lock_guard lock{made_->mutex};
    if (!made_->ground) made_->ground = std::make_shared<const TrailGround>(content_.sheet, spots_of(content_.sheet, *content_.drawings, labels_.front()), kept_free());
    return made_->ground;
}

namespace {

constexpr std::size_t most_journeys = 500;  // some 8 KB each

std::string key_of(const std::vector<StopStay>& stays, std::string_view flag_words) {
    std::string key{flag_words};
    for (const StopStay& stay : stays) key += fmt::format(" {}{}{}", stay.stop, stay.here ? "!" : "", stay.dated ? "" : "?");
    return key;
}

}  // namespace

std::shared_ptr<const TravellerDrawing> Chart::journey(const std::vector<StopStay>& stays, std::string_view flag_words) const {
    const std::shared_ptr<const TrailGround> there = ground();
    const std::string key = key_of(stays, flag_words);
    {
        const std::lock_guard lock{made_->mutex};
        if (const auto kept = made_->journeys.find(key); kept != made_->journeys.end()) return kept->second;
    }
    auto drawing = std::make_shared<const TravellerDrawing>(draw_traveller(*there, stays, flag_words));
    const std::lock_guard lock{made_->mutex};
    if (made_->journeys.size() >= most_journeys) made_->journeys.clear();
    made_->journeys.insert_or_assign(key, drawing);
    return drawing;
}

}  // namespace loopbaankaart::atlas

#include "chart.hpp"

#include <fmt/format.h>

#include <algorithm>

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

std::map<std::string, std::shared_ptr<const web::Packed>, std::less<>> Chart::layers(pen::Light light) const {
    std::map<std::string, std::shared_ptr<const web::Packed>, std::less<>> made;
    std::size_t at = 0;
    for (std::string& one : draw_sheet_in_layers(content_.sheet, drawings(), light, {.kept_free = kept_free(), .labels = {}, .title = {}}))
        made.emplace(layer(at++), web::pack(std::move(one)));
    return made;
}

bool Chart::has_piece(std::string_view piece) const {
    for (std::size_t at = 0; at < sheet_layers; ++at)
        if (piece == layer(at)) return true;
    return drawings().sources.contains(piece);
}

std::shared_ptr<const web::Packed> Chart::drawn(pen::Light light, std::string_view piece) const {
    const std::lock_guard lock{made_->mutex};
    const auto& pictures = made_->pictures[static_cast<std::size_t>(light)];
    const auto found = pictures.find(piece);
    return found == pictures.end() ? nullptr : found->second;
}

std::shared_ptr<const web::Packed> Chart::draw(pen::Light light, std::string_view piece) const {
    const std::lock_guard one_at_a_time{made_->making};
    if (auto before = drawn(light, piece)) return before;
    auto fresh = piece.starts_with("laag-") ? layers(light) : decltype(layers(light)){};
    if (fresh.empty()) fresh.emplace(piece, web::pack(drawn_landmark(drawings(), piece, light).value_or("")));
    const std::lock_guard lock{made_->mutex};
    auto& pictures = made_->pictures[static_cast<std::size_t>(light)];
    pictures.merge(fresh);
    return pictures.find(piece)->second;
}

std::shared_ptr<const TrailGround> Chart::ready_ground() const {
    const std::lock_guard lock{made_->mutex};
    return made_->ground;
}

std::shared_ptr<const TrailGround> Chart::ground() const {
    if (auto ready = ready_ground()) return ready;  // without waiting for whatever is being drawn
    const std::lock_guard one_at_a_time{made_->making};
    if (auto ready = ready_ground()) return ready;
    auto fresh = std::make_shared<const TrailGround>(content_.sheet, spots_of(content_.sheet, *content_.drawings, labels_.front()), kept_free());
    const std::lock_guard lock{made_->mutex};
    return made_->ground = std::move(fresh);
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

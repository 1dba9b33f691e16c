#include "parcel.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

constexpr std::uint64_t stretch = 256 * 1024, told_every = 64 << 20;

std::string_view extension_of(PartForm form) {
    switch (form) {
        case PartForm::photo: return "webp";
        case PartForm::drawing: return "svg";
        default: return "m4a";
    }
}

}  // namespace

Parcel::~Parcel() {
    if (handed_over_) return;
    for (const TakingEntry& entry : entries_)
        if (entry.own_file) school_.passing().remove(*entry.own_file);
}

void Parcel::add(std::string name, std::string_view text) {
    const base::BytesView bytes = base::bytes_of(text);
    const base::Id file = school_.passing().put(owner_, bytes);
    entries_.push_back({.name = std::move(name), .own_file = file, .of_file = {}, .bytes = bytes.size(), .crc = zip::crc_of(bytes)});
}

void Parcel::add_more(std::string_view name, std::string_view text) {
    const auto before = std::find_if(entries_.rbegin(), entries_.rend(), [&](const TakingEntry& entry) { return entry.name == name; });
    const std::uint32_t crc = before == entries_.rend() ? 0 : before->crc;
    add(std::string{name}, text);
    entries_.back().crc = zip::crc_of(base::bytes_of(text), crc);
}

std::optional<std::string> Parcel::add(const KeptPart& part) {
    if (const auto there = media_.find(part.id); there != media_.end()) return there->second;
    const auto whole = school_.media().size(part.file);
    const auto begins = static_cast<std::uint64_t>(part.small.value_or(0) + part.middle.value_or(0));
    if (!whole || begins >= *whole) return std::nullopt;
    std::string name = fmt::format("{}/{}.{}", folder_, part.id.view(), extension_of(part.form));
    entries_.push_back({.name = name, .own_file = {}, .of_file = part.file, .begins = begins, .bytes = *whole - begins});
    media_.emplace(part.id, name);
    return name;
}

void Parcel::texts_first() {
    std::ranges::stable_partition(entries_, [](const TakingEntry& entry) { return entry.own_file.has_value(); });
}

bool Parcel::walk(const std::function<bool(std::uint64_t, std::uint64_t)>& walked) {
    std::uint64_t all = 0, done = 0, told = 0;
    for (const TakingEntry& entry : entries_) all += entry.bytes;
    for (const TakingEntry& entry : entries_) done += entry.own_file ? entry.bytes : 0;
    if (!walked(done, all)) return false;
    for (TakingEntry& entry : entries_) {
        for (std::uint64_t at = 0; entry.of_file && at < entry.bytes;) {
            const auto bytes = school_.media().read(owner_, *entry.of_file, entry.begins + at, std::min(stretch, entry.bytes - at));
            if (!bytes || bytes->empty()) throw storage::Broken{fmt::format("media file {} is gone", entry.of_file->view())};
            entry.crc = zip::crc_of(*bytes, entry.crc);
            at += bytes->size();
            done += bytes->size();
            if (done - told < told_every) continue;
            told = done;
            if (!walked(done, all)) return false;
        }
    }
    return true;
}

}  // namespace loopbaankaart::journey

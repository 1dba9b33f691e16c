#include "atlas.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "places/content_file.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr std::chrono::seconds between_looks{1};

}  // namespace

// What is known of one site. Its own lock, so that reading one school's files keeps no other waiting.
struct Atlases::Kept {
    std::mutex mutex;
    std::optional<base::Instant> looked_at;
    std::string traces;                       // of the files it was read from
    std::shared_ptr<const Atlas> atlas;       // the last good one
    std::vector<ContentMistake> mistakes;
};

namespace {

std::shared_ptr<const Atlas> our_atlas() {
    Loaded loaded = load_atlas();
    if (loaded.atlas) return std::move(loaded.atlas);
    const ContentMistake& first = loaded.mistakes.front();
    throw std::logic_error{fmt::format("our own map does not load: {}:{} {}", first.file, first.line, first.message)};
}

}  // namespace

Atlases::Atlases(std::filesystem::path trial) : trial_{std::move(trial)}, ours_{our_atlas()} {}

Atlases::~Atlases() = default;

std::filesystem::path Atlases::folder_of(const web::Site& site) const {
    return trial_.empty() ? site.school->folder() / "content" : trial_;
}

std::shared_ptr<Atlases::Kept> Atlases::kept_for(const web::Site& site) const {
    const std::lock_guard lock{mutex_};
    std::shared_ptr<Kept>& kept = kept_[site.name];
    if (!kept) {
        kept = std::make_shared<Kept>();
        kept->atlas = ours_;
    }
    return kept;
}

std::shared_ptr<const Atlas> Atlases::of(const web::Site& site) const {
    const std::shared_ptr<Kept> kept = kept_for(site);
    const std::lock_guard lock{kept->mutex};
    const base::Instant now = site.now();
    // A clock set back looks again at once.
    if (kept->looked_at && now >= *kept->looked_at && now - *kept->looked_at < between_looks) return kept->atlas;
    kept->looked_at = now;
    const std::filesystem::path folder = folder_of(site);
    std::string traces = traces_of(folder);
    if (traces == kept->traces) return kept->atlas;
    // Taken before reading: a file written meanwhile is read again at the next look.
    kept->traces = std::move(traces);
    Loaded loaded = load_atlas(folder);
    kept->mistakes = std::move(loaded.mistakes);
    if (loaded.atlas) kept->atlas = std::move(loaded.atlas);
    return kept->atlas;
}

std::vector<ContentMistake> Atlases::mistakes(const web::Site& site) const {
    of(site);
    const std::shared_ptr<Kept> kept = kept_for(site);
    const std::lock_guard lock{kept->mutex};
    return kept->mistakes;
}

}  // namespace loopbaankaart::atlas

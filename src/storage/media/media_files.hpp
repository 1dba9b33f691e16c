// Inside storage only: media as files, FOLDER/ab/ULID where "ab" are the last two characters of the name.
#pragma once

#include <filesystem>
#include <memory>

#include <base/base.hpp>

#include "../media.hpp"

namespace loopbaankaart::storage {

// `folder` is DATA/schools/NAME/media, or …/onderweg; made when the first file comes. The vault, clock and randomness must outlive the media.
std::unique_ptr<Media> open_media(std::filesystem::path folder, Vault& vault, const base::Clock& clock, base::Randomness& randomness);

}  // namespace loopbaankaart::storage

// Any bytes at all as what the media program wrote, or as what it is to print: what is read of them is no larger than they are, and fits what it says.
#include <cstdint>
#include <cstdlib>

#include "frame.hpp"

namespace workshop = loopbaankaart::workshop;

namespace {

void insist(bool truth) {
    if (!truth) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    if (const auto photo = workshop::read_photo(bytes)) {
        std::size_t all = 0;
        for (const auto& one : photo->sizes) {
            insist(one.width > 0 && one.height > 0 && !one.webp.empty());
            all += one.webp.size();
        }
        insist(!photo->sizes.empty() && all < size);
    }
    if (const auto sound = workshop::read_sound(bytes)) insist(sound->seconds >= 0 && !sound->mp4.empty() && sound->mp4.size() < size);
    if (const auto printed = workshop::read_printed(bytes)) {
        std::size_t all = 0;
        std::visit([&](const auto& one) {
            for (const auto& picture : one.pictures) all += picture.bytes.size();
        }, *printed);
        insist(all < size);
    }
    return 0;
}

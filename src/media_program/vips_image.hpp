// A picture of libvips, let go of by its owner.
#pragma once

#include <vips/vips.h>

#include <memory>

namespace loopbaankaart::media {

struct Release {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Release>;

// Of an operation that leaves its picture in the pointer it is handed.
template <typename Operation>
Image made(Operation operation) {
    VipsImage* image = nullptr;
    return Image{operation(&image) == 0 ? image : nullptr};
}

}  // namespace loopbaankaart::media

// The workshop: what people send in is made safe to keep, and drawings are made into pictures, by `loopbaankaart-media`: a program of
// its own that knows picture and sound libraries, so that a mistake in one of those is not a mistake in the server.
//
//     auto photo = workshop.photo(upload.file.descriptor());
//     if (!photo) return page_with(photo.error());
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <base/base.hpp>

#include "booklet.hpp"
#include "turns.hpp"

namespace loopbaankaart::workshop {

// Where the program lies that does the work: beside the one that runs.
std::string media_program();

struct Photo {
    struct Size {
        int width, height;  // pixels
        base::Bytes webp;
    };
    std::vector<Size> sizes;  // smallest first: longest side 320, 960, 1920; a small photo has fewer
};

struct Sound {
    double seconds;
    base::Bytes mp4;  // AAC, one channel
};

struct Room {
    std::size_t at_once = 2, waiting = 32;  // jobs
    std::chrono::milliseconds patience{60'000};  // for one job; then it is broken off
};

class Workshop {
public:
    explicit Workshop(std::string program = media_program(), Room room = {});

    // Both take an open file, which stays the caller's, from its start, and wait until the work is done. The error is for who sent it.
    base::Result<Photo> photo(int file);
    base::Result<Sound> sound(int file);

    // A drawing of our own (SVG without a letter in it) as WebP, with three pixels to each of its units.
    base::Result<std::string> scene(std::string_view svg);

    // A PDF. Errors: word::booklet_too_large, booklet_picture (about: its place in the list); page_too_full (about: the heading of the longest
    // part) of a cv. The same booklet gives the same bytes.
    base::Result<std::string> booklet(const Booklet& booklet);
    base::Result<std::string> cv(const Cv& cv);

private:
    base::Result<std::string> printed(std::string_view frame, const Cv* cv);
    base::Result<std::string> framed(const char* job, int file);

    std::string program_;
    std::chrono::milliseconds patience_;
    Turns turns_;
};

// A drawing of our own as a picture; `job` are the words: {"page", "297", "420"}. Why it refused stands on standard error too.
base::Result<std::string> drawn_by_media(std::string_view svg, const std::vector<std::string>& job);

}  // namespace loopbaankaart::workshop

// The faces a booklet is set in: Fraunces and Atkinson, which lie beside this program, and behind them what the system has for the signs
// they lack (Arabic, emoji). Made before the program is locked in.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <vector>

#include "../letters.hpp"

namespace loopbaankaart::media {

// Fraunces at 600, Atkinson at 400, and for signs they lack others that go well with them. One weight of each: Cairo 1.16 draws two weights of
// one variable face alike when one of them is what the face is without saying.
enum class Face { titles, words };
void set_face(PangoLayout* layout, Face face, double size);  // in points

// Where the cell cannot tell one file from another nothing can be opened in it: then ours alone, opened now for good.
class Fonts {
public:
    explicit Fonts(Faces faces);  // throws when ours are not there
    Fonts(const Fonts&) = delete;
    ~Fonts();

    PangoContext* context() const { return context_.get(); }
    const std::vector<std::string>& folders() const { return folders_; }  // where what it opens later lies; none when that is nothing

private:
    void open_ours();

    template <typename Kind>
    using Held = std::unique_ptr<Kind, void (*)(void*)>;
    std::vector<std::string> folders_;
    Held<PangoFontMap> map_{nullptr, &g_object_unref};
    Held<PangoContext> context_{nullptr, &g_object_unref};
    std::vector<Held<PangoLayout>> opened_;  // keep their faces open
};

}  // namespace loopbaankaart::media

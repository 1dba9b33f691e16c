#include "fonts.hpp"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <filesystem>
#include <stdexcept>

#include "text.hpp"

namespace loopbaankaart::media {

namespace {

namespace fs = std::filesystem;

// A variable face is listed once as itself and once for each weight its makers gave a name; only itself has every weight.
constexpr const char* rules_for_ours = R"(<?xml version="1.0"?><fontconfig>
    <selectfont><rejectfont>
        <pattern><patelt name="family"><string>Fraunces</string></patelt><patelt name="variable"><bool>false</bool></patelt></pattern>
        <pattern><patelt name="family"><string>Atkinson Hyperlegible Next</string></patelt><patelt name="variable"><bool>false</bool></patelt></pattern>
    </rejectfont></selectfont>
</fontconfig>)";
constexpr const char* rules_of_the_system = R"(<?xml version="1.0"?><fontconfig>
    <dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
    <include ignore_missing="yes">/etc/fonts/conf.d</include>
    <cachedir>/var/cache/fontconfig</cachedir>
</fontconfig>)";

// Beside the program as it is built, or where a package puts them.
fs::path folder_of_ours() {
    const fs::path beside = fs::read_symlink("/proc/self/exe").parent_path();
    for (const fs::path& folder : {beside / "fonts", beside.parent_path() / "share/loopbaankaart/fonts"})
        if (fs::is_directory(folder)) return folder;
    throw std::runtime_error{"the fonts are not there"};
}

void read_rules(FcConfig* config, const char* rules) {
    if (FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(rules), FcTrue) != FcTrue) throw std::runtime_error{"the rules of the fonts cannot be read"};
}

// As paper has it: nothing is moved to fit the dots of a screen.
void set_for_paper(PangoContext* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);  // a point is a point
    pango_context_set_round_glyph_positions(context, FALSE);
}

}  // namespace

Fonts::Fonts(Faces faces) {
    const fs::path ours = folder_of_ours();
    FcConfig* config = FcConfigCreate();
    if (faces == Faces::with_the_systems) read_rules(config, rules_of_the_system);
    read_rules(config, rules_for_ours);
    FcConfigSetRescanInterval(config, 0);
    FcConfigBuildFonts(config);
    for (const auto& face : fs::directory_iterator{ours})
        if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(face.path().c_str())) != FcTrue) throw std::runtime_error{"a font cannot be read"};
    FcConfigSetCurrent(config);  // before Pango begins, which otherwise reads the system's in a thread of its own
    map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config);
    FcConfigDestroy(config);
    context_.reset(pango_font_map_create_context(map_.get()));
    set_for_paper(context_.get());
    if (faces == Faces::ours_alone) open_ours();
    else folders_ = {ours.string(), "/usr/share/fonts", "/usr/local/share/fonts"};
}

Fonts::~Fonts() = default;

// Each file is opened when something is first drawn with it, and stays open as long as something set in it is there.
void Fonts::open_ours() {
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> nowhere{cairo_pdf_surface_create_for_stream(nullptr, nullptr, 100, 100), &cairo_surface_destroy};
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen{cairo_create(nowhere.get()), &cairo_destroy};
    for (const char* family : {titles_family, words_family}) {
        Held<PangoLayout> sample{pango_layout_new(context_.get()), &g_object_unref};
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> face{pango_font_description_from_string(family), &pango_font_description_free};
        pango_layout_set_font_description(sample.get(), face.get());
        pango_layout_set_text(sample.get(), "aż", -1);  // of each family, a sign of its first file and one of its second
        pango_cairo_show_layout(pen.get(), sample.get());
        opened_.push_back(std::move(sample));
    }
    cairo_show_page(pen.get());
}

}  // namespace loopbaankaart::media

#include "fonts.hpp"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace loopbaankaart::media {

namespace {

namespace fs = std::filesystem;

constexpr const char* folders_of_the_system[] = {"/usr/share/fonts", "/usr/local/share/fonts"};
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

template <typename Wanted>
void keep(FcFontSet* faces, Wanted wanted) {
    int kept = 0;
    for (int at = 0; at < faces->nfont; ++at) {
        if (wanted(faces->fonts[at])) faces->fonts[kept++] = faces->fonts[at];
        else FcPatternDestroy(faces->fonts[at]);
    }
    faces->nfont = kept;
}

bool is_variable(FcPattern* face) {
    FcBool variable = FcFalse;
    return FcPatternGetBool(face, FC_VARIABLE, 0, &variable) == FcResultMatch && variable == FcTrue;
}

// A link in one of the folders may lead out of them, to where the cell lets nobody read.
bool lies_in_its_folder(FcPattern* face) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(face, FC_FILE, 0, &file) != FcResultMatch) return false;
    std::error_code gone;
    const std::string path = fs::canonical(reinterpret_cast<const char*>(file), gone).string();
    return !gone && std::ranges::any_of(folders_of_the_system, [&](const char* folder) { return path.starts_with(std::string{folder} + '/'); });
}

void add_the_systems(FcConfig* config) {
    if (FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(rules_of_the_system), FcTrue) != FcTrue) throw std::runtime_error{"the rules of the fonts cannot be read"};
    FcConfigSetRescanInterval(config, 0);
    FcConfigBuildFonts(config);
    keep(FcConfigGetFonts(config, FcSetSystem), lies_in_its_folder);
}

// A variable face is listed as itself, and once more for each weight its makers gave a name; only itself has every weight.
void add_ours(FcConfig* config, const fs::path& folder) {
    for (const auto& face : fs::directory_iterator{folder})
        if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(face.path().c_str())) != FcTrue) throw std::runtime_error{"a font cannot be read"};
    keep(FcConfigGetFonts(config, FcSetApplication), is_variable);
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

void set_face(PangoLayout* layout, Face face, double size) {
    const bool titles = face == Face::titles;
    PangoFontDescription* description = pango_font_description_from_string(titles ? "Fraunces,Noto Serif,DejaVu Serif,DejaVu Sans" : "Atkinson Hyperlegible Next,Noto Sans,DejaVu Sans");
    pango_font_description_set_weight(description, titles ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_size(description, static_cast<int>(size * PANGO_SCALE));
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
}

Fonts::Fonts(Faces faces) {
    const fs::path ours = folder_of_ours();
    FcConfig* config = FcConfigCreate();
    if (faces == Faces::with_the_systems) add_the_systems(config);
    add_ours(config, ours);
    FcConfigSetCurrent(config);  // before Pango begins, which otherwise reads the system's in a thread of its own
    map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config);
    FcConfigDestroy(config);
    context_.reset(pango_font_map_create_context(map_.get()));
    set_for_paper(context_.get());
    if (faces == Faces::ours_alone) open_ours();
    else folders_ = {ours.string(), folders_of_the_system[0], folders_of_the_system[1]};
}

Fonts::~Fonts() = default;

// Each file is opened when something is first drawn with it, and stays open as long as something set in it is there.
void Fonts::open_ours() {
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> nowhere{cairo_pdf_surface_create_for_stream(nullptr, nullptr, 100, 100), &cairo_surface_destroy};
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen{cairo_create(nowhere.get()), &cairo_destroy};
    for (const Face face : {Face::titles, Face::words}) {
        Held<PangoLayout> sample{pango_layout_new(context_.get()), &g_object_unref};
        set_face(sample.get(), face, 10);
        pango_layout_set_text(sample.get(), "aż", -1);  // of each family, a sign of its first file and one of its second
        pango_cairo_show_layout(pen.get(), sample.get());
        opened_.push_back(std::move(sample));
    }
    cairo_show_page(pen.get());
}

}  // namespace loopbaankaart::media

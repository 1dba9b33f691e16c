#include "fonts.hpp"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <utility>

namespace loopbaankaart::media {

namespace {

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
    std::vector<std::string> folders = find_letters(faces);
    map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), FcConfigGetCurrent());
    context_.reset(pango_font_map_create_context(map_.get()));
    set_for_paper(context_.get());
    if (faces == Faces::ours_alone) open_ours();
    else folders_ = std::move(folders);
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

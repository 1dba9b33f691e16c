#include "pdf.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <stdexcept>

namespace loopbaankaart::media {

namespace {

cairo_status_t append(void* bytes, const unsigned char* part, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(part), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Pdf::Pdf(double width, double height, const std::string& title, const std::string& author)
    : surface_{cairo_pdf_surface_create_for_stream(append, &bytes_, width, height), &cairo_surface_destroy}, pen_{cairo_create(surface_.get()), &cairo_destroy} {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_AUTHOR, author.c_str());
}

void Pdf::begin(Tag tag) {
    cairo_tag_begin(pen(), tag.name, nullptr);
    tags_.push_back(std::move(tag));
}

void Pdf::end() { cairo_tag_end(pen(), tags_.back().name); }

void Pdf::end_page() {
    cairo_show_page(pen());
    ++page_;
}

void Pdf::add_to_contents(const std::string& title) {
    cairo_pdf_surface_add_outline(surface_.get(), CAIRO_PDF_OUTLINE_ROOT, title.c_str(), fmt::format("page={}", page_).c_str(), static_cast<cairo_pdf_outline_flags_t>(0));
}

std::string Pdf::finished(base::Language language) {
    pen_.reset();
    cairo_surface_finish(surface_.get());
    if (const cairo_status_t status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS) throw std::runtime_error{cairo_status_to_string(status)};
    return with_languages(std::move(bytes_), language, tags_);
}

}  // namespace loopbaankaart::media

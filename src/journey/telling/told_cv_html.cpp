// A LOB-cv on the screen: who somebody is, and beside it the competences along a trail, as it is printed (media_program/booklet/cv.cpp).
#include <fmt/format.h>

#include "../competence_sign.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"
#include "told_cv.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

class CvSheet {
public:
    CvSheet(const Telling& telling, std::string_view teller) : telling_{telling}, teller_{teller}, told_{told_cv(telling)}, ink_{fmt::format("own-{}", telling.colour)} {}

    void write(Html& html) const {
        const std::string classes = paper_classes("cv-sheet", telling_);
        html.article({web::attr("class", classes), web::lang(telling_.language)}, [&] {
            const std::string about = fmt::format("cv-who {}", ink_);
            html.div({web::attr("class", about)}, [&] { who(html); });
            if (told_.parts.empty()) return;
            html.div({web::cls("cv-parts")}, [&] {
                for (const ToldCv::Part& part : told_.parts) tell(html, part);
            });
        });
    }

private:
    void who(Html& html) const {
        if (told_.photo) told_figure(html, telling_, *told_.photo);
        if (told_.name) html.h1({web::lang(told_.name->language)}, told_.name->words);
        else html.h1({}, teller_);
        if (told_.about.empty()) return;
        html.h2({}, word::cv_about_me.in(telling_.language));
        said(html, told_.about);
    }

    void tell(Html& html, const ToldCv::Part& part) const {
        const std::string classes = fmt::format("cv-part {}", ink_);
        html.section({web::attr("class", classes)}, [&] {
            const auto sign = named_by(*part.heading);
            html.h2({web::lang(part.heading->language)}, [&] {
                if (sign) web::symbol(html, sign_of(*sign));
                html.span({}, part.heading->words);
            });
            said(html, part.words);
            for (const ToldBlock* block : part.evidence)
                if (!block->part) html.p({web::cls("in-short"), web::lang(block->language)}, block->words);
            shown(html, part);
        });
    }

    void shown(Html& html, const ToldCv::Part& part) const {
        if (std::ranges::none_of(part.evidence, [](const ToldBlock* block) { return block->part.has_value(); })) return;
        html.div({web::cls("cv-shown")}, [&] {
            for (const ToldBlock* block : part.evidence)
                if (block->part) told_figure(html, telling_, *block);
        });
    }

    static void said(Html& html, const std::vector<const ToldBlock*>& blocks) {
        for (const ToldBlock* block : blocks) html.div({web::cls("said"), web::lang(block->language)}, [&] { html.paragraphs(block->words); });
    }

    const Telling& telling_;
    std::string_view teller_;
    ToldCv told_;
    std::string ink_;
};

}  // namespace

void told_cv_sheet(Html& html, const Telling& telling, std::string_view teller) { CvSheet{telling, teller}.write(html); }

}  // namespace loopbaankaart::journey

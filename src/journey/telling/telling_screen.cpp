// GET /verteld/{telling}/scherm: as large as the screen, a page a slide. The ways from one to the next are links; the script (verteld_scherm.js) adds the arrow
// keys and a window without a frame.
#include <fmt/format.h>

#include "../sharing/sharing_pages.hpp"
#include "one_page.hpp"
#include "telling_html.hpp"
#include "telling_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

constexpr web::Look screen_look{.sheet = "css/journey/verteld_scherm.css", .script = "js/verteld_scherm.js"};
constexpr web::Look cv_screen_look{.sheet = "css/journey/cv_scherm.css", .script = "js/verteld_scherm.js"};

std::string name_of_slide(std::size_t at) { return fmt::format("blad-{}", at + 1); }

void to_slide(Html& html, std::size_t at, bool there, const base::Word& label, bool on) {
    if (!there) return html.span({}, "");
    html.a({web::href(web::Url::here(name_of_slide(at))), web::attr("class", on ? "on" : "back"), web::attr("aria-label", label.in(html.language()))}, [&] { web::symbol(html, "pijl"); });
}

bool begins_with_picture(const Telling& telling, const ToldPage& page) {
    const KeptPart* part = part_of(telling, page.front());
    return part != nullptr && part->form != PartForm::sound && page.size() > 1 && page.front().form == ToldBlock::Form::picture;
}

class Slides {
public:
    Slides(const access::Visit& visit, const ToldBy& told) : visit_{visit}, told_{told}, cv_{told.telling.form == TellingForm::cv}, count_{cv_ ? 1 : told.telling.pages.size() + 1} {}

    void write(Html& html) const {
        html.div({web::cls("screen-bar")}, [&] {
            html.button({web::type("button"), web::cls("whole"), web::flag("hidden")}, word::whole_screen);
            html.a({web::href(page_of_telling(told_.telling.id)), web::cls("close")}, [&] {
                web::symbol(html, "uit");
                html.span({}, word::close_screen);
            });
        });
        html.div({web::cls("slides")}, [&] {
            for (std::size_t at = 0; at < count_; ++at) slide(html, at);
        });
    }

private:
    void slide(Html& html, std::size_t at) const {
        const Telling& telling = told_.telling;
        const bool cover = at == 0 && !cv_;
        const bool beside = !cover && !cv_ && begins_with_picture(telling, telling.pages[at - 1]);
        const std::string classes = paper_classes(cover ? "slide cover" : beside ? "slide beside-picture" : "slide", telling), id = name_of_slide(at);
        const std::string which = base::say(word::slide_of, visit_.language(), {{"number", std::to_string(at + 1)}, {"all", std::to_string(count_)}});
        html.section({web::id(id), web::attr("class", classes), web::attr("aria-label", which), web::attr("tabindex", count_ == 1 ? "0" : "-1")}, [&] {
            html.div({web::cls("slide-page"), web::lang(telling.language)}, [&] {
                if (cv_) told_cv_sheet(html, telling, told_.teller);
                else if (cover) told_cover(html, visit_, telling, told_.teller);
                else told_blocks(html, telling, telling.pages[at - 1], Under::title);
            });
            if (count_ == 1) return;
            html.div({web::cls("slide-ways")}, [&] {
                to_slide(html, at - 1, at > 0, word::slide_before, false);
                html.span({web::cls("when"), web::attr("aria-hidden", "true")}, fmt::format("{} / {}", at + 1, count_));
                to_slide(html, at + 1, at + 1 < count_, word::slide_after, true);
            });
        });
    }

    const access::Visit& visit_;
    const ToldBy& told_;
    bool cv_;  // one page, without a front
    std::size_t count_;
};

}  // namespace

web::Answer show_telling_on_screen(const access::Visit& visit) {
    const auto told = telling_asked(visit);
    if (!told) return visit.absent();
    if (told->telling.thrown_at) return web::go(page_of_telling(told->telling.id));
    web::Reply page = visit.page(title_of(told->telling, visit.language()), [&](Html& html) { Slides{visit, *told}.write(html); }, 200, {}, told->telling.form == TellingForm::cv ? cv_screen_look : screen_look);
    if (told->own) return page;
    return after_record_of_reading(visit, as_thing(told->telling), std::move(page));
}

}  // namespace loopbaankaart::journey

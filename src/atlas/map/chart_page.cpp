// The map drawn: one grouped list of links, laid over the picture by the chart's own style sheet.
#include <algorithm>

#include <atlas/words.hpp>

#include "../chart/chart.hpp"
#include "kind_words.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::attr, web::cls, web::href, web::Html, web::Literal;

constexpr std::string_view opening = "begin";  // where the page scrolls the map to

class ChartWriter {
public:
    explicit ChartWriter(Html& html, const MapView& view) : html_{html}, view_{view}, chart_{*view.atlas.chart} {}

    void tools() {
        html_.div({cls("tools")}, [&] {
            html_.div({cls("switch")}, [&] {
                view_link(false, "kaart", word::as_map);
                view_link(true, "lijst", word::as_list);
            });
            html_.div({cls("switch zooms"), attr("role", "group"), attr("aria-label", word::zoom.in(html_.language()))}, [&] {
                zoom_link(view_.address.zoom - 1, "min", word::zoom_out, "zoom-out");
                zoom_link(view_.address.zoom + 1, "plus", word::zoom_in, "zoom-in");
            });
            const web::Url here = web::Url::here("hier");
            html_.a({cls("secondary where"), href(here)}, [&] {
                web::symbol(html_, "hier");
                html_.span({}, word::where_am_i);
            });
        });
    }

    void chart() {
        html_.div({cls("chart"), web::id("kaart")}, [&] {
            html_.div({cls(zoom_class())}, [&] {
                drawn_layers(html_, chart_);
                overlay(html_, view_);
                title();
                places();
            });
        });
    }

private:
    Literal zoom_class() const {
        switch (view_.address.zoom) {
            case MapAddress::far: return "sheet zoom-1";
            case MapAddress::near: return "sheet zoom-3";
            default: return "sheet zoom-2";
        }
    }

    void view_link(bool as_list, Literal symbol, const base::Word& name) {
        MapAddress address = view_.address;
        address.as_list = as_list;
        const web::Url url = address.url(view_.chosen != nullptr && !as_list ? std::string_view{view_.chosen->id} : std::string_view{});
        html_.a({href(url), attr("aria-current", "true", !as_list)}, [&] {
            web::symbol(html_, symbol);
            html_.span({}, name);
        });
    }

    void zoom_link(int zoom, Literal symbol, const base::Word& name, Literal which) {
        const bool possible = zoom >= MapAddress::far && zoom <= MapAddress::near;
        MapAddress address = view_.address;
        address.zoom = possible ? zoom : address.zoom;
        const web::Url url = address.url(view_.chosen != nullptr ? std::string_view{view_.chosen->id} : std::string_view{}).at(opening);
        html_.a({cls(which), href(url), attr("aria-disabled", "true", !possible)}, [&] {
            web::symbol(html_, symbol);
            html_.span({cls("spoken")}, name);
        });
    }

    void title() {
        html_.div({cls("title")}, [&] {
            if (view_.chosen == nullptr) html_.h1({}, [&] { title_lines(html_, chart_); });
            else html_.p({}, [&] { title_lines(html_, chart_); });
            html_.p({cls("below")}, chart_.title(html_.language()).below);
        });
    }

    void places() {
        html_.nav({attr("aria-label", word::places_label.in(html_.language()))}, [&] {
            for (const ListGroup& group : list_of(view_.atlas, view_.address.query, html_.language(), Unmatched::step_back))
                html_.section({}, [&] {
                    html_.h2({cls("spoken")}, heading_of(group).name);
                    html_.ul({}, [&] {
                        for (const ListedPlace& place : group.places) spot(place);
                    });
                });
        });
    }

    const std::vector<std::string>* lines_of(std::string_view place) const {
        for (const SetLabel& label : chart_.labels(html_.language()))
            if (label.label.place == place) return &label.lines;
        return nullptr;
    }

    void name(const ListedPlace& listed) {
        html_.span({cls("name"), spoken_in(listed.spoken, html_)}, [&] {
            const std::vector<std::string>* lines = lines_of(listed.place->id);
            if (lines == nullptr) return html_.text(listed.words->on_map());
            for (const std::string& line : *lines) {
                if (&line != &lines->front()) html_.br();
                html_.text(line);
            }
        });
    }

    void heard(const base::Word& words) {
        html_.text(" ");
        html_.span({cls("spoken")}, words);
    }

    void state(const Place& place) {
        const auto found = view_.states.find(place.id);
        if (found != view_.states.end()) heard(found->second == State::here ? word::state_here : word::state_was_here);
    }

    void marks(const Place& place) {
        const std::string lying = marks_in_words(view_.marks, place.id, html_.language());
        if (lying.empty()) return;
        html_.text(" ");
        html_.span({cls("spoken")}, lying);
    }

    // What can be scrolled to, with room around it.
    void corner(std::string_view id) { html_.span({cls("corner"), web::id(id), attr("aria-hidden", "true")}, ""); }

    static Literal look(const ListedPlace& listed) {
        if (listed.fits) return listed.found ? Literal{"spot"} : Literal{"spot missed"};
        return listed.found ? Literal{"spot aside"} : Literal{"spot aside missed"};
    }

    void spot(const ListedPlace& listed) {
        const Place& place = *listed.place;
        const std::string id = spot_id(place.id), to_find = searchable(*listed.words);
        const web::Url page = view_.address.url(place.id).at(opening);
        html_.li({web::id(id), cls(look(listed)), attr("data-zoek", to_find)}, [&] {
            if (&place == opens_at()) corner(opening);
            if (&place == traveller_at()) corner("hier");
            html_.a({href(page), attr("aria-current", "true", &place == view_.chosen)}, [&] {
                name(listed);
                state(place);
                marks(place);
                if (view_.address.query.kind && listed.fits) heard(words_for(*view_.address.query.kind).name);
            });
            if (listed.inside.empty()) return;
            html_.ul({}, [&] {
                for (const ListedPlace& inside : listed.inside) spot(inside);
            });
        });
    }

    // Where the traveller is, or looking back was last; for somebody who is nowhere yet, where the sheet says that the map opens.
    const Place* traveller_at() const { return first_place([](const Place&) { return true; }); }

    // Where the map opens: at the place that was chosen, else where the traveller is; among those of the kind asked for.
    const Place* opens_at() const {
        if (view_.chosen != nullptr) return view_.chosen;
        return first_place([&](const Place& place) { return view_.fits(place); });
    }

    template <typename Fits>
    const Place* first_place(const Fits& fits) const {
        const auto fitting = [&](std::string_view id) {
            const Place* place = view_.atlas.find(id);
            return place != nullptr && fits(*place) ? place : nullptr;
        };
        for (auto stay = view_.stays.rbegin(); stay != view_.stays.rend(); ++stay) {
            if (!stay->here && !view_.address.year) continue;
            if (const Place* place = fitting(stay->place)) return place;
        }
        if (const Place* place = fitting(chart_.sheet().opens_at)) return place;
        const auto first = std::ranges::find_if(view_.atlas.places, fits);
        return first != view_.atlas.places.end() ? &*first : &view_.atlas.places.front();
    }

    Html& html_;
    const MapView& view_;
    const Chart& chart_;
};

}  // namespace

web::Reply chart_page(const MapView& view, const std::string& title, const std::function<void(web::Html&)>& panel) {
    const web::Url style = web::path("/kaart/tekening", fmt::format("{}-{}.css", view.atlas.chart->fingerprint(), base::code(view.visit.language())));
    return view.visit.chart_page(title, style, [&](Html& html) {
        ChartWriter writer{html, view};
        html.div({cls(view.chosen != nullptr ? Literal{"map with-place"} : Literal{"map"})}, [&] {
            writer.tools();
            writer.chart();
            html.div({cls("panel"), web::id("paneel"), attr("tabindex", "-1"), attr("role", "region"), attr("aria-label", title)}, [&] { panel(html); });
        });
    });
}

}  // namespace loopbaankaart::atlas

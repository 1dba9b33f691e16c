// /kaart/{place}: what a place is, who was there before, and what the traveller can do there; beside the map, or alone from the list.
#include <atlas/words.hpp>

#include "kind_words.hpp"
#include "pages.hpp"

namespace loopbaankaart::atlas {

namespace {

using web::cls, web::href, web::Html;

class PlaceWriter {
public:
    PlaceWriter(Html& html, const MapView& view, const Traveller* traveller)
        : html_{html}, view_{view}, place_{*view.chosen}, traveller_{traveller}, words_{place_.in(html.language(), spoken_)} {}

    // Beside the map: first what one can do there.
    void in_panel() {
        html_.article({cls("place-panel")}, [&] {
            web::back_link(html_, MapAddress{view_.address}.url(), word::close_place);
            html_.div({cls("place-head")}, [&] {
                place_picture(html_, *view_.atlas.chart, place_);
                html_.div({}, [&] { name(); });
            });
            if (view_.visit.viewer) at_place();
            kinds();
            what_it_is();
            if (!view_.visit.viewer) at_place();
            voices();
            for_companions();
        });
    }

    void alone() {
        html_.article({cls("place-page")}, [&] {
            web::back_link(html_, view_.address.url(), word::to_list);
            if (!place_.landmark.empty()) html_.div({cls("scene")}, [&] { place_picture(html_, *view_.atlas.chart, place_); });
            name();
            kinds();
            what_it_is();
            at_place();
            voices();
            for_companions();
        });
    }

private:
    void name() {
        html_.h1({spoken_in(spoken_, html_)}, words_.name);
        html_.p({cls("plain"), spoken_in(spoken_, html_)}, words_.plain_name);
    }

    void kinds() {
        if (place_.kinds.empty()) return;
        html_.ul({cls("kinds"), web::attr("aria-label", word::kinds_label.in(html_.language()))}, [&] {
            for (Kind kind : place_.kinds) {
                const KindWords words = words_for(kind);
                html_.li({}, [&] {
                    web::symbol(html_, words.symbol);
                    html_.span({}, [&] {
                        html_.text(words.name);
                        html_.text(": ");
                        html_.text(words.plain);
                    });
                });
            }
        });
    }

    void what_it_is() {
        html_.p({spoken_in(spoken_, html_)}, words_.what_it_is);
        neighbours();
    }

    void link(const Place& place) {
        base::Language spoken{};
        const PlaceWords& words = place.in(html_.language(), spoken);
        const web::Url page = view_.address.url(place.id);
        html_.a({href(page), spoken_in(spoken, html_)}, words.name);
    }

    void neighbours() {
        if (const Place* around = view_.atlas.find(place_.within)) {
            html_.p({}, [&] {
                html_.text(word::lies_within);
                html_.text(" ");
                link(*around);
                html_.text(".");
            });
        }
        std::vector<const Place*> inside;
        for (const Place& other : view_.atlas.places)
            if (other.within == place_.id) inside.push_back(&other);
        if (inside.empty()) return;
        html_.p({}, [&] {
            html_.text(word::within_this);
            for (const Place* other : inside) {
                html_.text(other == inside.front() ? " " : ", ");
                link(*other);
            }
            html_.text(".");
        });
    }

    void at_place() {
        if (traveller_ != nullptr) traveller_->at_place(html_, view_.visit, place_);
    }

    void voices() {
        if (words_.voices.empty()) return;
        html_.h2({}, word::voices);
        html_.div({cls("voices"), spoken_in(spoken_, html_)}, [&] {
            for (const std::string& voice : words_.voices) html_.blockquote({}, voice);
        });
    }

    void for_companions() {
        html_.details({}, [&] {
            html_.summary({}, word::how_it_may_show);
            html_.p({spoken_in(spoken_, html_)}, words_.how_it_may_show);
        });
    }

    Html& html_;
    const MapView& view_;
    const Place& place_;
    const Traveller* traveller_;
    base::Language spoken_{};
    const PlaceWords& words_;
};

}  // namespace

web::Answer MapPages::place(const access::Visit& visit) const {
    const std::shared_ptr<const Atlas> atlas = atlases.of(visit.site);
    MapView view = this->view(visit, *atlas, MapAddress::of(visit.request).as_list ? Marks::none : Marks::drawn);
    view.chosen = atlas->find(visit.request.parameter("place"));
    if (view.chosen == nullptr) return visit.absent();
    base::Language spoken{};
    const std::string& name = view.chosen->in(visit.language(), spoken).name;
    if (view.address.as_list) return visit.page(name, [&](Html& html) { PlaceWriter{html, view, traveller}.alone(); });
    return when_ready(view, [atlas, view, name, traveller = traveller] {
        return chart_page(view, name, [&](Html& html) { PlaceWriter{html, view, traveller}.in_panel(); });
    });
}

}  // namespace loopbaankaart::atlas

#include "visit.hpp"

#include <access/words.hpp>

#include "../drafts/own_device.hpp"
#include "kept.hpp"
#include "route.hpp"

namespace loopbaankaart::access {

namespace {

std::vector<Destination>& navigation() {
    static std::vector<Destination> destinations;
    return destinations;
}

std::vector<web::NavigationItem> destinations_of(const Visit& visit) {
    std::vector<web::NavigationItem> items;
    for (const Destination& destination : navigation())
        if (destination.policy->allows(visit)) items.push_back(destination.item);
    return items;
}

// Who left is told until when they can read. After a printed code everyone who looks at this account hears it, while its content is closed.
std::string notice_for(const Visit& visit, std::string notice) {
    if (!notice.empty() || !visit.viewer) return notice;
    if (visit.viewer->left())
        return base::say(word::you_left, visit.language(), {{"day", base::day_in_words(*visit.viewer->reads_until, visit.language(), visit.site.time_zone)}});
    return visit.viewer->content_open ? notice : std::string{word::code_was_used.in(visit.language())};
}

web::Frame frame_of(const Visit& visit, web::Frame::Density density, std::string title, std::string notice) {
    return web::Frame{.title = std::move(title),
                      .navigation = destinations_of(visit),
                      .person = visit.viewer ? visit.viewer->name : std::string{},
                      .who = visit.viewer ? mark_of(*visit.viewer) : std::string{},
                      .form_token = visit.form_token,
                      .notice = notice_for(visit, std::move(notice)),
                      .density = density,
                      .style = {}};
}

}  // namespace

void set_navigation(std::vector<Destination> destinations) { navigation() = std::move(destinations); }

web::Reply Visit::page(std::string title, const std::function<void(web::Html&)>& content, int status, std::string notice, const web::Look& look) const {
    web::Frame frame = frame_of(*this, web::Frame::Density::wander, std::move(title), std::move(notice));
    frame.look = look;
    return web::page(request, frame, content, status);
}

web::Reply Visit::work_page(std::string title, const std::function<void(web::Html&)>& content, int status, std::string notice, const web::Look& look) const {
    web::Frame frame = frame_of(*this, web::Frame::Density::work, std::move(title), std::move(notice));
    frame.look = look;
    return web::page(request, frame, content, status);
}

web::Reply Visit::chart_page(std::string title, const web::Url& style, const std::function<void(web::Html&)>& content) const {
    web::Frame frame = frame_of(*this, web::Frame::Density::chart, std::move(title), {});
    frame.style = style;
    return web::page(request, frame, content);
}

web::Reply Visit::absent() const {
    const Kept sent = keep(request);
    return web::error_page(request, 404, own_words_in(sent));
}

bool Visit::brings_words() const {
    const Kept sent = keep(request);
    return !own_words_in(sent).empty();
}

}  // namespace loopbaankaart::access

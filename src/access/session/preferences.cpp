#include "preferences.hpp"

#include "../policy/own_address.hpp"
#include "people.sql.hpp"
#include "sign_in.hpp"

namespace loopbaankaart::access {

namespace {

constexpr std::chrono::seconds remembered = std::chrono::hours{365 * 24};

web::Reply back_with(const Visit& visit, std::string_view cookie, std::string_view value, std::chrono::seconds lifetime) {
    return go_back(visit.request.form["terug"], home).cookie(web::set_cookie(cookie, value, lifetime, visit.request.secure));
}

}  // namespace

web::Answer choose_language(const Visit& visit) {
    const auto language = base::parse_language(visit.request.form["taal"]);
    if (!language) return go_back(visit.request.form["terug"], home);
    web::Reply reply = back_with(visit, "taal", base::code(*language), remembered);
    if (!visit.viewer) return reply;
    return web::Write{[&visit, language, reply](storage::Writes& writes) {
        writes.run(query::set_language, base::code(*language), visit.who().person);
        return reply;
    }};
}

web::Answer choose_light(const Visit& visit) {
    const std::string_view light = visit.request.form["licht"];
    if (light == "dag" || light == "nacht") return back_with(visit, "licht", light, remembered);
    return back_with(visit, "licht", "", std::chrono::seconds{0});
}

}  // namespace loopbaankaart::access

// visitor: a browser without a screen or a socket, for testing pages inside the program: it asks routes directly, keeps
// cookies, fills in forms as they came (hidden fields included; a form too large for its route is refused as the server would, and
// who may send a large one is asked first), runs Write and Slow answers to their end, and reads a
// Stream whole.
//
//     visitor::Visitor amina{site, router};
//     amina.get("/inloggen");
//     amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", secret}});
//     EXPECT_EQ(amina.status(), 303);
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <web/web.hpp>
#include <workbench/workbench.hpp>

namespace loopbaankaart::visitor {

using Values = std::map<std::string, std::string, std::less<>>;

class Visitor {
public:
    Visitor(const web::Site& site, const web::Router& router) : site_{&site}, router_{&router} {}

    void get(std::string_view address, const Values& headers = {});      // "/kaart?soort=hulpbron"
    // Sends the form of the page shown whose action is `action`, with its hidden fields, changed by `values`.
    // Throws std::logic_error when the page has no such form.
    void submit(std::string_view action, const Values& values = {});
    // A file that the next form takes along.
    void attach(std::string field, std::string_view bytes);
    // A POST that no page offered, with the usual Origin unless told otherwise.
    void post(std::string_view address, const Values& values, const Values& headers = {});
    void follow();                                                       // goes where a 303 points

    int status() const { return reply_.status; }
    const std::string& body() const { return reply_.body; }
    std::string_view location() const;
    bool shows(std::string_view text) const { return reply_.body.find(text) != std::string::npos; }
    const web::Reply& reply() const { return reply_; }
    std::map<std::string, std::string>& cookies() { return cookies_; }
    base::Language language = base::Language::nl;
    bool secure = true;
    std::string client = "192.0.2.7";

private:
    void ask(web::Request request, std::string_view address);
    const web::Site* site_;
    const web::Router* router_;
    web::Reply reply_;
    std::map<std::string, std::string> cookies_;
    std::vector<std::pair<std::string, std::string>> attached_;
};

}  // namespace loopbaankaart::visitor

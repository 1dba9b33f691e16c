// What stands in front of every handler, tried with a room behind each policy.
#include <rapidcheck.h>

#include "../session/session.hpp"
#include "../session/trial_school.hpp"
#include "form_key.hpp"

namespace loopbaankaart::access {
namespace {

using visitor::Visitor;

class Gate : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, Gate, workbench::both, workbench::name);

TEST_P(Gate, SendsWhoIsSignedOutToSignInAndBack) {
    Visitor amina = school.visitor();
    amina.get("/dagboek?dag=1");
    ASSERT_EQ(amina.status(), 303);
    EXPECT_EQ(amina.location(), "/inloggen?naar=%2Fdagboek%3Fdag%3D1");
    amina.follow();
    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_EQ(amina.location(), "/dagboek?dag=1");
    amina.follow();
    EXPECT_EQ(amina.status(), 200);
}

TEST_P(Gate, ShowsForbiddenAsAbsent) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/kantoor");
    EXPECT_EQ(amina.status(), 404);
    const std::string forbidden = amina.body();
    amina.get("/bestaatniet");
    EXPECT_EQ(amina.body(), forbidden);

    Visitor joris = school.signed_in_as("joris", joris_password);
    joris.get("/kantoor");
    EXPECT_EQ(joris.status(), 200);

    Visitor stranger = school.visitor();
    stranger.get("/verborgen");
    EXPECT_EQ(stranger.status(), 404);
}

// Not after a printed code either: their own content is closed then, and so is what others share with them.
TEST_P(Gate, LetsWhoGuidesAndTheCoordinatorIn) {
    for (std::size_t role = 0; role < role_count; ++role) {
        const Role each = static_cast<Role>(role);
        const std::string name{code(each)};
        const base::Id id = school.add(name, "Persoon " + name, each, school.amina_hash());
        Visitor someone = school.signed_in_as(name, amina_password);
        const bool leads = each == Role::coordinator, guiding = leads || each == Role::counsellor || each == Role::teamleader;
        someone.get("/begeleiders");
        EXPECT_EQ(someone.status(), guiding ? 200 : 404) << name;
        someone.get("/beleid");
        EXPECT_EQ(someone.status(), leads ? 200 : 404) << name;
        school.write([&](storage::Writes& writes) {
            constexpr std::string_view sqlite = "UPDATE person SET content_closed_until = ?1 WHERE id = ?2", postgresql = "UPDATE person SET content_closed_until = $1 WHERE id = $2";
            writes.run(storage::Query<2>{"test.close", sqlite, postgresql}, school.now() + std::chrono::hours{1}, id);
        });
        for (const char* closed : {"/begeleiders", "/beleid"}) {
            someone.get(closed);
            EXPECT_EQ(someone.status(), 404) << name;
        }
    }
}

TEST_P(Gate, ClosesTheMapWhenTheSchoolSaysSo) {
    school.site.public_map = false;
    Visitor stranger = school.visitor();
    stranger.get("/kaart");
    EXPECT_EQ(stranger.status(), 303);
    school.site.public_map = true;
    stranger.get("/kaart");
    EXPECT_EQ(stranger.status(), 200);
}

TEST_P(Gate, RefusesAFormWithoutTheKeyOfThisSession) {
    Visitor amina = school.signed_in_as("amina", amina_password), joris = school.signed_in_as("joris", joris_password);
    base::SeededRandomness randomness{7};
    const std::string foreign = make_form_key(joris.cookies()[std::string{session_cookie}], randomness);
    for (const std::string& key : {std::string{}, std::string{"x"}, foreign}) {
        amina.post("/dagboek", {{"sleutel", key}, {"woorden", "niet van mij"}});
        EXPECT_EQ(amina.status(), 403);
    }
    EXPECT_TRUE(school.received.empty());
    amina.get("/dagboek");
    amina.submit("/dagboek", {{"woorden", "wel van mij"}});
    EXPECT_EQ(school.received, std::vector<std::string>{"wel van mij"});
}

TEST_P(Gate, RefusesAFormOfAnotherSiteAndShowsNothingOfIt) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    base::SeededRandomness randomness{7};
    const std::string key = make_form_key(amina.cookies()[std::string{session_cookie}], randomness);
    amina.post("/dagboek", {{"sleutel", key}, {"woorden", "ondergeschoven"}}, {{"origin", "https://elders.example"}, {"sec-fetch-site", "cross-site"}});
    EXPECT_EQ(amina.status(), 403);
    EXPECT_FALSE(amina.shows("ondergeschoven"));
    EXPECT_TRUE(school.received.empty());
}

TEST_P(Gate, LetsASuspendedPersonOutAtOnce) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    ASSERT_TRUE(TrialSchool::is_in(amina));
    school.write([&](storage::Writes& writes) {
        writes.run(storage::Query<1>{"test", "UPDATE person SET standing = 'suspended' WHERE id = ?1", "UPDATE person SET standing = 'suspended' WHERE id = $1"}, school.amina);
    });
    EXPECT_FALSE(TrialSchool::is_in(amina));
    TrialSchool::sign_in(amina, "amina", amina_password);
    EXPECT_EQ(amina.status(), 422);
}

TEST_P(Gate, RefusesEverythingPersonalOverPlainHttp) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.secure = false;
    for (const std::string_view page : {"/inloggen", "/mij", "/dagboek", "/wachtwoord/vergeten", "/welkom/x"}) {
        amina.get(page);
        EXPECT_EQ(amina.status(), 403) << page;
        EXPECT_FALSE(amina.shows("<form")) << page;
    }
    amina.post("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_EQ(amina.status(), 403);
    amina.get("/kaart");
    EXPECT_EQ(amina.status(), 200);
    EXPECT_FALSE(amina.shows("Amina")) << "a session does not count where others read along";
}

TEST_P(Gate, KeepsWhatWasTypedWhenTheSessionEnded) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/dagboek");
    school.world.clock().advance(session_idle);
    const std::string typed = "Ik zei: \"nee\" & <b>ja</b>\r\n\r\n'tweede' alinea </textarea>";
    amina.submit("/dagboek", {{"woorden", typed}, {"id", "01J9ZZZZZZZZZZZZZZZZZZZZZZ"}, {"oud-wachtwoord", "geheim geheim geheim"}});
    EXPECT_EQ(amina.status(), 401);
    EXPECT_TRUE(school.received.empty());
    EXPECT_FALSE(amina.shows("<b>ja</b>"));
    EXPECT_FALSE(amina.shows("geheim geheim geheim"));

    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", "niet goed maar wel lang"}});
    EXPECT_EQ(amina.status(), 422);
    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_EQ(amina.status(), 200);
    EXPECT_TRUE(amina.shows("&lt;b&gt;ja&lt;/b&gt;"));
    amina.submit("/dagboek");
    EXPECT_EQ(amina.status(), 303);
    EXPECT_EQ(school.received, std::vector<std::string>{typed});
}

TEST_P(Gate, KeepsWhatWasTypedOnAnOldPageOfSomebodySignedIn) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/dagboek");
    const std::string old_page = amina.body();
    Visitor again = school.signed_in_as("amina", amina_password);
    again.post("/dagboek", {{"sleutel", "verlopen"}, {"woorden", "in het andere tabblad"}});
    EXPECT_EQ(again.status(), 403);
    again.submit("/dagboek");
    EXPECT_EQ(school.received, std::vector<std::string>{"in het andere tabblad"});
}

TEST_P(Gate, KeepsAFormAsLargeAsMayBe) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.get("/dagboek");
    school.world.clock().advance(session_idle);
    const std::string typed(web::Limits{}.form_bytes - 200, 'a');
    amina.submit("/dagboek", {{"woorden", typed}, {"id", "01J9ZZZZZZZZZZZZZZZZZZZZZZ"}});
    EXPECT_EQ(amina.status(), 401);
    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_EQ(amina.status(), 200);
    amina.submit("/dagboek");
    EXPECT_TRUE(school.received == std::vector<std::string>{typed});
}

TEST_P(Gate, KeepsTheWordsBesidePhotosWhenTheSessionEnded) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    school.world.clock().advance(session_idle);
    amina.attach("foto", std::string(100'000, 'x'));
    amina.post("/fotoboek", {{"woorden", "Bij de haven"}});
    EXPECT_EQ(amina.status(), 401);
    amina.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}});
    EXPECT_TRUE(amina.shows("Bij de haven"));
    amina.submit("/fotoboek");
    EXPECT_EQ(school.received, std::vector<std::string>{"Bij de haven"});
}

class Heads : public OnBoth {
protected:
    const web::Route& route(web::Method method, std::string_view path) { return *school.router.find(method, path).route; }
    web::Request head(web::Method method, Visitor& someone, web::Fields headers = {}, bool secure = true) {
        web::Request request{.method = method, .headers = std::move(headers), .secure = secure, .site = &school.site};
        for (const auto& [name, value] : someone.cookies()) request.cookies.emplace_back(name, value);
        return request;
    }
};

class LongReply : public Heads {};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, LongReply, workbench::both, workbench::name);

TEST_P(LongReply, IsReadByWhoMay) {
    Visitor amina = school.signed_in_as("amina", amina_password), nobody = school.visitor();
    amina.get("/film");
    EXPECT_EQ(amina.body(), "Van Amina");
    nobody.get("/film");
    EXPECT_EQ(nobody.status(), 303);
}

TEST_P(LongReply, GoesOnAsLongAsItsReaderMayReadIt) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    const web::Request request = head(web::Method::get, amina);
    const web::Answer answer = route(web::Method::get, "/film").handle(request);
    const web::Stream& stream = *std::get<web::Reply>(answer).stream;
    EXPECT_TRUE(stream.allowed());
    school.world.clock().advance(session_idle);
    EXPECT_FALSE(stream.allowed());
    EXPECT_TRUE(stream.read(0, 3)) << "who reads it is still known";
}

class LargeForm : public Heads {
protected:
    // What the gate says of one by its head.
    web::Reading asked(Visitor& someone, std::string_view path, web::Fields headers, bool secure = true) {
        return route(web::Method::post, path).admits(head(web::Method::post, someone, std::move(headers), secure)).reading;
    }
    static web::Fields from(std::string origin) {
        web::Fields headers;
        headers.add("origin", std::move(origin));
        return headers;
    }
    web::Fields own_page() { return from(school.site.address); }
};
INSTANTIATE_TEST_SUITE_P(OnBothDatabases, LargeForm, workbench::both, workbench::name);

TEST_P(LargeForm, IsReadForWhoMaySendIt) {
    Visitor amina = school.signed_in_as("amina", amina_password), joris = school.signed_in_as("joris", joris_password), nobody = school.visitor();
    EXPECT_EQ(asked(amina, "/fotoboek", own_page()), web::Reading::all);
    EXPECT_EQ(asked(joris, "/kantoor", own_page()), web::Reading::all);
    EXPECT_EQ(asked(amina, "/kantoor", own_page()), web::Reading::nothing);
    EXPECT_EQ(asked(nobody, "/fotoboek", own_page()), web::Reading::words);
    EXPECT_EQ(asked(nobody, "/fotoboek", from("https://elders.example")), web::Reading::nothing);
    EXPECT_EQ(asked(amina, "/fotoboek", from("https://elders.example")), web::Reading::nothing);
    EXPECT_EQ(asked(amina, "/fotoboek", own_page(), false), web::Reading::nothing);
    school.world.clock().advance(session_idle);
    EXPECT_EQ(asked(amina, "/fotoboek", own_page()), web::Reading::words);
}

TEST_P(LargeForm, WithAnArchiveHasNoWordsToRead) {
    Visitor amina = school.signed_in_as("amina", amina_password), nobody = school.visitor();
    EXPECT_EQ(asked(amina, "/archief", own_page()), web::Reading::all);
    EXPECT_EQ(asked(nobody, "/archief", own_page()), web::Reading::nothing);
}

TEST_P(LargeForm, IsOfOneSessionWhicheverRouteItTakes) {
    Visitor amina = school.signed_in_as("amina", amina_password), elsewhere = school.signed_in_as("amina", amina_password);
    const auto sender = [&](Visitor& someone) { return route(web::Method::post, "/archief").admits(head(web::Method::post, someone, own_page())).sender; };
    EXPECT_EQ(sender(amina), sender(amina));
    EXPECT_NE(sender(amina), sender(elsewhere));
    EXPECT_NE(sender(amina), "");
}

TEST_P(LargeForm, ThatWasNotReadWholeIsNeverActedUpon) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    base::SeededRandomness randomness{7};
    web::Request late = head(web::Method::post, amina, own_page());  // signed in between the head and the end of it
    late.path = "/fotoboek";
    late.whole = false;
    late.form.add(std::string{form_key_field}, make_form_key(amina.cookies()[std::string{session_cookie}], randomness));
    late.form.add("woorden", "zonder de foto's");
    const web::Answer answer = route(web::Method::post, "/fotoboek").handle(late);
    EXPECT_EQ(std::get<web::Reply>(answer).status, 403);
    EXPECT_NE(std::get<web::Reply>(answer).body.find("zonder de foto"), std::string::npos);
    EXPECT_TRUE(school.received.empty());
}

TEST_P(LargeForm, WithoutTheKeyOfThisSessionIsRefusedAfterItCame) {
    Visitor amina = school.signed_in_as("amina", amina_password);
    amina.attach("foto", std::string(100'000, 'x'));
    amina.post("/fotoboek", {{"sleutel", "van een ander"}, {"woorden", "niet van mij"}});
    EXPECT_EQ(amina.status(), 403);
    EXPECT_TRUE(school.received.empty());
    amina.attach("foto", std::string(100'000, 'x'));
    amina.submit("/fotoboek");
    EXPECT_EQ(school.received.size(), 1U);
    EXPECT_EQ(school.photos, 1U);
}

TEST_P(Gate, LeadsKeptWordsNowhereElse) {
    Visitor stranger = school.visitor();
    stranger.get("/inloggen");
    stranger.submit("/inloggen", {{"naam", "amina"}, {"wachtwoord", amina_password}, {"bewaard-pad", "//elders.example/dagboek"}, {"bewaard.woorden", "x"}});
    EXPECT_EQ(stranger.status(), 303);
    EXPECT_EQ(stranger.location(), "/");
}

// Nothing typed is lost, whatever it was.
TEST(GateProperties, KeepsAnyWords) {
    TrialSchool school{workbench::Backend::sqlite};
    Visitor amina = school.signed_in_as("amina", amina_password);
    EXPECT_TRUE(rc::check("kept words arrive as they were typed", [&] {
        const auto typed = *rc::gen::suchThat(rc::gen::string<std::string>(), [](const std::string& text) {
            return base::is_utf8(text) && text.find('\0') == std::string::npos;
        });
        school.received.clear();
        amina.post("/dagboek", {{"sleutel", "verlopen"}, {"woorden", typed}});
        amina.submit("/dagboek");
        RC_ASSERT(school.received == std::vector<std::string>{typed});
    }));
}

}  // namespace
}  // namespace loopbaankaart::access

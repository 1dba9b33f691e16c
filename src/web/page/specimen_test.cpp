// The patterns of the look on sample pages. With LOOPBAANKAART_SPECIMEN=FOLDER the pages and the assets are also written there,
// to be looked at in a browser.
#include "specimen.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <web/words.hpp>

#include "../assets/asset_names.hpp"
#include "../assets/assets.hpp"
#include "../html/read_back.hpp"
#include "fields.hpp"

namespace loopbaankaart::web::specimen {

namespace {

using base::Language;
using base::Word;

constexpr Word map{"s.map", {"Kaart", "Map"}}, backpack{"s.backpack", {"Rugzak", "Backpack"}}, company{"s.company", {"Reisgezelschap", "Company"}}, people{"s.people", {"Mensen", "People"}};
constexpr Word map_lead{"s.map_lead", {"Alle plekken op een rij. Je begint waar je wilt.", "All places in a row. Start where you like."}};
constexpr Word search{"s.search", {"Zoek een plek", "Find a place"}}, search_button{"s.search_button", {"Zoek", "Search"}};
constexpr Word all{"s.all", {"Alles", "All"}}, obstacles{"s.obstacles", {"Belemmeringen", "Obstacles"}}, sources{"s.sources", {"Hulpbronnen", "Sources of help"}}, resting{"s.resting", {"Parkeren en chillen", "Resting"}}, goals{"s.goals", {"Bestemmingen", "Destinations"}};
constexpr Word here{"s.here", {"je bent hier", "you are here"}}, was_here{"s.was_here", {"je was hier", "you were here"}};
constexpr Word arrive{"s.arrive", {"Ik ben hier", "I am here"}}, keep_something{"s.keep", {"Iets bewaren", "Keep something"}}, how{"s.how", {"Hoe het zich kan tonen", "How it may show"}}, voices{"s.voices", {"Wat anderen vertellen", "What others tell"}};
constexpr Word what_happened{"s.happened", {"Wat wil je bewaren?", "What do you want to keep?"}}, only_you{"s.only_you", {"Dit ziet alleen jij.", "Only you see this."}}, nothing{"s.nothing", {"Je rugzak is nog licht. Bewaar iets wat je onderweg meemaakt.", "Your backpack is still light. Keep something from the road."}};
constexpr Word name_word{"s.name", {"Gebruikersnaam", "User name"}}, password{"s.password", {"Wachtwoord", "Password"}}, own_phone{"s.own_phone", {"Dit is mijn eigen telefoon", "This is my own phone"}}, own_phone_hint{"s.own_phone_hint", {"Dan blijf je langer ingelogd.", "Then you stay signed in longer."}}, forgotten{"s.forgotten", {"Wachtwoord vergeten?", "Forgot your password?"}};
constexpr Word role{"s.role", {"Rol", "Role"}}, team{"s.team", {"Team", "Team"}}, email{"s.email", {"E-mailadres", "E-mail address"}}, invite{"s.invite", {"Maak een uitnodiging", "Make an invitation"}}, later{"s.later", {"Nu niet", "Not now"}}, suspend{"s.suspend", {"Zet op slot", "Lock"}};
constexpr Word missing{"s.missing", {"Vul een naam in.", "Fill in a name."}}, short_one{"s.short", {"Kies een wachtwoord van ten minste 12 tekens.", "Choose a password of at least 12 characters."}}, choose{"s.choose", {"Kies een rol.", "Choose a role."}};

constexpr std::string_view token = "3vQ9example";

struct SamplePlace {
    std::string_view id, name, plain;
    const Word* state;
};

void place_line(Html& html, const SamplePlace& place) {
    html.li({cls("place"), attr("data-zoek", place.plain)}, [&] {
        html.a({href(path("/kaart", place.id))}, [&] {
            landmark(html, place.id);
            html.span({cls("name")}, place.name);
            html.span({cls("plain")}, place.plain);
            if (place.state == nullptr) return;
            html.span({place.state == &here ? cls("state here") : cls("state was-here")}, [&] {
                if (place.state == &here) symbol(html, "vlag"); else symbol(html, "voetstappen");
                html.text(*place.state);
            });
        });
    });
}

void group(Html& html, const Word& title, Literal drawing, std::initializer_list<SamplePlace> places) {
    html.section({cls("group")}, [&] {
        html.h2({}, [&] { symbol(html, drawing); html.text(title); });
        html.ul({cls("place-list")}, [&] { for (const SamplePlace& place : places) place_line(html, place); });
    });
}

void list_page(Html& html) {
    html.h1({}, map);
    html.p({cls("lead")}, map_lead);
    search_field(html, path("/kaart"), {.name = "zoek", .label = search}, search_button);
    html.ul({cls("legend")}, [&] {
        const auto filter = [&](const Word& word, Literal drawing, std::string_view kind, bool chosen) {
            html.li({}, [&] {
                html.a({href(path("/kaart").with("soort", kind)), attr("aria-current", "true", chosen)}, [&] { symbol(html, drawing); html.text(word); });
            });
        };
        filter(all, "kaart", "", true);
        filter(obstacles, "belemmering", "belemmering", false);
        filter(sources, "hulpbron", "hulpbron", false);
        filter(resting, "parkeren", "parkeren", false);
        filter(goals, "bestemming", "bestemming", false);
    });
    group(html, sources, "hulpbron", {{"wensboom", "De Wensboom", "dromen over later", &here}, {"herberg", "Herberg voor Inspirerende Ontmoetingen", "mensen spreken die je verder helpen", nullptr}, {"stad", "Stad der Succesvolle Stage", "een stage die goed gaat", &was_here}});
    group(html, obstacles, "belemmering", {{"vulkaan", "Vulkaan der Uiteengespatte Verwachtingen", "als het heel anders loopt dan je hoopte", &was_here}, {"doolhof", "Doolhof van de Bureaucratie", "regels en formulieren", nullptr}});
    group(html, resting, "parkeren", {{"strand", "Chill strand", "even niets hoeven", nullptr}, {"haven", "De Veilige Haven", "een plek waar je terecht kunt", &here}});
}

void place_page(Html& html) {
    html.article({cls("place-page")}, [&] {
        back_link(html, path("/kaart"), word::to_the_map);
        html.div({cls("scene")}, [&] { landmark(html, "wensboom"); });
        html.h1({}, "De Wensboom");
        html.p({cls("plain")}, "dromen over later");
        html.ul({cls("kinds")}, [&] {
            html.li({}, [&] { symbol(html, "hulpbron"); html.text(sources); });
            html.li({}, [&] { symbol(html, "parkeren"); html.text(resting); });
        });
        html.p({}, "Onder deze boom mag je hardop dromen. Een wens hangt hier aan een lint en hoeft nog nergens op te lijken. Soms groeit er een plan uit. Soms blijft het gewoon een mooie wens.");
        form(html, path("/kaart", "wensboom", "hier"), token, [&] {
            html.p({}, [&] { html.span({cls("state here")}, [&] { symbol(html, "vlag"); html.text(here); }); });
            actions(html, [&] {
                primary_button(html, arrive, "vlag");
                secondary_link(html, path("/kaart", "wensboom", "bewaren"), keep_something, "rugzak");
            });
        });
        html.h2({}, voices);
        html.div({cls("voices")}, [&] {
            html.blockquote({}, "Ik wilde altijd kapitein worden. Nu doe ik iets met schepen, maar dan op kantoor. Bijna goed.");
            html.blockquote({}, "Mijn wens hangt er nog. Ik kijk er af en toe naar, meer hoeft niet.");
        });
        html.details({}, [&] {
            html.summary({}, how);
            html.p({}, "Iemand tekent in de kantlijn, of praat ineens zachter als het over later gaat.");
        });
    });
}

void keep_page(Html& html) {
    back_link(html, path("/kaart", "wensboom"), map);
    html.h1({}, keep_something);
    form(html, path("/kaart", "wensboom", "bewaren"), token, *base::Id::parse("01JD4A5V6W7X8Y9Z0123456789"), [&] {
        text_area(html, {.name = "woorden", .label = what_happened, .hint = &only_you, .value = "<b>Eerste</b> regel\nen nog een & meer"});
        actions(html, [&] { primary_button(html, word::save, "rugzak"); secondary_link(html, path("/kaart", "wensboom"), later); });
    });
}

void backpack_page(Html& html) {
    html.h1({}, backpack);
    html.ul({cls("kept")}, [&] {
        const auto scrap = [&](std::string_view words, std::string_view place, std::string_view place_name, bool picture) {
            html.li({cls("scrap")}, [&] {
                if (picture) html.figure({}, [&] { html.img({src(asset_url("landmarks/haven.svg")), attr("alt", "Een haven met boten")}); });
                html.paragraphs(words);
                html.p({cls("when")}, [&] { html.text("12 november 2026 · "); html.a({href(path("/kaart", place))}, place_name); });
            });
        };
        scrap("Op de open dag stond een vrouw die bruggen tekent. Ik bleef een uur plakken.", "herberg", "Herberg", false);
        scrap("De haven om zes uur 's ochtends. Niemand praat, iedereen weet wat hij doet.", "haven", "Veilige Haven", true);
        scrap("kernwoord: rust", "strand", "Chill strand", false);
        scrap("Yusuf zei dat ik goed kan uitleggen.\n\nDat had ik zelf nooit bedacht. Ik ga het volgende week nog een keer proberen, bij de brugklas.", "wensboom", "Wensboom", false);
    });
}

void empty_page(Html& html) {
    html.h1({}, backpack);
    empty_place(html, "leeg-rugzak", nothing, [&] { actions(html, [&] { primary_link(html, path("/kaart"), word::to_the_map, "kaart"); }); });
}

void sign_in_page(Html& html, bool wrong) {
    FieldErrors errors;
    if (wrong) { errors.add("naam", missing); errors.add("wachtwoord", short_one); }
    beside(html, "herberg", [&] {
        html.h1({}, word::sign_in);
        error_summary(html, errors);
        form(html, path("/inloggen"), token, [&] {
            text_field(html, {.name = "naam", .label = name_word, .error = errors.find("naam"), .autocomplete = "username"}, Writing::code);
            password_field(html, {.name = "wachtwoord", .label = password, .error = errors.find("wachtwoord"), .autocomplete = "current-password"});
            checkbox(html, {.name = "eigen", .label = own_phone, .hint = &own_phone_hint, .value = "ja"}, true);
            primary_button(html, word::sign_in, "sleutel");
        });
        html.ul({cls("ways")}, [&] { html.li({}, [&] { html.a({href(path("/wachtwoord"))}, forgotten); }); });
    });
}

void people_page(Html& html) {
    html.h1({}, people);
    html.div({cls("table"), attr("role", "region"), attr("tabindex", "0"), attr("aria-label", people.in(html.language()))}, [&] {
        html.table({cls("stack")}, [&] {
            html.thead({}, [&] { html.tr({}, [&] { for (const Word* head : {&name_word, &role, &team}) html.th({attr("scope", "col")}, *head); html.th({attr("scope", "col")}, map); }); });
            html.tbody({}, [&] {
                for (const auto& [who, what, where, count] : {std::tuple{"Amina el Idrissi", "student", "Zorg 2A", "7"}, {"Sem de Vries", "counsellor", "Zorg", "12"}, {"Nguyễn Minh Anh", "teamleader", "Techniek", "3"}})
                    html.tr({}, [&] {
                        html.th({attr("scope", "row")}, who);
                        html.td({}, [&] { html.span({cls("tag")}, what); });
                        html.td({}, where);
                        html.td({}, count);
                    });
            });
        });
    });
    FieldErrors errors;
    errors.add("rol", choose);
    error_summary(html, errors);
    const std::vector<Choice> roles{{"student", "Student", "Reist over de kaart."}, {"counsellor", "Mentor"}};
    const std::vector<Choice> teams{{"", "–"}, {"z2a", "Zorg 2A"}};
    form(html, path("/beheer/mensen"), token, [&] {
        text_field(html, {.name = "mail", .label = email, .hint = &only_you, .value = "a@b.nl", .optional = true}, Writing::email);
        radio_group(html, {.name = "rol", .label = role, .hint = &only_you, .error = errors.find("rol"), .choices = roles});
        select(html, {.name = "team", .label = team, .value = "z2a", .choices = teams});
        actions(html, [&] { primary_button(html, invite, "brief"); secondary_button(html, suspend, "slot", {.name = "op-slot", .value = "ja"}); quiet_button(html, later); });
    });
    html.element("dl", {cls("facts")}, [&] { html.dt({}, team); html.dd({}, "Zorg 2A"); html.dt({}, role); html.dd({}, "student"); });
    card(html, [&] { html.h2({}, invite); html.p({}, only_you); });
    html.div({cls("code-sheet")}, [&] { html.p({}, only_you); html.code({}, "KX4M-7PQ2-RT9W"); html.p({cls("small")}, "noord.example.nl/herstel"); });
}

Frame frame(const Word& title, Language language, bool signed_in, std::string_view sentence = {}) {
    Frame made{.title = std::string{title.in(language)}, .form_token = std::string{token}, .notice = std::string{sentence}};
    made.navigation = {{&map, "/kaart", "kaart"}};
    if (!signed_in) return made;
    made.person = "Amina";
    made.navigation.push_back({&backpack, "/rugzak", "rugzak"});
    made.navigation.push_back({&company, "/reisgezelschap", "mensen"});
    return made;
}

}  // namespace

Site site() { return {.name = "noord", .title = "Noordzijde College", .address = "https://noord.example.nl"}; }

Request request(std::string asked, Language language, const Site* where) {
    Request made;
    made.path = std::move(asked);
    made.id = "7f3a91c0";
    made.language = language;
    made.site = where;
    return made;
}

std::vector<Specimen> specimens(Language language) {
    Frame staff = frame(people, language, true);
    staff.density = Frame::Density::work;
    return {
        {"kaart", "/kaart", frame(map, language, true), list_page},
        {"kaart-uit", "/kaart", frame(map, language, false), list_page},
        {"plek", "/kaart/wensboom", frame(map, language, true, "Bewaard. Dit zie alleen jij."), place_page},
        {"bewaren", "/kaart/wensboom/bewaren", frame(keep_something, language, true), keep_page},
        {"rugzak", "/rugzak", frame(backpack, language, true), backpack_page},
        {"leeg", "/rugzak", frame(backpack, language, true), empty_page},
        {"inloggen", "/inloggen", frame(word::sign_in, language, false), [](Html& html) { sign_in_page(html, false); }},
        {"inloggen-fout", "/inloggen", frame(word::sign_in, language, false), [](Html& html) { sign_in_page(html, true); }},
        {"mensen", "/beheer/mensen", staff, people_page},
    };
}

namespace {

void save(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << bytes;
}

TEST(Specimen, every_page_is_well_formed_in_both_languages) {
    const Site where = site();
    const char* folder = std::getenv("LOOPBAANKAART_SPECIMEN");
    for (Language language : base::languages)
        for (const Specimen& specimen : specimens(language)) {
            const Reply reply = page(request(specimen.path, language, &where), specimen.frame, specimen.content);
            const auto root = read_back::read(reply.body);
            ASSERT_EQ(root.all("main").size(), 1u) << specimen.name;
            EXPECT_EQ(root.all("h1").size(), 1u) << specimen.name;
            EXPECT_EQ(root.all("html")[0]->attributes.at("lang"), base::code(language));
            for (const auto* form : root.all("form"))
                if (form->attributes.at("method") == "post") {
                    const auto inputs = form->all("input");
                    EXPECT_TRUE(std::ranges::any_of(inputs, [](const auto* input) { return input->attributes.at("type") == "hidden" && input->attributes.at("name") == "sleutel"; }));
                }
            if (folder != nullptr) save(std::filesystem::path{folder} / base::code(language) / (specimen.name + ".html"), reply.body);
        }
    if (folder == nullptr) return;
    for (int status : {404, 503}) {
        const Reply reply = error_page(request("/weg", Language::nl, &where), status);
        save(std::filesystem::path{folder} / "nl" / ("fout-" + std::to_string(status) + ".html"), reply.body);
    }
    for (std::string_view name : asset_names()) save(std::filesystem::path{folder} / asset(name).path.substr(1), asset(name).plain);
}

// A field's label, hint and error must be told to who cannot see them.
TEST(Specimen, every_field_has_a_label_and_every_reference_a_target) {
    const Site where = site();
    for (const Specimen& specimen : specimens(Language::nl)) {
        const auto root = read_back::read(page(request(specimen.path, Language::nl, &where), specimen.frame, specimen.content).body);
        std::vector<std::string> ids;
        std::vector<const read_back::Element*> everything;
        const std::function<void(const read_back::Element&)> gather = [&](const read_back::Element& element) {
            everything.push_back(&element);
            if (element.attributes.contains("id")) ids.push_back(element.attributes.at("id"));
            for (const auto& child : element.children) gather(child);
        };
        gather(root);
        const auto there = [&](const std::string& wanted) { return std::ranges::find(ids, wanted) != ids.end(); };
        for (const auto* element : everything) {
            if (element->attributes.contains("for")) { EXPECT_TRUE(there(element->attributes.at("for"))); }
            if (!element->attributes.contains("aria-describedby")) continue;
            for (std::string_view each : base::split(element->attributes.at("aria-describedby"), ' ')) EXPECT_TRUE(there(std::string{each})) << each;
        }
        std::vector<std::string> sorted = ids;
        std::ranges::sort(sorted);
        if (specimen.name != "mensen") { EXPECT_TRUE(std::ranges::adjacent_find(sorted) == sorted.end()) << specimen.name; }
        for (const auto* field : root.all("input")) {
            if (field->attributes.at("type") == "hidden") continue;
            const auto labels = root.all("label");
            EXPECT_TRUE(std::ranges::any_of(labels, [&](const auto* label) { return label->attributes.at("for") == field->attributes.at("id"); }));
        }
    }
}

}  // namespace

}  // namespace loopbaankaart::web::specimen

// GET /beheer/mensen: who belongs to the school.
#include <access/words.hpp>

#include "people_directory.hpp"
#include "people_pages.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

constexpr std::size_t on_a_page = 50;

struct Listed {
    Person person;
    std::vector<RoleInTeam> roles;
};

void role_words(Html& html, const std::vector<RoleInTeam>& roles) {
    std::bitset<role_count> said;
    for (const RoleInTeam& role : roles) {
        const auto place = static_cast<std::size_t>(role.role);
        if (said.test(place)) continue;
        if (said.any()) html.text(", ");
        said.set(place);
        html.text(word_for(role.role));
    }
}

void head(Html& html) {
    html.thead({}, [&] {
        html.tr({}, [&] {
            for (const base::Word* column : {&word::name, &word::user_name, &word::people_role, &word::people_standing})
                html.th({web::attr("scope", "col")}, *column);
        });
    });
}

void line(Html& html, const Listed& listed) {
    const Person& person = listed.person;
    html.tr({}, [&] {
        html.th({web::attr("scope", "row")}, [&] { html.a({web::href(web::path("/beheer/mensen", person.id.view()))}, person.name); });
        html.td({}, person.user_name);
        html.td({}, [&] { role_words(html, listed.roles); });
        html.td({}, [&] {
            if (person.standing == Standing::active) return html.text(word_for(person.standing));
            html.span({web::cls("tag")}, word_for(person.standing));
        });
    });
}

void table(Html& html, const std::vector<Listed>& people) {
    html.div({web::cls("table"), web::attr("role", "region"), web::attr("tabindex", "0"),
              web::attr("aria-label", word::people.in(html.language()))}, [&] {
        html.table({web::cls("stack")}, [&] {
            head(html);
            html.tbody({}, [&] {
                for (const Listed& listed : people) line(html, listed);
            });
        });
    });
}

std::vector<Listed> look(const Visit& visit, std::string_view wanted, const std::optional<base::Id>& after) {
    std::vector<Listed> people;
    visit.school().read([&](storage::Reads& reads) {
        for (Person& person : wanted.empty() ? people_by_name(reads, after, on_a_page + 1) : people_found(reads, wanted, after, on_a_page + 1)) {
            auto roles = roles_of(reads, person.id);
            people.push_back({std::move(person), std::move(roles)});
        }
    });
    return people;
}

}  // namespace

web::Answer show_people(const Visit& visit) {
    const std::string wanted = base::tidy(visit.request.query["zoek"]);
    const auto after = base::Id::parse(visit.request.query["na"]);
    std::vector<Listed> people = look(visit, wanted, after);
    const bool more = people.size() > on_a_page;
    if (more) people.pop_back();

    return visit.work_page(in_words(visit, word::people), [&](Html& html) {
        html.h1({}, word::people);
        html.div({web::cls("above-table")}, [&] {
            web::search_field(html, web::path("/beheer/mensen"), {.name = "zoek", .label = word::people_search, .value = wanted}, word::people_search_do);
            web::primary_link(html, web::path("/beheer/mensen/nieuw"), word::people_add, "plus");
        });
        if (people.empty()) return html.p({}, word::people_none);
        table(html, people);
        if (!more) return;
        web::actions(html, [&] {
            web::Url next = web::path("/beheer/mensen").with("na", people.back().person.id.view());
            if (!wanted.empty()) next = std::move(next).with("zoek", wanted);
            web::secondary_link(html, next, word::people_more);
        });
    });
}

}  // namespace loopbaankaart::access

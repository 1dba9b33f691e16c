#include "account.hpp"

#include <access/words.hpp>

#include "account.sql.hpp"
#include "own_ways.hpp"
#include "session.hpp"

namespace loopbaankaart::access {

namespace {

using web::Html;

struct DeedToAccount {
    base::Instant moment;
    std::string deed;
    std::string about;
    std::string by;      // a name; empty: the owner, or nobody knows who
};

struct Account {
    Person person;
    bool address_confirmed = false;
    std::vector<RoleInTeam> roles;
    std::vector<OpenSession> sessions;
    std::vector<DeedToAccount> deeds;
    OwnWord told;
};

OwnWays own_ways = nullptr;
TellsOwn tells_own = nullptr;

Account account_of(const Visit& visit) {
    const base::Id& person = visit.who().person;
    Account account;
    visit.school().read([&](storage::Reads& reads) {
        account.person = find_person(reads, person).value();
        account.address_confirmed = address_is_confirmed(reads, person);
        account.told = own_word(reads, visit);
        account.roles = roles_of(reads, person);
        account.sessions = open_sessions(reads, person, visit.request.cookie(session_cookie), visit.site.now());
        account.deeds = reads.all(query::deeds_to_account, [&](const storage::Row& row) {
            const bool by_other = row.text(3) != person.view() && !row.null(4);
            return DeedToAccount{base::instant(row.integer(0)), row.string(1), row.string(2), by_other ? row.string(4) : std::string{}};
        }, person);
    });
    return account;
}

const base::Word& word_for_deed(const DeedToAccount& deed) {
    if (deed.deed == "sign_in_failed") return word::deed_sign_in_failed;
    if (deed.deed == "password_set") return word::deed_password_set;
    if (deed.deed == "password_reset") return deed.about.empty() ? word::deed_password_reset : word::deed_code_used;
    if (deed.deed == "reset_code_made") return word::deed_code_made;
    if (deed.deed == "roles_changed") return word::deed_roles_changed;
    if (deed.deed == "suspended") return word::deed_suspended;
    if (deed.deed == "reinstated") return word::deed_reinstated;
    if (deed.deed == "took_along") return word::deed_took_along;
    if (deed.deed == "brought_in") return word::deed_brought_in;
    return word::deed_invited;
}

std::string day(const Visit& visit, base::Instant moment) { return base::day_in_words(moment, visit.language(), visit.site.time_zone); }

void show_person(Html& html, const Account& account) {
    html.h2({}, word::me_who);
    html.dl({web::cls("facts")}, [&] {
        html.dt({}, word::name);
        html.dd({}, account.person.name);
        html.dt({}, word::user_name);
        html.dd({}, account.person.user_name);
        html.dt({}, word::roles);
        html.dd({}, [&] {
            std::string_view before;
            for (std::size_t role = 0; role < role_count; ++role)
                for (const RoleInTeam& has : account.roles)
                    if (has.role == static_cast<Role>(role)) {
                        html.text(before);
                        html.text(word_for(has.role));
                        before = ", ";
                        break;
                    }
        });
    });
    web::actions(html, [&] { web::secondary_link(html, web::path("/wachtwoord"), word::change_password, "sleutel"); });
}

void show_address(Html& html, const Visit& visit, const Account& account) {
    html.h2({}, word::address);
    if (account.person.email.empty()) return html.p({}, word::address_none);
    html.p({}, account.person.email);
    if (account.address_confirmed) return html.p({}, word::address_confirmed);
    html.p({}, word::address_not_confirmed);
    web::form(html, web::path("/mij/adres"), visit.form_token, [&] {
        web::actions(html, [&] { web::secondary_button(html, word::address_confirm_send, "brief"); });
    });
}

void show_sharing(Html& html) {
    html.h2({}, word::me_sharing);
    html.ul({web::cls("lines")}, [&] {
        const auto way = [&](const web::Url& to, const base::Word& label) {
            html.li({}, [&] { html.a({web::href(to)}, label); });
        };
        way(web::path("/mij/kennissen"), word::acquaintances);
        way(web::path("/delen"), word::me_shared);
        way(web::path("/mee"), word::me_shared_with);
        way(web::path("/wie-ziet-wat"), word::me_who_sees_what);
    });
}

void show_taking_along(Html& html) {
    html.h2({}, word::me_take_along);
    html.p({}, word::me_take_along_plainly);
    web::actions(html, [&] {
        web::secondary_link(html, web::path("/meenemen"), word::me_take_along, "rugzak");
        web::secondary_link(html, web::path("/meebrengen"), word::me_bring_in, "pijl");
    });
}

void show_sessions(Html& html, const Visit& visit, const Account& account) {
    html.h2({}, word::devices);
    html.ul({web::cls("lines")}, [&] {
        for (const OpenSession& session : account.sessions)
            html.li({}, [&] {
                web::symbol(html, "toestel");
                html.text(session.device.empty() ? word::device_unknown.in(visit.language()) : std::string_view{session.device});
                html.text(" · ");
                html.text(session.this_one ? std::string{word::device_this.in(visit.language())} : day(visit, session.seen_at));
            });
    });
    if (account.sessions.size() < 2) return;
    web::form(html, web::path("/mij/toestellen"), visit.form_token, [&] {
        web::actions(html, [&] { web::secondary_button(html, word::devices_end, "uit"); });
    });
}

void show_deeds(Html& html, const Visit& visit, const Account& account) {
    html.h2({}, word::deeds);
    if (account.deeds.empty()) return html.p({}, word::deeds_none);
    html.ul({web::cls("lines")}, [&] {
        for (const DeedToAccount& deed : account.deeds)
            html.li({}, [&] {
                html.text(day(visit, deed.moment));
                html.text(": ");
                html.text(word_for_deed(deed));
                if (!deed.by.empty()) html.text(" (" + deed.by + ")");
            });
    });
}

std::string done_notice(const Visit& visit) {
    const std::string_view done = visit.request.query["gedaan"];
    const base::Word* said = done == "wachtwoord" ? &word::done_password
                           : done == "toestellen" ? &word::done_devices
                           : done == "post"       ? &word::done_address_sent
                           : done == "adres"      ? &word::done_address
                                                  : nullptr;
    return said ? std::string{said->in(visit.language())} : std::string{};
}

}  // namespace

void set_own_ways(OwnWays ways) { own_ways = ways; }
void set_own_word(TellsOwn tells) { tells_own = tells; }
OwnWord own_word(storage::Reads& reads, const Visit& visit) { return tells_own != nullptr && visit.viewer ? tells_own(reads, visit) : OwnWord{}; }

web::Answer show_account(const Visit& visit) {
    const Account account = account_of(visit);
    return visit.page(std::string{word::me.in(visit.language())}, [&](Html& html) {
        html.h1({}, word::me);
        html.div({web::cls("cards")}, [&] {
            if (account.told) web::card(html, [&] { account.told(html); });
            web::card(html, [&] { show_person(html, account); });
            if (!visit.who().left()) web::card(html, [&] { show_sharing(html); });
            if (own_ways != nullptr) own_ways(html, visit);
            if (visit.who().content_open) web::card(html, [&] { show_taking_along(html); });
            web::card(html, [&] { show_address(html, visit, account); });
            web::card(html, [&] { show_sessions(html, visit, account); });
            web::card(html, [&] { show_deeds(html, visit, account); });
        });
    }, 200, done_notice(visit));
}

web::Answer end_other_devices(const Visit& visit) {
    return web::Write{[&visit](storage::Writes& writes) {
        end_other_sessions(writes, visit.who().person, visit.request.cookie(session_cookie));
        return web::go(web::path("/mij").with("gedaan", "toestellen"));
    }};
}

}  // namespace loopbaankaart::access

// loopbaankaart person invite SCHOOL USER: a new link for someone who lost theirs, when no administrator can sign in.
// loopbaankaart person erase SCHOOL USER --for-good: somebody who left is forgotten now instead of after a year.
#include <fmt/format.h>

#include <program/words.hpp>

#include "commands.hpp"
#include "house.hpp"

namespace loopbaankaart::program {

namespace {

struct Someone {
    std::string school, user_name;
    bool for_good = false;
};

void invite(Console& console, const Someone& invitee) {
    auto installation = Installation::open(console.place);
    if (!installation) return console.refuse(installation.error());
    web::Site* site = (*installation)->site(invitee.school);
    if (site == nullptr) return console.refuse({word::school_unknown, invitee.school});

    std::string token;
    site->school->write_now([&](storage::Writes& writes) {
        const auto person = access::find_by_user_name(writes, invitee.user_name);
        // Only who never had a password: for others this would be a back door (they reset it by mail or a printed code).
        if (person && person->standing == access::Standing::invited)
            token = access::invite(writes, person->id, site->now(), *site->randomness);
    });
    if (token.empty()) return console.refuse({word::nobody_waiting, invitee.user_name});
    console.say(word::invitation_link, {{"link", fmt::format("{}/welkom/{}", site->address, token)}});
}

void erase(Console& console, const Someone& someone) {
    auto installation = Installation::open(console.place);
    if (!installation) return console.refuse(installation.error());
    web::Site* site = (*installation)->site(someone.school);
    if (site == nullptr) return console.refuse({word::school_unknown, someone.school});
    std::optional<access::Person> person;
    site->school->read([&](storage::Reads& reads) { person = access::find_by_user_name(reads, someone.user_name); });
    if (!person || person->standing != access::Standing::left) return console.refuse({word::nobody_left, someone.user_name});
    if (!someone.for_good) return console.refuse({word::erase_for_good, someone.user_name});
    erase_person(*site->school, person->id, site->now());
    console.say(word::erased);
}

}  // namespace

void add_person(CLI::App& app, Console& console) {
    CLI::App* person = app.add_subcommand("person", "the people of a school");
    person->require_subcommand(1);
    auto someone = std::make_shared<Someone>();
    const auto about_someone = [&](CLI::App* command) {
        command->add_option("school", someone->school)->required();
        command->add_option("user", someone->user_name, "the user name; `beheer` is the first administrator")->required();
        return command;
    };
    about_someone(person->add_subcommand("invite", "prints a new link for someone who has no password yet"))->callback([&console, someone] { invite(console, *someone); });
    CLI::App* erasing = about_someone(person->add_subcommand("erase", "forgets somebody who left the school, with all that was theirs"));
    erasing->add_flag("--for-good", someone->for_good, "yes: there is no way back, not from a backup either");
    erasing->callback([&console, someone] { erase(console, *someone); });
}

}  // namespace loopbaankaart::program

// loopbaankaart person invite SCHOOL USER: a new link for someone who lost theirs, when no administrator can sign in.
#include <fmt/format.h>

#include <program/words.hpp>

#include "commands.hpp"

namespace loopbaankaart::program {

namespace {

struct Invitee {
    std::string school, user_name;
};

void invite(Console& console, const Invitee& invitee) {
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

}  // namespace

void add_person(CLI::App& app, Console& console) {
    CLI::App* person = app.add_subcommand("person", "the people of a school");
    person->require_subcommand(1);
    CLI::App* command = person->add_subcommand("invite", "prints a new link for someone who has no password yet");
    auto invitee = std::make_shared<Invitee>();
    command->add_option("school", invitee->school)->required();
    command->add_option("user", invitee->user_name, "the user name; `beheer` is the first administrator")->required();
    command->callback([&console, invitee] { invite(console, *invitee); });
}

}  // namespace loopbaankaart::program

#include "circle.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

std::vector<std::string_view> codes_of(const Helps& helps) {
    std::vector<std::string_view> said;
    for (std::size_t at = 0; at < help_codes.size(); ++at)
        if (helps[at]) said.push_back(help_codes[at]);
    return said;
}

// What is not said is not there.
Json in_json(const Seat& seat) {
    Json said{{"id", seat.id.text()}};
    if (!seat.name.empty()) said["name"] = seat.name;
    said["near"] = nearness_codes[static_cast<std::size_t>(seat.near)];
    said["turn"] = seat.turn;
    if (seat.empty) said["empty"] = true;
    else said["face"] = face_codes[seat.face];
    if (seat.helps.any()) said["helps"] = codes_of(seat.helps);
    if (!seat.expects.empty()) said["expects"] = seat.expects;
    if (seat.clicks) said["clicks"] = true;
    return said;
}

std::optional<Seat> read_seat(BodyReader& body) {
    const auto id = body.id("id");
    if (!id) return std::nullopt;
    Seat seat{.id = *id};
    const auto wrong = [&] { return std::distance(body.faults().begin(), body.faults().end()); };  // of all seats so far
    const auto wrong_before = wrong();
    seat.name = body.line("name", most_in_seat_name);
    const bool name_wrong = wrong() > wrong_before;
    if (const auto near = body.one_of("near", nearness_codes)) seat.near = static_cast<Nearness>(*near);
    seat.turn = static_cast<int>(body.whole("turn", 0, turns_round - 1).value_or(0));
    seat.empty = body.yes("empty");
    if (const auto face = body.one_of("face", face_codes); face && !seat.empty) seat.face = *face;
    for (const std::size_t help : body.some_of("helps", help_codes)) seat.helps.set(help);
    seat.expects = body.text("expects", most_characters);
    seat.clicks = body.yes("clicks");
    if (seat.name.empty() && !seat.empty && !name_wrong) return std::nullopt;
    return seat;
}

}  // namespace

const base::Word& name_of(Nearness near) {
    switch (near) {
        case Nearness::close: return word::circle_close;
        case Nearness::middle: return word::circle_middle;
        case Nearness::far: return word::circle_far;
    }
    return word::circle_middle;
}

const base::Word& name_of(Help help) {
    switch (help) {
        case Help::listening: return word::seat_listens;
        case Help::tips: return word::seat_gives_tips;
        case Help::example: return word::seat_is_example;
        case Help::door: return word::seat_opens_doors;
        case Help::practical: return word::seat_is_practical;
    }
    return word::seat_listens;
}

Seat* Circle::find(const base::Id& id) {
    const auto found = std::ranges::find(seats, id, &Seat::id);
    return found == seats.end() ? nullptr : &*found;
}

base::Result<base::Done> sit_down(Circle& circle, Seat seat) {
    if (Seat* there = circle.find(seat.id)) {
        *there = std::move(seat);
        return base::Done{};
    }
    if (circle.seats.size() >= most_seats) return base::Error{word::circle_full};
    circle.seats.push_back(std::move(seat));
    return base::Done{};
}

void stand_up(Circle& circle, const base::Id& id) {
    std::erase_if(circle.seats, [&](const Seat& each) { return each.id == id; });
}

Json in_json(const Circle& circle) {
    Json body{{"seats", Json::array()}};
    for (const Seat& seat : circle.seats) body["seats"].push_back(in_json(seat));
    return body;
}

Circle read_circle(BodyReader& body) {
    Circle circle;
    body.many("seats", most_seats, [&](BodyReader& each) {
        auto seat = read_seat(each);
        if (seat && circle.find(seat->id) == nullptr) circle.seats.push_back(std::move(*seat));
    });
    return circle;
}

Json check_circle(BodyReader& sent) { return in_json(read_circle(sent)); }

Circle circle_of(const Record& record) {
    BodyReader body{record.body};
    return read_circle(body);
}

ToldSeat told(const Seat& seat) {
    ToldSeat said{.name = seat.name, .near = seat.near, .turn = seat.turn, .face = seat.face, .cloth = static_cast<unsigned char>(seat.id.view().back()) % cloths,
                  .helps = seat.helps, .clicks = seat.clicks, .empty = seat.empty};
    if (!base::guarded(base::Guard::expects_hidden)) said.name += " " + seat.expects;
    return said;
}

std::vector<ToldSeat> told(const Circle& circle) {
    std::vector<ToldSeat> said;
    for (const Seat& seat : circle.seats) said.push_back(told(seat));
    return said;
}

std::string called(const ToldSeat& seat, base::Language language) {
    if (!seat.empty) return seat.name;
    if (seat.name.empty()) return std::string{word::seat_is_empty.in(language)};
    return base::say(word::seat_is_empty_for, language, {{"name", seat.name}});
}

std::string helps_in_words(const ToldSeat& seat, base::Language language) {
    std::string said;
    for (std::size_t at = 0; at < help_codes.size(); ++at)
        if (seat.helps[at]) {
            if (!said.empty()) said += ", ";
            said += name_of(static_cast<Help>(at)).in(language);
        }
    return said;
}

}  // namespace loopbaankaart::journey

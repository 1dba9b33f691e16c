#include "wishes.hpp"

#include <fmt/format.h>
#include <journey/words.hpp>

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

constexpr std::array<std::string_view, 3> if_forms{"day", "place", "own"};

std::array<std::string_view, 3> end_codes() {
    std::array<std::string_view, 3> codes;
    std::ranges::transform(wish_ends, codes.begin(), [](const auto& each) { return each.code.view(); });
    return codes;
}

std::optional<std::chrono::year_month_day> a_day(BodyReader& body, std::string_view name) {
    const std::string typed = body.line(name, 10);
    if (typed.empty()) return std::nullopt;
    const auto day = day_typed(typed);
    if (!day) body.fault(name, {word::body_unreadable});
    return day;
}

// Nothing where a part of it is missing: it could never come.
std::optional<If> read_if(BodyReader& body) {
    const auto form = body.one_of("form", if_forms);
    const auto day = a_day(body, "day");
    const auto day_at = body.moment("day_at");
    If read{.place = body.line("place", most_in_if), .place_name = body.line("place_name", most_in_if), .words = body.line("words", most_in_if)};
    if (!form) return std::nullopt;
    switch (read.form = static_cast<IfForm>(*form)) {
        case IfForm::day:
            if (!day || !day_at) return std::nullopt;
            return If{.form = IfForm::day, .day = *day, .day_at = *day_at};
        case IfForm::place:
            if (read.place.empty()) return std::nullopt;
            read.words.clear();
            return read;
        case IfForm::own: break;
    }
    if (read.words.empty()) return std::nullopt;
    return If{.form = IfForm::own, .words = std::move(read.words)};
}

Json in_json(const If& when) {
    Json body{{"form", if_forms[static_cast<std::size_t>(when.form)]}};
    switch (when.form) {
        case IfForm::day:
            body["day"] = in_digits(when.day);
            body["day_at"] = base::milliseconds(when.day_at);
            break;
        case IfForm::place:
            body["place"] = when.place;
            body["place_name"] = when.place_name;
            break;
        case IfForm::own: body["words"] = when.words;
    }
    return body;
}

// Up to three numbers between signs that are none of them digits.
std::vector<std::int64_t> numbers_in(std::string_view text) {
    std::vector<std::int64_t> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("-/."), text.size());
        const auto number = base::whole_number(text.substr(0, end));
        if (!number || found.size() == 3) return {};
        found.push_back(*number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

}  // namespace

const std::array<NamedMark<WishEnd>, 3> wish_ends{{
    {WishEnd::fulfilled, "fulfilled", word::wish_fulfilled},
    {WishEnd::changed, "changed", word::wish_changed},
    {WishEnd::let_go, "let_go", word::wish_let_go},
}};

// What is not said is not there.
Json in_json(const Wish& wish) {
    Json body = Json::object();
    if (!wish.words.empty()) body["words"] = wish.words;
    for (const auto& each : symbols)
        if (wish.symbol == each.mark) body["symbol"] = each.code.view();
    if (!wish.come_true.empty()) body["true"] = wish.come_true;
    if (!wish.in_the_way.empty()) body["obstacle"] = wish.in_the_way;
    if (wish.when) body["if"] = in_json(*wish.when);
    if (!wish.then.empty()) body["then"] = wish.then;
    for (const auto& each : wish_ends)
        if (wish.end == each.mark) body["end"] = each.code.view();
    if (wish.end && wish.ended) body["ended"] = in_digits(*wish.ended);
    return body;
}

Wish wish_of(const Record& record) {
    BodyReader body{record.body};
    return read_wish(body);
}

Wish read_wish(BodyReader& body) {
    Wish wish{.words = body.text("words", most_in_wish)};
    wish.symbol = symbol(body.line("symbol", most_in_if));
    wish.come_true = body.text("true", most_in_step);
    wish.in_the_way = body.text("obstacle", most_in_step);
    body.inside("if", [&](BodyReader& when) { wish.when = read_if(when); });
    wish.then = body.text("then", most_in_step);
    if (const auto end = body.one_of("end", end_codes())) wish.end = wish_ends[*end].mark;
    if (const auto ended = a_day(body, "ended"); wish.end) wish.ended = ended;
    return wish;
}

Json check_wish(BodyReader& sent) { return in_json(read_wish(sent)); }

std::optional<std::chrono::year_month_day> day_typed(std::string_view typed) {
    const auto numbers = numbers_in(base::trimmed(typed));
    if (numbers.size() != 3) return std::nullopt;
    const bool year_first = numbers[0] > 31;
    const auto [year, day] = year_first ? std::pair{numbers[0], numbers[2]} : std::pair{numbers[2], numbers[0]};
    if (year < 1900 || year > 9999 || day < 1 || day > 31 || numbers[1] < 1 || numbers[1] > 12) return std::nullopt;
    const std::chrono::year_month_day found{std::chrono::year{static_cast<int>(year)}, std::chrono::month{static_cast<unsigned>(numbers[1])}, std::chrono::day{static_cast<unsigned>(day)}};
    if (!found.ok()) return std::nullopt;
    return found;
}

std::string in_digits(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

// A day is the same day wherever it is read.
std::string day_in_words(std::chrono::year_month_day day, base::Language language) { return base::day_in_words(base::start_of(day, "UTC"), language, "UTC"); }

base::Result<std::optional<If>> check_if(const TypedIf& typed, std::span<const KnownPlace> places, base::Instant now, std::string_view time_zone) {
    const auto form = std::ranges::find(if_forms, typed.form);
    if (form == if_forms.end()) return std::optional<If>{};
    If when{.form = static_cast<IfForm>(form - if_forms.begin())};
    switch (when.form) {
        case IfForm::day: {
            const auto day = day_typed(typed.day);
            if (!day) return base::Error{word::wish_day_unclear};
            if (*day < base::day_of(now, time_zone)) return base::Error{word::wish_day_past};
            when.day = *day;
            when.day_at = base::start_of(*day, time_zone);
            break;
        }
        case IfForm::place: {
            const auto place = std::ranges::find(places, typed.place, &KnownPlace::id);
            if (place == places.end()) return base::Error{word::wish_place_unknown};
            when.place = place->id;
            when.place_name = place->name;
            break;
        }
        case IfForm::own:
            when.words = base::tidy_name(typed.words);
            if (when.words.empty()) return base::Error{word::wish_if_missing};
            if (base::characters(when.words) > most_in_if) return base::Error{word::body_too_long, std::to_string(most_in_if)};
    }
    return std::optional{std::move(when)};
}

std::optional<base::Id> instead_of(const Record& wish) {
    const auto earlier = std::ranges::find(wish.links, code(RecordKind::wish), &Link::kind);
    if (earlier == wish.links.end()) return std::nullopt;
    return earlier->id;
}

base::Result<base::Done> put_instead_of(Record& wish, const base::Id& earlier) {
    if (earlier == wish.id) return base::Error{word::wish_itself};
    wish.links = {{std::string{code(RecordKind::wish)}, earlier}};
    return base::Done{};
}

}  // namespace loopbaankaart::journey

// What somebody may say about a thing they kept: what it is, what it shows of them, a symbol. None of it is asked for, none of it is marked or
// counted (mission.md, laws 1 and 4). Pure.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include <web/web.hpp>

namespace loopbaankaart::journey {

enum class ThingKind { experience, insight, talent, knowledge, wish, image_of_world, tool };

// The five career competences (Handreiking 3.1; School §1).
enum class Competence { qualities, motives, exploring_work, steering, networking };

enum class Symbol { star, heart, sun, cloud, lightning, fire, leaf, wave, mountain, anchor, key, question };

// The code of each stands in addresses, in forms and in what is stored; no two are the same. A symbol's is the name of its drawing in assets/symbols.
template <typename Mark>
struct NamedMark {
    Mark mark;
    web::Literal code;
    const base::Word& name;
};
extern const std::array<NamedMark<ThingKind>, 7> thing_kinds;
extern const std::array<NamedMark<Competence>, 5> competences;
extern const std::array<NamedMark<Symbol>, 12> symbols;

// Nothing for a code that is none of them.
std::optional<ThingKind> thing_kind(std::string_view code);
std::optional<Competence> competence(std::string_view code);
std::optional<Symbol> symbol(std::string_view code);

struct Marks {
    std::optional<ThingKind> kind;
    std::bitset<5> shows;  // by Competence
    std::optional<Symbol> symbol;

    bool empty() const { return !kind && shows.none() && !symbol; }
    bool has(Competence one) const { return shows.test(static_cast<std::size_t>(one)); }
    bool operator==(const Marks&) const = default;
};

// "talent motieven ster"; what is not known any more is left out when it is read.
std::string in_codes(const Marks& marks);
Marks marks_of(std::string_view codes);

}  // namespace loopbaankaart::journey

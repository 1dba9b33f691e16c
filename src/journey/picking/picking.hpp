// Choosing kept things in a form: small pictures with a tick on them. What was chosen comes first, in its order; then the newest, those with a picture before
// those without, a page at a time. A button that searches, goes on to what is older or puts one earlier draws the form once more with all that was typed in it, and writes nothing
// (`data-hertekent`: the script leaves it alone); so nothing that was typed goes into an address.
//
//     const PickField field{.name = "ding", .label = word::choose_photos, .most = 8};
//     const Picked picked = picked_in(visit, visit.request.form, field);
//     if (redraws(visit.request.form)) return form_page(…);                           // nothing is kept yet
//     if (picked.lost) errors.add(field.name, {word::pick_lost});
//     …
//     pick_things(html, visit, atlas, field, picked);                                 // in the form
#pragma once

#include "../backpack/wanted.hpp"
#include "../pages.hpp"

namespace loopbaankaart::journey {

struct PickField {
    std::string_view name;       // of the field: "ding"; its value is the id of a thing
    const base::Word& label;
    std::size_t most;            // that can be chosen
    bool in_order = true;        // the order matters: each can be put earlier
    bool several = false;        // there are more of these in the form: what its buttons ask bears its name
    bool pictured = false;       // only what has a photo or a drawing
    std::size_t in_sight = 12;   // whole rows of three, four and six
};

struct Picked {
    std::vector<KeptThing> chosen;  // the viewer's own, not in the bin, each once, in order
    bool lost = false;              // something that was ticked is not there (any more); it fell out
    bool too_many = false;          // more than `most`: all of them are in `chosen`

    bool has(const base::Id& thing) const;
};

// What a form, or the address that leads to it, chose; put earlier when a button asks that.
Picked picked_in(const access::Visit& visit, const web::Fields& fields, const PickField& field);
// What is wrong with it, by the name of the field: word::pick_lost, word::pick_fewer.
void add_faults(web::FieldErrors& errors, const PickField& field, const Picked& picked);
// What its buttons ask, as `doen`: putting that thing earlier; a search, for what was typed in the field of that name.
std::string asks_earlier(const PickField& field, std::string_view thing);
std::string asks_search(const PickField& field);
// Going on in the list of that field behind this one; behind none: to the newest.
std::string asks_older(std::string_view name, std::string_view last);
// After which one a list in a form goes on, as its button asked; absent for the newest. `name`: of the list's field.
std::optional<base::Id> older_asked(const web::Fields& fields, std::string_view name);
// Whether a button only asks to draw the form once more.
bool redraws(const web::Fields& form);
// A button of that kind: `asks` is what redraws() and its form understand.
void redraw_button(web::Html& html, const base::Word& label, web::Literal symbol, std::string_view asks);
// The two ways through a list of which a page is in sight. `after`: what it goes on after, absent on the first; `last`: on it, when there is more.
void older_buttons(web::Html& html, std::string_view name, const std::optional<base::Id>& after, const std::optional<base::Id>& last);
void quiet_redraw_button(web::Html& html, const base::Word& label, std::string_view about, std::string_view asks);

// What several fields of one form offer, read once: the newest of the viewer, those with a picture apart.
class PickShelf {
public:
    explicit PickShelf(std::size_t most) : most_{most} {}
    // At most so many; for a field that chose no more than leave enough in sight.
    bool holds(const PickField& field, const Picked& picked) const { return field.in_sight + 1 + picked.chosen.size() <= most_; }
    const std::vector<KeptThing>& newest(storage::Reads& reads, const access::Visit& visit, Pictured which);

private:
    std::size_t most_;
    std::optional<std::vector<KeptThing>> pictured_, unpictured_;
};

// The field: what was chosen, what there is to choose from, and a search over all of it. `error` may be null; `beside` writes what stands beside a chosen thing.
// `shelf`: where a form has several of them.
void pick_things(web::Html& html, const access::Visit& visit, const atlas::Atlas& atlas, const PickField& field, const Picked& picked, const base::Error* error = nullptr,
                 const std::function<void(const KeptThing& thing)>& beside = {}, PickShelf* shelf = nullptr);

// What a thing looks like in small: its first picture, its symbol, or its first words on paper.
void thing_in_small(web::Html& html, const KeptThing& thing);

}  // namespace loopbaankaart::journey

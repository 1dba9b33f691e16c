// What of a passport is to be seen now, and the same as it can be told.
#include <algorithm>

#include "passport.hpp"

namespace loopbaankaart::journey {

namespace {

using Form = ToldBlock::Form;

bool is_seen(const KeptPart& part) { return part.form != PartForm::sound; }

std::size_t pictures_on(const SeenPage& page) {
    std::size_t count = 0;
    for (const KeptThing* thing : page.things) count += static_cast<std::size_t>(std::ranges::count_if(thing->parts, is_seen));
    return count;
}

// Its words stand under its first picture, else by themselves.
void lay(Draft& draft, const KeptThing& thing, Form pictured) {
    bool said = thing.words.empty();
    for (const KeptPart& part : thing.parts) {
        const bool under_this = !said && is_seen(part);
        said = said || under_this;
        draft.picture({.part = part}, under_this ? thing.words : part.description, is_seen(part) ? pictured : Form::picture);
    }
    if (!said) draft.say(Form::words, thing.words);
}

// A photo lies beside its stamp; a drawing is in it.
void lay(Draft& draft, const Record& stamp, const Pressing& pressing) {
    const KeptPart* picture = picture_on(stamp);
    if (picture && picture->form == PartForm::photo) draft.picture({.part = *picture}, picture->description, Form::half);
    KeptPart imprint{.id = stamp.id, .form = PartForm::drawing, .file = {}, .width = static_cast<std::int64_t>(stamp_side), .height = static_cast<std::int64_t>(stamp_side), .description = pressing.say(stamp)};
    draft.picture({.part = std::move(imprint), .made = pressing.press(stamp)}, {}, Form::stamp);
}

}  // namespace

const Record* PassportSources::stamp(const base::Id& id) const {
    const auto found = std::ranges::find(stamps, id, &Record::id);
    return found == stamps.end() ? nullptr : &*found;
}

const KeptThing* PassportSources::thing(const base::Id& id) const {
    const auto found = things.find(id);
    return found == things.end() ? nullptr : &found->second;
}

std::vector<SeenPage> seen_pages(const Passport& passport, const PassportSources& sources) {
    std::vector<SeenPage> seen;
    for (const PassportPage& page : passport.pages) {
        SeenPage one{.id = page.id, .stamps = {}, .things = {}, .words = page.words};
        for (const base::Id& id : page.stamps)
            if (const Record* stamp = sources.stamp(id)) one.stamps.push_back(stamp);
        for (const base::Id& id : page.things)
            if (const KeptThing* thing = sources.thing(id)) one.things.push_back(thing);
        if (!one.stamps.empty() || !one.things.empty() || !one.words.empty()) seen.push_back(std::move(one));
    }
    return seen;
}

std::vector<const Record*> loose_stamps(const Passport& passport, const PassportSources& sources) {
    std::vector<const Record*> loose;
    for (const Record& stamp : sources.stamps) {
        const bool stands = std::ranges::any_of(passport.pages, [&](const PassportPage& page) { return std::ranges::find(page.stamps, stamp.id) != page.stamps.end(); });
        if (!stands) loose.push_back(&stamp);
    }
    return loose;
}

Draft draft_of(const Passport& passport, const PassportSources& sources, const base::Id& record, base::Language language, const Pressing& pressing) {
    Draft draft{.form = TellingForm::passport, .language = language, .title = passport.title};
    draft.paper = paper_of(passport).id;
    draft.colour = ink_of(passport).id;
    draft.told_from = record;
    for (const SeenPage& page : seen_pages(passport, sources)) {
        draft.begin_page();
        const Form pictured = pictures_on(page) > 1 ? Form::half : Form::picture;
        for (const KeptThing* thing : page.things) lay(draft, *thing, pictured);
        for (const Record* stamp : page.stamps) lay(draft, *stamp, pressing);
        draft.say(Form::words, page.words);
    }
    return draft;
}

}  // namespace loopbaankaart::journey

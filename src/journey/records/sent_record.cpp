// Keeping and changing what a form of a part brought.
#include <algorithm>

#include "../backpack/new_parts.hpp"
#include "record_pages.hpp"
#include "records_words.hpp"

namespace loopbaankaart::journey {

namespace {

using web::Html;

// What was typed, in hidden fields; files cannot be carried.
void carry_fields(Html& html, const web::Fields& form) {
    for (const auto& [name, value] : form)
        if (name != "sleutel" && name != "id" && name != "gezien") web::hidden(html, name, value);
}

struct Meeting {
    SentRecord sent;
    std::optional<Record> there;  // absent: what was there was removed
    const base::Word& what;
    bool over_it = false;         // it can be put in the place of what is there
    std::optional<web::Url> as_new;
};

// Two texts meet: nothing is lost, the traveller says what becomes of the second.
web::Reply conflict_page(const Desk& desk, const access::Visit& visit, const Meeting& meeting) {
    const RecordForm& form = *form_of(desk.parts, meeting.sent.record.kind);
    return visit.page(title_of(visit, word::conflict_title), [&](Html& html) {
        html.h1({}, word::conflict_title);
        html.p({}, meeting.what);
        html.div({web::cls("cards")}, [&] {
            if (meeting.there)
                web::card(html, [&] {
                    html.h2({}, word::conflict_kept);
                    form.show(html, visit, *meeting.there);
                    web::actions(html, [&] { web::secondary_link(html, web::path("/eigen", meeting.there->id.view()), word::leave_it_so); });
                });
            web::card(html, [&] {
                html.h2({}, word::conflict_sent);
                Record sent = meeting.sent.record;
                sent.parts.clear();  // their files are kept nowhere
                form.show(html, visit, sent);
                if (meeting.over_it)
                    web::form(html, meeting.sent.form, visit.form_token, visit.site.new_id(), [&] {
                        seen_field(html, meeting.there ? &*meeting.there : nullptr);
                        carry_fields(html, visit.request.form);
                        web::actions(html, [&] { web::primary_button(html, word::keep_mine, "pen"); });
                    });
                if (meeting.as_new)
                    web::form(html, *meeting.as_new, visit.form_token, visit.site.new_id(), [&] {
                        carry_fields(html, visit.request.form);
                        web::actions(html, [&] { web::secondary_button(html, word::keep_as_new, "plus"); });
                    });
                if (!visit.request.uploads.empty()) html.p({web::cls("hint")}, word::choose_files_again);
            });
        });
    }, 409);
}

web::Reply met_while_keeping(const Desk& desk, const access::Visit& visit, const SentRecord& sent, storage::Reads& reads) {
    storage::Vault& vault = visit.school().vault();
    const bool single = is_single(sent.record.kind);
    auto there = own_record(reads, vault, visit.who(), sent.record.id);
    if (there && there->kind != sent.record.kind) there.reset();
    if (!there && single) there = single_record(reads, vault, visit.who(), sent.record.kind);
    return conflict_page(desk, visit, {sent, there, word::conflict_what, single, single ? std::nullopt : std::optional{sent.form}});
}

// The visit lives as long as its answer (access::gate), and the desk as long as the routes.
web::Answer store(const Desk& desk, const access::Visit& visit, SentRecord sent, std::shared_ptr<NewParts> made) {
    if (made) sent.record.parts = made->parts;
    const SealedRecord sealed = prepare(visit.school().vault(), visit.who(), sent.record);
    return web::Write{[&desk, &visit, sent, made, sealed](storage::Writes& writes) -> web::Reply {
        switch (keep(writes, visit.school().vault(), visit.who(), sealed)) {
            case Kept::made:
                if (made) made->taken_over();
                return web::go(sent.done);
            case Kept::already_there: return web::go(sent.done);
            case Kept::conflict: break;
        }
        return met_while_keeping(desk, visit, sent, writes);
    }};
}

RecordChange change_asked(const access::Visit& visit, const Record& of, const Record& sent) {
    const web::Fields& form = visit.request.form;
    RecordChange change{.id = sent_id(visit), .seen = base::Id::parse(form["gezien"]), .record = sent};
    change.record.id = of.id;
    change.record.made_at = of.made_at;
    change.record.owner = of.owner;
    for (const KeptPart& part : of.parts) {
        const std::string words = fmt::format("beschrijving-{}", part.id.text());
        if (form.has(fmt::format("weg-{}", part.id.text()))) change.gone.push_back(part.id);
        else if (form.has(words) && base::tidy(form[words]) != part.description) change.described.emplace_back(part.id, base::tidy(form[words]));
    }
    return change;
}

web::Answer store_change(const Desk& desk, const access::Visit& visit, const SentRecord& sent, RecordChange wanted, bool is_newest, std::shared_ptr<NewParts> made) {
    if (made) wanted.record.parts = made->parts;
    storage::Vault& vault = visit.school().vault();
    // On an older text nothing is taken away: it is asked about first.
    for (const base::Id& part : is_newest ? wanted.gone : std::vector<base::Id>{}) record_part_removal(vault, visit.who().person, part, visit.site.now());
    const SealedRecordChange sealed = prepare(vault, visit.who(), std::move(wanted), visit.site.now());
    return web::Write{[&desk, &visit, sent, made, sealed](storage::Writes& writes) -> web::Reply {
        switch (change(writes, visit.school(), visit.who(), sealed)) {
            case Changed::absent: return visit.absent();
            case Changed::meanwhile: {
                SentRecord shown = sent;
                shown.record = sealed.change.record;
                return conflict_page(desk, visit, {shown, own_record(writes, visit.school().vault(), visit.who(), shown.record.id), word::changed_meanwhile, true, sent.as_new});
            }
            case Changed::done:
                if (made) made->taken_over();
                break;
            case Changed::already_done: break;
        }
        return web::go(sent.done);
    }};
}

bool brings_files(const web::Request& request, const TypedThing& typed, const SentRecord& sent) {
    return sent.most_parts > 0 && (!request.uploads.empty() || !typed.strokes.empty());
}

// What came along and what is copied. Its errors are those of what came along.
std::shared_ptr<NewParts> parts_of_it(const Desk& desk, const access::Visit& visit, const TypedThing& typed, const SentRecord& sent, std::size_t room) {
    auto made = brings_files(visit.request, typed, sent) ? make_parts(visit, desk.workshop, typed, room) : std::make_shared<NewParts>(visit.school().media());
    if (made->errors.empty()) copy_parts(visit, sent.copied, *made);
    return made;
}

}  // namespace

web::Answer keep_sent(const Desk& desk, const access::Visit& visit, SentRecord sent) {
    sent.record.id = sent_id(visit);
    sent.record.made_at = visit.site.now();
    if (record_was_removed(visit.school().vault(), visit.who(), sent.record.id))
        return conflict_page(desk, visit, {sent, {}, word::conflict_removed, false, sent.form});
    const TypedThing typed = typed_thing(visit.request);
    if (sent.copied.empty() && !brings_files(visit.request, typed, sent)) return store(desk, visit, std::move(sent), nullptr);
    return web::Slow{[&desk, &visit, typed, sent]() -> web::Answer {
        auto made = parts_of_it(desk, visit, typed, sent, sent.most_parts);
        if (!made->errors.empty()) return sent.again(made->errors);
        return store(desk, visit, sent, std::move(made));
    }};
}

web::Answer change_sent(const Desk& desk, const access::Visit& visit, const Record& of, SentRecord sent) {
    RecordChange wanted = change_asked(visit, of, sent.record);
    const bool is_newest = wanted.seen == seen_of(of);
    for (const auto& [part, words] : wanted.described) {
        if (base::characters(words) <= most_described || !sent.again) continue;
        web::FieldErrors errors;
        errors.add(fmt::format("beschrijving-{}", part.text()), {word::description_too_long});
        return sent.again(errors);
    }
    const TypedThing typed = typed_thing(visit.request);
    if (sent.copied.empty() && !brings_files(visit.request, typed, sent)) return store_change(desk, visit, sent, std::move(wanted), is_newest, nullptr);
    const std::size_t room = sent.most_parts - std::min(sent.most_parts, of.parts.size() - wanted.gone.size());
    return web::Slow{[&desk, &visit, typed, sent, wanted, is_newest, room]() -> web::Answer {
        auto made = parts_of_it(desk, visit, typed, sent, room);
        if (!made->errors.empty()) return sent.again(made->errors);
        return store_change(desk, visit, sent, wanted, is_newest, std::move(made));
    }};
}

web::Answer keep_or_change_sent(const Desk& desk, const access::Visit& visit, SentRecord sent) {
    std::optional<Record> there;
    visit.school().read([&](storage::Reads& reads) { there = single_record(reads, visit.school().vault(), visit.who(), sent.record.kind); });
    if (!there || there->id == sent_id(visit)) return keep_sent(desk, visit, std::move(sent));
    return change_sent(desk, visit, *there, std::move(sent));
}

void seen_field(Html& html, const access::Visit& visit, const Record* seen) {
    const web::Fields& form = visit.request.form;
    if (form.has("gezien")) web::hidden(html, "gezien", form["gezien"]);
    else seen_field(html, seen);
}

void seen_field(Html& html, const Record* seen) { web::hidden(html, "gezien", seen ? seen_of(*seen).text() : std::string{}); }

}  // namespace loopbaankaart::journey

// For the tests of strange orders only: Amina with a phone and a laptop, who reads along with her, and what they do one after the other. A row of a table says
// what happens, with the page or form that is asked last; and what must be true then.
#pragma once

#include "company/trial_company.hpp"
#include "records/records.hpp"
#include "telling/telling.hpp"

namespace loopbaankaart::journey::trial {

inline const std::string typed = "Dit typte ik net", secret = "geheim-8812", of_joris = "van-joris-5521";

inline std::string kept(const base::Id& thing) { return "/rugzak/" + thing.text(); }
inline std::string own(const base::Id& record) { return "/eigen/" + record.text(); }
inline std::string told(const base::Id& telling) { return "/verteld/" + telling.text(); }
inline std::string at(const std::string& page, const base::Id& id, const std::string& what = {}) { return page + "/" + id.text() + (what.empty() ? "" : "/" + what); }

class Orders : public CompanySchool {
public:
    explicit Orders(workbench::Backend backend) : CompanySchool{backend} {
        keep_for("amina", secret);
        keep_for("joris", of_joris);
        add("joris", RecordKind::insight, {{"happened", of_joris}});
        add("joris", RecordKind::wish, {{"words", of_joris}});
    }

    visitor::Visitor amina = signed_in("amina"), laptop = amina;  // one session, two tabs
    visitor::Visitor counsellor = signed_in("counsellor"), companion = signed_in("companion");
    visitor::Visitor* asked = &amina;  // who asks for the last page
    base::Id it;                       // what it is about

    // ---- what there is

    base::Id thing(const std::string& words = "De stage", const std::string& picture = {}) { return keep_for("amina", words, "wensboom", picture); }
    // As a form of Amina's makes it; gives its id.
    base::Id made(const std::string& page, visitor::Values values) {
        world.clock().advance(std::chrono::seconds{1});
        const base::Id id = world.id();
        values["id"] = id.text();
        amina.get(page);
        amina.submit(page.substr(0, page.find('?')), values);
        EXPECT_EQ(amina.status(), 303) << page;
        return id;
    }
    base::Id insight(const base::Id& from) { return made(kept(from) + "/inzicht", {{"gebeurd", "Hij lachte"}}); }
    base::Id wish() { return made("/wensen/nieuw", {{"woorden", "Ooit zeilen"}}); }
    base::Id post() { return made("/blog/nieuw", {{"ding", thing().text()}, {"titel", "Onze hut"}}); }
    base::Id story() { return made("/verhalen/nieuw", {{"bericht", post().text()}, {"titel", "Mijn jaar"}}); }
    base::Id cv() { return made("/cv/nieuw", {{"naam", "Amina"}, {"woorden-motieven", "Rust"}}); }
    base::Id seat() { return made("/gezelschap/plek", {{"naam", "Oma Riet"}}); }
    base::Id word_in_drawing() { return made("/talenten/hangen?eigen=ja", {{"woord", "Geduld"}}); }
    base::Id stamp() { return made("/paspoort/stempel", {{"woord", "Haven"}}); }
    base::Id page_with(const base::Id& stamp) { return made("/paspoort/blad", {{"stempel", stamp.text()}, {"woorden", "Een blad"}}); }
    base::Id begin_bringing() {
        const base::Id id = world.id();
        press(amina, "/meebrengen/begin", {{"id", id.text()}, {"naam", "reis.zip"}, {"bytes", "1000"}});
        return id;
    }
    // The telling of a story with one photo.
    base::Id told_story(const base::Id& photographed) {
        const base::Id post = made("/blog/nieuw", {{"ding", photographed.text()}, {"titel", "Onze hut"}});
        const base::Id story = made("/verhalen/nieuw", {{"bericht", post.text()}, {"titel", "Mijn jaar"}});
        amina.get(at("/verhalen", story, "zo-wordt-het"));
        amina.submit(at("/verhalen", story, "vertel"));
        EXPECT_EQ(amina.status(), 303);
        return tellings().at(0).id;
    }
    base::Id company_with(const char* user_name) {
        EXPECT_EQ(invite_as("amina", invitation(user_name)), Invited::made);
        return company("amina").at(0).id;
    }
    void give(std::string_view kind, const base::Id& thing, std::string_view to, access::Verb verb = access::Verb::react) {
        world.school().write_now([&](storage::Writes& writes) { access::give(writes, {world.id(), {kind, thing, id("amina")}, id(to), verb, "", {}}, now(), randomness); });
    }

    // ---- what happens elsewhere

    void elsewhere(const std::string& address, visitor::Values values = {}) { press(laptop, address, std::move(values)); }
    void press(visitor::Visitor& who, const std::string& address, visitor::Values values = {}) {
        world.clock().advance(std::chrono::seconds{1});
        who.get("/mij/kennissen");
        values.try_emplace("sleutel", form_key(who));
        values.try_emplace("id", world.id().text());
        who.post(address, values);
        EXPECT_EQ(who.status(), 303) << address;
    }
    void away(const std::string& page) { elsewhere(page + "/weg"); }
    void gone(const std::string& page) { elsewhere(page + "/voorgoed"); }
    void leaves(const char* user_name);  // defined in strange_orders_between_people_test.cpp

    // ---- what is asked last

    void open(const std::string& page) { open(amina, page); }
    void open(visitor::Visitor& who, const std::string& page) {
        who.get(page);
        EXPECT_EQ(who.status(), 200) << page;
    }
    // The form on the page that stands open.
    void send(const std::string& form, const visitor::Values& values = {}) { amina.submit(form, values); }
    void deed(const std::string& address, visitor::Values values = {}) { press(amina, address, std::move(values)); }

    // ---- what is true

    bool shows(std::string_view words) const { return asked->shows(words); }
    std::vector<Record> all(RecordKind kind, std::string_view owner = "amina") {
        return reading<std::vector<Record>>([&](storage::Reads& reads) { return records_of(reads, vault(), viewer(owner), kind, 100); });
    }
    std::optional<Record> find(const base::Id& record) {
        return reading<std::optional<Record>>([&](storage::Reads& reads) { return own_record(reads, vault(), viewer("amina"), record); });
    }
    bool in_bin(const base::Id& record) { return find(record).value().thrown_at.has_value(); }
    std::vector<Telling> tellings() {
        return reading<std::vector<Telling>>([&](storage::Reads& reads) { return tellings_of(reads, vault(), viewer("amina"), 100); });
    }
    std::vector<AskedLine> asked_of(std::string_view user_name) {
        return reading<std::vector<AskedLine>>([&](storage::Reads& reads) { return journey::asked_of(reads, vault(), viewer(user_name), now()); });
    }
    std::string body(const base::Id& record) { return find(record).value().body.dump(); }
    // Nothing of this kind is hers, and what she typed for it stands before her.
    bool typed_in_vain(RecordKind kind) { return all(kind).empty() && shows(typed); }

private:
    template <class Found>
    Found reading(const std::function<Found(storage::Reads&)>& find) {
        Found found;
        world.school().read([&](storage::Reads& reads) { found = find(reads); });
        return found;
    }
    void add(std::string_view owner, RecordKind kind, Json body) {
        const SealedRecord sealed = prepare(vault(), viewer(owner), {.id = world.id(), .kind = kind, .body = std::move(body), .made_at = now()});
        world.school().write_now([&](storage::Writes& writes) { EXPECT_EQ(keep(writes, vault(), viewer(owner), sealed), Kept::made); });
    }
};

struct Order {
    const char* name;
    void (*happens)(Orders& o);  // one thing after the other, with what is asked last
    int status;                  // of that
    const base::Word* says;      // on the page it gives or leads to; null: none in particular
    bool (*then)(Orders& o);     // what is kept, what is not
};
using OrderOnBackend = std::tuple<workbench::Backend, Order>;
inline std::string order_name(const ::testing::TestParamInfo<OrderOnBackend>& info) {
    return std::string{std::get<1>(info.param).name} + "_" + workbench::name({std::get<0>(info.param), 0});
}

// Whatever the order: a page that says something, the word that belongs to it, nothing of anybody else, and a state that makes sense.
inline bool ends_well(const OrderOnBackend& row) {
    const auto& [backend, order] = row;
    Orders o{backend};
    order.happens(o);
    visitor::Visitor& asked = *o.asked;
    EXPECT_EQ(asked.status(), order.status);
    if (asked.status() == 303) asked.follow();
    EXPECT_LT(asked.status(), 500);
    EXPECT_FALSE(texts_in(between(asked.body(), "<main", "</main>")).empty()) << "a page that says something";
    EXPECT_TRUE(!order.says || asked.shows(order.says->in(base::Language::nl))) << order.says->id;
    EXPECT_FALSE(asked.shows(of_joris));
    EXPECT_TRUE(&asked == &o.amina || !asked.shows(secret));
    return order.then(o);
}

}  // namespace loopbaankaart::journey::trial

// gegevens/van-anderen-1.json: what others said to what was shared with them. To read: bringing in leaves it, its authors are not there.
#include "../sharing/sharing.hpp"
#include "piece.hpp"
#include "reading.sql.hpp"

namespace loopbaankaart::journey {

namespace {

Json object_of(const base::Id& thing, const Reaction& reaction) {
    Json object{{"to", {{"kind", "kept_thing"}, {"id", thing.view()}}}, {"by", reaction.author_name}, {"made_at", base::iso(reaction.made_at)}};
    if (!reaction.words.empty()) object["words"] = reaction.words;
    for (const auto& each : symbols)
        if (reaction.symbol == each.mark) object["symbol"] = each.code.view();
    return object;
}

void write(PieceWriter& out, const Reading& reading) {
    const base::Id& owner = reading.owner.person;
    const auto things = reading.reads.all(query::answered_things, [](const storage::Row& row) { return base::Id::parse(row.text(0)).value(); }, owner);
    for (const base::Id& thing : things)
        for (const Reaction& reaction : reactions_to(reading.reads, reading.vault(), reading.owner, {"kept_thing", thing, owner})) out.object(object_of(thing, reaction));
}

}  // namespace

const Piece others_piece{.name = "van-anderen", .write = write};

}  // namespace loopbaankaart::journey

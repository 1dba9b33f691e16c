// gegevens/van-anderen-1.json: what others said to what was shared with them. To read: bringing in leaves it, its authors are not there.
#include "../sharing/sharing.hpp"
#include "piece.hpp"
#include "reading.sql.hpp"

namespace loopbaankaart::journey {

namespace {

Json object_of(const access::Thing& to, const Reaction& reaction) {
    Json object{{"to", {{"kind", to.kind}, {"id", to.id.view()}}}, {"by", reaction.author_name}, {"made_at", base::iso(reaction.made_at)}};
    if (!reaction.words.empty()) object["words"] = reaction.words;
    for (const auto& each : symbols)
        if (reaction.symbol == each.mark) object["symbol"] = each.code.view();
    return object;
}

void write_reactions(PieceWriter& out, const Reading& reading) {
    const base::Id& owner = reading.owner.person;
    const auto answered = reading.reads.all(query::answered, [](const storage::Row& row) { return std::pair{row.string(0), base::Id::parse(row.text(1)).value()}; }, owner);
    for (const auto& [kind, id] : answered) {
        const access::Thing thing{kind, id, owner};
        for (const Reaction& reaction : reactions_to(reading.reads, reading.vault(), reading.owner, thing)) out.object(object_of(thing, reaction));
    }
}

}  // namespace

const Piece others_piece{.name = "van-anderen", .write = write_reactions};

}  // namespace loopbaankaart::journey

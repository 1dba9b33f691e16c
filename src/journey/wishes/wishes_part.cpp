#include "wish_html.hpp"
#include "wish_pages.hpp"
#include "wishes.sql.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr RecordForm forms[] = {wish_form};

std::vector<storage::Erasable> tables() { return {{.table = std::string{wish_signals.table}, .id_column = "removal", .holder_column = "owner"}}; }

void erase(storage::Writes& writes, storage::School&, const base::Id& person) { writes.run(query::erase_wishes, person); }

}  // namespace

Part wishes_part() {
    return {.code = "wensen", .pocket = Pocket{"wens", word::wishes, word::wishes_short, "/wensen", "wensboom", wishes_at_place}, .erasable = tables, .erase = erase,
            .shareable = &shared_wishes(), .records = forms, .routes = wish_routes};
}

}  // namespace loopbaankaart::journey

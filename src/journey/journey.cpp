#include "journey.hpp"

#include "migrations.hpp"

namespace loopbaankaart::journey {

std::span<const storage::Migration> schema() { return migrations; }

std::vector<storage::Erasable> erasable() {
    return {{.table = "place_visit", .id_column = "removal", .holder_column = "owner"},
            {.table = "kept_thing", .id_column = "removal", .holder_column = "owner"},
            {.table = "kept_part", .id_column = "removal", .holder_column = "owner", .media_column = "file"},
            {.table = "kept_version", .id_column = "removal", .holder_column = "owner"},
            {.table = "kept_reaction", .id_column = "removal", .holder_column = "owner", .other_column = "author"},
            {.table = "taking", .holder_column = "owner", .of_the_moment = true},
            {.table = "taking_entry", .holder_column = "owner", .passing_column = "own_file", .of_the_moment = true}};
}

}  // namespace loopbaankaart::journey

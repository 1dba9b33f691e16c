// Inside backpack: what came with a form, made into parts of a thing.
#pragma once

#include <memory>

#include "thing_form.hpp"

namespace loopbaankaart::journey {

// Parts whose files lie in the school's media; they go again with this, unless a thing took them over.
class NewParts {
public:
    NewParts(storage::Media& media) : media_{media} {}
    NewParts(const NewParts&) = delete;
    ~NewParts();

    std::vector<KeptPart> parts;
    web::FieldErrors errors;  // what could not be made, by the field it came in

    void taken_over() { taken_ = true; }

private:
    storage::Media& media_;
    bool taken_ = false;
};

// A photo out of the workshop as it is kept: all its sizes in one file, the smallest first.
struct PhotoFile {
    KeptPart part;  // without id and file
    base::Bytes bytes;
};
PhotoFile photo_file(const workshop::Photo& photo);

// Takes seconds: for web::Slow. Stops at the first that cannot be made.
std::shared_ptr<NewParts> make_parts(const access::Visit& visit, workshop::Workshop& workshop, const TypedThing& typed, std::size_t most);
// Copies of parts of the viewer's own things, each with a file of its own, behind what was made: what becomes of the things does not touch them. One whose file
// is gone is left out. Takes as long as their files are large: for web::Slow.
void copy_parts(const access::Visit& visit, std::span<const KeptPart> parts, NewParts& made);

}  // namespace loopbaankaart::journey

#include "part.hpp"

#include <iterator>

#include "asking/asking_part.hpp"
#include "archive/taking_pages.hpp"
#include "circle/circle_pages.hpp"
#include "compass/compass_pages.hpp"
#include "company/company_pages.hpp"
#include "blog/blog_pages.hpp"
#include "competences/competence_pages.hpp"
#include "home/home_pages.hpp"
#include "cv/cv_pages.hpp"
#include "insight/insight_pages.hpp"
#include "pages.hpp"
#include "records/body_reader.hpp"
#include "passport/passport_pages.hpp"
#include "records/record_pages.hpp"
#include "sharing/sharing_pages.hpp"
#include "wishes/wish_pages.hpp"
#include "story/story_pages.hpp"
#include "telling/telling_pages.hpp"
#include "two_questions/two_questions_pages.hpp"

namespace loopbaankaart::journey {

std::span<const Part> parts() {
    static const std::vector<Part> all{
        home_part(),
        backpack_part(),
        records_part(),
        sharing_part(),
        asking_part(),
        telling_part(),
        archive_part(),
        insight_part(),
        compass_part(),
        company_part(),
        circle_part(),
        wishes_part(),
        blog_part(),
        story_part(),
        passport_part(),
        competence_part(),
        cv_part(),
        two_questions_part(),
    };
    return all;
}

const RecordForm* form_of(std::span<const Part> parts, RecordKind kind) {
    for (const Part& part : parts)
        for (const RecordForm& form : part.records)
            if (form.kind == kind) return &form;
    return nullptr;
}

std::vector<web::Route> routes(const atlas::Atlases& atlases, workshop::Workshop& workshop) { return routes_of({atlases, workshop, parts()}); }

std::vector<web::Route> routes_of(const Desk& desk) {
    std::vector<access::Route> all;
    for (const Part& part : desk.parts)
        if (part.routes) std::ranges::move(part.routes(desk), std::back_inserter(all));
    return access::gate("journey", all);
}

std::vector<storage::Erasable> erasable() {
    std::vector<storage::Erasable> all;
    for (const Part& part : parts())
        if (part.erasable) std::ranges::move(part.erasable(), std::back_inserter(all));
    return all;
}

void erase_person(storage::Writes& writes, storage::School& school, const base::Id& person) {
    for (const Part& part : parts())
        if (part.erase) part.erase(writes, school, person);
}

void keep_made(storage::Writes& writes, storage::Vault& vault, const access::Viewer& owner, Record record) {
    BodyReader sent{record.body};
    record.body = form_of(parts(), record.kind)->check(sent);
    if (!sent.faults().empty() || keep(writes, vault, owner, prepare(vault, owner, record)) != Kept::made)
        throw std::logic_error{fmt::format("{} {} is not as it should be", code(record.kind), record.id.view())};
}

void tend(storage::School& school, base::Instant now) {
    for (const Part& part : parts())
        if (part.tend) part.tend(school, now);
}

}  // namespace loopbaankaart::journey

#include "cv.hpp"

#include <algorithm>

namespace loopbaankaart::journey {

namespace {

std::array<std::string_view, 5> competence_codes() {
    std::array<std::string_view, 5> codes;
    std::ranges::transform(competences, codes.begin(), [](const auto& each) { return each.code.view(); });
    return codes;
}

Json in_json(const CvPart& part) {
    Json said = Json::object();
    if (!part.words.empty()) said["words"] = part.words;
    for (const CvEvidence& each : part.evidence) {
        Json one{{"thing", each.thing.view()}};
        if (!each.words.empty()) one["words"] = each.words;
        said["evidence"].push_back(std::move(one));
    }
    return said;
}

CvPart read_part(BodyReader& body) {
    CvPart part{.words = body.text("words", most_in_cv_part), .evidence = {}};
    body.many("evidence", most_cv_evidence, [&](BodyReader& each) {
        const auto thing = each.id("thing");
        std::string words = each.line("words", most_in_evidence);
        if (thing && std::ranges::find(part.evidence, *thing, &CvEvidence::thing) == part.evidence.end()) part.evidence.push_back({*thing, std::move(words)});
    });
    return part;
}

}  // namespace

Json in_json(const LobCv& cv) {
    Json body = Json::object();
    if (!cv.name.empty()) body["name"] = cv.name;
    if (!cv.about.empty()) body["about"] = cv.about;
    for (std::size_t at = 0; at < cv.parts.size(); ++at) {
        if (cv.parts[at].empty()) continue;
        Json part{{"competence", competences[at].code.view()}};
        part.update(in_json(cv.parts[at]));
        body["parts"].push_back(std::move(part));
    }
    return body;
}

LobCv read_cv(BodyReader& body) {
    LobCv cv{.name = body.line("name", most_in_cv_name), .about = body.text("about", most_in_cv_about), .parts = {}};
    body.many("parts", cv.parts.size(), [&](BodyReader& each) {
        const auto which = each.one_of("competence", competence_codes());
        CvPart part = read_part(each);
        if (which && cv.parts[*which].empty()) cv.parts[*which] = std::move(part);
    });
    return cv;
}

Json check_cv(BodyReader& sent) { return in_json(read_cv(sent)); }

LobCv cv_of(const Record& record) {
    BodyReader body{record.body};
    return read_cv(body);
}

std::vector<Link> links_of(const LobCv& cv) {
    std::vector<Link> links;
    for (const CvPart& part : cv.parts)
        for (const CvEvidence& each : part.evidence) {
            Link link{"kept_thing", each.thing};
            if (std::ranges::find(links, link) == links.end()) links.push_back(std::move(link));
        }
    return links;
}

bool lacks_evidence(const LobCv& cv, const CvThings& things) {
    return std::ranges::any_of(links_of(cv), [&](const Link& link) { return !things.contains(link.id); });
}

}  // namespace loopbaankaart::journey

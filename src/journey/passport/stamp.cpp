#include "stamp.hpp"

#include <algorithm>

#include "passport_words.hpp"

namespace loopbaankaart::journey {

namespace {

constexpr std::size_t most_in_name = 120;

}  // namespace

// What is not said is not there.
Json in_json(const Stamp& stamp) {
    Json body = Json::object();
    if (!stamp.place.empty()) body["place"] = stamp.place;
    if (!stamp.place.empty()) body["place_name"] = stamp.place_name;
    if (!stamp.word.empty()) body["word"] = stamp.word;
    if (!stamp.rim.empty()) body["rim"] = stamp.rim;
    if (!stamp.colour.empty()) body["colour"] = stamp.colour;
    return body;
}

Stamp read_stamp(BodyReader& body) {
    Stamp stamp{.place = body.line("place", most_in_code), .place_name = body.line("place_name", most_in_name), .word = body.line("word", most_in_stamp_word),
                .rim = body.line("rim", most_in_code), .colour = body.line("colour", most_in_code)};
    if (stamp.place.empty()) stamp.place_name.clear();
    return stamp;
}

Json check_stamp(BodyReader& sent) { return in_json(read_stamp(sent)); }

Stamp stamp_of(const Record& record) {
    BodyReader body{record.body};
    return read_stamp(body);
}

const StampDrawing& rim_of(const Stamp& stamp) {
    const StampDrawing* rim = find(content().stamps, stamp.rim);
    return rim ? *rim : content().stamps.front();
}

const OwnColour& ink_of(const Stamp& stamp) {
    const OwnColour* ink = find(content().colours, stamp.colour);
    return ink ? *ink : content().colours.front();
}

const KeptPart* picture_on(const Record& stamp) {
    const auto seen = std::ranges::find_if(stamp.parts, [](const KeptPart& part) { return part.form != PartForm::sound; });
    return seen == stamp.parts.end() ? nullptr : &*seen;
}

std::string said_of(const Record& record, const std::string& place, base::Language language) {
    const Stamp stamp = stamp_of(record);
    const KeptPart* picture = picture_on(record);
    std::string said;
    for (const std::string& each : {place, stamp.word, picture ? picture->description : std::string{}})
        if (!each.empty()) said += (said.empty() ? "" : " · ") + each;
    return said.empty() ? std::string{word::a_stamp.in(language)} : said;
}

}  // namespace loopbaankaart::journey

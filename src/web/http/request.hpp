// What a browser asked, already checked: every header is well formed, the path is decoded and normal, the form is parsed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <base/base.hpp>
#include <storage/storage.hpp>

#include "memory_file.hpp"

namespace loopbaankaart::web {

enum class Method { get, head, post };

// Names and values in order of arrival, decoded. Values are UTF-8 (anything else was refused with 400).
class Fields {
public:
    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    std::string_view operator[](std::string_view name) const;  // the first of that name, or empty
    bool has(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    std::size_t size() const { return fields_.size(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

// `a=1&b=%C3%A9` (application/x-www-form-urlencoded). Nothing when it is not UTF-8 or holds more than 1,000 fields.
std::optional<Fields> parse_form(std::string_view encoded);

// What a field or a value takes in such a form, as browsers write it.
std::size_t encoded_size(std::string_view text);

// A file that came with a form.
struct Upload {
    std::string field;         // name of the form's field
    std::string claimed_name;  // what the browser calls it: to show, never a path of ours
    std::string claimed_type;  // what the browser takes it for ("image/jpeg"); the bytes may be anything
    MemoryFile file;
};

// A school as the web sees it: which host, which words, which database.
struct Site {
    std::string name;                // "noord"
    std::string title;               // "Noordzijde College"
    std::string address;             // "https://noord.example.nl", links are built from it, never from Host
    std::string time_zone = "Europe/Amsterdam";
    bool public_map = true;          // whether the places can be read signed out
    bool demo = false;               // a demo school: mail stays in files
    std::shared_ptr<storage::School> school;
    const base::Clock* clock = nullptr;
    base::Randomness* randomness = nullptr;  // thread-safe

    base::Instant now() const { return clock->now(); }
    base::Id new_id() const { return base::Id::make(clock->now(), *randomness); }
};

struct Request {
    Method method = Method::get;
    std::string path;                                            // "/kaart/wensboom": decoded, no "..", no empty segments
    Fields query;
    Fields headers;                                              // names in lower case
    Fields form;                                                 // of a POST
    std::vector<Upload> uploads;                                 // of a POST to a route that takes them; let go after the reply is made
    bool whole = true;                                           // false: not all was taken in (Reading), so nothing may be done with it
    std::vector<std::pair<std::string, std::string>> cookies;
    std::vector<std::pair<std::string_view, std::string_view>> parameters;  // of the route's {names}
    std::string id;                                              // request id, also in the log and on error pages
    std::string client;                                          // network address, behind trusted proxies
    bool secure = false;                                         // https (told by a trusted proxy) or localhost
    base::Language language = base::Language::nl;                // cookie `taal`, else Accept-Language, else nl
    const Site* site = nullptr;

    std::string_view parameter(std::string_view name) const;
    std::string_view header(std::string_view name) const { return headers[name]; }
    std::string_view cookie(std::string_view name) const;
};

}  // namespace loopbaankaart::web

// loopbaankaart doctor: what is wrong with an installation, and what to do. Exit code 1 when something is wrong.
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include <program/words.hpp>

#include "commands.hpp"
#include "content_mistake.hpp"
#include "files.hpp"

namespace loopbaankaart::program {

namespace {

enum class Weight { advice, wrong };

struct Finding {
    Weight weight;
    base::Error what;
};

using Findings = std::vector<Finding>;

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// Where it is noted that a copy of the key lies elsewhere: the digest of the key that was copied.
std::filesystem::path note_of_copy(const Place& place) { return place.data / "key-copy.noted"; }

void note_key_copy(Console& console, const std::filesystem::path& copy) {
    const std::string key = contents(key_of(console.place));
    if (key.empty() || key != contents(copy)) return console.refuse({word::key_copy_differs, copy.string()});
    replace_file(note_of_copy(console.place), base::sha256_hex(key));
    console.say(word::key_copy_noted);
}

void look_at_key(const Place& place, Findings& findings) {
    const std::string noted = contents(note_of_copy(place));
    if (noted != base::sha256_hex(contents(key_of(place))))
        findings.push_back({Weight::wrong, {word::key_has_no_copy, key_of(place).string()}});
}

void look_at_disk(const Place& place, Findings& findings) {
    const auto space = std::filesystem::space(place.data);
    if (space.available < space.capacity / 20) findings.push_back({Weight::wrong, {word::disk_nearly_full, place.data.string()}});
}

void look_at_school(Installation& installation, web::Site& site, base::Language language, Findings& findings) {
    site.school->read([&](storage::Reads& reads) {
        if (auto whole = access::verify_audit(reads); !whole)
            findings.push_back({Weight::wrong, {word::audit_broken, site.name + ": " + whole.error().about}});
    });
    const std::filesystem::path overlay = site.school->folder() / "content";
    if (std::filesystem::exists(overlay))
        for (const atlas::ContentMistake& mistake : atlas::load_atlas(overlay).mistakes)
            findings.push_back({mistake.serious ? Weight::wrong : Weight::advice,
                                {word::content_mistake, told(mistake, language)}});
    if (site.demo) return;
    if (installation.config().mail.smtp_url.empty()) findings.push_back({Weight::advice, {word::mail_not_set, site.name}});
    if (!site.address.starts_with("https://")) findings.push_back({Weight::advice, {word::address_not_https, site.name}});
}

void report(Console& console, const Findings& findings) {
    auto list = nlohmann::ordered_json::array();
    for (const Finding& finding : findings) {
        const std::string text = base::say(*finding.what.word, console.language, {{"about", finding.what.about}});
        const bool wrong = finding.weight == Weight::wrong;
        if (wrong) console.exit_code = 1;
        list.push_back({{"code", finding.what.code()}, {"wrong", wrong}, {"text", text}});
        if (!console.json) fmt::print("{} {}\n", wrong ? "!" : "-", text);
    }
    if (console.json)
        fmt::print("{}\n", list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
    else if (findings.empty())
        console.say(word::all_is_well);
}

void examine(Console& console) {
    Findings findings;
    auto installation = Installation::open(console.place);
    if (!installation) {
        findings.push_back({Weight::wrong, installation.error()});
        return report(console, findings);
    }
    look_at_key(console.place, findings);
    look_at_disk(console.place, findings);
    for (const auto& site : (*installation)->sites()) look_at_school(**installation, *site, console.language, findings);
    report(console, findings);
}

}  // namespace

void add_doctor(CLI::App& app, Console& console) {
    CLI::App* command = app.add_subcommand("doctor", "tells what is wrong with an installation and what to do");
    auto copy = std::make_shared<std::filesystem::path>();
    command->add_option("--key-copy", *copy, "a copy of the key, to note that it exists")->check(CLI::ExistingFile);
    command->callback([&console, copy] { copy->empty() ? examine(console) : note_key_copy(console, *copy); });
}

}  // namespace loopbaankaart::program

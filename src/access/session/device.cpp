#include "device.hpp"

#include <array>
#include <utility>

#include "device.sql.hpp"

namespace loopbaankaart::access {

namespace {

std::string hash_of(std::string_view token, const base::Id& person) {
    return base::sha256_hex(std::string{token}.append(person.view()));
}

using Name = std::pair<std::string_view, std::string_view>;  // what stands in the header, how people call it

// In order: later ones claim to be the earlier ones as well.
constexpr std::array<Name, 6> browsers{{{"Edg", "Edge"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox", "Firefox"},
                                        {"FxiOS", "Firefox"}, {"Chrom", "Chrome"}, {"Safari", "Safari"}}};
constexpr std::array<Name, 7> systems{{{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"CrOS", "Chromebook"},
                                       {"Windows", "Windows"}, {"Mac OS", "Mac"}, {"Linux", "Linux"}}};

template <std::size_t Count>
std::string_view name_in(const std::array<Name, Count>& names, std::string_view header) {
    for (const auto& [sign, name] : names)
        if (header.find(sign) != std::string_view::npos) return name;
    return {};
}

}  // namespace

bool is_known_device(storage::Reads& reads, std::string_view token, const base::Id& person, base::Instant now) {
    bool known = false;
    reads.each(query::known_device, [&](const storage::Row&) { known = true; }, hash_of(token, person), person, now - device_lasts);
    return known;
}

void remember_device(storage::Writes& writes, std::string_view token, const base::Id& person, base::Instant now) {
    writes.run(query::forget_old_devices, person, now - device_lasts);
    writes.run(query::remember_device, hash_of(token, person), person, now);
}

std::string device_in_words(std::string_view user_agent) {
    std::string words{name_in(browsers, user_agent)};
    const std::string_view system = name_in(systems, user_agent);
    if (!words.empty() && !system.empty()) words += ", ";
    return words.append(system);
}

}  // namespace loopbaankaart::access

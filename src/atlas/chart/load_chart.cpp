#include "load_chart.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "check_names.hpp"

namespace loopbaankaart::atlas {

namespace {

constexpr std::string_view drawings_folder = "map/landmarks/";

const ContentFile* find(const std::vector<ContentFile>& files, std::string_view name) {
    const auto found = std::ranges::find(files, name, &ContentFile::name);
    return found == files.end() ? nullptr : &*found;
}

const std::shared_ptr<const Drawings>& our_own_drawings() {
    static const auto ours = [] {
        std::vector<ContentMistake> none;  // a test sees to it
        return std::make_shared<const Drawings>(our_drawings(none));
    }();
    return ours;
}

const Sheet& our_own_sheet() {
    static const Sheet ours = [] {
        std::vector<ContentMistake> none;
        return read_sheet(our_sheet(), *our_own_drawings(), none).value();
    }();
    return ours;
}

// What a school leaves out of the places is not drawn either.
void leave_out_hidden(Sheet& sheet, const std::vector<Place>& places) {
    std::vector<std::string> hidden;
    for (const Label& label : our_own_sheet().labels)
        if (std::ranges::find(places, label.place, &Place::id) == places.end()) hidden.push_back(label.place);
    const auto is_hidden = [&](const auto& one) { return std::ranges::find(hidden, one.place) != hidden.end(); };
    std::erase_if(sheet.labels, is_hidden);
    std::erase_if(sheet.landmarks, is_hidden);
    std::erase_if(sheet.adrift, is_hidden);
    if (std::ranges::find(hidden, sheet.opens_at) != hidden.end()) sheet.opens_at.clear();
}

// Another program may draw the same content otherwise.
std::string traces_of_program() {
    std::error_code unknown;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    const auto written = std::filesystem::last_write_time(program, unknown).time_since_epoch().count();
    return fmt::format("{} {}", written, std::filesystem::file_size(program, unknown));
}

std::string fingerprint_of(const std::vector<ContentFile>& school) {
    static const std::string program = traces_of_program();
    std::string all = program;
    for (const ContentFile& file : school) all += fmt::format("\n{} {}\n{}", file.name, file.text.size(), file.text);
    std::array<unsigned char, 16> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(all.data()), all.size(), nullptr, 0);
    std::string hex;
    for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace

std::shared_ptr<const Drawings> load_drawings(const std::vector<ContentFile>& school, std::vector<ContentMistake>& mistakes) {
    if (std::ranges::none_of(school, [](const ContentFile& file) { return file.name.starts_with(drawings_folder); })) return our_own_drawings();
    auto drawings = std::make_shared<Drawings>(*our_own_drawings());
    if (const ContentFile* colours = find(school, "map/landmarks/pen.css")) lay_colours(*drawings, *colours, mistakes);
    for (const ContentFile& file : school)
        if (file.name.starts_with(drawings_folder) && file.name.ends_with(".svg")) lay_drawing(*drawings, file, mistakes);
    return drawings;
}

std::shared_ptr<const Chart> load_chart(std::shared_ptr<const Drawings> drawings, const std::vector<ContentFile>& school, const std::vector<Place>& places,
                                        std::vector<ContentMistake>& mistakes) {
    ChartContent content{.drawings = std::move(drawings), .sheet = our_own_sheet(), .titles = {}};
    read_titles(our_titles(), content.titles, mistakes);
    if (const ContentFile* titles = find(school, "map/title.toml")) read_titles(*titles, content.titles, mistakes);
    const ContentFile* own = find(school, "map/sheet.toml");
    if (own != nullptr) {
        auto sheet = read_sheet(*own, *content.drawings, mistakes, our_own_sheet());
        if (!sheet) return nullptr;
        content.sheet = std::move(*sheet);
    }
    leave_out_hidden(content.sheet, places);
    check_sheet(content.sheet, places, own != nullptr ? own->shown : "map/sheet.toml", mistakes);
    if (any_serious(mistakes)) return nullptr;
    auto chart = std::make_shared<const Chart>(std::move(content), places, fingerprint_of(school));
    if (!school.empty()) check_names(*chart, school, mistakes);
    return chart;
}

}  // namespace loopbaankaart::atlas

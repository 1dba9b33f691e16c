#include "letters.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace loopbaankaart::media {

namespace {

namespace fs = std::filesystem;

constexpr const char* folders_of_the_system[] = {"/usr/share/fonts", "/usr/local/share/fonts"};
constexpr const char* rules_of_the_system = R"(<?xml version="1.0"?><fontconfig>
    <dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
    <include ignore_missing="yes">/etc/fonts/conf.d</include>
    <cachedir>/var/cache/fontconfig</cachedir>
</fontconfig>)";

// Beside the program as it is built, or where a package puts them.
fs::path folder_of_ours() {
    const fs::path beside = fs::read_symlink("/proc/self/exe").parent_path();
    for (const fs::path& folder : {beside / "fonts", beside.parent_path() / "share/loopbaankaart/fonts"})
        if (fs::is_directory(folder)) return folder;
    throw std::runtime_error{"the fonts are not there"};
}

template <typename Wanted>
void keep(FcFontSet* faces, Wanted wanted) {
    int kept = 0;
    for (int at = 0; at < faces->nfont; ++at) {
        if (wanted(faces->fonts[at])) faces->fonts[kept++] = faces->fonts[at];
        else FcPatternDestroy(faces->fonts[at]);
    }
    faces->nfont = kept;
}

bool is_variable(FcPattern* face) {
    FcBool variable = FcFalse;
    return FcPatternGetBool(face, FC_VARIABLE, 0, &variable) == FcResultMatch && variable == FcTrue;
}

// A link in one of the folders may lead out of them, to where the cell lets nobody read.
bool lies_in_its_folder(FcPattern* face) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(face, FC_FILE, 0, &file) != FcResultMatch) return false;
    std::error_code gone;
    const std::string path = fs::canonical(reinterpret_cast<const char*>(file), gone).string();
    return !gone && std::ranges::any_of(folders_of_the_system, [&](const char* folder) { return path.starts_with(std::string{folder} + '/'); });
}

void add_the_systems(FcConfig* config) {
    if (FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(rules_of_the_system), FcTrue) != FcTrue) throw std::runtime_error{"the rules of the fonts cannot be read"};
    FcConfigSetRescanInterval(config, 0);
    FcConfigBuildFonts(config);
    keep(FcConfigGetFonts(config, FcSetSystem), lies_in_its_folder);
}

// A variable face is listed as itself, and once more for each weight its makers gave a name; only itself has every weight.
void add_ours(FcConfig* config, const fs::path& folder) {
    for (const auto& face : fs::directory_iterator{folder})
        if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(face.path().c_str())) != FcTrue) throw std::runtime_error{"a font cannot be read"};
    keep(FcConfigGetFonts(config, FcSetApplication), is_variable);
}

}  // namespace

std::vector<std::string> find_letters(Faces faces) {
    const fs::path ours = folder_of_ours();
    FcConfig* config = FcConfigCreate();
    if (faces == Faces::with_the_systems) add_the_systems(config);
    add_ours(config, ours);
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);
    return {ours.string(), folders_of_the_system[0], folders_of_the_system[1]};
}

}  // namespace loopbaankaart::media

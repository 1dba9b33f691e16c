#include "content_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <atlas/words.hpp>

#include "embedded_content.hpp"
#include "mistake.hpp"

namespace loopbaankaart::atlas {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_drawing = 512 * 1024;

std::size_t largest(const fs::path& path) { return path.extension() == ".svg" ? largest_drawing : largest_file; }

constexpr std::string_view folders[] = {"map", "map/nl", "map/en", "map/landmarks"};

bool is_content(const fs::path& path) {
    const std::string ending = path.extension().string();
    return ending == ".toml" || ending == ".svg" || ending == ".css";
}

// The files of a school, by name, in order. Never throws: a folder that cannot be read has no files.
std::vector<fs::path> list(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (std::string_view inside : folders) {
        std::error_code failure;
        fs::directory_iterator entries{folder / inside, failure};
        for (; !failure && entries != fs::directory_iterator{} && paths.size() <= most_files; entries.increment(failure))
            if (is_content(entries->path())) paths.push_back(entries->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::optional<std::string> read(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text(largest(path) + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad() || (file.fail() && !file.eof())) return std::nullopt;
    return text.substr(0, static_cast<std::size_t>(file.gcount()));
}

std::size_t bytes_of(const std::vector<ContentFile>& files) {
    std::size_t bytes = 0;
    for (const ContentFile& file : files) bytes += file.text.size();
    return bytes;
}

}  // namespace

std::vector<ContentFile> our_files() {
    std::vector<ContentFile> files;
    for (const auto& [path, text] : embedded_contents("map/"))
        if (path.ends_with(".toml"))
            files.push_back({std::string{path}, fmt::format("content/{}", path), std::string{text}, Author::ours});
    return files;
}

std::vector<ContentFile> school_files(const fs::path& folder, std::vector<ContentMistake>& mistakes) {
    std::vector<ContentFile> files;
    const std::vector<fs::path> paths = list(folder);
    if (paths.size() > most_files) {
        mistakes.push_back(make_mistake(Weight::serious, word::mistake_files_many, {folder.string()}));
        return files;
    }
    for (const std::string_view inside : folders)
        if (std::error_code failure; fs::is_symlink(folder / inside, failure)) mistakes.push_back(make_mistake(Weight::serious, word::mistake_file_not_plain, {(folder / inside).string()}));
    for (const fs::path& path : paths) {
        const Where whole{path.string()};
        std::error_code failure;
        if (fs::symlink_status(path, failure).type() != fs::file_type::regular) {
            mistakes.push_back(make_mistake(Weight::serious, word::mistake_file_not_plain, whole));
            continue;
        }
        std::optional<std::string> text = read(path);
        if (!text)
            mistakes.push_back(make_mistake(Weight::serious, word::mistake_file_unreadable, whole));
        else if (text->size() > largest(path))
            mistakes.push_back(make_mistake(Weight::serious, word::mistake_file_large, whole, {{"most", std::to_string(largest(path) / 1024)}}));
        else
            files.push_back({path.lexically_relative(folder).generic_string(), path.string(), std::move(*text), Author::school});
        if (bytes_of(files) > largest_pack) {
            mistakes.push_back(make_mistake(Weight::serious, word::mistake_pack_large, {folder.string()}, {{"most", std::to_string(largest_pack >> 20)}}));
            break;
        }
    }
    return files;
}

std::string traces_of(const fs::path& folder) {
    std::string traces;
    for (const fs::path& path : list(folder)) {
        std::error_code failure;
        const auto written = fs::last_write_time(path, failure).time_since_epoch().count();
        const auto size = fs::file_size(path, failure);
        traces += fmt::format("{}\n{} {}\n", path.string(), written, size);
    }
    return traces;
}

}  // namespace loopbaankaart::atlas

// A school's content folder for a test, gone afterwards.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace loopbaankaart::atlas {

class FolderForTest {
public:
    FolderForTest() {
        std::string made = (std::filesystem::temp_directory_path() / "loopbaankaart-content-XXXXXX").string();
        if (::mkdtemp(made.data()) == nullptr) throw std::runtime_error{"cannot make a temporary folder"};
        path_ = made;
    }
    ~FolderForTest() { std::filesystem::remove_all(path_); }
    FolderForTest(const FolderForTest&) = delete;

    const std::filesystem::path& path() const { return path_; }

    // "map/nl/wensboom.toml"; folders are made when needed.
    void write(std::string_view name, std::string_view text) const {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
    }

private:
    std::filesystem::path path_;
};

}  // namespace loopbaankaart::atlas

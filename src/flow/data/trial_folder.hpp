// For the tests: a folder with files in it, that goes away.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace loopbaankaart::flow::trial {

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "loopbaankaart-flow-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;

    std::filesystem::path write(std::string_view name, std::string_view text) const {
        std::ofstream{path_ / name, std::ios::binary} << text;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

}  // namespace loopbaankaart::flow::trial

// Inside storage only: files that are there whole or not at all, and that stay after a power cut.
#pragma once

#include <sys/types.h>

#include <filesystem>

#include <base/base.hpp>

namespace loopbaankaart::storage {

enum class Existing { refuse, replace };

// A file in the making, under a temporary name; it goes away again unless it is kept. Throws Broken on a full or failing disk.
class NewFile {
public:
    explicit NewFile(std::filesystem::path temporary, mode_t mode = 0600);  // must not exist yet
    ~NewFile();
    NewFile(const NewFile&) = delete;

    void write(base::BytesView bytes);
    int descriptor() const { return descriptor_; }

    // Syncs the file, gives it its name and syncs the folder of that name.
    void keep_as(const std::filesystem::path& name, Existing existing);
    // Stays under the name it has; for many files that are synced together (sync_file_system).
    void keep();

private:
    void discard() noexcept;

    std::filesystem::path temporary_;
    int descriptor_ = -1;
};

// Throws Broken with the path and what the system said of the last call.
[[noreturn]] void throw_broken(const std::filesystem::path& path);
void sync_folder(const std::filesystem::path& folder);
// Everything written to the file system that this folder is on.
void sync_file_system(const std::filesystem::path& folder);
// Makes the folder and those above it that are missing, each synced into the one above.
void make_folders(const std::filesystem::path& folder);

}  // namespace loopbaankaart::storage

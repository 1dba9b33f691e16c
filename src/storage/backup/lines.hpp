// Inside storage only: a gzip file of lines with a digest, written and read in little memory.
#pragma once

#include <sodium.h>
#include <zlib.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "../files/new_file.hpp"

namespace loopbaankaart::storage {

// Thrown by the reader, and caught where a backup or a copy of the keys is read: what is wrong with it, for {about}.
struct Damaged : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct CloseGzip {
    void operator()(gzFile_s* file) const { gzclose(file); }
};
using GzipFile = std::unique_ptr<gzFile_s, CloseGzip>;

// SHA-256 of lines, each with its line end.
class LineDigest {
public:
    LineDigest() { crypto_hash_sha256_init(&state_); }
    void add(std::string_view line);
    std::string hex() const;  // of what was added so far

private:
    crypto_hash_sha256_state state_{};
};

// Throws Broken on a full or failing disk; nothing stays behind unless `finish` was reached.
class LineWriter {
public:
    explicit LineWriter(const std::filesystem::path& file);

    void write(std::string_view line);  // holds no line end
    std::string digest() const { return digest_.hex(); }
    void finish();                      // syncs and gives the file its name

private:
    std::filesystem::path file_;
    NewFile made_;
    GzipFile zipped_;
    LineDigest digest_;
};

class LineReader {
public:
    // Longer lines are damage: a page of text or a chunk of a file is far shorter.
    static constexpr std::size_t longest = 64 * 1024 * 1024;

    explicit LineReader(const std::filesystem::path& file);
    explicit operator bool() const { return zipped_ != nullptr; }

    // The next line, valid until the one after it; nothing at the end. Throws Damaged.
    std::optional<std::string_view> next();
    // Of all lines before the one given last.
    std::string digest() const { return digest_.hex(); }

private:
    bool fill();

    GzipFile zipped_;
    std::string read_;       // from the line given last
    std::size_t start_ = 0;  // where in it that line starts
    std::size_t given_ = 0;  // that line's length with its end; 0 before the first
    LineDigest digest_;
};

}  // namespace loopbaankaart::storage

#include "lines.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>

#include "../broken.hpp"

namespace loopbaankaart::storage {

void LineDigest::add(std::string_view line) {
    const base::BytesView bytes = base::bytes_of(line);
    crypto_hash_sha256_update(&state_, bytes.data(), bytes.size());
    const unsigned char end = '\n';
    crypto_hash_sha256_update(&state_, &end, 1);
}

std::string LineDigest::hex() const {
    crypto_hash_sha256_state state = state_;
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    return base::hex(digest);
}

// Level 1: most of it is ciphertext, which no level makes smaller.
LineWriter::LineWriter(const std::filesystem::path& file) : file_{file}, made_{fmt::format("{}.{}.unfinished", file.string(), ::getpid())} {
    const int descriptor = ::dup(made_.descriptor());
    if (descriptor < 0) throw_broken(file_);
    zipped_.reset(gzdopen(descriptor, "wb1"));
    if (!zipped_) throw Broken{"zlib cannot begin"};
    gzbuffer(zipped_.get(), 256 * 1024);
}

void LineWriter::write(std::string_view line) {
    digest_.add(line);
    const bool written = line.empty() || gzwrite(zipped_.get(), line.data(), static_cast<unsigned>(line.size())) > 0;
    if (!written || gzputc(zipped_.get(), '\n') < 0) throw_broken(file_);
}

void LineWriter::finish() {
    if (gzclose(zipped_.release()) != Z_OK) throw_broken(file_);
    made_.keep_as(file_, Existing::replace);
}

LineReader::LineReader(const std::filesystem::path& file) {
    if (!std::filesystem::is_directory(file)) zipped_.reset(gzopen(file.c_str(), "rbe"));
    if (zipped_) gzbuffer(zipped_.get(), 256 * 1024);
}

// Whether more came.
bool LineReader::fill() {
    std::array<char, 64 * 1024> part{};
    const int got = gzread(zipped_.get(), part.data(), part.size());
    int problem = Z_OK;
    if (gzerror(zipped_.get(), &problem); got < 0 || problem < 0) throw Damaged{"cut off, or not as it was written"};
    read_.append(part.data(), static_cast<std::size_t>(got));
    return got > 0;
}

std::optional<std::string_view> LineReader::next() {
    if (given_ > 0) digest_.add(std::string_view{read_}.substr(start_, given_ - 1));
    start_ += given_;
    given_ = 0;
    std::size_t searched = start_;
    for (;;) {
        const std::size_t end = read_.find('\n', searched);
        if (end != std::string::npos) {
            given_ = end + 1 - start_;
            return std::string_view{read_}.substr(start_, end - start_);
        }
        read_.erase(0, start_);
        start_ = 0;
        searched = read_.size();
        if (searched > longest) throw Damaged{"a line without an end"};
        if (fill()) continue;
        if (searched > 0) throw Damaged{"cut off"};
        return std::nullopt;
    }
}

}  // namespace loopbaankaart::storage

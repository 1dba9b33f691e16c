#include "trial_archive.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace loopbaankaart::zip::trial {

namespace {

constexpr base::Instant moment = base::instant(1'795'000'000'000);

std::string archive_of(const std::vector<Entry>& entries, const std::vector<std::string>& contents, std::size_t piece) {
    const Plan plan{entries, moment};
    std::string whole;
    while (whole.size() < plan.size()) {
        const auto part = plan.read(whole.size(), piece, [&](std::size_t entry, std::uint64_t from, std::size_t most) {
            const base::BytesView bytes = base::bytes_of(std::string_view{contents[entry]}.substr(from, most));
            return std::optional{base::Bytes{bytes.begin(), bytes.end()}};
        });
        whole += base::text_of(part.value());
    }
    return whole;
}

std::string deflate(const std::string& clear) {
    z_stream stream{};
    ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string packed(::deflateBound(&stream, clear.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(clear.data()));
    stream.avail_in = static_cast<unsigned>(clear.size());
    stream.next_out = reinterpret_cast<unsigned char*>(packed.data());
    stream.avail_out = static_cast<unsigned>(packed.size());
    const int ended = ::deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    ::deflateEnd(&stream);
    if (ended != Z_STREAM_END) throw std::runtime_error{"deflate"};
    return packed;
}

// Where the nth record of a sign begins.
std::size_t record(const std::string& archive, std::string_view sign, std::size_t number) {
    std::size_t at = archive.find(sign);
    while (number-- > 0) at = archive.find(sign, at + 1);
    return at;
}

void write(std::string& archive, std::size_t at, std::uint32_t value, std::size_t bytes) {
    for (std::size_t byte = 0; byte < bytes; ++byte) archive.at(at + byte) = static_cast<char>(value >> (8 * byte));
}

}  // namespace

base::Bytes InMemory::read(std::uint64_t from, std::size_t most) {
    const base::BytesView bytes = base::bytes_of(std::string_view{bytes_}.substr(std::min<std::uint64_t>(from, bytes_.size()), most));
    return {bytes.begin(), bytes.end()};
}

std::string packed(const std::vector<File>& files, std::size_t piece) {
    std::vector<Entry> entries;
    std::vector<std::string> contents;
    for (const auto& [name, content] : files) {
        entries.push_back({name, content.size(), crc_of(base::bytes_of(content))});
        contents.push_back(content);
    }
    return archive_of(entries, contents, piece);
}

std::string deflated(const std::vector<File>& files) {
    std::vector<Entry> entries;
    std::vector<std::string> contents;
    for (const auto& [name, content] : files) {
        contents.push_back(deflate(content));
        entries.push_back({name, contents.back().size(), crc_of(base::bytes_of(content))});
    }
    std::string archive = archive_of(entries, contents, 64 * 1024);
    for (std::size_t entry = 0; entry < files.size(); ++entry) {
        overwrite(archive, entry, Field::method, 8, 2);
        overwrite(archive, entry, Field::bytes, static_cast<std::uint32_t>(files[entry].second.size()), 4);
    }
    return archive;
}

std::string streamed(const std::vector<File>& files) {
    std::vector<Entry> entries;
    std::vector<std::string> contents;
    for (const auto& [name, content] : files) {
        std::string behind(16, '\0');
        behind.replace(0, 4, "PK\7\10");
        write(behind, 4, crc_of(base::bytes_of(content)), 4);
        write(behind, 8, static_cast<std::uint32_t>(content.size()), 4);
        write(behind, 12, static_cast<std::uint32_t>(content.size()), 4);
        contents.push_back(content + behind);
        entries.push_back({name, contents.back().size(), crc_of(base::bytes_of(content))});
    }
    std::string archive = archive_of(entries, contents, 64 * 1024);
    for (std::size_t entry = 0; entry < files.size(); ++entry) {
        overwrite(archive, entry, Field::flags, 1 << 3 | 1 << 11, 2);
        for (const Field field : {Field::packed_bytes, Field::bytes}) overwrite(archive, entry, field, static_cast<std::uint32_t>(files[entry].second.size()), 4, Where::line);
        for (const Field field : {Field::crc, Field::packed_bytes, Field::bytes}) overwrite(archive, entry, field, 0, 4, Where::head);
    }
    return archive;
}

void overwrite(std::string& archive, std::size_t entry, Field field, std::uint32_t value, std::size_t bytes, Where where) {
    const auto in_head = static_cast<std::size_t>(field), in_line = field == Field::name ? 46 : in_head + 2;
    if (where != Where::line) write(archive, record(archive, "PK\3\4", entry) + in_head, value, bytes);
    if (where != Where::head) write(archive, record(archive, "PK\1\2", entry) + in_line, value, bytes);
}

}  // namespace loopbaankaart::zip::trial

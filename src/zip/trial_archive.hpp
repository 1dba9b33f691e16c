// For the tests of zip only: archives in memory, and archives that no honest program makes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zip.hpp"

namespace loopbaankaart::zip::trial {

using File = std::pair<std::string, std::string>;  // its name, and what is in it

class InMemory final : public Source {
public:
    explicit InMemory(std::string bytes) : bytes_{std::move(bytes)} {}
    std::uint64_t size() const override { return bytes_.size(); }
    base::Bytes read(std::uint64_t from, std::size_t most) override;

private:
    std::string bytes_;
};

// An archive as a plan makes it, asked for in pieces of so many bytes.
std::string packed(const std::vector<File>& files, std::size_t piece = 64 * 1024);

// The same, deflated.
std::string deflated(const std::vector<File>& files);

// As a program writes it that cannot go back: sizes and CRC stand behind each file.
std::string streamed(const std::vector<File>& files);

// Fields of an entry, by where each stands in a head.
enum class Field { flags = 6, method = 8, crc = 14, packed_bytes = 18, bytes = 22, name = 30 };
enum class Where { head, line, both };
// Writes a number of two or four bytes over a field of an entry of an archive that has no other "PK" in it.
void overwrite(std::string& archive, std::size_t entry, Field field, std::uint32_t value, std::size_t bytes, Where where = Where::both);

}  // namespace loopbaankaart::zip::trial

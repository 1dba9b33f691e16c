// Names as small numbers, in order of first appearance: millions of student numbers, or a handful of programmes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loopbaankaart::flow {

class Names {
public:
    std::uint32_t code(std::string_view name);  // made when it is new
    static constexpr std::uint32_t unknown = UINT32_MAX;
    std::uint32_t find(std::string_view name) const;  // unknown when it is not there
    std::string_view name(std::uint32_t code) const { return std::string_view{letters_}.substr(begins_[code], begins_[code + 1] - begins_[code]); }
    std::size_t size() const { return begins_.size() - 1; }
    std::vector<std::string> all() const;

private:
    std::size_t slot(std::string_view name) const;
    void grow();

    std::string letters_;                    // all names, one behind another
    std::vector<std::size_t> begins_{0};     // in letters_
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(16, unknown);  // an open hash table of codes
};

}  // namespace loopbaankaart::flow

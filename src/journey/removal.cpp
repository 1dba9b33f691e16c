#include "removal.hpp"

namespace loopbaankaart::journey {

// Hexadecimal digits are base-32 digits as well; 100 bits of the hash.
base::Id removal_of(const base::Id& owner, const base::Id& id) {
    std::string digits = "0" + base::sha256_hex(owner.text() + id.text()).substr(0, 25);
    for (char& digit : digits)
        if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    return base::Id::parse(digits).value();
}

}  // namespace loopbaankaart::journey

#pragma once

#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace loopbaankaart::workshop {

// An open file of this program's, closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {
        if (number < 0) throw std::runtime_error{"no room to open a file"};
    }
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { close(); }

    int operator*() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }

private:
    int number_;
};

}  // namespace loopbaankaart::workshop

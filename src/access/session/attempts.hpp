// Inside access: guessing passwords is slowed down (Guard::attempt_limit), in a way that neither locks out a school behind one
// address nor serves to lock out a person.
//
// Tries are counted in leaky buckets, per account name as typed (known or not) together with where it is tried from:
//   - a device on which this person signed in before has a bucket of its own: nobody else can empty it;
//   - any other device shares one with its network address (IPv6: /64): five tries, then one a minute.
// Only failures count for a network (300, then one in two seconds) and for an account (50, then one a minute). When one of
// those is empty, strangers get one try instead of five; the first right password still passes. When guesses on one account
// come from everywhere (500, then one in ten seconds), only known devices, reset links and printed codes pass.
//
// It lives in memory: a restart forgives, which costs a guesser more than it gives; and no address is kept on disk.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <base/base.hpp>

namespace loopbaankaart::access {

// Where a password is tried.
struct Attempt {
    std::string_view school;
    std::string_view account;   // normal_user_name of what was typed
    std::string_view client;    // Request::client
    std::string_view device;    // the known device's token, or empty
};

class Attempts {
public:
    Attempts();

    // Takes a try before the password is checked, so that guesses at the same moment count too. Gives how long to wait when
    // there is none left.
    std::optional<std::chrono::seconds> wait_before(const Attempt& attempt, base::Instant now);
    void failed(const Attempt& attempt, base::Instant now);
    void succeeded(const Attempt& attempt, base::Instant now);

private:
    struct Size {
        double room;                                // tries when untouched
        std::chrono::milliseconds give_back_every;  // one try comes back
    };
    static const Size place, network, account, everywhere;
    struct Bucket {
        double used = 0;           // tries taken and not yet given back
        base::Instant counted_at;  // when `used` was right
    };
    using Key = std::uint64_t;

    Key key(char kind, std::string_view school, std::string_view left, std::string_view right) const;
    Key place_key(const Attempt& attempt) const;
    Key network_key(const Attempt& attempt) const;
    Key account_key(const Attempt& attempt) const;
    Key everywhere_key(const Attempt& attempt) const;
    Bucket& bucket(Key key, const Size& size, base::Instant now);
    // How long until a bucket that may hold `room` tries has one to give; nothing when it has.
    std::optional<std::chrono::seconds> wait_for(const Bucket& bucket, const Size& size, double room) const;
    bool is_empty(Key key, const Size& size, base::Instant now);

    std::mutex mutex_;
    std::array<unsigned char, 16> seed_{};                 // keys are keyed hashes: no addresses in memory, no chosen collisions
    std::unordered_map<Key, Bucket> young_, old_;          // when the young are many they become the old, and the old are forgotten
};

// "2001:db8:1:2:…" → its first four groups; other addresses as they are.
std::string network_of(std::string_view client);

}  // namespace loopbaankaart::access

#include "attempts.hpp"

#include <arpa/inet.h>
#include <sodium.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace loopbaankaart::access {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_young = 50'000;  // buckets, some 50 bytes each

}  // namespace

const Attempts::Size Attempts::place{5, 1min};
const Attempts::Size Attempts::network{300, 2s};
const Attempts::Size Attempts::account{50, 1min};
const Attempts::Size Attempts::everywhere{500, 10s};

std::string network_of(std::string_view client) {
    std::array<unsigned char, 16> address{};
    const std::string text{client.substr(0, client.find('%'))};
    if (inet_pton(AF_INET6, text.c_str(), address.data()) != 1) return text;
    return base::hex(base::BytesView{address}.first(8));
}

Attempts::Attempts() { base::SystemRandomness{}.fill(seed_); }

Attempts::Key Attempts::key(char kind, std::string_view school, std::string_view left, std::string_view right) const {
    std::string text{kind};
    for (const std::string_view part : {school, left, right}) text.append(part).push_back('\0');
    Key hashed = 0;
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hashed), base::bytes_of(text).data(), text.size(), seed_.data());
    return hashed;
}

Attempts::Key Attempts::place_key(const Attempt& attempt) const {
    if (!attempt.device.empty()) return key('d', attempt.school, attempt.account, attempt.device);
    return key('p', attempt.school, attempt.account, network_of(attempt.client));
}

Attempts::Key Attempts::network_key(const Attempt& attempt) const { return key('n', attempt.school, network_of(attempt.client), {}); }
Attempts::Key Attempts::account_key(const Attempt& attempt) const { return key('a', attempt.school, attempt.account, {}); }
Attempts::Key Attempts::everywhere_key(const Attempt& attempt) const { return key('e', attempt.school, attempt.account, {}); }

Attempts::Bucket& Attempts::bucket(Key key, const Size& size, base::Instant now) {
    if (young_.size() >= most_young && !young_.contains(key)) {
        old_ = std::move(young_);
        young_.clear();
    }
    auto found = young_.find(key);
    if (found == young_.end()) {
        const auto before = old_.find(key);
        found = young_.emplace(key, before == old_.end() ? Bucket{0, now} : before->second).first;
    }
    Bucket& bucket = found->second;
    const double given_back = static_cast<double>((now - bucket.counted_at).count()) / static_cast<double>(size.give_back_every.count());
    bucket.used = std::clamp(bucket.used - std::max(given_back, 0.0), 0.0, size.room);
    bucket.counted_at = now;
    return bucket;
}

std::optional<std::chrono::seconds> Attempts::wait_for(const Bucket& bucket, const Size& size, double room) const {
    const double over = bucket.used - (room - 1);
    if (over <= 0) return std::nullopt;
    const auto milliseconds = static_cast<std::int64_t>(std::ceil(over * static_cast<double>(size.give_back_every.count())));
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds{milliseconds});
}

bool Attempts::is_empty(Key key, const Size& size, base::Instant now) {
    return wait_for(bucket(key, size, now), size, size.room).has_value();
}

std::optional<std::chrono::seconds> Attempts::wait_before(const Attempt& attempt, base::Instant now) {
    if (!base::guarded(base::Guard::attempt_limit)) return std::nullopt;
    const std::lock_guard lock{mutex_};
    double room = place.room;
    if (attempt.device.empty()) {
        if (auto wait = wait_for(bucket(everywhere_key(attempt), everywhere, now), everywhere, everywhere.room)) return wait;
        if (is_empty(network_key(attempt), network, now) || is_empty(account_key(attempt), account, now)) room = 1;
    }
    Bucket& tries = bucket(place_key(attempt), place, now);
    if (auto wait = wait_for(tries, place, room)) return wait;
    tries.used += 1;
    return std::nullopt;
}

void Attempts::failed(const Attempt& attempt, base::Instant now) {
    if (!attempt.device.empty()) return;
    const std::lock_guard lock{mutex_};
    bucket(network_key(attempt), network, now).used += 1;
    bucket(account_key(attempt), account, now).used += 1;
    bucket(everywhere_key(attempt), everywhere, now).used += 1;
}

void Attempts::succeeded(const Attempt& attempt, base::Instant now) {
    const std::lock_guard lock{mutex_};
    Bucket& tries = bucket(place_key(attempt), place, now);
    tries.used = std::max(tries.used - 1, 0.0);
}

}  // namespace loopbaankaart::access

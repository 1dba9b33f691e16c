#include "password.hpp"

#include <sodium.h>

#include <access/words.hpp>
#include <array>
#include <atomic>
#include <new>

#include "people.hpp"
#include "people.sql.hpp"

namespace loopbaankaart::access {

namespace {

// OWASP's floor for argon2id: 19 MiB and two passes.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory = 19 * 1024 * 1024;  // bytes

constexpr std::size_t shortest = 12;  // characters; NIST SP 800-63B-4 asks length, not composition
constexpr std::size_t longest = 200;

std::atomic<std::uint64_t> verifications{0};

const std::string& nobodys_hash() {
    static const std::string hash = [] {
        base::SystemRandomness randomness;
        return hash_password(base::make_token(randomness));
    }();
    return hash;
}

}  // namespace

std::string hash_password(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int result = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory, crypto_pwhash_ALG_ARGON2ID13);
    if (result != 0) throw std::bad_alloc{};
    return hash.data();
}

bool password_matches(std::string_view hash, std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    if (hash.size() >= stored.size()) return false;
    hash.copy(stored.data(), hash.size());
    verifications.fetch_add(1, std::memory_order_relaxed);
    return crypto_pwhash_str_verify(stored.data(), password.data(), password.size()) == 0;
}

bool verify_password(const std::optional<std::string>& hash, std::string_view password) {
    const std::string& nobodys = nobodys_hash();  // made on the first sign-in, whoever that is
    if (hash) return password_matches(*hash, password);
    if (base::guarded(base::Guard::password_equal_work)) password_matches(nobodys, password);
    return false;
}

std::uint64_t password_verifications() { return verifications.load(std::memory_order_relaxed); }

std::optional<std::string> password_of(storage::Reads& reads, const base::Id& person) {
    return reads.first(query::password_of, [](const storage::Row& row) { return row.string(0); }, person);
}

base::Result<base::Done> check_password(std::string_view password) {
    const std::size_t length = base::characters(password);
    if (base::guarded(base::Guard::password_length) && length < shortest) return base::Error{word::password_short};
    if (length > longest || password.size() > 4 * longest) return base::Error{word::password_long};
    if (base::guarded(base::Guard::password_common) && is_common_password(password)) return base::Error{word::password_common};
    return base::Done{};
}

base::Result<base::Done> check_password_of(std::string_view password, std::string_view user_name, std::string_view name) {
    if (auto checked = check_password(password); !checked) return checked;
    const std::string typed = base::folded(password);
    const std::string shown = base::folded(name);
    for (const std::string_view own : {user_name, std::string_view{shown}}) {
        const std::size_t at = own.size() < 4 ? std::string::npos : typed.find(own);
        if (at != std::string::npos && typed.size() - own.size() < 6) return base::Error{word::password_common};
    }
    return base::Done{};
}

}  // namespace loopbaankaart::access

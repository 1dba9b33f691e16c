#include "form_key.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace loopbaankaart::access {

namespace {

constexpr std::size_t salt_length = 16;  // bytes

using Seal = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

Seal seal_of(std::string_view secret, base::BytesView salt) {
    crypto_auth_hmacsha256_state state;
    Seal seal{};
    crypto_auth_hmacsha256_init(&state, base::bytes_of(secret).data(), secret.size());
    crypto_auth_hmacsha256_update(&state, salt.data(), salt.size());
    crypto_auth_hmacsha256_final(&state, seal.data());
    return seal;
}

// "https://noord.example.nl/" → "https://noord.example.nl": an origin has no path.
std::string_view origin_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    return address.substr(0, address.find('/', scheme + 3));
}

bool is_host_of(std::string_view origin, std::string_view host) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (origin.starts_with(scheme) && origin.substr(scheme.size()) == host) return !host.empty();
    return false;
}

}  // namespace

std::string make_form_key(std::string_view secret, base::Randomness& randomness) {
    if (secret.empty()) return {};
    base::Bytes key(salt_length);
    randomness.fill(key);
    const Seal seal = seal_of(secret, key);
    key.insert(key.end(), seal.begin(), seal.end());
    return base::base64url(key);
}

bool form_key_fits(std::string_view secret, std::string_view key) {
    const auto bytes = base::parse_base64url(key);
    if (secret.empty() || !bytes || bytes->size() != salt_length + crypto_auth_hmacsha256_BYTES) return false;
    const Seal seal = seal_of(secret, base::BytesView{*bytes}.first(salt_length));
    return crypto_verify_32(seal.data(), bytes->data() + salt_length) == 0;
}

bool is_from_own_page(const web::Request& request) {
    const std::string_view sent_from = request.header("sec-fetch-site");
    const std::string_view origin = request.header("origin");
    if (!sent_from.empty() && sent_from != "same-origin") return false;
    if (origin.empty()) return !sent_from.empty();
    return origin == origin_of(request.site->address) || is_host_of(origin, request.header("host"));
}

}  // namespace loopbaankaart::access

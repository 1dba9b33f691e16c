#include "draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "elementary.hpp"

namespace loopbaankaart::flow::draw {

namespace {

// The normal density in 256 layers of the same area, from below: layer i reaches from 0 to x[i], the lowest one has the tail beside it.
struct Layers {
    static constexpr std::size_t count = 256;
    static constexpr double tail_from = 3.6541528853610088, area = 0.00492867323399;  // Doornik's, for this many
    std::array<double, count + 1> x, density;  // x[0] is as wide as the lowest layer with its tail would be
    std::array<double, count> sure;            // the share of a layer that lies under the next: nothing else to be asked there

    Layers() {
        const auto height = [](double at) { return exactly::exp(-0.5 * at * at); };
        x[0] = area / height(tail_from), x[1] = tail_from, x[count] = 0;
        for (std::size_t layer = 2; layer < count; ++layer) x[layer] = std::sqrt(-2 * exactly::log(area / x[layer - 1] + height(x[layer - 1])));
        for (std::size_t layer = 0; layer <= count; ++layer) density[layer] = height(x[layer]);
        for (std::size_t layer = 0; layer < count; ++layer) sure[layer] = x[layer + 1] / x[layer];
    }
};

// Beyond where the layers end (Marsaglia 1964, Technometrics 6, 101–102).
double normal_tail(Stream& stream) {
    for (;;) {
        const double beyond = -exactly::log(stream.uniform()) / Layers::tail_from;
        if (-2 * exactly::log(stream.uniform()) > beyond * beyond) return Layers::tail_from + beyond;
    }
}

const Layers& the_layers() {
    static const Layers layers;
    return layers;
}

inline double normal_by(const Layers& layers, Stream& stream) {
    for (;;) {
        const std::uint64_t bits = stream.bits();
        const std::size_t layer = bits & 0xFFU;
        const double u = static_cast<double>((static_cast<std::int64_t>(bits) >> 10) | 1) * 0x1p-53, x = u * layers.x[layer];  // between −1 and 1, never 0
        if (std::abs(u) < layers.sure[layer]) return x;
        if (layer == 0) return std::copysign(normal_tail(stream), u);
        if (layers.density[layer] + stream.uniform() * (layers.density[layer + 1] - layers.density[layer]) < exactly::exp(-0.5 * x * x)) return x;
    }
}

// For shape ≥ 1. Their sure part, u < 1 − 0.0331x⁴, is what d = ⅔ needs; it may shrink with c²: with y = cx and t = 1/c² it says exp(t g(y)) ≥ 1 − 0.1986 t y⁴,
// and the difference of both sides is convex in t, 0 at t = 0 and not below 0 at t = 6, so nor beyond. Of shape 10 one in a hundred asks for logarithms, instead of one in ten.
double large_gamma(Stream& stream, double shape) {
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal(stream);
        double v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        const double u = stream.uniform(), square = x * x;
        if (u < 1 - 0.1986 * c * c * square * square) return d * v;
        if (exactly::log(u) < 0.5 * square + d * (1 - v + exactly::log(v))) return d * v;
    }
}

// So many gammas at once, as by large_gamma: nothing of one waits for another, and arithmetic is done for several at a time. Of shapes below 1: no value.
struct Gammas {
    static constexpr std::size_t most = 64;
    std::array<double, most> shape, value;

    void draw(Stream& stream, std::size_t count) {
        std::array<double, most> x, u, sure;
        const Layers& layers = the_layers();
        Stream own = stream;  // in registers
        for (std::size_t at = count; at < most; ++at) shape[at] = 1, x[at] = 0;
        for (std::size_t at = 0; at < count; ++at) x[at] = normal_by(layers, own);
        for (std::size_t at = 0; at < count; ++at) u[at] = own.uniform();
        for (std::size_t at = 0; at < most; ++at) {
            const double d = shape[at] - 1.0 / 3, squared = 1 / (9 * d), v = 1 + std::sqrt(squared) * x[at], square = x[at] * x[at];
            value[at] = d * (v * v * v);
            sure[at] = 1 - 0.1986 * squared * (square * square);
        }
        for (std::size_t at = 0; at < count; ++at)
            if ((!(value[at] > 0) || !(u[at] < sure[at])) && shape[at] >= 1) value[at] = settled(own, shape[at], x[at], u[at]);
        stream = own;
    }

private:
    // One that is not surely accepted: as large_gamma goes on.
    static double settled(Stream& stream, double shape, double x, double u) {
        const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
        const double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
        return v > 0 && exactly::log(u) < 0.5 * x * x + d * (1 - v + exactly::log(v)) ? d * v : large_gamma(stream, shape);
    }
};

double log_of_gamma(Stream& stream, double shape) {
    if (shape >= 1) return exactly::log(large_gamma(stream, shape));
    const double above = exactly::log(large_gamma(stream, shape + 1));
    return above + exactly::log(stream.uniform()) / shape;
}
// Of a shape close to 0 it may be 0 by rounding.
double gamma_or_nothing(Stream& stream, double shape) {
    if (shape >= 1) return large_gamma(stream, shape);
    const double above = large_gamma(stream, shape + 1);
    return above * exactly::exp(exactly::log(stream.uniform()) / shape);
}

constexpr std::uint32_t by_bits = 400;  // students: from there on the other ways are quicker

constexpr auto parts_of_one = [] {  // 1/k
    std::array<double, 64> parts{};
    for (std::size_t k = 1; k < parts.size(); ++k) parts[k] = 1.0 / static_cast<double>(k);
    return parts;
}();

constexpr std::uint64_t high_bits = 0x8080808080808080U, one_each = 0x0101010101010101U;

std::uint32_t ones_in(std::uint64_t bits) {  // the machine's own instruction is not on every machine
    bits -= (bits >> 1U) & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
    return static_cast<std::uint32_t>((((bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU) * one_each) >> 56U);
}

// Every student has a random number between 0 and 1, of which no more bits are drawn than tell whether it lies below p (to 2⁻⁶⁴): one bit each while they are
// many, which settles half of them; then eight bits each, of eight students at once.
std::uint32_t binomial_by_bits(Stream& stream, std::uint32_t n, double p) {
    Stream own = stream;  // in registers
    auto rest = static_cast<std::uint64_t>(p * 0x1p64);
    std::uint32_t below = 0;
    for (; n > 32; rest <<= 1U) {
        std::uint32_t ones = 0;
        for (std::uint32_t students = n; students > 0; students -= std::min(students, 64U)) ones += ones_in(own.bits() >> (64 - std::min(students, 64U)));
        const bool of_p = (rest >> 63U) != 0;
        below += of_p ? n - ones : 0, n = of_p ? ones : n - ones;
    }
    for (; n > 0 && rest != 0; rest <<= 8U) {
        const std::uint64_t of_p = (rest >> 56U) * one_each;
        std::uint64_t less = 0, same = 0;  // counts in each byte
        for (std::uint32_t students = n; students > 0; students -= std::min(students, 8U)) {
            const std::uint64_t random = own.bits(), apart = random ^ of_p, counts = high_bits >> (64 - 8 * std::min(students, 8U));
            const std::uint64_t low_less = ~((random | high_bits) - (of_p & ~high_bits));  // of the low seven bits
            less += (((~random & of_p) | (~apart & low_less)) & counts) >> 7U;
            same += (~(((apart & ~high_bits) + ~high_bits) | apart) & counts) >> 7U;
        }
        below += static_cast<std::uint32_t>((less * one_each) >> 56U), n = static_cast<std::uint32_t>((same * one_each) >> 56U);
    }
    stream = own;
    return below;
}

// By walking up the probabilities; p ≤ ½ and np < 10, so that (1−p)ⁿ is no smaller than e⁻¹⁴.
std::uint32_t binomial_by_steps(Stream& stream, std::uint32_t n, double p) {
    const double q = 1 - p, odds = p / q;
    double none = 1, square = q;  // qⁿ by squaring: a third of the time of log and exp
    for (std::uint32_t power = n; power > 0; power >>= 1U, square *= square)
        if (power & 1U) none *= square;
    for (;;) {
        double u = stream.uniform(), here = none;
        for (std::uint32_t k = 0; k <= n; ++k) {
            if (u < here) return k;
            u -= here;
            here *= odds * (n - k) * (k + 1 < parts_of_one.size() ? parts_of_one[k + 1] : 1 / (k + 1.0));
        }
    }
}

std::uint32_t binomial_by_rejection(Stream& stream, std::uint32_t n, double p) {
    const double spread = std::sqrt(n * p * (1 - p)), b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double centre = n * p + 0.5, sure = 0.92 - 4.2 / b, alpha = (2.83 + 5.1 / b) * spread;
    for (;;) {
        const double u = stream.uniform() - 0.5, v = stream.uniform(), us = 0.5 - std::abs(u);
        const double at = std::floor((2 * a / us + b) * u + centre);
        if (at < 0 || at > n) continue;
        const auto k = static_cast<std::uint32_t>(at);
        if (us >= 0.07 && v <= sure) return k;
        const auto mode = static_cast<std::uint32_t>((n + 1.0) * p);  // seldom needed
        const double bound = exactly::log_factorial(mode) + exactly::log_factorial(n - mode) - exactly::log_factorial(k) - exactly::log_factorial(n - k) + (at - mode) * exactly::log(p / (1 - p));
        if (exactly::log(v * alpha / (a / (us * us) + b)) <= bound) return k;
    }
}

// use(at, a, b, drawn): a beta for each mean; of shapes below 1 there is none yet.
void in_rows(Stream& stream, double size, std::span<const double> means, const auto& use) {
    Gammas a, b;
    for (std::size_t first = 0; first < means.size(); first += Gammas::most) {
        const std::size_t count = std::min(Gammas::most, means.size() - first);
        for (std::size_t at = 0; at < count; ++at) a.shape[at] = size * means[first + at], b.shape[at] = size * (1 - means[first + at]);
        a.draw(stream, count), b.draw(stream, count);
        for (std::size_t at = 0; at < count; ++at) {
            const bool large = a.shape[at] >= 1 && b.shape[at] >= 1;
            use(first + at, a.shape[at], b.shape[at], large ? std::optional{a.value[at] / (a.value[at] + b.value[at])} : std::nullopt);
        }
    }
}

}  // namespace

double normal(Stream& stream) { return normal_by(the_layers(), stream); }

double half_normal(Stream& stream) { return std::abs(normal(stream)); }

double gamma(Stream& stream, double shape) { return gamma_or_nothing(stream, shape); }

double beta(Stream& stream, double a, double b) {
    if (a >= 1 || b >= 1) {
        const double x = gamma_or_nothing(stream, a), y = gamma_or_nothing(stream, b);
        return x / (x + y);
    }
    const double x = log_of_gamma(stream, a), y = log_of_gamma(stream, b);
    return 1 / (1 + exactly::exp(y - x));
}

std::uint32_t poisson(Stream& stream, double mean) {
    if (mean < 10) {
        const double none = exactly::exp(-mean);
        for (;;) {
            double u = stream.uniform(), here = none;
            for (std::uint32_t k = 0; k < 200; ++k) {
                if (u < here) return k;
                u -= here;
                here *= mean / (k + 1.0);
            }
        }
    }
    const double b = 0.931 + 2.53 * std::sqrt(mean), a = -0.059 + 0.02483 * b;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), sure = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        const double u = stream.uniform() - 0.5, v = stream.uniform(), us = 0.5 - std::abs(u);
        const double at = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (at < 0 || at > 4e9 || (us < 0.013 && v > us)) continue;
        const auto k = static_cast<std::uint32_t>(at);
        if (us >= 0.07 && v <= sure) return k;
        if (exactly::log(v * inverse_alpha / (a / (us * us) + b)) <= at * exactly::log(mean) - mean - exactly::log_factorial(k)) return k;
    }
}

std::uint32_t binomial(Stream& stream, std::uint32_t n, double p) {
    if (n == 0 || p <= 0) return 0;
    if (p >= 1) return n;
    if (n <= by_bits) return binomial_by_bits(stream, n, p);
    const double rare = p <= 0.5 ? p : 1 - p;
    const std::uint32_t k = n * rare < 10 ? binomial_by_steps(stream, n, rare) : binomial_by_rejection(stream, n, rare);
    return p <= 0.5 ? k : n - k;
}

std::uint32_t beta_binomial(Stream& stream, std::uint32_t n, double a, double b) {
    if (n == 0) return 0;
    if (b < 1 && a >= 2) return n - beta_binomial(stream, n, b, a);
    if (!(a < 1 && b >= 2)) return binomial(stream, n, beta(stream, a, b));
    // Beta(a, b) is Beta(a + 1, b − 1) times Beta(a, 1): of the few who pass the first, an urn tells who pass the second, without logarithms.
    const std::uint32_t passed = binomial(stream, n, beta(stream, a + 1, b - 1));
    double took = 0;
    for (std::uint32_t drawn = 0; drawn < passed; ++drawn) took += stream.uniform() * (a + 1 + drawn) < a + took ? 1 : 0;
    return static_cast<std::uint32_t>(took);
}

std::uint32_t negative_binomial(Stream& stream, double mean, double size) {
    return mean <= 0 ? 0 : poisson(stream, gamma(stream, size) * mean / size);
}

void betas(Stream& stream, double size, std::span<const double> means, std::span<double> into) {
    in_rows(stream, size, means, [&](std::size_t at, double a, double b, std::optional<double> share) { into[at] = share ? *share : beta(stream, a, b); });
}

void binomials(Stream& stream, std::span<const std::uint32_t> n, std::span<const double> p, std::span<std::uint32_t> into) {
    for (std::size_t at = 0; at < n.size(); ++at) into[at] = binomial(stream, n[at], p[at]);
}

void beta_binomials(Stream& stream, std::span<const std::uint32_t> n, double size, std::span<const double> means, std::span<std::uint32_t> into) {
    in_rows(stream, size, means, [&](std::size_t at, double a, double b, std::optional<double> share) { into[at] = share ? binomial(stream, n[at], *share) : beta_binomial(stream, n[at], a, b); });
}

void multinomial(Stream& stream, std::uint32_t n, std::span<const double> shares, std::span<std::uint32_t> into) {
    for (std::size_t at = 0; at < shares.size(); ++at) {
        double left = 0;  // summed anew: the last place with a share gets exactly all that are left
        for (std::size_t later = at; later < shares.size(); ++later) left += shares[later];
        into[at] = left > 0 ? binomial(stream, n, shares[at] / left) : 0;
        n -= into[at];
    }
}

}  // namespace loopbaankaart::flow::draw

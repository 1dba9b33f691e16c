#include "draws.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "elementary.hpp"

namespace loopbaankaart::flow {
namespace {

constexpr std::size_t many = 40'000;

// The value a chi-square with this many degrees exceeds once in 10,000 times (Wilson and Hilferty 1931).
double rarely(double degrees) {
    const double part = 2 / (9 * degrees), cube = 1 - part + 3.719 * std::sqrt(part);
    return degrees * cube * cube * cube;
}

// Chi-square of draws against exact probabilities of 0, 1, …; cells of fewer than ten expected are taken together.
bool follows(const std::function<std::uint32_t(Stream&)>& one, const std::function<double(std::uint32_t)>& probability, std::uint64_t seed) {
    Stream stream{seed, 0, 0};
    std::vector<double> seen;
    for (std::size_t at = 0; at < many; ++at) {
        const std::uint32_t k = one(stream);
        if (k >= seen.size()) seen.resize(k + 1);
        ++seen[k];
    }
    double sum = 0, cells = 0, expected = 0, counted = 0, all = 0;
    for (std::uint32_t k = 0; all < 1 - 1e-9 && k < 100'000; ++k) {
        const double here = probability(k);
        all += here, expected += here * many, counted += k < seen.size() ? seen[k] : 0;
        const bool enough = expected >= 10 && (1 - all) * many >= 10;
        if (!enough) continue;
        sum += (counted - expected) * (counted - expected) / expected, ++cells;
        expected = 0, counted = 0;
    }
    const double rest = expected + (1 - all) * many;
    const double rest_seen = many - std::accumulate(seen.begin(), seen.end(), 0.0) + counted;
    if (std::abs(all - 1) > 1e-6) return false;  // not the probabilities of all there is
    if (rest > 1) sum += (rest_seen - rest) * (rest_seen - rest) / rest, ++cells;
    return sum < rarely(std::max(cells - 1, 1.0));
}

// Kolmogorov and Smirnov's distance to an exact distribution function; 2.23/√n is exceeded once in 10,000 times.
bool lies_on(const std::function<double(Stream&)>& one, const std::function<double(double)>& below, std::uint64_t seed, std::size_t draws = many) {
    Stream stream{seed, 0, 0};
    std::vector<double> drawn(draws);
    for (double& value : drawn) value = one(stream);
    std::sort(drawn.begin(), drawn.end());
    double far = 0;
    for (std::size_t at = 0; at < draws; ++at) {
        const double exact = below(drawn[at]);
        far = std::max({far, exact - static_cast<double>(at) / static_cast<double>(draws), static_cast<double>(at + 1) / static_cast<double>(draws) - exact});
    }
    return far < 2.23 / std::sqrt(static_cast<double>(draws));
}

double choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }
double binomial_probability(std::uint32_t n, double p, std::uint32_t k) {
    return k > n ? 0 : std::exp(choose(n, k) + k * std::log(p) + (n - k) * std::log1p(-p));
}

TEST(Stream, IsTheGeneratorItsAuthorPublished) {
    Stream stream = Stream::by_state(42, 54);  // the first numbers of pcg64's demonstration
    for (std::uint64_t right : {0x86b1da1d72062b68U, 0x1304aa46c9853d39U, 0xa3670e9e0dd50358U, 0xf9090e529a7dae00U, 0xc85b9fd837996f2cU, 0x606121f8e3919196U})
        EXPECT_EQ(stream.bits(), right);
}

TEST(Stream, OfNeighboursHaveNothingInCommon) {
    Stream one{1, 1, 1}, block{1, 1, 2}, subject{1, 2, 1}, seed{2, 1, 1};
    std::array<double, 3> together{};
    for (std::size_t at = 0; at < many; ++at) {
        const double here = one.uniform() - 0.5;
        together[0] += here * (block.uniform() - 0.5), together[1] += here * (subject.uniform() - 0.5), together[2] += here * (seed.uniform() - 0.5);
    }
    for (double sum : together) EXPECT_LT(std::abs(sum) * 12 / many, 4 / std::sqrt(many));
}

RC_GTEST_PROP(Elementary, AgreesWithTheMachinesOwn, ()) {
    const double x = std::ldexp(1 + *rc::gen::inRange(0, 1'000'000) / 1e6, *rc::gen::inRange(-60, 60));
    RC_ASSERT(std::abs(exactly::log(x) - std::log(x)) <= 4e-16 * std::max(1.0, std::abs(std::log(x))));
    const double small = *rc::gen::inRange(-700'000, 700'000) / 1e3;
    RC_ASSERT(std::abs(exactly::exp(small) / std::exp(small) - 1) < 1e-15);
    const double shape = *rc::gen::inRange(1, 500'000) / 1e3;
    RC_ASSERT(std::abs(exactly::log_gamma(shape) - std::lgamma(shape)) < 1e-13 * std::max(1.0, std::abs(std::lgamma(shape))));
    constexpr double step = 1e-4;
    RC_PRE(shape > 0.1);
    RC_ASSERT(std::abs((std::lgamma(shape + step) - std::lgamma(shape - step)) / (2 * step) - exactly::digamma(shape)) < 2e-5);
    RC_ASSERT(std::abs((exactly::digamma(shape + step) - exactly::digamma(shape - step)) / (2 * step) - exactly::trigamma(shape)) < 1e-3);
    const auto n = *rc::gen::inRange<std::uint32_t>(0, 200);
    RC_ASSERT(std::abs(exactly::log_rising(shape, n) - (std::lgamma(shape + n) - std::lgamma(shape))) < 1e-11);
}

TEST(Draws, OfABinomialFollowIt) {
    std::uint64_t seed = 100;
    for (const auto& [n, p] : {std::pair{1U, 0.3}, {7U, 0.5}, {40U, 0.02}, {40U, 0.93}, {64U, 0.5}, {65U, 0.25}, {120U, 0.15}, {120U, 1.0 / 512}, {333U, 0.8}, {1000U, 0.004}, {1000U, 0.4}, {25'000U, 0.0004}, {25'000U, 0.7}})
        EXPECT_TRUE((follows([n = n, p = p](Stream& stream) { return draw::binomial(stream, n, p); }, [n = n, p = p](std::uint32_t k) { return binomial_probability(n, p, k); }, ++seed)));
}

TEST(Draws, OfABetaBinomialFollowIt) {
    std::uint64_t seed = 150;
    for (const auto& [n, a, b] : {std::tuple{1U, 0.4, 6.0}, {30U, 0.4, 60.0}, {30U, 60.0, 0.4}, {12U, 0.3, 0.6}, {40U, 0.7, 1.5}, {60U, 9.0, 50.0}, {3000U, 12.0, 0.9}})
        EXPECT_TRUE((follows([n = n, a = a, b = b](Stream& stream) { return draw::beta_binomial(stream, n, a, b); }, [n = n, a = a, b = b](std::uint32_t k) {
            return k > n ? 0 : std::exp(choose(n, k) + std::lgamma(a + k) + std::lgamma(b + n - k) - std::lgamma(a + b + n) - std::lgamma(a) - std::lgamma(b) + std::lgamma(a + b));
        }, ++seed)));
}

TEST(Draws, OfANegativeBinomialAndAPoissonFollowThem) {
    std::uint64_t seed = 200;
    for (const auto& [mean, size] : {std::pair{3.0, 0.7}, {24.0, 30.0}, {90.0, 8.0}}) {
        const auto exact = [mean = mean, size = size](std::uint32_t k) {
            return std::exp(std::lgamma(k + size) - std::lgamma(size) - std::lgamma(k + 1.0) + size * std::log(size / (size + mean)) + k * std::log(mean / (size + mean)));
        };
        EXPECT_TRUE((follows([mean = mean, size = size](Stream& stream) { return draw::negative_binomial(stream, mean, size); }, exact, ++seed)));
    }
    for (double mean : {0.4, 9.9, 10.0, 65.0, 900.0})
        EXPECT_TRUE((follows([mean](Stream& stream) { return draw::poisson(stream, mean); }, [mean](std::uint32_t k) { return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0)); }, ++seed)));
}

TEST(Draws, OfNormalGammaAndBetaLieOnTheirDistributions) {
    EXPECT_TRUE((lies_on(draw::normal, [](double x) { return std::erfc(-x / std::sqrt(2)) / 2; }, 301)));
    EXPECT_TRUE((lies_on(draw::half_normal, [](double x) { return std::erf(x / std::sqrt(2)); }, 302)));
    // Of a whole or half shape the gamma distribution is a sum.
    std::uint64_t seed = 310;
    for (double shape : {0.5, 1.0, 1.5, 4.0, 30.5}) {
        const auto below = [shape](double x) {
            const bool whole = shape == std::floor(shape);
            double sum = whole ? -std::expm1(-x) : std::erf(std::sqrt(x));
            for (double a = whole ? 1 : 0.5; a < shape; ++a) sum -= std::exp(a * std::log(x) - x - std::lgamma(a + 1));
            return sum;
        };
        EXPECT_TRUE((lies_on([shape](Stream& stream) { return draw::gamma(stream, shape); }, below, ++seed)));
    }
    EXPECT_TRUE((lies_on([](Stream& stream) { return draw::gamma(stream, 0.05); }, [](double x) {  // P(a, x) as a series
        double sum = 0, term = std::exp(0.05 * std::log(x) - x - std::lgamma(1.05));
        for (int at = 1; at < 200; ++at) sum += term, term *= x / (0.05 + at);
        return sum;
    }, 320)));
    for (const auto& [a, b] : {std::pair{1U, 1U}, {2U, 9U}, {40U, 7U}}) {  // of whole a and b: a binomial tail
        const auto below = [a = a, b = b](double x) {
            double sum = 0;
            for (std::uint32_t k = a; k < a + b; ++k) sum += binomial_probability(a + b - 1, x, k);
            return sum;
        };
        EXPECT_TRUE((lies_on([a = a, b = b](Stream& stream) { return draw::beta(stream, a, b); }, below, ++seed)));
    }
    EXPECT_TRUE((lies_on([](Stream& stream) { return draw::beta(stream, 0.5, 0.5); }, [](double x) { return std::asin(std::sqrt(x)) / std::asin(1.0); }, 330)));
    EXPECT_TRUE((lies_on([](Stream& stream) { return draw::beta(stream, 0.02, 1); }, [](double x) { return std::pow(x, 0.02); }, 331)));
}

// Rows longer than what is drawn side by side, with shapes on both sides of 1: each place has its own distribution, and hears nothing of its neighbour.
TEST(Draws, InARowAreAsOneByOne) {
    constexpr double size = 8;
    constexpr std::size_t wide = 70;
    constexpr std::array<double, 4> rates{0.05, 0.5, 0.25, 0.96};
    std::array<double, wide> means{};
    std::array<std::uint32_t, wide> students{};
    for (std::size_t at = 0; at < wide; ++at) means[at] = rates[at % rates.size()], students[at] = static_cast<std::uint32_t>(3 + at);
    std::uint64_t seed = 350;
    for (const std::size_t place : {0U, 1U, 2U, 3U, 63U, 64U, 65U, 69U}) {
        const double a = size * means[place], b = size - a;
        EXPECT_TRUE((follows([&](Stream& stream) {
            std::array<std::uint32_t, wide> took{};
            draw::beta_binomials(stream, students, size, means, took);
            return took[place];
        }, [&](std::uint32_t k) {
            const std::uint32_t n = students[place];
            return k > n ? 0 : std::exp(choose(n, k) + std::lgamma(a + k) + std::lgamma(b + n - k) - std::lgamma(size + n) - std::lgamma(a) - std::lgamma(b) + std::lgamma(size));
        }, ++seed))) << place;
    }
    std::array<double, wide> halves{};
    halves.fill(0.5);
    const auto of_two_and_two = [](double x) { return x * x * (3 - 2 * x); };
    const auto drawn = [&](Stream& stream) {
        std::array<double, wide> shares{};
        draw::betas(stream, 4, halves, shares);
        return shares;
    };
    for (const std::size_t place : {0U, 63U, 64U}) EXPECT_TRUE((lies_on([&](Stream& stream) { return drawn(stream)[place]; }, of_two_and_two, ++seed))) << place;
    // Of shape 1 one gamma in twenty is not surely taken; what becomes of those is seen in many draws only.
    std::array<double, wide> even{};
    std::size_t next = wide;
    EXPECT_TRUE((lies_on([&](Stream& stream) {
        if (next == wide) draw::betas(stream, 2, halves, even), next = 0;
        return even[next++];
    }, [](double x) { return x; }, ++seed, 1'000'000)));
    // Put through its own distribution each is even between 0 and 1, and so is the sum of two that are independent, its whole part left out.
    EXPECT_TRUE((lies_on([&](Stream& stream) {
        const auto shares = drawn(stream);
        return std::fmod(of_two_and_two(shares[12]) + of_two_and_two(shares[13]), 1.0);
    }, [](double x) { return x; }, ++seed)));
    EXPECT_TRUE((follows([&](Stream& stream) {
        std::array<std::uint32_t, 3> took{};
        draw::binomials(stream, std::array{0U, 40U, 9U}, std::array{0.5, 0.02, 1.0}, took);
        return took[0] == 0 && took[2] == 9 ? took[1] : 41;
    }, [](std::uint32_t k) { return binomial_probability(40, 0.02, k); }, ++seed)));
}

TEST(Draws, OfAMultinomialFollowItWhenAllOutcomesAreCounted) {
    const std::array<double, 4> shares{0.5, 0, 2, 1.5};
    // All ways to divide 3 over 4 places, numbered in base 4.
    const auto probability = [&](std::uint32_t outcome) {
        std::array<std::uint32_t, 4> counts{outcome % 4, outcome / 4 % 4, outcome / 16 % 4, outcome / 64};
        if (outcome >= 256 || std::accumulate(counts.begin(), counts.end(), 0U) != 3 || counts[1] > 0) return 0.0;
        double log = std::log(6);
        for (std::size_t at : {0U, 2U, 3U}) log += counts[at] * std::log(shares[at] / 4) - std::lgamma(counts[at] + 1.0);
        return std::exp(log);
    };
    EXPECT_TRUE((follows([&](Stream& stream) {
        std::array<std::uint32_t, 4> counts{};
        draw::multinomial(stream, 3, shares, counts);
        return counts[0] + 4 * counts[1] + 16 * counts[2] + 64 * counts[3];
    }, probability, 400)));
}

RC_GTEST_PROP(Draws, StayWithinTheirBounds, ()) {
    Stream stream{*rc::gen::arbitrary<std::uint64_t>(), 1, 1};
    const auto n = *rc::gen::inRange<std::uint32_t>(0, 3000);
    const double p = *rc::gen::inRange(0, 10'001) / 1e4;
    const std::uint32_t k = draw::binomial(stream, n, p);
    RC_ASSERT(k <= n && (p > 0 || k == 0) && (p < 1 || k == n));
    const double share = draw::beta(stream, *rc::gen::inRange(1, 5000) / 1e3, *rc::gen::inRange(1, 5000) / 1e3);
    RC_ASSERT(share >= 0 && share <= 1);
    const auto shares = *rc::gen::suchThat(rc::gen::container<std::vector<double>>(5, rc::gen::map(rc::gen::inRange(0, 4), [](int part) { return part / 3.0; })), [](const auto& all) { return std::accumulate(all.begin(), all.end(), 0.0) > 0; });
    std::vector<std::uint32_t> into(shares.size());
    draw::multinomial(stream, n, shares, into);
    RC_ASSERT(std::accumulate(into.begin(), into.end(), 0U) == n);
    for (std::size_t at = 0; at < shares.size(); ++at) RC_ASSERT(shares[at] > 0 || into[at] == 0);
}

// What any machine should draw: a change here changes every forecast that was kept.
TEST(Draws, AreTheseOnEveryMachine) {
    Stream stream{6, 1, 2};
    std::uint64_t sum = 0;
    for (int at = 0; at < 1000; ++at) {
        const double share = draw::beta(stream, 3.5, 9), mean = draw::gamma(stream, 0.4) * 40, shift = draw::normal(stream);
        sum = sum * 31 + draw::binomial(stream, 200, share) + draw::beta_binomial(stream, 30, share, 9) + draw::negative_binomial(stream, mean, 9) + std::bit_cast<std::uint64_t>(shift);
    }
    EXPECT_EQ(sum, 8'056'938'806'368'202'538U);
    std::array<double, 100> means{}, shares{};
    std::array<std::uint32_t, 100> students{}, took{};
    for (std::size_t at = 0; at < means.size(); ++at) means[at] = (static_cast<double>(at) + 0.5) / 100, students[at] = static_cast<std::uint32_t>(7 * at);
    for (const double size : {5.0, 40.0, 900.0}) {
        draw::betas(stream, size, means, shares), draw::beta_binomials(stream, students, size, means, took);
        for (std::size_t at = 0; at < means.size(); ++at) sum = sum * 31 + took[at] + std::bit_cast<std::uint64_t>(shares[at]);
    }
    EXPECT_EQ(sum, 11'825'449'557'673'140'929U);
}

}  // namespace
}  // namespace loopbaankaart::flow

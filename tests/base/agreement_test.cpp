// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <trimode/base/agreement.hpp>

#include "base/enumeration.hpp"
#include "base/generator.hpp"

using trimode::Agreement;
using trimode::AgreementFault;
using trimode::Bootstrap;
using trimode::bootstrap_alpha;
using trimode::bootstrap_kappa;
using trimode::BootstrapInterval;
using trimode::Code;
using trimode::Coefficient;
using trimode::cohen_kappa;
using trimode::krippendorff_alpha;
using trimode::Marginals;
using trimode::Metric;
using trimode::missing;
using trimode::PairTable;
using trimode::percent_agreement;
using trimode::Random;
using trimode::scott_pi;
using trimode::weighted_kappa;
using trimode::Weighting;
using Ratings = trimode::Ratings<Code>;
using Numbers = trimode::Ratings<std::optional<double>>;

namespace {

constexpr Code x = missing;

// ---- published data ----

/// Four observers, twelve units. Source: Krippendorff, Computing Krippendorff's alpha-reliability (2011), example C.
constexpr std::array<Code, 48> krippendorff{
    1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x,  //
    1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3,  //
    x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x,  //
    1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x,
};
constexpr Ratings four_observers(krippendorff, 4);

/// Two observers, ten units, two categories. Source: the same, example A.
constexpr std::array<Code, 20> binary{
    0, 1, 0, 0, 0, 0, 0, 0, 1, 0,  //
    1, 1, 1, 0, 0, 1, 0, 0, 0, 0,
};
/// Two observers, twelve units, five categories (a to e). Source: the same, example B.
constexpr std::array<Code, 24> five_names{
    0, 0, 1, 1, 3, 2, 2, 2, 4, 3, 3, 0,  //
    1, 0, 1, 1, 1, 2, 2, 2, 4, 3, 3, 3,
};
/// Three coders, fifteen units, four categories. Source: the worked example of Wikipedia, Krippendorff's alpha.
constexpr std::array<Code, 45> three_coders{
    x, x, x, x, x, 3, 4, 1, 2, 1, 1, 3, 3, x, 3,  //
    1, x, 2, 1, 3, 3, 4, 3, x, x, x, x, x, x, x,  //
    x, x, 2, 1, 3, 4, 4, x, 2, 1, 1, 3, 3, x, 4,
};

/// Two judges, 200 cases, three diagnoses. Source: Cohen (1960), table 2, and Cohen (1968), table 1.
constexpr std::array<std::uint32_t, 9> cohen{88, 14, 18, 10, 40, 10, 2, 6, 12};
/// The gravity of disagreements for these. Source: Cohen (1968), table 1.
constexpr std::array<double, 9> cohen_weights{0, 1, 3, 1, 0, 6, 3, 6, 0};
/// Two raters, 100 patients, three diagnoses. Source: Fleiss, Statistical methods for rates and proportions (1981),
/// table 13.1.
constexpr std::array<std::uint32_t, 9> fleiss{75, 1, 4, 5, 4, 1, 0, 0, 10};
/// Two coders, 100 utterances, statement or request. Source: Artstein and Poesio, Inter-coder agreement for
/// computational linguistics (2008), the example of section 2.
constexpr std::array<std::uint32_t, 4> artstein{20, 20, 10, 50};

// ---- a second, slow and obvious computation ----

/// What one coder gave each unit, from a table.
using Pairs = std::pair<std::vector<Code>, std::vector<Code>>;
Pairs spread(std::span<const std::uint32_t> counts, std::size_t categories) {
    Pairs pairs;
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        for (std::uint32_t i = 0; i < counts[cell]; ++i) {
            pairs.first.push_back(static_cast<Code>(cell / categories));
            pairs.second.push_back(static_cast<Code>(cell % categories));
        }
    }
    return pairs;
}

/// Of the pairs that are complete, the mean disagreement of those that belong together and of those put together at
/// random: every value of the first with every one of the second, or any two of all with `pooled`.
template <class Difference>
std::pair<double, double> table_disagreement(const std::vector<Code>& first, const std::vector<Code>& second,
                                             Difference difference, bool pooled) {
    std::vector<Code> a;
    std::vector<Code> b;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i] == missing || second[i] == missing) continue;
        a.push_back(first[i]);
        b.push_back(second[i]);
    }
    double observed = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) observed += difference(a[i], b[i]);
    observed /= static_cast<double>(a.size());
    if (pooled) {
        a.insert(a.end(), b.begin(), b.end());
        b = a;
    }
    double expected = 0.0;
    for (const Code one : a) {
        for (const Code other : b) expected += difference(one, other);
    }
    return {observed, expected / static_cast<double>(a.size() * b.size())};
}

double unlike(Code a, Code b) { return a == b ? 0.0 : 1.0; }

/// The values of the units that have two at least.
template <class T>
std::vector<std::vector<double>> paired(const trimode::Ratings<T>& ratings) {
    std::vector<std::vector<double>> units;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        std::vector<double> values;
        for (std::size_t coder = 0; coder < ratings.coders(); ++coder) {
            if constexpr (std::is_same_v<T, Code>) {
                if (ratings.at(coder, unit) != missing) values.push_back(ratings.at(coder, unit));
            } else {
                if (ratings.at(coder, unit)) values.push_back(*ratings.at(coder, unit));
            }
        }
        if (values.size() >= 2) units.push_back(values);
    }
    return units;
}

struct Found {
    double observed;
    double expected;
    [[nodiscard]] double alpha() const { return 1.0 - observed / expected; }
};

/// Alpha as it is defined: the mean of a squared difference over all pairs within units, each unit's pairs weighted by
/// one less than its values, against the mean over all pairs.
template <class T>
Found slow_alpha(const trimode::Ratings<T>& ratings, Metric metric) {
    const auto units = paired(ratings);
    std::vector<double> all;
    for (const auto& unit : units) all.insert(all.end(), unit.begin(), unit.end());
    const auto used = [&all](double value) { return static_cast<double>(std::count(all.begin(), all.end(), value)); };
    const auto difference = [&](double a, double b) {
        if (a == b) return 0.0;
        if (metric == Metric::nominal) return 1.0;
        if (metric == Metric::interval) return (a - b) * (a - b);
        const double low = std::min(a, b);
        const double high = std::max(a, b);
        const auto between =
            std::count_if(all.begin(), all.end(), [&](double value) { return low <= value && value <= high; });
        const double distance = static_cast<double>(between) - (used(low) + used(high)) / 2.0;
        return distance * distance;
    };
    const double n = static_cast<double>(all.size());
    Found found{0.0, 0.0};
    for (const auto& unit : units) {
        for (std::size_t i = 0; i < unit.size(); ++i) {
            for (std::size_t j = 0; j < unit.size(); ++j) {
                if (i != j) found.observed += difference(unit[i], unit[j]) / static_cast<double>(unit.size() - 1) / n;
            }
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i != j) found.expected += difference(all[i], all[j]) / (n * (n - 1.0));
        }
    }
    return found;
}

// ---- random data ----

/// Values of coders who see the same truth through some noise, with gaps.
std::vector<Code> noisy(test::Generator& generator, std::size_t coders, std::size_t units, std::uint32_t categories,
                        std::uint32_t noise_percent, std::uint32_t gap_percent) {
    std::vector<Code> truth;
    for (std::size_t unit = 0; unit < units; ++unit) truth.push_back(static_cast<Code>(generator.below(categories)));
    std::vector<Code> values;
    for (std::size_t coder = 0; coder < coders; ++coder) {
        for (std::size_t unit = 0; unit < units; ++unit) {
            Code value = truth[unit];
            if (generator.below(100) < noise_percent) value = static_cast<Code>(generator.below(categories));
            if (generator.below(100) < gap_percent) value = missing;
            values.push_back(value);
        }
    }
    return values;
}

std::vector<Code> row(const std::vector<Code>& values, std::size_t coders, std::size_t coder) {
    const auto span = Ratings(values, coders).coder(coder);
    return {span.begin(), span.end()};
}

/// The same with the coders, or the units, in another order.
std::vector<Code> reordered(const std::vector<Code>& values, const std::vector<std::size_t>& coders,
                            const std::vector<std::size_t>& units) {
    const Ratings ratings(values, coders.size());
    std::vector<Code> result;
    for (const std::size_t coder : coders) {
        for (const std::size_t unit : units) result.push_back(ratings.at(coder, unit));
    }
    return result;
}

std::vector<std::size_t> shuffled(test::Generator& generator, std::size_t size) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = size; i > 1; --i) {
        std::swap(order[i - 1], order[generator.below(static_cast<std::uint32_t>(i))]);
    }
    return order;
}

std::vector<Code> recoded(std::vector<Code> values, const std::vector<Code>& to) {
    for (Code& value : values) {
        if (value != missing) value = to[static_cast<std::size_t>(value)];
    }
    return values;
}

constexpr bool close(std::optional<double> value, double expected, double by = 1e-12) {
    return value && *value - expected <= by && expected - *value <= by;
}

bool same(const Agreement& a, const Agreement& b) {
    return a.kind == b.kind && a.fault == b.fault && a.units == b.units && a.values == b.values &&
           a.defined() == b.defined() && (!a.defined() || close(a.coefficient, *b.coefficient));
}

/// Says `fault`, has no coefficient, and is of the right kind.
bool fails(const Agreement& result, Coefficient kind, AgreementFault fault) {
    return result.kind == kind && result.fault == fault && !result.defined() && !result.coefficient;
}

constexpr std::array every_metric{Metric::nominal, Metric::ordinal, Metric::interval};

double not_a_number() { return std::bit_cast<double>(std::uint64_t{0x7ff8000000000000U}); }
double infinity() { return std::bit_cast<double>(std::uint64_t{0x7ff0000000000000U}); }

bool equal(const BootstrapInterval& a, const BootstrapInterval& b) {
    return a.estimate == b.estimate && a.lower == b.lower && a.upper == b.upper && a.seed == b.seed &&
           a.confidence == b.confidence && a.replicates == b.replicates && a.undefined == b.undefined &&
           a.fault == b.fault;
}

}  // namespace

static_assert(std::is_trivially_copyable_v<Agreement> && std::is_trivially_copyable_v<PairTable> &&
              std::is_trivially_copyable_v<BootstrapInterval> && std::is_trivially_copyable_v<Ratings>);
static_assert(!Agreement{}.defined() && !Agreement{}.observed && !Agreement{}.expected, "nothing isn't 0");
static_assert(!std::is_convertible_v<std::size_t, PairTable>);

TEST_CASE("the names of metrics, weightings, coefficients and faults") {
    test::check_names<Metric>(std::array<test::Spelling<Metric>, 3>{
        {{Metric::nominal, "nominal"}, {Metric::ordinal, "ordinal"}, {Metric::interval, "interval"}}});
    test::check_names<Weighting>(
        std::array<test::Spelling<Weighting>, 2>{{{Weighting::linear, "linear"}, {Weighting::quadratic, "quadratic"}}});
    test::check_names<Coefficient>(
        std::array<test::Spelling<Coefficient>, 5>{{{Coefficient::percent_agreement, "percent_agreement"},
                                                    {Coefficient::scott_pi, "scott_pi"},
                                                    {Coefficient::cohen_kappa, "cohen_kappa"},
                                                    {Coefficient::weighted_kappa, "weighted_kappa"},
                                                    {Coefficient::krippendorff_alpha, "krippendorff_alpha"}}});
    test::check_names<AgreementFault>(
        std::array<test::Spelling<AgreementFault>, 9>{{{AgreementFault::none, "none"},
                                                       {AgreementFault::shape, "shape"},
                                                       {AgreementFault::categories, "categories"},
                                                       {AgreementFault::value_out_of_range, "value_out_of_range"},
                                                       {AgreementFault::weights, "weights"},
                                                       {AgreementFault::nothing_to_compare, "nothing_to_compare"},
                                                       {AgreementFault::no_variation, "no_variation"},
                                                       {AgreementFault::confidence, "confidence"},
                                                       {AgreementFault::too_few_replicates, "too_few_replicates"}}});
}

// ---- published values ----

TEST_CASE("alpha of four observers and twelve units as Krippendorff prints it") {
    const Agreement nominal = krippendorff_alpha(four_observers, Metric::nominal, 6);
    CHECK(close(nominal.coefficient, 0.743, 0.0005));
    CHECK(nominal.kind == Coefficient::krippendorff_alpha);
    CHECK(nominal.fault == AgreementFault::none);
    CHECK(nominal.units == 11);
    CHECK(nominal.values == 40);
    CHECK(nominal.left_out == 1);
    CHECK(close(nominal.observed, 8.0 / 40.0));  // of his coincidences 8 lie off the diagonal
    CHECK(close(nominal.expected, 1216.0 / (40.0 * 39.0)));
    CHECK(close(krippendorff_alpha(four_observers, Metric::ordinal, 6).coefficient, 0.815, 0.0005));
    CHECK(close(krippendorff_alpha(four_observers, Metric::interval).coefficient, 0.849, 0.0005));
}

TEST_CASE("alpha of Krippendorff's smaller examples and of three coders") {
    CHECK(close(krippendorff_alpha(Ratings(binary, 2), Metric::nominal, 2).coefficient, 0.095, 0.0005));
    CHECK(close(krippendorff_alpha(Ratings(five_names, 2), Metric::nominal, 5).coefficient, 0.692, 0.0005));
    const Agreement three = krippendorff_alpha(Ratings(three_coders, 3), Metric::nominal);
    CHECK(close(three.coefficient, 0.691, 0.0005));
    CHECK(three.values == 26);
    CHECK(close(krippendorff_alpha(Ratings(three_coders, 3), Metric::interval).coefficient, 0.811, 0.0005));
}

TEST_CASE("kappa and weighted kappa as Cohen prints them") {
    const PairTable table = PairTable::of_counts(cohen, 3);
    const Agreement kappa = cohen_kappa(table);
    CHECK(kappa.kind == Coefficient::cohen_kappa);
    CHECK(close(kappa.coefficient, 0.492, 0.0005));
    CHECK(close(kappa.observed, 1.0 - 0.70));
    CHECK(close(kappa.expected, 1.0 - 0.41));
    CHECK(kappa.units == 200);
    CHECK(kappa.values == 400);
    CHECK(kappa.left_out == 0);
    CHECK(close(percent_agreement(table).coefficient, 0.70));
    const Agreement weighted = weighted_kappa(table, cohen_weights);
    CHECK(weighted.kind == Coefficient::weighted_kappa);
    CHECK(close(weighted.coefficient, 0.348, 0.0005));
    CHECK(close(weighted.observed, 0.90));
    CHECK(close(weighted.expected, 1.38));
}

TEST_CASE("kappa as Fleiss prints it") {
    const Agreement kappa = cohen_kappa(PairTable::of_counts(fleiss, 3));
    CHECK(close(kappa.coefficient, 0.68, 0.005));
    CHECK(close(kappa.observed, 1.0 - 0.89));
    CHECK(close(kappa.expected, 1.0 - 0.66));
}

TEST_CASE("pi and kappa as Artstein and Poesio print them") {
    const PairTable table = PairTable::of_counts(artstein, 2);
    CHECK(close(percent_agreement(table).coefficient, 0.7));
    CHECK(close(scott_pi(table).coefficient, 0.341, 0.0005));
    CHECK(close(scott_pi(table).expected, 1.0 - 0.545));
    CHECK(scott_pi(table).kind == Coefficient::scott_pi);
    CHECK(close(cohen_kappa(table).coefficient, 0.348, 0.0005));
    CHECK(close(cohen_kappa(table).expected, 1.0 - 0.54));
}

// ---- against the second computation ----

TEST_CASE("two coders against every value with every other") {
    test::Generator generator(1);
    for (int round = 0; round < 60; ++round) {
        const std::uint32_t categories = 2 + generator.below(5);
        const std::size_t k = categories;
        const auto values = noisy(generator, 2, 1 + generator.below(40), categories, 40, 15);
        const auto first = row(values, 2, 0);
        const auto second = row(values, 2, 1);
        std::vector<double> weights(k * k);
        for (std::size_t cell = 0; cell < weights.size(); ++cell) {
            if (cell / k != cell % k) weights[cell] = static_cast<double>(generator.below(1000)) / 100.0;
        }
        const auto span = static_cast<double>(k - 1);
        const auto linear = [=](Code a, Code b) { return std::abs(static_cast<double>(a - b)) / span; };
        const auto quadratic = [=](Code a, Code b) { return linear(a, b) * linear(a, b); };
        const auto given = [&](Code a, Code b) {
            return weights[static_cast<std::size_t>(a) * k + static_cast<std::size_t>(b)];
        };
        const auto agrees = [&](const Agreement& found, auto difference, bool pooled) {
            if (found.fault == AgreementFault::nothing_to_compare) return found.units == 0;
            const auto [observed, expected] = table_disagreement(first, second, difference, pooled);
            if (!close(found.observed, observed, 1e-9) || !close(found.expected, expected, 1e-9)) return false;
            if (expected == 0.0) return found.fault == AgreementFault::no_variation && !found.defined();
            return found.fault == AgreementFault::none && close(found.coefficient, 1.0 - observed / expected, 1e-9);
        };
        CHECK(agrees(cohen_kappa(first, second, k), unlike, false));
        CHECK(agrees(scott_pi(first, second, k), unlike, true));
        CHECK(agrees(weighted_kappa(first, second, k, Weighting::linear), linear, false));
        CHECK(agrees(weighted_kappa(first, second, k, Weighting::quadratic), quadratic, false));
        CHECK(agrees(weighted_kappa(first, second, k, weights), given, false));
        const Agreement percent = percent_agreement(first, second, k);
        if (percent.defined()) {
            const double apart = table_disagreement(first, second, unlike, false).first;
            CHECK(close(percent.coefficient, 1.0 - apart));
            CHECK(close(percent.observed, apart));
            CHECK_FALSE(percent.expected);
        }
        CHECK(percent.units + percent.left_out == first.size());
    }
}

TEST_CASE("alpha against every pair of values") {
    test::Generator generator(2);
    for (int round = 0; round < 60; ++round) {
        const std::size_t coders = 2 + generator.below(4);
        const std::uint32_t categories = 2 + generator.below(6);
        const auto values = noisy(generator, coders, 2 + generator.below(25), categories, 40, 25);
        const Ratings ratings(values, coders);
        for (const Metric metric : every_metric) {
            const Agreement found = krippendorff_alpha(ratings, metric, categories);
            if (found.fault == AgreementFault::nothing_to_compare) {
                CHECK(paired(ratings).empty());
                continue;
            }
            const Found slow = slow_alpha(ratings, metric);
            CHECK(close(found.observed, slow.observed, 1e-9));
            CHECK(close(found.expected, slow.expected, 1e-9));
            CHECK(found.defined() == (slow.expected > 0.0));
            if (found.defined()) CHECK(close(found.coefficient, slow.alpha(), 1e-9));
            CHECK(found.units == paired(ratings).size());
            CHECK(found.units + found.left_out == ratings.units());
        }
    }
}

TEST_CASE("alpha of numbers against every pair of values") {
    test::Generator generator(3);
    for (int round = 0; round < 40; ++round) {
        const std::size_t coders = 2 + generator.below(3);
        const std::size_t units = 3 + generator.below(15);
        const double offset = round % 2 == 0 ? 0.0 : 1e6;
        std::vector<std::optional<double>> values(coders * units);
        for (std::size_t unit = 0; unit < units; ++unit) {
            const double truth = static_cast<double>(generator.below(1000)) / 10.0;
            for (std::size_t coder = 0; coder < coders; ++coder) {
                if (generator.below(5) == 0) continue;
                values[coder * units + unit] =
                    offset + truth + static_cast<double>(generator.below(1000)) / 100.0 - 5.0;
            }
        }
        const Numbers ratings(values, coders);
        const Agreement found = krippendorff_alpha(ratings);
        if (!found.defined()) continue;
        CHECK(close(found.coefficient, slow_alpha(ratings, Metric::interval).alpha(), 1e-9));
    }
}

// ---- properties ----

TEST_CASE("what the values are called does not matter to nominal coefficients") {
    test::Generator generator(4);
    for (int round = 0; round < 30; ++round) {
        const std::uint32_t k = 2 + generator.below(6);
        const auto values = noisy(generator, 3, 30, k, 30, 20);
        std::vector<Code> names;
        for (const std::size_t name : shuffled(generator, k)) names.push_back(static_cast<Code>(name));
        const auto renamed = recoded(values, names);
        CHECK(same(krippendorff_alpha(Ratings(values, 3), Metric::nominal, k),
                   krippendorff_alpha(Ratings(renamed, 3), Metric::nominal, k)));
        CHECK(same(cohen_kappa(row(values, 3, 0), row(values, 3, 1), k),
                   cohen_kappa(row(renamed, 3, 0), row(renamed, 3, 1), k)));
        CHECK(same(scott_pi(row(values, 3, 0), row(values, 3, 1), k),
                   scott_pi(row(renamed, 3, 0), row(renamed, 3, 1), k)));

        // Turning the order around matters to none, stretching it not to ordinal alpha, a linear change not to
        // interval.
        std::vector<Code> around;
        std::vector<Code> stretched;
        std::vector<Code> linear;
        for (std::uint32_t i = 0; i < k; ++i) {
            around.push_back(static_cast<Code>(k - 1 - i));
            stretched.push_back(static_cast<Code>(i * (i + 1) / 2));
            linear.push_back(1991 - 7 * static_cast<Code>(i));
        }
        for (const Metric metric : every_metric) {
            CHECK(same(krippendorff_alpha(Ratings(values, 3), metric, k),
                       krippendorff_alpha(Ratings(recoded(values, around), 3), metric, k)));
        }
        CHECK(same(krippendorff_alpha(Ratings(values, 3), Metric::ordinal, k),
                   krippendorff_alpha(Ratings(recoded(values, stretched), 3), Metric::ordinal)));
        CHECK(same(krippendorff_alpha(Ratings(values, 3), Metric::interval),
                   krippendorff_alpha(Ratings(recoded(values, linear), 3), Metric::interval)));
        for (const Weighting weighting : {Weighting::linear, Weighting::quadratic}) {
            const auto turned = recoded(values, around);
            CHECK(same(weighted_kappa(row(values, 3, 0), row(values, 3, 1), k, weighting),
                       weighted_kappa(row(turned, 3, 0), row(turned, 3, 1), k, weighting)));
        }
    }
}

TEST_CASE("the order of coders and of units does not matter") {
    test::Generator generator(5);
    for (int round = 0; round < 30; ++round) {
        const std::uint32_t k = 2 + generator.below(5);
        const auto values = noisy(generator, 4, 20, k, 30, 20);
        const auto other = reordered(values, shuffled(generator, 4), shuffled(generator, 20));
        for (const Metric metric : every_metric) {
            CHECK(same(krippendorff_alpha(Ratings(values, 4), metric, k),
                       krippendorff_alpha(Ratings(other, 4), metric, k)));
        }
        const auto a = row(values, 4, 0);
        const auto b = row(values, 4, 1);
        CHECK(same(cohen_kappa(a, b, k), cohen_kappa(b, a, k)));
        CHECK(same(scott_pi(a, b, k), scott_pi(b, a, k)));
        CHECK(same(weighted_kappa(a, b, k, Weighting::linear), weighted_kappa(b, a, k, Weighting::linear)));
        CHECK(same(percent_agreement(a, b, k), percent_agreement(b, a, k)));
    }
}

TEST_CASE("unused categories and units of one value change nothing") {
    test::Generator generator(6);
    for (int round = 0; round < 20; ++round) {
        const auto values = noisy(generator, 3, 20, 4, 30, 20);
        std::vector<Code> longer;
        for (std::size_t coder = 0; coder < 3; ++coder) {
            for (const Code value : row(values, 3, coder)) longer.push_back(value);
            longer.push_back(missing);
            longer.push_back(coder == 1 ? 3 : missing);
        }
        for (const Metric metric : every_metric) {
            const Agreement found = krippendorff_alpha(Ratings(values, 3), metric, 4);
            CHECK(found == krippendorff_alpha(Ratings(values, 3), metric, 32));
            CHECK(found == krippendorff_alpha(Ratings(values, 3), metric));
            const Agreement with = krippendorff_alpha(Ratings(longer, 3), metric, 4);
            CHECK(same(found, with));
            CHECK(with.left_out == found.left_out + 2);
        }
        const auto a = row(values, 3, 0);
        const auto b = row(values, 3, 1);
        CHECK(cohen_kappa(a, b, 4) == cohen_kappa(a, b, 32));
        CHECK(same(weighted_kappa(a, b, 4, Weighting::quadratic), weighted_kappa(a, b, 9, Weighting::quadratic)));
    }
}

TEST_CASE("perfect agreement is exactly 1") {
    test::Generator generator(7);
    for (int round = 0; round < 20; ++round) {
        const std::uint32_t k = 2 + generator.below(31);
        auto values = noisy(generator, 3, 40, k, 0, 10);
        values[0] = values[40] = values[80] = 0;
        values[1] = values[41] = values[81] = 1;
        for (const Metric metric : every_metric) {
            CHECK(krippendorff_alpha(Ratings(values, 3), metric, k).coefficient == 1.0);
        }
        const auto a = row(values, 3, 0);
        const auto b = row(values, 3, 1);
        CHECK(percent_agreement(a, b, k).coefficient == 1.0);
        CHECK(scott_pi(a, b, k).coefficient == 1.0);
        CHECK(cohen_kappa(a, b, k).coefficient == 1.0);
        CHECK(weighted_kappa(a, b, k, Weighting::linear).coefficient == 1.0);
        std::vector<std::optional<double>> numbers;
        for (const Code value : values) {
            numbers.push_back(value == missing ? std::nullopt : std::optional(0.1 * value + 0.7));
        }
        CHECK(krippendorff_alpha(Numbers(numbers, 3)).coefficient == 1.0);
        CHECK(krippendorff_alpha(Numbers(numbers, 3)).observed == 0.0);
    }
}

TEST_CASE("coders who guess are close to 0, coders who contradict below") {
    test::Generator generator(8);
    const auto values = noisy(generator, 3, 20000, 5, 100, 10);
    const auto a = row(values, 3, 0);
    const auto b = row(values, 3, 1);
    for (const Metric metric : every_metric) {
        CHECK(close(krippendorff_alpha(Ratings(values, 3), metric, 5).coefficient, 0.0, 0.02));
    }
    CHECK(close(cohen_kappa(a, b, 5).coefficient, 0.0, 0.02));
    CHECK(close(scott_pi(a, b, 5).coefficient, 0.0, 0.02));
    CHECK(close(weighted_kappa(a, b, 5, Weighting::linear).coefficient, 0.0, 0.03));
    CHECK(close(weighted_kappa(a, b, 5, Weighting::quadratic).coefficient, 0.0, 0.03));
    CHECK(close(percent_agreement(a, b, 5).coefficient, 0.2, 0.02));

    const std::array<Code, 4> yes_no{0, 0, 1, 1};
    const std::array<Code, 4> no_yes{1, 1, 0, 0};
    CHECK(cohen_kappa(yes_no, no_yes, 2).coefficient == -1.0);
    CHECK(scott_pi(yes_no, no_yes, 2).coefficient == -1.0);
    CHECK(percent_agreement(yes_no, no_yes, 2).coefficient == 0.0);
}

TEST_CASE("the coefficients are related as the literature says") {
    test::Generator generator(9);
    for (int round = 0; round < 30; ++round) {
        const auto values = noisy(generator, 2, 40, 4, 40, 10);
        const auto a = row(values, 2, 0);
        const auto b = row(values, 2, 1);
        const Agreement alpha = krippendorff_alpha(Ratings(values, 2), Metric::nominal, 4);
        const Agreement pi = scott_pi(a, b, 4);
        REQUIRE(alpha.defined());
        // Two coders, nominal: alpha is pi corrected for the size of the sample. Source: Krippendorff (2011).
        const double n = static_cast<double>(alpha.values);
        CHECK(close(alpha.coefficient, 1.0 - (1.0 - *pi.coefficient) * (n - 1.0) / n));
        CHECK(close(alpha.observed, *pi.observed));
        // Each coder's own habits differ at least as much as the pooled ones. Source: Artstein and Poesio (2008).
        CHECK(*cohen_kappa(a, b, 4).coefficient >= *pi.coefficient - 1e-12);

        // Two categories: there is one step only.
        const auto coarse = recoded(values, {0, 0, 1, 1});
        const Agreement kappa = cohen_kappa(row(coarse, 2, 0), row(coarse, 2, 1), 2);
        CHECK(close(weighted_kappa(row(coarse, 2, 0), row(coarse, 2, 1), 2, Weighting::linear).coefficient,
                    *kappa.coefficient));
        CHECK(close(krippendorff_alpha(Ratings(coarse, 2), Metric::nominal, 2).coefficient,
                    *krippendorff_alpha(Ratings(coarse, 2), Metric::interval).coefficient));
        CHECK(close(krippendorff_alpha(Ratings(coarse, 2), Metric::nominal, 2).coefficient,
                    *krippendorff_alpha(Ratings(coarse, 2), Metric::ordinal, 2).coefficient));
    }
    // With equal marginals, quadratic kappa is the product-moment correlation. Source: Cohen (1968).
    for (int round = 0; round < 10; ++round) {
        const auto a = row(noisy(generator, 1, 50, 5, 0, 0), 1, 0);
        std::vector<Code> b = a;
        std::rotate(b.begin(), b.begin() + 3, b.begin() + 25);
        double mean = 0.0;
        for (const Code value : a) mean += static_cast<double>(value) / 50.0;
        double both = 0.0;
        double own = 0.0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            both += (a[i] - mean) * (b[i] - mean);
            own += (a[i] - mean) * (a[i] - mean);
        }
        CHECK(close(weighted_kappa(a, b, 5, Weighting::quadratic).coefficient, both / own, 1e-9));
    }
    // Weights are judged by their proportions.
    std::array<double, 9> tenfold = cohen_weights;
    for (double& weight : tenfold) weight *= 10.0;
    CHECK(close(weighted_kappa(PairTable::of_counts(cohen, 3), tenfold).coefficient,
                *weighted_kappa(PairTable::of_counts(cohen, 3), cohen_weights).coefficient));
    // Weights that aren't symmetric: the first coder's category is the row.
    constexpr std::array<double, 4> one_way{0, 1, 0, 0};
    constexpr std::array<Code, 4> first{0, 0, 1, 1};
    constexpr std::array<Code, 4> second{0, 1, 1, 1};
    CHECK(close(weighted_kappa(first, second, 2, one_way).observed, 0.25));
    CHECK(close(weighted_kappa(second, first, 2, one_way).observed, 0.0));
}

TEST_CASE("whole numbers and doubles give the same") {
    std::vector<std::optional<double>> numbers;
    for (const Code value : krippendorff) {
        numbers.push_back(value == missing ? std::nullopt : std::optional<double>(value));
    }
    CHECK(krippendorff_alpha(Numbers(numbers, 4)) == krippendorff_alpha(four_observers, Metric::interval));
    // An offset that takes most of the digits takes none of the result.
    for (auto& number : numbers) {
        if (number) *number += 1e9;
    }
    CHECK(close(krippendorff_alpha(Numbers(numbers, 4)).coefficient,
                *krippendorff_alpha(four_observers, Metric::interval).coefficient));
    // The ends of Code that are numbers.
    const std::array<Code, 4> ends{2147483647, missing + 1, 2147483647, missing + 1};
    CHECK(krippendorff_alpha(Ratings(ends, 2), Metric::interval).coefficient == 1.0);
}

// ---- ratings, tables, marginals ----

TEST_CASE("ratings are rows of coders") {
    CHECK(four_observers.well_formed());
    CHECK(four_observers.coders() == 4);
    CHECK(four_observers.units() == 12);
    CHECK(four_observers.at(1, 9) == 5);
    CHECK(four_observers.at(0, 9) == missing);
    CHECK(four_observers.at(4, 0) == missing);
    CHECK(four_observers.at(0, 12) == missing);
    CHECK(four_observers.coder(3).size() == 12);
    CHECK(four_observers.coder(3)[5] == 4);
    CHECK(four_observers.coder(4).empty());
    CHECK_FALSE(Ratings().well_formed());
    CHECK(Ratings().units() == 0);
    CHECK_FALSE(Ratings(krippendorff, 0).well_formed());
    CHECK(Ratings(krippendorff, 0).units() == 0);
    CHECK_FALSE(Ratings(krippendorff, 5).well_formed());
    CHECK(Ratings({}, 3).well_formed());
    const std::array<std::optional<double>, 2> numbers{1.5, std::nullopt};
    CHECK(Numbers(numbers, 1).at(0, 0) == 1.5);
    CHECK_FALSE(Numbers(numbers, 1).at(0, 1));
    CHECK_FALSE(Numbers(numbers, 1).at(1, 0));
}

TEST_CASE("the table of two coders") {
    const auto [first, second] = spread(cohen, 3);
    const PairTable table = PairTable::of(first, second, 3);
    const PairTable printed = PairTable::of_counts(cohen, 3);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            CHECK(table.at(i, j) == cohen[3 * i + j]);
            CHECK(printed.at(i, j) == cohen[3 * i + j]);
        }
    }
    CHECK(table.categories() == 3);
    CHECK(table.pairs() == 200);
    CHECK(table.left_out() == 0);
    CHECK(table.first(0) == 120);
    CHECK(table.second(0) == 100);
    CHECK(table.second(2) == 40);
    CHECK(table.first(3) == 0);
    CHECK(table.second(3) == 0);
    CHECK(table.at(0, 3) == 0);
    CHECK(table.at(3, 0) == 0);

    PairTable grown(2);
    CHECK(grown.add(0, 1));
    CHECK(grown.add(missing, 1));
    CHECK(grown.add(1, missing));
    CHECK(grown.add(missing, missing));
    CHECK_FALSE(grown.add(2, 0));
    CHECK_FALSE(grown.add(0, -1));
    CHECK_FALSE(grown.add(missing, 2));
    CHECK(grown.pairs() == 1);
    CHECK(grown.left_out() == 3);
    CHECK(grown.at(0, 1) == 1);
}

TEST_CASE("how often each category was used") {
    const Marginals last = trimode::marginals(four_observers.coder(3), 6);
    CHECK(last.fault == AgreementFault::none);
    CHECK(last.gaps == 1);
    CHECK(last.used[0] == 0);
    CHECK(last.used[1] == 3);
    CHECK(last.used[2] == 3);
    CHECK(last.used[3] == 2);
    CHECK(last.used[4] == 2);
    CHECK(last.used[5] == 1);
    const Marginals bad = trimode::marginals(four_observers.coder(1), 5);
    CHECK(bad.fault == AgreementFault::value_out_of_range);
    CHECK(bad.unit == 9);
    CHECK(bad.used == Marginals{}.used);
    CHECK(bad.gaps == 0);
    CHECK(trimode::marginals({}, 5) == Marginals{});
    CHECK(trimode::marginals({}, 0).fault == AgreementFault::categories);
    CHECK(trimode::marginals({}, 33).fault == AgreementFault::categories);
    CHECK(trimode::marginals({}, 32).fault == AgreementFault::none);
}

// ---- what is undefined, and what is wrong ----

TEST_CASE("pairs with a gap are left out and counted") {
    const std::array<Code, 6> first{0, 1, x, 1, 0, x};
    const std::array<Code, 6> second{0, 1, 1, x, 1, x};
    const std::array<Code, 3> a{0, 1, 0};
    const std::array<Code, 3> b{0, 1, 1};
    const Agreement with = cohen_kappa(first, second, 2);
    CHECK(with.units == 3);
    CHECK(with.values == 6);
    CHECK(with.left_out == 3);
    CHECK(same(with, cohen_kappa(a, b, 2)));
    CHECK(same(scott_pi(first, second, 2), scott_pi(a, b, 2)));
    CHECK(same(percent_agreement(first, second, 2), percent_agreement(a, b, 2)));
}

TEST_CASE("nothing to compare") {
    constexpr auto nothing = AgreementFault::nothing_to_compare;
    const std::array<Code, 2> first{0, x};
    const std::array<Code, 2> second{x, 1};
    CHECK(fails(cohen_kappa(first, second, 2), Coefficient::cohen_kappa, nothing));
    CHECK(fails(cohen_kappa({}, {}, 2), Coefficient::cohen_kappa, nothing));
    CHECK(fails(scott_pi(first, second, 2), Coefficient::scott_pi, nothing));
    CHECK(fails(percent_agreement(first, second, 2), Coefficient::percent_agreement, nothing));
    CHECK(fails(weighted_kappa(first, second, 2, Weighting::linear), Coefficient::weighted_kappa, nothing));
    CHECK(fails(weighted_kappa(first, second, 2, std::array<double, 4>{}), Coefficient::weighted_kappa, nothing));
    CHECK(cohen_kappa(first, second, 2).left_out == 2);
    CHECK_FALSE(cohen_kappa(first, second, 2).observed);
    CHECK_FALSE(percent_agreement(first, second, 2).observed);
    for (const Metric metric : every_metric) {
        const std::array<Code, 4> apart{0, x, x, 1};
        const Agreement alpha = krippendorff_alpha(Ratings(apart, 2), metric, 2);
        CHECK(fails(alpha, Coefficient::krippendorff_alpha, nothing));
        CHECK(alpha.left_out == 2);
        CHECK_FALSE(alpha.observed);
        CHECK_FALSE(alpha.expected);
        // One coder only, and no unit at all.
        CHECK(fails(krippendorff_alpha(Ratings(binary, 1), metric, 2), Coefficient::krippendorff_alpha, nothing));
        CHECK(fails(krippendorff_alpha(Ratings({}, 2), metric, 2), Coefficient::krippendorff_alpha, nothing));
    }
    const std::array<std::optional<double>, 4> numbers{1.0, std::nullopt, std::nullopt, 2.0};
    CHECK(fails(krippendorff_alpha(Numbers(numbers, 2)), Coefficient::krippendorff_alpha, nothing));
}

TEST_CASE("no variation leaves a coefficient undefined, not 1") {
    constexpr auto same_value = AgreementFault::no_variation;
    const std::array<Code, 6> ones{1, 1, 1, 1, 1, x};
    const Ratings two(ones, 2);
    for (const Metric metric : every_metric) {
        const Agreement alpha = krippendorff_alpha(two, metric, 3);
        CHECK(fails(alpha, Coefficient::krippendorff_alpha, same_value));
        CHECK(alpha.observed == 0.0);
        CHECK(alpha.expected == 0.0);
        CHECK(alpha.units == 2);
    }
    CHECK(fails(cohen_kappa(two.coder(0), two.coder(1), 3), Coefficient::cohen_kappa, same_value));
    CHECK(fails(scott_pi(two.coder(0), two.coder(1), 3), Coefficient::scott_pi, same_value));
    CHECK(fails(weighted_kappa(two.coder(0), two.coder(1), 3, Weighting::quadratic), Coefficient::weighted_kappa,
                same_value));
    CHECK(percent_agreement(two.coder(0), two.coder(1), 3).coefficient == 1.0);
    // A single category there ever was.
    const std::array<Code, 2> zeros{0, 0};
    CHECK(fails(weighted_kappa(zeros, zeros, 1, Weighting::linear), Coefficient::weighted_kappa, same_value));
    // What varies only where it cannot be compared does not count.
    const std::array<Code, 6> lone{1, 1, 0, 1, 1, x};
    CHECK(fails(krippendorff_alpha(Ratings(lone, 2), Metric::nominal, 2), Coefficient::krippendorff_alpha, same_value));
    // Weights that take two categories for one.
    const std::array<Code, 2> zero_one{0, 1};
    CHECK(
        fails(weighted_kappa(zero_one, zero_one, 2, std::array<double, 4>{}), Coefficient::weighted_kappa, same_value));
    // A number without an exact double, many times: sums must not invent differences.
    std::vector<std::optional<double>> tenths(30, 0.1);
    CHECK(fails(krippendorff_alpha(Numbers(tenths, 3)), Coefficient::krippendorff_alpha, same_value));
    // Coders of one category each, but different ones: defined, and no better than chance.
    const std::array<Code, 2> both_one{1, 1};
    CHECK(cohen_kappa(zeros, both_one, 2).coefficient == 0.0);
    CHECK(scott_pi(zeros, both_one, 2).coefficient == -1.0);
}

TEST_CASE("malformed input says what and where") {
    const std::array<Code, 3> good{0, 1, 2};
    const std::array<Code, 3> high{0, 1, 3};
    const std::array<Code, 3> low{0, -1, 2};
    const std::array<Code, 2> two{0, 1};
    const auto at = [](const Agreement& result, std::size_t coder, std::size_t unit) {
        return result.fault == AgreementFault::value_out_of_range && !result.defined() && result.units == 0 &&
               result.coder == coder && result.unit == unit;
    };
    CHECK(at(cohen_kappa(good, high, 3), 1, 2));
    CHECK(at(cohen_kappa(low, good, 3), 0, 1));
    CHECK(at(cohen_kappa(low, high, 3), 0, 1));
    CHECK(at(scott_pi(good, low, 3), 1, 1));
    CHECK(at(percent_agreement(good, low, 3), 1, 1));
    CHECK(at(weighted_kappa(high, good, 3, Weighting::linear), 0, 2));
    CHECK(at(weighted_kappa(high, good, 3, cohen_weights), 0, 2));
    CHECK(cohen_kappa(good, two, 3).fault == AgreementFault::shape);
    CHECK(cohen_kappa(good, good, 0).fault == AgreementFault::categories);
    CHECK(cohen_kappa(good, good, 33).fault == AgreementFault::categories);
    CHECK(cohen_kappa(good, good, 32).defined());
    CHECK(PairTable(0).fault() == AgreementFault::categories);
    CHECK(PairTable(33).fault() == AgreementFault::categories);
    CHECK(PairTable(33).categories() == 0);
    CHECK(PairTable::of_counts(cohen, 2).fault() == AgreementFault::shape);
    CHECK(PairTable::of_counts(cohen, 33).fault() == AgreementFault::categories);
    CHECK(scott_pi(PairTable::of_counts(cohen, 4)).fault == AgreementFault::shape);

    CHECK(at(krippendorff_alpha(four_observers, Metric::nominal, 5), 1, 9));
    CHECK(at(krippendorff_alpha(four_observers, Metric::ordinal, 5), 1, 9));
    CHECK(at(krippendorff_alpha(Ratings(low, 1), Metric::nominal, 5), 0, 1));
    CHECK(krippendorff_alpha(four_observers, Metric::interval, 5).defined());
    CHECK(krippendorff_alpha(four_observers, Metric::interval, 0).defined());
    CHECK(krippendorff_alpha(four_observers, Metric::nominal, 0).fault == AgreementFault::categories);
    CHECK(krippendorff_alpha(four_observers, Metric::ordinal, 33).fault == AgreementFault::categories);
    CHECK(krippendorff_alpha(Ratings(krippendorff, 5), Metric::nominal).fault == AgreementFault::shape);
    CHECK(krippendorff_alpha(Ratings(krippendorff, 0), Metric::interval).fault == AgreementFault::shape);
    CHECK(krippendorff_alpha(Ratings(), Metric::interval).fault == AgreementFault::shape);
    CHECK(krippendorff_alpha(Numbers()).fault == AgreementFault::shape);
    CHECK(krippendorff_alpha(Ratings(krippendorff, 0), Metric::interval).kind == Coefficient::krippendorff_alpha);

    for (const double bad : {not_a_number(), infinity(), -infinity(), 1.1e100, -1.1e100}) {
        const std::array<std::optional<double>, 4> numbers{1.0, 2.0, 1.0, bad};
        CHECK(at(krippendorff_alpha(Numbers(numbers, 2)), 1, 1));
    }
    const std::array<std::optional<double>, 4> large{1e100, -1e100, 1e100, -1e100};
    CHECK(krippendorff_alpha(Numbers(large, 2)).coefficient == 1.0);
}

TEST_CASE("weights that are none") {
    const PairTable table = PairTable::of_counts(cohen, 3);
    for (const double bad : {-1.0, not_a_number(), infinity(), 1.1e100}) {
        std::array<double, 9> weights = cohen_weights;
        weights[5] = bad;
        const Agreement result = weighted_kappa(table, weights);
        CHECK(fails(result, Coefficient::weighted_kappa, AgreementFault::weights));
        CHECK(result.coder == 1);
        CHECK(result.unit == 2);
    }
    std::array<double, 9> weights = cohen_weights;
    weights[8] = 0.5;
    CHECK(fails(weighted_kappa(table, weights), Coefficient::weighted_kappa, AgreementFault::weights));
    CHECK(weighted_kappa(table, std::span<const double>(weights).first(8)).fault == AgreementFault::weights);
    CHECK(weighted_kappa(table, std::span<const double>{}).fault == AgreementFault::weights);
    std::array<double, 9> large = cohen_weights;
    for (double& weight : large) weight *= 1e99 / 6.0;
    CHECK(close(weighted_kappa(table, large).coefficient, 1.0 - 0.90 / 1.38));
}

// ---- bootstrap ----

namespace {

/// The bootstrap as it is described, with each resample written out as data of its own.
BootstrapInterval slow_bootstrap(const Ratings& ratings, Metric metric, const Bootstrap& bootstrap,
                                 std::size_t replicates) {
    BootstrapInterval result;
    result.estimate = krippendorff_alpha(ratings, metric);
    Random random(bootstrap.seed);
    std::vector<double> found;
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
        Random draws(random.next());
        std::vector<std::size_t> units;
        while (units.size() < result.estimate.units) {
            const auto unit = static_cast<std::size_t>(draws.below(ratings.units()));
            std::size_t values = 0;
            for (std::size_t coder = 0; coder < ratings.coders(); ++coder) {
                if (ratings.at(coder, unit) != missing) ++values;
            }
            if (values >= 2) units.push_back(unit);
        }
        std::vector<Code> drawn;
        for (std::size_t coder = 0; coder < ratings.coders(); ++coder) {
            for (const std::size_t unit : units) drawn.push_back(ratings.at(coder, unit));
        }
        const Agreement one = krippendorff_alpha(Ratings(drawn, ratings.coders()), metric);
        if (one.defined()) {
            found.push_back(*one.coefficient);
        } else {
            ++result.undefined;
        }
    }
    std::sort(found.begin(), found.end());
    const auto place =
        static_cast<std::size_t>((1.0 - bootstrap.confidence) / 2.0 * static_cast<double>(found.size() + 1) + 1e-9);
    if (place > 0) {
        result.lower = found[place - 1];
        result.upper = found[found.size() - place];
    }
    return result;
}

}  // namespace

TEST_CASE("the bootstrap against resamples that are written out") {
    std::vector<double> memory(199);
    for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}}) {
        for (const Metric metric : every_metric) {
            const Bootstrap bootstrap{seed, 0.9};
            const BootstrapInterval fast = bootstrap_alpha(four_observers, metric, 6, bootstrap, memory);
            const BootstrapInterval slow = slow_bootstrap(four_observers, metric, bootstrap, memory.size());
            REQUIRE(fast.lower);
            REQUIRE(fast.upper);
            CHECK(close(fast.lower, *slow.lower));
            CHECK(close(fast.upper, *slow.upper));
            CHECK(fast.undefined == slow.undefined);
            CHECK(fast.estimate == krippendorff_alpha(four_observers, metric, 6));
            CHECK(std::is_sorted(memory.begin(), memory.end()));
        }
    }
    // Hardly anything varies: most resamples are undefined.
    const std::array<Code, 12> alike{0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};
    const BootstrapInterval fast = bootstrap_alpha(Ratings(alike, 2), Metric::nominal, 2, {4, 0.5}, memory);
    const BootstrapInterval slow = slow_bootstrap(Ratings(alike, 2), Metric::nominal, {4, 0.5}, memory.size());
    CHECK(fast.undefined == slow.undefined);
    CHECK(fast.undefined > 30);  // (5/6)^6 of 199 are 67
    CHECK(fast.undefined < 110);
    CHECK(fast.lower == 1.0);
    CHECK(fast.upper == 1.0);
}

TEST_CASE("a seed gives the same interval again, another seed another") {
    const auto [first, second] = spread(cohen, 3);
    std::vector<double> memory(499);
    std::vector<double> other_memory(499, 7.0);
    const BootstrapInterval one = bootstrap_kappa(first, second, 3, {11, 0.95}, memory);
    CHECK(equal(one, bootstrap_kappa(first, second, 3, {11, 0.95}, other_memory)));
    CHECK(memory == other_memory);
    CHECK_FALSE(equal(one, bootstrap_kappa(first, second, 3, {12, 0.95}, memory)));
    CHECK(memory != other_memory);
    CHECK(one.seed == 11);
    CHECK(one.confidence == 0.95);
    CHECK(one.replicates == 499);
    CHECK(one.undefined == 0);
    CHECK(one.fault == AgreementFault::none);
    CHECK(one.estimate == cohen_kappa(first, second, 3));
    // The place in the series of pairs does not matter to the coefficient, and gaps only to what is drawn.
    const BootstrapInterval alpha = bootstrap_alpha(four_observers, Metric::nominal, 6, {}, memory);
    CHECK(equal(alpha, bootstrap_alpha(four_observers, Metric::nominal, 6, {1, 0.95}, memory)));
    CHECK(alpha.seed == 1);
}

TEST_CASE("the interval contains the estimate and is as wide as theory says") {
    const auto [first, second] = spread(cohen, 3);
    std::vector<double> memory(1999);
    const BootstrapInterval kappa = bootstrap_kappa(first, second, 3, {}, memory);
    REQUIRE(kappa.lower);
    REQUIRE(kappa.upper);
    CHECK(*kappa.lower < *kappa.estimate.coefficient);
    CHECK(*kappa.upper > *kappa.estimate.coefficient);

    // The standard error of kappa in large samples. Source: Fleiss, Cohen and Everitt (1969).
    double observed = 0.0;
    double expected = 0.0;
    std::array<double, 3> rows{};
    std::array<double, 3> columns{};
    const auto share = [](std::size_t i, std::size_t j) { return cohen[3 * i + j] / 200.0; };
    for (std::size_t i = 0; i < 3; ++i) {
        observed += share(i, i);
        for (std::size_t j = 0; j < 3; ++j) {
            rows[i] += share(i, j);
            columns[j] += share(i, j);
        }
    }
    for (std::size_t i = 0; i < 3; ++i) expected += rows[i] * columns[i];
    double sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            const double part = i == j ? (1.0 - expected) - (rows[i] + columns[i]) * (1.0 - observed)
                                       : (1.0 - observed) * (columns[i] + rows[j]);
            sum += share(i, j) * part * part;
        }
    }
    const double rest = observed * expected - 2.0 * expected + observed;
    const double error = std::sqrt((sum - rest * rest) / 200.0) / ((1.0 - expected) * (1.0 - expected));
    CHECK(*kappa.upper - *kappa.lower == doctest::Approx(2.0 * 1.96 * error).epsilon(0.08));

    for (const Metric metric : every_metric) {
        const BootstrapInterval alpha = bootstrap_alpha(four_observers, metric, 6, {}, memory);
        CHECK(*alpha.lower < *alpha.estimate.coefficient);
        CHECK(*alpha.upper > *alpha.estimate.coefficient);
        CHECK(*alpha.upper <= 1.0);
        // The less sure one has to be, the narrower.
        const BootstrapInterval half = bootstrap_alpha(four_observers, metric, 6, {1, 0.5}, memory);
        CHECK(*half.lower > *alpha.lower);
        CHECK(*half.upper < *alpha.upper);
    }
}

TEST_CASE("an interval is pinned, so that a change of the method shows") {
    // The fractions come from a second program, in Python with exact fractions, that follows the description.
    std::vector<double> memory(999);
    const BootstrapInterval alpha = bootstrap_alpha(four_observers, Metric::nominal, 6, {}, memory);
    CHECK(close(alpha.lower, 221.0 / 581.0));
    CHECK(close(alpha.upper, 1.0));
    const auto [first, second] = spread(cohen, 3);
    const BootstrapInterval kappa = bootstrap_kappa(first, second, 3, {}, memory);
    CHECK(close(kappa.lower, 377.0 / 953.0));
    CHECK(close(kappa.upper, 6847.0 / 11547.0));
}

TEST_CASE("intervals of weighted kappa and of numbers") {
    std::vector<double> memory(399);
    std::vector<double> weighted_memory(399);
    const auto [first, second] = spread(cohen, 3);
    constexpr std::array<double, 9> ones{0, 1, 1, 1, 0, 1, 1, 1, 0};
    constexpr std::array<double, 9> squares{0, 1, 4, 1, 0, 1, 4, 1, 0};
    const BootstrapInterval plain = bootstrap_kappa(first, second, 3, {5, 0.9}, memory);
    const BootstrapInterval weighted = bootstrap_kappa(first, second, 3, ones, {5, 0.9}, weighted_memory);
    CHECK(close(plain.lower, *weighted.lower));
    CHECK(close(plain.upper, *weighted.upper));
    CHECK(weighted.estimate.kind == Coefficient::weighted_kappa);
    const BootstrapInterval ordered = bootstrap_kappa(first, second, 3, Weighting::quadratic, {5, 0.9}, memory);
    const BootstrapInterval given = bootstrap_kappa(first, second, 3, squares, {5, 0.9}, weighted_memory);
    CHECK(close(ordered.lower, *given.lower));
    CHECK(close(ordered.upper, *given.upper));
    CHECK(ordered.estimate == weighted_kappa(first, second, 3, Weighting::quadratic));

    std::vector<std::optional<double>> numbers;
    for (const Code value : krippendorff) {
        numbers.push_back(value == missing ? std::nullopt : std::optional<double>(value));
    }
    CHECK(equal(bootstrap_alpha(Numbers(numbers, 4), {}, memory),
                bootstrap_alpha(four_observers, Metric::interval, 0, {}, weighted_memory)));
}

TEST_CASE("pairs with gaps are never drawn") {
    const auto [first, second] = spread(artstein, 2);
    std::vector<Code> a;
    std::vector<Code> b;
    for (std::size_t i = 0; i < first.size(); ++i) {
        a.insert(a.end(), {first[i], missing, 0, missing});
        b.insert(b.end(), {second[i], 1, missing, missing});
    }
    std::vector<double> memory(999);
    const BootstrapInterval with = bootstrap_kappa(a, b, 2, {}, memory);
    const BootstrapInterval without = bootstrap_kappa(first, second, 2, {}, memory);
    CHECK(same(with.estimate, without.estimate));
    CHECK(with.estimate.left_out == 300);
    CHECK(close(with.lower, *without.lower, 0.05));  // other draws, the same distribution
    CHECK(close(with.upper, *without.upper, 0.05));
}

TEST_CASE("no interval") {
    std::vector<double> memory(39);
    const auto alpha = [&](const Bootstrap& bootstrap, std::span<double> space) {
        return bootstrap_alpha(four_observers, Metric::nominal, 6, bootstrap, space);
    };
    CHECK(alpha({}, memory).fault == AgreementFault::none);
    const BootstrapInterval few = alpha({}, std::span(memory).first(38));
    CHECK(few.fault == AgreementFault::too_few_replicates);
    CHECK_FALSE(few.lower);
    CHECK_FALSE(few.upper);
    CHECK(few.estimate.defined());
    CHECK(few.replicates == 38);
    CHECK(alpha({1, 0.9}, std::span(memory).first(19)).fault == AgreementFault::none);
    CHECK(alpha({1, 0.9}, std::span(memory).first(18)).fault == AgreementFault::too_few_replicates);
    CHECK(alpha({}, {}).fault == AgreementFault::too_few_replicates);
    // A confidence next to nothing leaves the replicate in the middle.
    const BootstrapInterval middle = alpha({1, 1e-12}, memory);
    CHECK(middle.lower == middle.upper);
    CHECK(middle.lower == memory[19]);
    for (const double bad : {0.0, 1.0, -0.5, 95.0, not_a_number(), infinity()}) {
        const BootstrapInterval none = alpha({1, bad}, memory);
        CHECK(none.fault == AgreementFault::confidence);
        CHECK_FALSE(none.lower);
        CHECK(none.replicates == 0);
        CHECK(none.estimate.defined());
    }
    // What has no coefficient has no interval, for the same reason.
    const std::array<Code, 4> zeros{};
    const std::array<Code, 3> shorter{};
    CHECK(bootstrap_kappa(zeros, zeros, 2, {}, memory).fault == AgreementFault::no_variation);
    CHECK(bootstrap_kappa(zeros, shorter, 2, {}, memory).fault == AgreementFault::shape);
    CHECK(bootstrap_kappa(shorter, zeros, 2, {}, memory).fault == AgreementFault::shape);
    CHECK(bootstrap_kappa({}, {}, 2, {}, memory).fault == AgreementFault::nothing_to_compare);
    CHECK(bootstrap_kappa(zeros, zeros, 0, Weighting::linear, {}, memory).fault == AgreementFault::categories);
    CHECK(bootstrap_kappa(zeros, zeros, 2, cohen_weights, {}, memory).fault == AgreementFault::weights);
    CHECK(bootstrap_alpha(Ratings(), Metric::nominal, 2, {}, memory).fault == AgreementFault::shape);
    CHECK(bootstrap_alpha(Numbers(), {}, memory).fault == AgreementFault::shape);
    CHECK(bootstrap_alpha(four_observers, Metric::nominal, 5, {}, memory).fault == AgreementFault::value_out_of_range);
}

TEST_CASE("numbers are put in order") {
    test::Generator generator(10);
    for (std::size_t size = 0; size < 40; ++size) {
        std::vector<double> numbers;
        for (std::size_t i = 0; i < size; ++i) numbers.push_back(static_cast<double>(generator.below(20)));
        std::vector<double> expected = numbers;
        std::sort(expected.begin(), expected.end());
        trimode::detail::agreement::sort(numbers);
        CHECK(numbers == expected);
    }
}

// ---- at compile time ----

static_assert(close(krippendorff_alpha(four_observers, Metric::nominal, 6).coefficient, 0.743, 0.0005));
static_assert(close(krippendorff_alpha(four_observers, Metric::ordinal, 6).coefficient, 0.815, 0.0005));
static_assert(close(krippendorff_alpha(four_observers, Metric::interval).coefficient, 0.849, 0.0005));
static_assert(close(cohen_kappa(PairTable::of_counts(cohen, 3)).coefficient, 0.492, 0.0005));
static_assert(close(weighted_kappa(PairTable::of_counts(cohen, 3), cohen_weights).coefficient, 0.348, 0.0005));
static_assert(close(scott_pi(PairTable::of_counts(artstein, 2)).coefficient, 0.341, 0.0005));
static_assert(close(percent_agreement(Ratings(binary, 2).coder(0), Ratings(binary, 2).coder(1), 2).coefficient, 0.6));
static_assert(trimode::marginals(Ratings(binary, 2).coder(1), 2).used[1] == 4);
static_assert(noexcept(krippendorff_alpha(four_observers,
                                          Metric::nominal)) && noexcept(cohen_kappa(PairTable::of_counts(cohen, 3))));

namespace {

constexpr BootstrapInterval binary_interval() {
    std::array<double, 19> memory{};
    return bootstrap_alpha(Ratings(binary, 2), Metric::nominal, 2, {1, 0.9}, memory);
}
constexpr BootstrapInterval binary_kappa_interval() {
    std::array<double, 19> memory{};
    return bootstrap_kappa(Ratings(binary, 2).coder(0), Ratings(binary, 2).coder(1), 2, {1, 0.9}, memory);
}
constexpr BootstrapInterval interval_at_compile_time = binary_interval();
constexpr BootstrapInterval kappa_interval_at_compile_time = binary_kappa_interval();
static_assert(interval_at_compile_time.lower && kappa_interval_at_compile_time.lower);

}  // namespace

TEST_CASE("an interval is the same at compile time and at run time") {
    const BootstrapInterval alpha = binary_interval();
    CHECK(close(alpha.lower, *interval_at_compile_time.lower));
    CHECK(close(alpha.upper, *interval_at_compile_time.upper));
    CHECK(alpha.undefined == interval_at_compile_time.undefined);
    const BootstrapInterval kappa = binary_kappa_interval();
    CHECK(close(kappa.lower, *kappa_interval_at_compile_time.lower));
    CHECK(close(kappa.upper, *kappa_interval_at_compile_time.upper));
}

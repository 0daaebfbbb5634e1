// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// FBIC: the Formal Bilateral Influence Capacity index, how much room one state has to influence another through formal
/// ties: bandwidth, the volume of their ties, times dependence, what these mean for the influenced state.
/// Asked for by itself; no umbrella brings it. The numbers pass through log, so that it includes <cmath>, and only
/// bandwidth is constexpr; they agree within 1e-12 everywhere and carry no promise under -ffast-math.
/// Layer: inference.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <trimode/base/agreement.hpp>
#include <trimode/base/names.hpp>

namespace trimode {

/// The numbers of the index, to say which is at fault.
enum class FbicField : std::uint8_t {
    aid_of_gdp,
    aid_share,
    trade_of_gdp,
    trade_share,
    arms_of_stock,
    arms_share,
    representation,
    shared_organisations,
    trade_agreements,
    log_trade,
    alliance,
    log_arms,
    dependence_divisor,
    bandwidth_divisor,
    index_divisor,
};

/// The spellings of FbicField.
consteval auto names_of(FbicField) {
    return names<FbicField>("aid_of_gdp", "aid_share", "trade_of_gdp", "trade_share", "arms_of_stock", "arms_share",
                            "representation", "shared_organisations", "trade_agreements", "log_trade", "alliance",
                            "log_arms", "dependence_divisor", "bandwidth_divisor", "index_divisor");
}

/// One number for each term of dependence: T is std::optional<double> for what is put in, empty where it isn't known,
/// and double for weights. A is the influencing state, B the influenced one. Unit of what is put in: percent. Range:
/// from 0; shares to 100.
template <class T>
struct FbicDependence {
    T aid_of_gdp{};     ///< Aid from A relative to B's product.
    T aid_share{};      ///< A's share of all aid to B.
    T trade_of_gdp{};   ///< Trade with A relative to B's product.
    T trade_share{};    ///< A's share of B's trade.
    T arms_of_stock{};  ///< Arms from A in B's stock, relative to B's whole military stock.
    T arms_share{};     ///< A's share of B's arms imports.

    [[nodiscard]] constexpr std::array<T, 6> terms() const noexcept {
        return {aid_of_gdp, aid_share, trade_of_gdp, trade_share, arms_of_stock, arms_share};
    }
};

/// One number for each term of bandwidth, T as above. Unit of what is put in: none; each is normalised over all pairs
/// of states, those with a logarithm after it was taken. Range: 0 to 1.
template <class T>
struct FbicBandwidth {
    T representation{};        ///< Level of diplomatic representation.
    T shared_organisations{};  ///< Intergovernmental organisations of which both are members.
    T trade_agreements{};
    T log_trade{};  ///< Logarithm of total trade between the two.
    T alliance{};   ///< Military alliance.
    T log_arms{};   ///< Logarithm of arms transferred, as a stock.

    [[nodiscard]] constexpr std::array<T, 6> terms() const noexcept {
        return {representation, shared_organisations, trade_agreements, log_trade, alliance, log_arms};
    }
};

/// Weights, and the divisors that bring each part to 0 to 1: the greatest values of a release (the least ones are 0),
/// here of the release for which the formula is told. Another release, or another normalisation of what is put in, has
/// others: in particular, terms of bandwidth from 0 to 1 give, with these weights, at most 1 / `bandwidth_divisor`.
/// Unit: none. Range: weights from 0 to 1e100, divisors above 0 to 1e100.
struct FbicParameters {
    FbicDependence<double> dependence{.21, .12, .28, .16, .10, .13};
    FbicBandwidth<double> bandwidth{.11, .19, .14, .35, .13, .08};
    double dependence_divisor = 4.122769;
    double bandwidth_divisor = 3.183157;
    double index_divisor = 0.5819916;
};

/// Why there is no value.
enum class FbicFault : std::uint8_t {
    none,
    unknown,  ///< What is put in isn't known. It is not taken for 0.
    negative,
    not_finite,    ///< Or beyond 1e100.
    beyond_whole,  ///< A share above 100 percent.
    beyond_one,    ///< A normalised number above 1.
    weight,        ///< A weight that is negative, not finite or beyond 1e100.
    divisor,       ///< A divisor that isn't above 0, not finite or beyond 1e100, or with which the value is.
};

/// The spellings of FbicFault.
consteval auto names_of(FbicFault) {
    return names<FbicFault>("none", "unknown", "negative", "not_finite", "beyond_whole", "beyond_one", "weight",
                            "divisor");
}

/// The index or one of its parts.
struct Fbic {
    std::optional<double> value{};  ///< Unit: none. Range: from 0, as high as the divisors allow. Empty with a fault.
    FbicFault fault = FbicFault::none;
    FbicField field{};  ///< The first number at fault, in the order of the enumeration; without a fault meaningless.
    [[nodiscard]] friend constexpr bool operator==(const Fbic&, const Fbic&) noexcept = default;
};

namespace detail::fbic {

[[nodiscard]] constexpr Fbic divided(double sum, const double& divisor, FbicField field) noexcept {
    if (agreement::calculable(divisor) && divisor > 0.0) {
        const double value = sum / divisor;
        if (agreement::calculable(value)) return {value};
    }
    return {{}, FbicFault::divisor, field};
}

/// What is wrong with something put in, from 0 to a greatest number.
[[nodiscard]] constexpr FbicFault fault_of(const std::optional<double>& input, double most, FbicFault beyond) noexcept {
    if (!input) return FbicFault::unknown;
    if (!agreement::calculable(*input)) return FbicFault::not_finite;
    if (*input < 0.0) return FbicFault::negative;
    return *input > most ? beyond : FbicFault::none;
}

/// The sum of weight times `of(input)`, over a divisor. `fault(term, input)` says what is wrong with what is put in.
template <class Of, class FaultOf>
[[nodiscard]] constexpr Fbic weighted(const std::array<std::optional<double>, 6>& inputs,
                                      const std::array<double, 6>& weights, FbicField first, double divisor,
                                      FbicField divisor_field, const FaultOf& fault, const Of& of) noexcept {
    double sum = 0.0;
    for (std::size_t term = 0; term < inputs.size(); ++term) {
        const auto field = static_cast<FbicField>(index(first) + term);
        const FbicFault found = fault(field, inputs[term]);
        if (found != FbicFault::none) return {{}, found, field};
        if (!agreement::calculable(weights[term]) || weights[term] < 0.0) return {{}, FbicFault::weight, field};
        sum += weights[term] * of(*inputs[term]);
    }
    return divided(sum, divisor, divisor_field);
}

}  // namespace detail::fbic

/// How much B depends on A:
/// [.21 ln(1 + aid/GDP) + .12 ln(1 + aid share) + .28 ln(1 + trade/GDP) + .16 ln(1 + trade share)
///  + .10 ln(1 + arms/stock) + .13 ln(1 + arms share)] / 4.122769, all in percent.
/// Error: `fault` and `field`; every field has to be known.
/// Source: Moyer, Sweijs, Burrows and Van Manen, Power and influence in a globalized world (2018), and the data's
/// codebook (Pardee Institute); page not checked.
[[nodiscard]] inline Fbic fbic_dependence(const FbicDependence<std::optional<double>>& inputs,
                                          const FbicParameters& parameters = {}) noexcept {
    const auto fault = [](FbicField field, const std::optional<double>& input) {
        const bool share =
            field == FbicField::aid_share || field == FbicField::trade_share || field == FbicField::arms_share;
        return detail::fbic::fault_of(input, share ? 100.0 : 1e100, FbicFault::beyond_whole);
    };
    return detail::fbic::weighted(inputs.terms(), parameters.dependence.terms(), FbicField::aid_of_gdp,
                                  parameters.dependence_divisor, FbicField::dependence_divisor, fault,
                                  [](double percent) { return std::log1p(percent); });
}

/// How much runs between A and B:
/// [.11 representation + .19 shared organisations + .14 trade agreements + .35 ln trade + .13 alliance + .08 ln arms]
/// / 3.183157, each normalised.
/// Error: `fault` and `field`; every field has to be known. Source: as above.
[[nodiscard]] constexpr Fbic fbic_bandwidth(const FbicBandwidth<std::optional<double>>& inputs,
                                            const FbicParameters& parameters = {}) noexcept {
    const auto fault = [](FbicField, const std::optional<double>& input) {
        return detail::fbic::fault_of(input, 1.0, FbicFault::beyond_one);
    };
    return detail::fbic::weighted(inputs.terms(), parameters.bandwidth.terms(), FbicField::representation,
                                  parameters.bandwidth_divisor, FbicField::bandwidth_divisor, fault,
                                  [](double normalised) { return normalised; });
}

/// A's capacity to influence B: bandwidth * dependence / .5819916. Not symmetric: the other direction is another pair.
/// It tells capacity through formal ties, not influence used, and not alignment.
/// Error: that of dependence, else that of bandwidth, else a bad `index_divisor`. Source: as above.
[[nodiscard]] inline Fbic fbic(const FbicDependence<std::optional<double>>& dependence,
                               const FbicBandwidth<std::optional<double>>& bandwidth,
                               const FbicParameters& parameters = {}) noexcept {
    const Fbic depends = fbic_dependence(dependence, parameters);
    if (!depends.value) return depends;
    const Fbic runs = fbic_bandwidth(bandwidth, parameters);
    if (!runs.value) return runs;
    return detail::fbic::divided(*runs.value * *depends.value, parameters.index_divisor, FbicField::index_divisor);
}

}  // namespace trimode

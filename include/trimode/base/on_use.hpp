// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// OnUse: functions that are templates only so that nobody pays for them who does not call them.
/// Layer: base.
#pragma once

namespace trimode {

/// `template <class Use = OnUse>` before a function: it is called by its name like any other, and compiled where it is called. What an
/// ordinary function of a header uses, spans, optionals and other templates among it, is compiled in every file that
/// includes the header, called or not; that is most of what a header costs. It has to be called by its name: a template
/// has no address of its own.
struct OnUse;

namespace detail {
template <class Use, class T>
struct UsedType {
    using type = T;
};
}  // namespace detail

/// The type T of a parameter of such a function. It is T, and takes what T takes; but the compiler knows that only where
/// the function is used, and leaves all that is done with the parameter until then.
template <class Use, class T>
using Used = typename detail::UsedType<Use, T>::type;

}  // namespace trimode

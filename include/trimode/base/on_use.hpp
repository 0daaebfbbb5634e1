// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// OnUse: the mark of functions that are templates only so that nobody pays for them who does not call them.
/// Layer: base.
#pragma once

namespace trimode {

/// `template <class = OnUse>` before a function: it is called like any other, and compiled where it is called. What an
/// ordinary function of a header uses, spans, optionals and other templates among it, is compiled in every file that
/// includes the header, called or not; that is most of what a header costs. It has to be called by its name: a template has
/// no address of its own.
struct OnUse;

}  // namespace trimode

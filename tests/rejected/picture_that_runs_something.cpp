// SPDX-License-Identifier: BSL-1.0
//
// A picture holds nothing that runs or comes from outside: such names are refused when the program is compiled.
// expect: no_name_of_a_picture_that_stands_alone
#include <ostream>

#include <trimode/report/svg.hpp>

void draw(std::ostream& out) {
    trimode::SvgWriter svg(out);
#ifdef REJECTED
    svg.leaf("rect", {{"onclick", "alert"}});
#else
    svg.leaf("rect", {{"opacity", "1"}});
#endif
}

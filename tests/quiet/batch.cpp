// SPDX-License-Identifier: BSL-1.0
//
// Everything that batches and traces do, where an optimiser sees all of it: it must not warn in a user's build.
#include <cstdint>

#include <trimode/trimode.hpp>

using namespace trimode;

using Planes = PlaneColumns<Condition>;
using Bytes = ByteColumns<Condition>;
using Floats = FloatColumns<Condition>;
using Theory = Typology<Mode, Condition>;
using PlaneVerdicts = VerdictPlanes<Mode>;
using PlaneTraces = TracePlanes<Mode, Condition>;
using ByteGrades = GradeColumns<Mode, std::uint8_t>;
using FloatGrades = GradeColumns<Mode, float>;

Error classify_constant(const Planes& from, const PlaneVerdicts& to) {
    return classify<three_modes::predicted>(from, to);
}
Error classify_run_time(const Planes& from, const Theory& theory, const PlaneVerdicts& to) {
    return classify(from, theory, to);
}
Error trace_constant(const Planes& from, const PlaneVerdicts& to, const PlaneTraces& traces) {
    return trace<three_modes::predicted>(from, to, traces);
}
Error trace_run_time(const Planes& from, const Theory& theory, const PlaneVerdicts& to, const PlaneTraces& traces) {
    return trace(from, theory, to, traces);
}
Error grade_constant(const Bytes& from, const ByteGrades& to) { return grade<three_modes::predicted>(from, to); }
Error grade_run_time(const Bytes& from, const Theory& theory, const ByteGrades& to) { return grade(from, theory, to); }
Error grade_constant(const Floats& from, const FloatGrades& to) { return grade<three_modes::predicted>(from, to); }
Error grade_run_time(const Floats& from, const Theory& theory, const FloatGrades& to) { return grade(from, theory, to); }
Trace<Mode, Condition> trace_constant(Facts<Condition> facts) { return trace<three_modes::predicted>(facts); }
Trace<Mode, Condition> trace_run_time(Facts<Condition> facts, const Theory& theory) { return trace(facts, theory); }
GradeTrace<Mode, Condition> trace_constant(const Grades<Condition>& grades) {
    return trace<three_modes::predicted>(grades);
}
GradeTrace<Mode, Condition> trace_run_time(const Grades<Condition>& grades, const Theory& theory) {
    return trace(grades, theory);
}

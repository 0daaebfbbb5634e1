#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# What it costs to include each umbrella header, beside a file with just the standard headers that it brings: those
# have to be paid for by nearly every program, the rest is ours. Then what trimode.hpp costs beside the five headers
# that hardly any program does without, what the tables cost on top of it, and what it costs to classify 297
# relationships (9 partners in each of 33 years) at compile time.
#
#   bench/cost/include_cost.sh [--plain] [--repeats N] [--short] [COMPILER...]
#
#   COMPILER     without: g++, and clang++ if it is there
#   --plain      only lines `name<TAB>value` for machines, such as `trimode.hpp/five.g++<TAB>1.42`
#   --repeats N  repetitions, 9 without it or REPEATS in the environment; once where a file takes ten seconds
#   --short      without 297_queried, which takes minutes
#
# Times are of the processor (user and system) for -fsyntax-only, in milliseconds; the start of the compiler is part of
# them, see the empty file. The two files of a row are compiled in turn. `least` is the least time of all repetitions,
# to which other work on the machine adds least; the first ratio is that of the two least times, the second the median
# of the ratios within each repetition. Lines are those after the preprocessor (-E -P).
#
# Lines for machines: NAME/BESIDE.COMPILER the ratio of the least times, NAME/BESIDE.median.COMPILER the median ratio,
# NAME.ms.COMPILER the least time, NAME.lines.COMPILER the lines; NAME:BESIDE.ms.COMPILER and NAME:BESIDE.lines.COMPILER
# those of what stands beside.
#
# Exit code: 0; 1 where something does not compile; 2 for wrong arguments.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=bench/cost/support.sh
. "$here/support.sh"

# The standard headers behind a header of ours, by its own #include lines and those of ours that it names.
standard_headers() {
    awk -v root="$include" -v start="$1" '
        function visit(file,    line, name) {
            if (file in seen) return
            seen[file] = 1
            while ((getline line < (root "/" file)) > 0) {
                if (line !~ /^[ \t]*#[ \t]*include[ \t]*</) continue
                name = line
                sub(/^[^<]*</, "", name)
                sub(/>.*/, "", name)
                if (name ~ /^trimode\//) visit(name)
                else print name
            }
            close(root "/" file)
        }
        BEGIN { visit(start) }' | sort -u
}

# including NAME...: a file that includes these.
including() { printf '#include <%s>\n' "$@"; }

# The 9 partners that the examples ask of without being told, and the 33 years of the dataset.
partners='russia china west us eu uk osce international_community un'
each_question() {
    for partner in $partners; do
        year=1991
        while [ "$year" -le 2023 ]; do
            printf '%s %s\n' "$partner" "$year"
            year=$((year + 1))
        done
    done
}

# Each relationship is asked of the dataset and classified, and the compiler has to know the answer.
write_queried() {
    including trimode/trimode.hpp trimode/evidence/tajikistan.hpp
    printf 'using namespace trimode;\n'
    each_question | awk '{
        printf "constexpr auto verdict_%d = ", NR
        printf "classify(relationship(tajikistan, \"%s\", Date{%d}));\n", $1, $2
        printf "static_assert((verdict_%d.holding - verdict_%d.possible).empty());\n", NR, NR
    }'
}

# The same number of relationships of which the facts stand in the file, classified alone, in one constant.
write_classified() {
    including trimode/trimode.hpp trimode/evidence/tajikistan.hpp
    printf 'using namespace trimode;\nconstexpr Relationship relationships[] = {\n'
    each_question | awk '
        BEGIN { bits = 1991 }
        function next_bits() { bits = (bits * 1103 + 12345) % 65536; return int(bits / 8) % 128 }
        function bits_set() { return sprintf("Set<Condition>::of_bits(%d)", next_bits()) }
        { printf "    {{}, {}, Facts<Condition>(%s, %s), {}, {}},\n", bits_set(), bits_set() }'
    printf '};\n'
    cat <<'END'
constexpr auto counted = [] {
    int holding = 0;
    for (const auto& row : relationships) holding += static_cast<int>(classify(row).holding.size());
    return holding;
}();
static_assert(counted > 0);
END
}

# compile_in_turn ROUNDS FILE BESIDE_FILE: their times, first those of what stands beside, as the ratios are to it.
compile_in_turn() {
    "$dir/in_turn" "$1" \
        -- "$compiler" -std=c++20 -fsyntax-only -I"$include" "$3" \
        -- "$compiler" -std=c++20 -fsyntax-only -I"$include" "$2" >"$dir/times"
}

# measure NAME FILE BESIDE_NAME BESIDE_FILE: a row of the table.
measure() {
    compile_in_turn 1 "$2" "$4"
    # What takes longer than ten seconds is measured once.
    if awk 'NR == 2 { exit !($1 < 10e6) }' "$dir/times"; then compile_in_turn "$repeats" "$2" "$4"; fi
    ours=$(lines "$2")
    beside=$(lines "$4")
    awk -v name="$1" -v beside_name="$3" -v compiler="$(basename -- "$compiler")" -v plain="$plain" \
        -v ours="$ours" -v beside="$beside" '
        NR == 1 { beside_least = $1 / 1000; beside_median = $2 / 1000 }
        NR == 2 { least = $1 / 1000; middle = $2 / 1000; ratio = $3 }
        END {
            least_ratio = beside_least > 0 ? least / beside_least : 0
            other = name ":" beside_name
            if (plain) {
                printf "%s/%s.%s\t%.3f\n", name, beside_name, compiler, least_ratio
                printf "%s/%s.median.%s\t%.3f\n", name, beside_name, compiler, ratio
                printf "%s.ms.%s\t%.1f\n%s.lines.%s\t%d\n", name, compiler, least, name, compiler, ours
                printf "%s.ms.%s\t%.1f\n%s.lines.%s\t%d\n", other, compiler, beside_least, other, compiler, beside
            } else {
                printf "%-30s %-14s %6.2f %6.2f %7.0f %7.0f %7.0f %7.0f %8d %8d\n", name, beside_name,
                    least_ratio, ratio, least, middle, beside_least, beside_median, ours, beside
            }
        }' "$dir/times"
}

lines() { "$compiler" -std=c++20 -E -P -I"$include" "$1" | awk 'END { print NR }'; }

read_arguments "--short" "$@"
build_in_turn

: >"$dir/empty.cpp"
including array span string_view optional cstdint >"$dir/five.cpp"
including trimode/trimode.hpp >"$dir/trimode.cpp"
including trimode/trimode.hpp trimode/evidence/tajikistan.hpp >"$dir/tables.cpp"
write_queried >"$dir/queried.cpp"
write_classified >"$dir/classified.cpp"

if [ "$plain" = 0 ]; then print_machine; fi
while read -r compiler <&3; do
    if [ "$plain" = 0 ]; then
        printf '\n'
        print_compiler "$compiler" '-std=c++20 -fsyntax-only'
        printf '%-30s %-14s %6s %6s %7s %7s %7s %7s %8s %8s\n' '' '' least median least median least median '' ''
        printf '%-30s %-14s %6s %6s %7s %7s %7s %7s %8s %8s\n' file beside ratio ratio ms ms beside beside lines beside
    fi
    measure empty "$dir/empty.cpp" empty "$dir/empty.cpp"
    for header in base domain evidence evidence/tajikistan framework inference report trimode; do
        including "trimode/$header.hpp" >"$dir/ours.cpp"
        standard_headers "trimode/$header.hpp" | sed 's/.*/#include <&>/' >"$dir/standard.cpp"
        measure "$header.hpp" "$dir/ours.cpp" standard "$dir/standard.cpp"
    done
    measure trimode.hpp "$dir/trimode.cpp" five "$dir/five.cpp"
    measure tables "$dir/tables.cpp" trimode.hpp "$dir/trimode.cpp"
    option_given --short || measure 297_queried "$dir/queried.cpp" tables "$dir/tables.cpp"
    measure 297_classified "$dir/classified.cpp" tables "$dir/tables.cpp"
done 3<"$dir/compilers"
if [ "$plain" = 0 ]; then
    cat <<'END'

standard: the standard headers that the umbrella brings; five: <array> <span> <string_view> <optional> <cstdint>
tables: trimode.hpp and evidence/tajikistan.hpp; 297_queried: these, and 297 relationships asked of the dataset and
classified by the compiler; 297_classified: the same, but with their facts written in the file
END
fi

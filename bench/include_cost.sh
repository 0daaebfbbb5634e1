#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# What it costs to include each umbrella header, beside a file with just the standard headers that it
# brings: those have to be paid for by nearly every program, the rest is ours.
#
#   bench/include_cost.sh [COMPILER...]    without arguments: g++, and clang++ if it is there
#   REPEATS=5 bench/include_cost.sh        fewer repetitions
#
# Times are of the processor (user and system) for -fsyntax-only, in milliseconds, the median of the
# repetitions; the start of the compiler is part of them, see the empty file. The two files of a row are
# compiled in turn, so that a busy machine slows both; the ratio is the median of their ratios.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
include=$here/../include
# shellcheck source=bench/support/machine.sh
. "$here/support/machine.sh"

repeats=${REPEATS:-5}
each=2 # compilations between two looks at the clock, which in some shells ticks in 10 ms
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM

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

# The time of all children so far, in milliseconds. Not in $(...), where there are no children yet.
clock() {
    times >"$dir/times"
    now=$(awk 'NR == 2 {
        sum = 0
        for (i = 1; i <= NF; ++i) { split($i, part, "m"); sum += part[1] * 60 + part[2] }
        printf "%.0f\n", sum * 1000
    }' "$dir/times")
}

# compile COMPILER FILE: `spent` is the milliseconds of `each` compilations.
compile() {
    clock
    before=$now
    i=0
    while [ "$i" -lt "$each" ]; do
        "$1" -std=c++20 -fsyntax-only -I"$include" "$2"
        i=$((i + 1))
    done
    clock
    # What the first look at the clock took is ours, and little: it is measured once and taken off.
    spent=$((now - before - clock_cost))
    if [ "$spent" -lt 1 ]; then spent=1; fi
}

# measure COMPILER FILE BESIDE: prints the medians: the one, the other, the ratio.
measure() {
    : >"$dir/rows"
    repeat=0
    while [ "$repeat" -lt "$repeats" ]; do
        compile "$1" "$2"
        one=$spent
        compile "$1" "$3"
        printf '%s %s\n' "$one" "$spent" >>"$dir/rows"
        repeat=$((repeat + 1))
    done
    awk -v each="$each" '
        function median(list, n,    i, j, t) {
            for (i = 2; i <= n; ++i) {
                t = list[i]
                for (j = i - 1; j > 0 && list[j] > t; --j) list[j + 1] = list[j]
                list[j + 1] = t
            }
            return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
        }
        { a[NR] = $1 / each; b[NR] = $2 / each; r[NR] = $1 / $2 }
        END { printf "%.0f %.0f %.2f\n", median(a, NR), median(b, NR), median(r, NR) }' "$dir/rows"
}

lines() { "$1" -std=c++20 -E -P -I"$include" "$2" | wc -l | tr -d ' '; }

headers=
for file in "$include"/trimode/*.hpp "$include"/trimode/evidence/tajikistan.hpp; do
    name=${file#"$include"/}
    case $name in
    */version.hpp) continue ;;
    esac
    headers="$headers $name"
done

clock
before=$now
i=0
while [ "$i" -lt 20 ]; do
    clock
    i=$((i + 1))
done
clock_cost=$(((now - before) / 20))

print_machine
: >"$dir/empty.cpp"
compilers "$@" >"$dir/compilers"
while read -r compiler <&3; do
    printf '\n'
    print_compiler "$compiler" '-std=c++20 -fsyntax-only'
    printf '%-34s %7s %8s %7s %8s %9s\n' header ms 'std ms' ratio lines 'std lines'
    compile "$compiler" "$dir/empty.cpp" # into the cache
    printf '%-34s %7s\n' '(an empty file)' "$(measure "$compiler" "$dir/empty.cpp" "$dir/empty.cpp" | cut -d' ' -f1)"
    for header in $headers; do
        printf '#include <%s>\n' "$header" >"$dir/ours.cpp"
        standard_headers "$header" | sed 's/.*/#include <&>/' >"$dir/standard.cpp"
        measure "$compiler" "$dir/ours.cpp" "$dir/standard.cpp" >"$dir/result"
        read -r ours standard ratio <"$dir/result"
        printf '%-34s %7s %8s %7s %8s %9s\n' "$header" "$ours" "$standard" "$ratio" \
            "$(lines "$compiler" "$dir/ours.cpp")" "$(lines "$compiler" "$dir/standard.cpp")"
    done
    # What a program carries that uses the whole dataset: constants and their addresses, nothing to set up at the start.
    printf '#include <trimode/evidence/tajikistan.hpp>\nconst trimode::Dataset& data() { return trimode::tajikistan; }\n' \
        >"$dir/tables.cpp"
    "$compiler" -std=c++20 -O2 -I"$include" -c "$dir/tables.cpp" -o "$dir/tables.o"
    size -A "$dir/tables.o" | awk '
        /^\.rodata/ { constant += $2 }
        /^\.data\.rel\.ro/ { relocated += $2 }
        /^(\.data|\.bss)/ && !/^\.data\.rel\.ro/ { writable += $2 }
        /^\.init_array/ { initialisers += $2 }
        END { printf "the tables in bytes: %d read-only, %d read-only with addresses, %d writable, %d of initialisers\n",
            constant, relocated, writable, initialisers }'
done 3<"$dir/compilers"

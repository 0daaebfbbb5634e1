#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# Builds the benchmarks, runs them, and prints every table: what answers cost, then what including costs.
#
#   bench/run.sh [COMPILER...]    without arguments: g++, and clang++ if it is there
#   REPEATS=5 bench/run.sh        fewer repetitions
#
# Compare within one table only. Repetitions of its lines are run in random order, so that a busy machine
# slows all of them; times are of the processor, the median of the repetitions and the least.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=bench/support/machine.sh
. "$here/support/machine.sh"

repeats=${REPEATS:-9}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM

# The rows of one program as a table; the first line counts as 1.
table() {
    awk -v title="$1" '
        function median(list, n,    i, j, t) {
            for (i = 2; i <= n; ++i) {
                t = list[i]
                for (j = i - 1; j > 0 && list[j] > t; --j) list[j + 1] = list[j]
                list[j + 1] = t
            }
            return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
        }
        /^"/ {
            name = $0
            sub(/^"/, "", name)
            rest = name
            sub(/".*/, "", name)
            sub(/^[^"]*",/, "", rest)
            if (name ~ /_(mean|median|stddev|cv)$/) next
            fields = split(rest, field, ",")
            if (!(name in runs)) order[++names] = name
            time[name, ++runs[name]] = field[3]
            allocations[name] = field[fields]
        }
        END {
            if (names == 0) exit 1
            printf "%-46s %7s %10s %10s %12s\n", title, "ratio", "median ns", "least ns", "allocations"
            for (n = 1; n <= names; ++n) {
                name = order[n]
                count = runs[name]
                for (i = 1; i <= count; ++i) list[i] = time[name, i]
                middle = median(list, count)
                if (n == 1) first = middle
                printf "%-46s %7.2f %10.1f %10.1f %12s\n", name, middle / first, middle, list[1], allocations[name]
            }
        }'
}

print_machine
compilers "$@" >"$dir/compilers"
while read -r compiler <&3; do
    build=$root/build/bench-$(basename -- "$compiler")
    cd "$root"
    if ! { cmake --preset bench -B "$build" -DCMAKE_CXX_COMPILER="$compiler" &&
        cmake --build "$build"; } >"$dir/log" 2>&1; then
        cat "$dir/log"
        exit 1
    fi
    printf '\n'
    print_compiler "$compiler" '-O2'
    for program in "$build"/bench/*_bench; do
        printf '\n'
        "$program" --benchmark_format=csv --benchmark_repetitions="$repeats" --benchmark_min_time=0.05 \
            --benchmark_enable_random_interleaving=true >"$dir/rows" 2>"$dir/log" || {
            cat "$dir/log"
            exit 1
        }
        table "$(basename -- "$program")" <"$dir/rows"
    done
done 3<"$dir/compilers"

printf '\n'
REPEATS=$repeats "$here/include_cost.sh" "$@" | sed 1d

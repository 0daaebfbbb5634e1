#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# Builds the benchmarks, runs them, and prints every table: what answers cost, then what including costs.
#
#   bench/run.sh [COMPILER...]    without arguments: g++, and clang++ if it is there
#   REPEATS=5 bench/run.sh        fewer repetitions
#
# Compare within one table only. Repetitions of its lines are run in random order; times are of the processor. The
# ratio is that of the least times, since other work on the machine only ever adds; a median far above the least
# says that there was such work.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=bench/support/machine.sh
. "$here/support/machine.sh"

repeats=${REPEATS:-9}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM

# The times of one program, from names and rows, as a table; the first line counts as 1.
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
        # The names in the order of the file, then the repetitions in random order.
        FNR == NR { order[++names] = $0; next }
        /^"/ {
            name = $0
            sub(/^"/, "", name)
            rest = name
            sub(/".*/, "", name)
            sub(/^[^"]*",/, "", rest)
            if (name ~ /_(mean|median|stddev|cv)$/) next
            fields = split(rest, field, ",")
            # A benchmark that reports an error has no time.
            if (field[3] == "") {
                print name ": failed: " rest
                failed = 1
            }
            time[name, ++runs[name]] = field[3]
            allocations[name] = field[fields]
        }
        END {
            if (failed || names == 0) exit 1
            printf "%-46s %7s %10s %10s %12s\n", title, "ratio", "least ns", "median ns", "allocations"
            for (n = 1; n <= names; ++n) {
                name = order[n]
                count = runs[name]
                if (count == 0) exit 1
                for (i = 1; i <= count; ++i) list[i] = time[name, i]
                middle = median(list, count)
                if (n == 1) first = list[1]
                printf "%-46s %7.2f %10.1f %10.1f %12s\n", name, list[1] / first, list[1], middle, allocations[name]
            }
        }' "$dir/names" "$dir/rows"
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
        "$program" --benchmark_list_tests >"$dir/names"
        "$program" --benchmark_format=csv --benchmark_repetitions="$repeats" --benchmark_min_time=0.05 \
            --benchmark_enable_random_interleaving=true >"$dir/rows" 2>"$dir/log" || {
            cat "$dir/log"
            exit 1
        }
        table "$(basename -- "$program")"
    done
done 3<"$dir/compilers"

printf '\n'
"$here/include_cost.sh" "$@"

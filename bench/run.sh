#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# Builds the benchmarks, compares every peer with the library, runs all, and prints first what is to be reached
# (to_reach.txt) beside what was reached, then every row. Some minutes.
#
#   bench/run.sh [COMPILER...]       without arguments: g++, or clang++ if that is the one that is there
#   TURNS=1 bench/run.sh             one turn instead of three
#   COST=0 bench/run.sh              without the cost of including (bench/cost), which takes half of the time
#
# Peers: fuzzylite and CLIPS where they are installed (apt-get install libfuzzylite-dev libclips-dev), else their rows say
# that they are skipped; the others are in bench/peers.
#
# Compare within one run only. Each program runs in several turns, the repetitions of its rows within a turn in random
# order; times are of the processor. Ratios are those of the least times, since other work on the machine only ever adds;
# a median far above the least says that there was such work.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=bench/support/machine.sh
. "$here/support/machine.sh"

if [ "${1:-}" = --help ]; then
    sed -n '4,/^[^#]/ s/^# \{0,1\}//p' "$0"
    exit 0
fi

turns=${TURNS:-3}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM

# Runs a command whose output is only wanted when it fails.
quietly() {
    "$@" >"$dir/log" 2>&1 || {
        cat "$dir/log"
        exit 1
    }
}

# Where it stands, for whoever waits; no part of the tables.
progress() { printf '%s\n' "$*" >&2; }

# run PROGRAM NAME SUFFIX [OPTION...]: some repetitions of its rows, added to the rows of this run.
run() {
    program=$1
    name=$2
    suffix=$3
    shift 3
    "$program" --benchmark_format=csv --benchmark_repetitions=3 --benchmark_min_time=0.05 \
        --benchmark_enable_random_interleaving=true "$@" >"$dir/csv" 2>"$dir/log" || {
        cat "$dir/log"
        exit 1
    }
    awk -v program="$name" -v suffix="$suffix" -f "$here/support/collect.awk" "$dir/csv" >>"$dir/rows"
}

print_machine
if [ $# -gt 0 ]; then compilers "$@" >"$dir/compilers"; else compilers | head -n 1 >"$dir/compilers"; fi
while read -r compiler <&3; do
    build=$root/build/bench-$(basename -- "$compiler")
    cd "$root"
    progress "building with $compiler"
    quietly cmake --preset bench -B "$build" -DCMAKE_CXX_COMPILER="$compiler"
    quietly cmake --build "$build" --target classify_bench batch_bench batch_bench_O3 query_bench
    : >"$dir/rows"
    : >"$dir/costs"
    turn=0
    while [ "$turn" -lt "$turns" ]; do
        turn=$((turn + 1))
        progress "turn $turn of $turns"
        run "$build/bench/classify_bench" classify_bench ''
        run "$build/bench/batch_bench" batch_bench ''
        run "$build/bench/batch_bench_O3" batch_bench_O3 ' -O3' --benchmark_filter='^[pbf].*from memory, constant'
        run "$build/bench/query_bench" query_bench ''
    done
    if [ "${COST:-1}" != 0 ]; then
        for script in include_cost tables instructions; do
            [ -x "$here/cost/$script.sh" ] || continue
            progress "bench/cost/$script.sh"
            "$here/cost/$script.sh" --plain --repeats 3 "$compiler" >>"$dir/costs" 2>"$dir/log" || {
                printf 'bench/cost/%s.sh failed:\n' "$script"
                cat "$dir/log"
            }
        done
    fi

    printf '\n'
    print_compiler "$compiler" '-O2, without -march'
    printf '\n'
    awk -v compiler="$(basename -- "$compiler")" -f "$here/support/to_reach.awk" "$dir/rows" "$dir/costs" "$here/to_reach.txt"
    for name in classify_bench batch_bench batch_bench_O3 query_bench; do
        printf '\n'
        suffix=
        if [ "$name" = batch_bench_O3 ]; then suffix=' -O3'; fi
        "$build/bench/$name" --benchmark_list_tests >"$dir/names"
        awk -v program="$name" -v suffix="$suffix" -f "$here/support/table.awk" "$dir/names" "$dir/rows"
    done
    if [ -s "$dir/costs" ]; then
        printf '\ncost of including and of the tables, instructions (bench/cost says more)\n'
        awk -F '\t' '{ printf "%-58s %12s\n", $1, $2 }' "$dir/costs"
    fi
done 3<"$dir/compilers"

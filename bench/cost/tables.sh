#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# What the tables of Tajikistan cost a program, which includes trimode.hpp and evidence/tajikistan.hpp: size and
# sections of the object, relocations of the program, and what it takes to start it.
#
#   bench/cost/tables.sh [--plain] [--short] [--repeats N] [COMPILER...]
#
#   COMPILER     without: g++, and clang++ if it is there
#   --plain      only lines `name<TAB>value` for machines, such as `tables.relocated.O2.g++<TAB>123456`
#   --repeats N  the start is measured 100 times as often; 9 without it or REPEATS in the environment
#   --short      without the start
#
# Sizes are in bytes, what an object has more than that of an empty program: `read-only` is constant as it stands
# (.rodata), `relocated` read-only once addresses are put in at the start (.data.rel.ro), `writable` (.data, .bss),
# `initialisers` what is to be run before main (.init_array). `relocations` are those of the linked program, a PIE, more
# than the empty one has. A program that includes the tables and does not use them carries nothing of them; both
# are looked at, as is whether something is to be run before main.
#
# Times of the start are of the processor, in microseconds, for a program that carries all tables and does nothing, and
# for one that reads all texts and rows; differences to an empty main are of the least times and the median of those
# within each repetition. The empty main beside itself shows how far the numbers can be trusted.
#
# Exit code: 0; 1 where something does not compile, where tables that are not used are carried, or where there is an
# initialiser; 2 for wrong arguments.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=bench/cost/support.sh
. "$here/support.sh"

includes='#include <trimode/trimode.hpp>
#include <trimode/evidence/tajikistan.hpp>'

# sections FILE: bytes read-only, relocated, writable, of initialisers, of code.
sections() {
    size -A "$1" | awk '
        $1 ~ /^\.rodata/ { constant += $2 }
        $1 ~ /^\.data\.rel\.ro/ { relocated += $2 }
        $1 ~ /^\.(data|bss|tbss|tdata)/ && $1 !~ /^\.data\.rel\.ro/ { writable += $2 }
        $1 ~ /^\.(init_array|ctors|preinit_array)/ { initialisers += $2 }
        $1 ~ /^\.text/ { code += $2 }
        END { print constant + 0, relocated + 0, writable + 0, initialisers + 0, code + 0 }'
}

relocations() { readelf -rW "$1" | awk '$1 ~ /^[0-9a-f]+$/ && $3 ~ /^R_/ { ++count } END { print count + 0 }'; }
bytes() { wc -c <"$1" | tr -d ' '; }

read_arguments "--short" "$@"
need size readelf
option_given --short || build_in_turn

printf 'int main() {}\n' >"$dir/empty.cpp"
printf '%s\nint main() {}\n' "$includes" >"$dir/unused.cpp"
# Its address is written where the compiler cannot know who reads it, so all of it has to be there.
cat >"$dir/used.cpp" <<END
$includes
const trimode::Dataset* volatile used;
int main() { used = &trimode::tajikistan; }
END
cat >"$dir/read.cpp" <<END
$includes
volatile unsigned char kept;
unsigned char sum = 0;
void bytes_of(const void* from, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) sum ^= static_cast<const unsigned char*>(from)[i];
}
template <class Row>
void rows_of(trimode::RowSpan<Row> rows) { bytes_of(rows.data(), rows.size() * sizeof(Row)); }
int main() {
    const trimode::Dataset& data = trimode::tajikistan;
    for (const auto& claim : data.claims) {
        bytes_of(claim.id.data(), claim.id.size());
        bytes_of(claim.statement.data(), claim.statement.size());
    }
    rows_of(data.claims);
    rows_of(data.partners);
    rows_of(data.memberships);
    rows_of(data.conditions);
    rows_of(data.conduct);
    rows_of(data.determinants);
    rows_of(data.judgements);
    rows_of(data.measurements);
    rows_of(data.matters);
    kept = sum;
}
END

faults=0
if [ "$plain" = 0 ]; then print_machine; fi
while read -r compiler <&3; do
    called=$(basename -- "$compiler")
    show '\n'
    if [ "$plain" = 0 ]; then print_compiler "$compiler" '-std=c++20 -fPIE -pie'; fi
    show '%-8s %10s %10s %10s %10s %13s %12s %14s\n' options object read-only relocated writable initialisers \
        relocations 'unused carries'
    for option in O0 O2; do
        for program in empty unused used; do
            "$compiler" -std=c++20 "-$option" -fPIE -I"$include" -c "$dir/$program.cpp" -o "$dir/$program.o"
            "$compiler" -pie "$dir/$program.o" -o "$dir/$program.$option"
            sections "$dir/$program.o" >"$dir/$program.sections"
        done
        read -r empty_constant empty_relocated empty_writable empty_initialisers empty_code <"$dir/empty.sections"
        read -r constant relocated writable initialisers _ <"$dir/used.sections"
        constant=$((constant - empty_constant))
        relocated=$((relocated - empty_relocated))
        writable=$((writable - empty_writable - 8)) # without the pointer of the program itself
        initialisers=$((initialisers - empty_initialisers))
        object=$(($(bytes "$dir/used.o") - $(bytes "$dir/empty.o")))
        moved=$(($(relocations "$dir/used.$option") - $(relocations "$dir/empty.$option")))
        read -r unused_constant unused_relocated unused_writable unused_initialisers unused_code <"$dir/unused.sections"
        carried=$((unused_constant + unused_relocated + unused_writable + unused_initialisers + unused_code - \
            empty_constant - empty_relocated - empty_writable - empty_initialisers - empty_code))
        show '%-8s %10d %10d %10d %10d %13d %12d %14d\n' "-$option" "$object" "$constant" "$relocated" "$writable" \
            "$initialisers" "$moved" "$carried"
        say "tables.object.$option.$called" "$object"
        say "tables.read_only.$option.$called" "$constant"
        say "tables.relocated.$option.$called" "$relocated"
        say "tables.writable.$option.$called" "$writable"
        say "tables.initialisers.$option.$called" "$initialisers"
        say "tables.relocations.$option.$called" "$moved"
        say "tables.unused.$option.$called" "$carried"
        if [ "$carried" -ne 0 ]; then
            printf 'fault: %s -%s: %s bytes of tables that are not used\n' "$called" "$option" "$carried" >&2
            faults=1
        fi
        if [ "$initialisers" -ne 0 ]; then
            printf 'fault: %s -%s: the tables have %s bytes of initialisers\n' "$called" "$option" "$initialisers" >&2
            faults=1
        fi
    done
    if option_given --short; then continue; fi
    "$compiler" -std=c++20 -O2 -fPIE -pie -I"$include" "$dir/read.cpp" -o "$dir/read.O2"
    "$dir/in_turn" $((repeats * 100)) -- "$dir/empty.O2" -- "$dir/empty.O2" -- "$dir/used.O2" -- "$dir/read.O2" \
        >"$dir/times"
    awk -v plain="$plain" -v called="$called" '
        BEGIN {
            split("an empty main;the same again;carries all tables;reads all tables", text, ";")
            split("empty again carried read", name, " ")
            if (!plain) printf "%-20s %10s %10s %10s %11s\n", "us", "least", "median", "least more", "median more"
        }
        NR == 1 { first = $1 }
        plain && NR > 1 {
            printf "tables.start.%s.%s\t%d\n", name[NR], called, $1 - first
            printf "tables.start.%s.median.%s\t%.1f\n", name[NR], called, $4
        }
        !plain { printf "%-20s %10d %10d %10d %11.1f\n", text[NR], $1, $2, $1 - first, $4 }' "$dir/times"
done 3<"$dir/compilers"
exit "$faults"

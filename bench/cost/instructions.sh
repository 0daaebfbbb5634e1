#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# How many instructions a case takes on the main paths, as callgrind counts them: the same on a busy machine, so that a
# regression is seen. Each path of instructions.cpp runs over its cases some times and twice as often; the difference is
# that of the cases alone, and for one case at a time what the loop takes is taken off, too.
#
#   bench/cost/instructions.sh [--compare | --record] [--plain] [COMPILER...]
#
#   COMPILER     without: g++, and clang++ if it is there
#   --compare    beside what is recorded for the same compiler in instructions.txt
#   --record     writes what is counted into instructions.txt, in place of what is recorded for the same compiler
#   --plain      only lines `name<TAB>value` for machines, such as `instructions.crisp_constant.g++<TAB>22.0`
#
# Counts are those of one compiler, its version and machine: for another nothing is compared, and it is said so. How
# fast instructions are is another question: random branches and memory make the difference.
#
# Exit code: 0; 1 with --compare where a path takes over a tenth more than recorded, or is recorded and not there any
# more; 2 for wrong arguments.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=bench/cost/support.sh
. "$here/support.sh"

options='-std=c++20 -O2'
record=$here/instructions.txt
passes=2

# A compiler as it is recorded: name, version, machine.
identity() {
    version=$("$1" -dumpfullversion 2>/dev/null) || version=$("$1" -dumpversion)
    case $("$1" --version | head -n 1) in
    *clang*) name=clang++ ;;
    *) name=g++ ;;
    esac
    printf '%s %s %s\n' "$name" "$version" "$("$1" -dumpmachine)"
}

# instructions PATH PASSES: of the whole run.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$dir/instructions" "$1" "$2" >"$dir/log" 2>&1 || {
        cat "$dir/log" >&2
        exit 1
    }
    sed -n 's/.*Collected *: *\([0-9]*\).*/\1/p' "$dir/log"
}

# Prints the instructions per case of each path, the loop's own taken off: `path<TAB>count`.
count_all() {
    "$dir/instructions" --list >"$dir/list"
    while read -r path cases without; do
        once=$(instructions "$path" "$passes")
        twice=$(instructions "$path" $((2 * passes)))
        printf '%s %s %s %s\n' "$path" $((twice - once)) $((cases * passes)) "$without"
    done <"$dir/list" >"$dir/differences"
    awk '{
        each[$1] = $2 / $3
        printf "%s\t%.2f\n", $1, each[$1] - ($4 == "-" ? 0 : each[$4])
    }' "$dir/differences"
}

read_arguments "--compare --record" "$@"
need valgrind
if option_given --compare && option_given --record; then usage_error '--compare and --record are two things'; fi
if option_given --compare && [ ! -f "$record" ]; then usage_error 'nothing is recorded yet'; fi

grown=0
while read -r compiler <&3; do
    called=$(basename -- "$compiler")
    # shellcheck disable=SC2086 # several options
    "$compiler" $options -I"$include" "$here/instructions.cpp" -o "$dir/instructions"
    whole="$(identity "$compiler")	$options"
    count_all >"$dir/counted"
    if [ "$plain" = 1 ]; then
        while IFS='	' read -r path number; do say "instructions.$path.$called" "$number"; done <"$dir/counted"
    fi
    show '%s\n' "$whole"
    : >"$dir/recorded"
    if option_given --compare; then
        awk -F '\t' -v whole="$whole" '!/^#/ && $1 "\t" $2 == whole { print $3 "\t" $4 }' "$record" >"$dir/recorded"
        if [ ! -s "$dir/recorded" ]; then
            printf 'not compared: another compiler than those recorded. It is %s; recorded:\n' "$whole" >&2
            awk -F '\t' '!/^#/ { print "    " $1 " " $2 }' "$record" | sort -u >&2
        fi
    fi
    awk -F '\t' -v plain="$plain" -v recorded_file="$dir/recorded" '
        BEGIN {
            while ((getline line < recorded_file) > 0) {
                split(line, field, "\t")
                recorded[field[1]] = field[2]
                ++records
            }
            if (!plain) {
                more = records ? sprintf(" %12s %8s", "recorded", "change") : ""
                printf "%-28s %12s%s\n", "path", "instructions", more
            }
        }
        {
            note = ""
            if (records && !($1 in recorded)) note = sprintf(" %12s %8s  new", "-", "-")
            if ($1 in recorded) {
                change = recorded[$1] != 0 ? ($2 / recorded[$1] - 1) * 100 : $2 != 0 ? 100 : 0
                note = sprintf(" %12.2f %+7.1f%%", recorded[$1], change)
                if (change > 10) { note = note "  GROWN"; grown = 1 }
                if (change < -10) note = note "  less: record it"
                if (plain && change > 10) printf "grown: %s from %s to %s\n", $1, recorded[$1], $2 | "cat >&2"
                delete recorded[$1]
            }
            if (!plain) printf "%-28s %12.2f%s\n", $1, $2, note
        }
        END {
            for (path in recorded) { printf "recorded and not there any more: %s\n", path | "cat >&2"; grown = 1 }
            exit grown
        }' "$dir/counted" || grown=1
    show '\n'
    if option_given --record; then
        {
            printf '# SPDX-License-Identifier: BSL-1.0\n'
            printf '# Instructions per case, written by instructions.sh: compiler, options, path, instructions.\n'
            if [ -f "$record" ]; then
                awk -F '\t' -v whole="$whole" '!/^#/ && $1 "\t" $2 != whole' "$record"
            fi
            while read -r line; do printf '%s\t%s\n' "$whole" "$line"; done <"$dir/counted"
        } >"$dir/new"
        cat "$dir/new" >"$record"
    fi
done 3<"$dir/compilers"
exit "$grown"

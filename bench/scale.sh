#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
#
# What a verdict costs with the number of cases, of conditions and of rules: builds scale.cpp, where it is said what
# exactly is measured, runs it, prints its tables, and writes scale.csv and the picture scale.svg.
#
#   bench/scale.sh [--quick] [--memory GB] [--to FOLDER] [COMPILER]
#
#   COMPILER     without: g++, or else clang++
#   --quick      to 10^6 cases instead of 10^8: a minute instead of some
#   --memory GB  how much it may take; without it half of what is free. What does not fit is left out, and it is said so
#   --to FOLDER  where the two files go; without it build/
#
# Exit code: 0; 1 where it does not compile or a file cannot be written; 2 for wrong arguments.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
# shellcheck source=bench/support/machine.sh
. "$here/support/machine.sh"

usage_error() {
    printf 'scale.sh: %s; --help says more\n' "$1" >&2
    exit 2
}

to=$root/build
quick=
memory=
compiler=
while [ $# -gt 0 ]; do
    case $1 in
    --help)
        sed -n '3,/^[^#]/ s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    --quick) quick=--quick ;;
    --memory | --to)
        [ $# -gt 1 ] || usage_error "$1 needs a value"
        if [ "$1" = --to ]; then to=$2; else memory=$2; fi
        shift
        ;;
    -*) usage_error "unknown option '$1'" ;;
    *) compiler=$1 ;;
    esac
    shift
done
case $memory in *[!0-9.]*) usage_error '--memory needs a number' ;; esac
# shellcheck disable=SC2119 # without arguments: those that are there
if [ -z "$compiler" ]; then compiler=$(compilers | head -n 1); fi
command -v "$compiler" >/dev/null 2>&1 || usage_error "no such compiler: '$compiler'"

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$to"
print_machine
print_compiler "$compiler" '-std=c++20 -O2'
"$compiler" -std=c++20 -O2 -I"$root/include" "$here/scale.cpp" -o "$dir/scale"
"$dir/scale" ${quick:+"$quick"} ${memory:+--memory "$memory"} --csv "$to/scale.csv" --svg "$to/scale.svg"
printf 'written: %s, %s\n' "$to/scale.csv" "$to/scale.svg"

# SPDX-License-Identifier: BSL-1.0
# What the scripts of this folder have in common. Each sets `here` to this folder and sources this file.
#
# What is set here for the script:
#   root, include   the repository and its headers
#   dir             a folder for what is generated, gone at the end
#   repeats         how many repetitions are wanted
#   plain           1 with --plain, else 0
# shellcheck shell=sh disable=SC2034

# shellcheck disable=SC2154 # set by each script
root=$(dirname -- "$(dirname -- "$here")")
include=$root/include
# shellcheck source=bench/support/machine.sh
. "$root/bench/support/machine.sh"

# The text at the head of a script: its comment after the licence.
print_help() { sed -n '3,/^[^#]/ s/^# \{0,1\}//p' "$1"; }

# usage_error MESSAGE
usage_error() {
    printf '%s: %s; --help says more\n' "$(basename -- "$0")" "$1" >&2
    exit 2
}

# read_arguments OPTIONS ARGUMENT...: reads --help, --plain, --repeats N, those of a script's own options (one word,
# spaces between them), and the names of compilers; those that are wanted then stand in $dir/compilers, one a line.
read_arguments() {
    own_options=$1
    shift
    given=
    plain=0
    repeats=${REPEATS:-9}
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' EXIT
    trap 'exit 1' HUP INT TERM
    : >"$dir/named"
    while [ $# -gt 0 ]; do
        case $1 in
        --help)
            print_help "$0"
            exit 0
            ;;
        --plain) plain=1 ;;
        --repeats)
            [ $# -gt 1 ] || usage_error '--repeats needs a number'
            shift
            repeats=$1
            ;;
        -*)
            case " $own_options " in
            *" $1 "*) given="$given $1 " ;;
            *) usage_error "unknown option '$1'" ;;
            esac
            ;;
        *)
            command -v "$1" >/dev/null 2>&1 || usage_error "no such compiler: '$1'"
            printf '%s\n' "$1" >>"$dir/named"
            ;;
        esac
        shift
    done
    case $repeats in
    '' | *[!0-9]* | 0) usage_error '--repeats needs a whole number above 0' ;;
    esac
    # shellcheck disable=SC2119 # without arguments: those that are there
    if [ -s "$dir/named" ]; then mv "$dir/named" "$dir/compilers"; else compilers >"$dir/compilers"; fi
    [ -s "$dir/compilers" ] || usage_error 'neither g++ nor clang++ is there'
}

# option_given OPTION: whether one of the script's own options is there.
option_given() { case $given in *" $1 "*) true ;; *) false ;; esac }

# need TOOL...: ends the script where one is not there.
need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null 2>&1 || usage_error "'$tool' is needed and not there"
    done
}

# Builds the program that runs commands in turn, as $dir/in_turn.
build_in_turn() {
    read -r first_compiler <"$dir/compilers"
    "$first_compiler" -std=c++20 -O1 "$here/in_turn.cpp" -o "$dir/in_turn"
}

# say NAME VALUE: a line for machines, with --plain only.
say() { if [ "$plain" = 1 ]; then printf '%s\t%s\n' "$1" "$2"; fi; }

# show FORMAT [VALUE...]: printf for readers, without --plain only.
# shellcheck disable=SC2059 # the format is an argument
show() { if [ "$plain" = 0 ]; then printf "$@"; fi; }

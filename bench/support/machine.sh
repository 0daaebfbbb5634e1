# SPDX-License-Identifier: BSL-1.0
# What stands above a table of measurements: on which machine, how busy it is, with which compiler.

print_machine() {
    model=$(sed -n 's/^model name[[:space:]]*:[[:space:]]*//p' /proc/cpuinfo 2>/dev/null | head -n 1)
    cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo '?')
    load=$(uptime | sed 's/.*load averages*: *//; s/,* .*//')
    printf 'machine: %s, %s cores, %s, load %s\n' "${model:-$(uname -m)}" "$cores" "$(uname -sr)" "$load"
}

# print_compiler COMPILER OPTIONS
print_compiler() {
    printf 'compiler: %s %s\n' "$("$1" --version | head -n 1)" "$2"
}

# The compilers to measure: the arguments, else those of g++ and clang++ that are there.
compilers() {
    if [ $# -gt 0 ]; then
        printf '%s\n' "$@"
        return
    fi
    for one in g++ clang++; do
        if command -v "$one" >/dev/null 2>&1; then printf '%s\n' "$one"; fi
    done
}

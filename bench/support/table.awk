# SPDX-License-Identifier: BSL-1.0
# Prints the rows of one program as a table, in the order of a file of names. What reads memory is shown with its bytes
# in a nanosecond, else the first row counts as 1.
#   awk -v program=NAME [-v suffix=' -O3'] -f table.awk NAMES ROWS
BEGIN { FS = "\t" }

# Sorts by insertion; there are few.
function median(list, n,    i, j, t) {
    for (i = 2; i <= n; ++i) {
        t = list[i]
        for (j = i - 1; j > 0 && list[j] > t; --j) list[j + 1] = list[j]
        list[j + 1] = t
    }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}

FNR == NR { order[++names] = $0 suffix; next }
$1 == program && $6 != "" { wrong[$2] = $6 }
$1 == program && $6 == "" {
    time[$2, ++runs[$2]] = $3
    bytes[$2] = $4
    if ($4 > 0) of_memory = 1
    allocations[$2] = $5
}

END {
    printf "%-58s %9s %9s %7s %11s\n", program, "least ns", "median ns", (of_memory ? "GB/s" : "ratio"), "allocations"
    for (n = 1; n <= names; ++n) {
        name = order[n]
        if (name in wrong) {
            printf "%-58s %s\n", name, wrong[name]
            if (wrong[name] !~ /^skipped/) failed = 1
            continue
        }
        if (runs[name] == 0) continue  # not of those that were asked for
        for (i = 1; i <= runs[name]; ++i) list[i] = time[name, i]
        middle = median(list, runs[name])
        if (!first) first = list[1]
        if (of_memory) ratio = (bytes[name] > 0 ? sprintf("%.2f", bytes[name] / list[1]) : "")
        else ratio = sprintf("%.2f", list[1] / first)
        printf "%-58s %9.3f %9.3f %7s %11.4g\n", name, list[1], middle, ratio, allocations[name]
    }
    exit failed
}

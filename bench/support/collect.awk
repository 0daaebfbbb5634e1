# SPDX-License-Identifier: BSL-1.0
# Turns Google Benchmark's CSV into lines with tabs: program, row, nanoseconds a case, bytes a case, allocations an
# iteration, and what is wrong, if anything is. A line for each repetition.
#   awk -v program=NAME [-v suffix=' -O3'] -f collect.awk
BEGIN { FS = ","; OFS = "\t" }

# Names of columns, of which those of counters have quotes.
/^name,/ {
    for (i = 1; i <= NF; ++i) {
        gsub(/"/, "", $i)
        column[$i] = i
    }
    next
}

/^"/ {
    name = $0
    sub(/^"/, "", name)
    sub(/".*/, "", name)
    if (name ~ /_(mean|median|stddev|cv)$/) next
    rest = $0
    sub(/^"[^"]*"/, "", rest)  # names have commas in them
    $0 = "-" rest
    if ($column["error_occurred"] == "true") {
        wrong = $column["error_message"]
        gsub(/"/, "", wrong)
        print program, name suffix, "-", "-", "-", wrong
        next
    }
    cases = "cases" in column ? $column["cases"] : 1
    print program, name suffix, $column["cpu_time"] / cases, ("bytes" in column ? $column["bytes"] : 0) + 0,
        $column["allocations"] + 0, ""
}

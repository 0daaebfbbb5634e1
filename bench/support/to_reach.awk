# SPDX-License-Identifier: BSL-1.0
# Prints what is to be reached beside what was reached.
#   awk -v compiler=NAME -f to_reach.awk ROWS COSTS TO_REACH    the last as to_reach.txt says
FILENAME == ARGV[1] {
    split($0, field, "\t")
    name = field[2]
    if (field[6] != "") {
        wrong[name] = field[6]
        next
    }
    if (!(name in least) || field[3] + 0 < least[name]) least[name] = field[3] + 0
    bytes[name] = field[4]
    if (name !~ /^peer: / && field[5] + 0 > allocations) allocations = field[5] + 0
    next
}
FILENAME == ARGV[2] {
    split($0, field, "\t")
    cost[field[1]] = field[2] + 0
    next
}

function trim(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}

# The value, or nothing, and then `missing` says why.
function value_of(text,    kind, name, row, found) {
    kind = text
    sub(/ .*/, "", kind)
    name = text
    sub(/^[^ ]* */, "", name)
    if (kind == "allocations") return allocations + 0
    if (kind == "cost") {
        if ((name "." compiler) in cost) return cost[name "." compiler]
        missing = "not measured"
        return ""
    }
    if (name ~ /\*$/) {
        sub(/\*$/, "", name)
        for (row in least) {
            if (index(row, name) == 1 && bytes[row] / least[row] > found + 0) found = bytes[row] / least[row]
        }
        if (found == "") missing = "not measured"
        return found
    }
    if (!(name in least)) {
        missing = name in wrong ? wrong[name] : "not measured"
        return ""
    }
    return kind == "ns" ? least[name] : bytes[name] / least[name]
}

BEGIN { printf "%-42s %-42s %8s %8s  %s\n", "what", "against what", "asked", "reached", "verdict" }
/^#/ || /^[ \t]*$/ { next }
{
    split($0, field, "|")
    for (i in field) field[i] = trim(field[i])
    missing = ""
    value = value_of(field[4])
    if (field[5] != "") {
        by = value_of(field[5])
        value = by != "" && by != 0 ? value / by : ""
    }
    if (missing != "") {
        printf "%-42s %-42s %8s %8s  %s\n", field[1], field[2], field[3], "", missing
        next
    }
    limit = field[3]
    sub(/^[<>]= */, "", limit)
    good = field[3] ~ /^>/ ? value >= limit + 0 : value <= limit + 0
    verdict = field[3] == "-" ? "" : good ? "reached" : "falls short"
    if (verdict == "falls short") ++short
    printf "%-42s %-42s %8s %8s  %s\n", field[1], field[2], field[3], sprintf(value < 10 ? "%.2f" : "%.1f", value), verdict
}
END { printf "%s\n", short ? short " of these fall short" : "none of these falls short" }

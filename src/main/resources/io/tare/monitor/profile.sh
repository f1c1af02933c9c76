# Runs in a host's hand: samples from $1 seconds on, for $2 seconds, what all CPUs do, $3 times a second on each. Prints one line a stack:
# "COMMAND;OUTERMOST;...;INNERMOST COUNT". The clock is the kernel's own, so that it works in virtual machines without counters too.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sleep "$1"
perf record --quiet --all-cpus --event cpu-clock --freq "$3" -g --kernel-callchains --no-buildid --no-buildid-cache \
    --output "$folder/data" -- sleep "$2" >&2
perf script --input "$folder/data" --fields comm,ip,sym --no-inline > "$folder/script" 2> "$folder/said" || { cat "$folder/said" >&2; exit 1; }
# A sample is a line with the command, then its kernel functions, innermost first, each after a tab; a program's own code has none.
awk '
function fold(    i, line) {
    if (command == "") return
    line = command
    for (i = depth; i > 0; i--) line = line ";" frame[i]
    stacks[depth ? line : line ";[user]"]++
    command = ""
    depth = 0
}
/^\t/ { frame[++depth] = $2; next }
{ fold() }
/./ { command = $0; gsub(/^ +| +$/, "", command); gsub(/[ ;]+/, "_", command) }
command ~ /^:/ { command = "elsewhere" } # a process of another process namespace has no name here
END { fold(); for (line in stacks) print line, stacks[line] }
' "$folder/script" | sort

#!/bin/sh
# sockperf (3.7) with its log of every round trip, counted by its length. Prints what sockperf says, then
#   launched NANOSECONDS           since 1970; sockperf's own times count from there
#   window BEGIN LAST BEYOND ASKED begin and length of the measured seconds and the last message sent in them, in s; 1 where others were sent after them
#   NANOSECONDS COUNT              each length of a round trip that was met in the window, to four digits
# arguments: SERVER PORT PROTOCOL MODE SIZE RATE OMIT SECONDS
# MODE is ping-pong or under-load; RATE is messages/s under load, and unused in ping-pong.
# Of its time sockperf leaves 0.4 s at the begin and 0.05 s at the end out of its log; it gets one second more.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
server=$1 port=$2 protocol=$3 mode=$4 size=$5 rate=$6 omit=$7 seconds=$8
set -- "$mode" --ip "$server" --port "$port" --msg-size "$size" --time $((omit + seconds + 1)) --full-rtt --full-log "$folder/log"
[ "$protocol" = udp ] || set -- "$@" --tcp
[ "$mode" = ping-pong ] || set -- "$@" --mps "$rate" --reply-every 1
launched=$(date +%s%N)
sockperf "$@" 2>&1
echo "launched $launched"
[ -f "$folder/log" ] || exit 0
awk -F ', *' -v omit="$omit" -v seconds="$seconds" '
    /^[0-9]+, / {
        if (!begun) { begun = 1; begin = $2 + omit; end = begin + seconds }
        if ($2 >= end) { beyond = 1; exit }
        if ($2 >= begin) { last = $2; count[sprintf("%.4g", $4)]++ }
    }
    END {
        if (begun) printf "window %.9f %.9f %d %d\n", begin, last, beyond, seconds
        for (rtt in count) printf "%.0f %d\n", rtt * 1000, count[rtt]
    }' "$folder/log"

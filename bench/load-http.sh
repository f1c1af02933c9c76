#!/bin/sh
# How fast: a closed loop on a 1 KB page of nginx over the loopback, 2 threads, 100 connections; `load http` and Debian's wrk in turn.
# usage: sudo bench/load-http.sh [PAIRS]
. "$(dirname -- "$0")/testbed.sh"
need wrk
pairs=${1:-5}
url=http://127.0.0.1:8080/1kb

machine
printf '%-4s %12s %12s %8s\n' pair tare/s wrk/s ratio
for pair in $(seq "$pairs"); do
    load_beside http -t 2 -c 100 -d 5s --json "$url" >"$work/out"
    tare=$(field "$work/out" rate/achieved)
    wrk=$(in_server wrk -t 2 -c 100 -d 5s "$url" | awk '/Requests\/sec/ {print $2}')
    echo "$tare $wrk" | awk -v p="$pair" '{printf "%-4s %12.0f %12.0f %8.2f\n", p, $1, $2, $1 / $2}' | tee -a "$work/table"
done
for column in 2 3 4; do awk -v c=$column '{print $c}' "$work/table" | median; done |
    awk '{m[NR] = $1} END {printf "%-4s %12.0f %12.0f %8.2f\n", "*", m[1], m[2], m[3]}'
echo "* medians"

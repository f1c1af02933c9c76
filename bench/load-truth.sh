#!/bin/sh
# How true: 3,000 requests/s over 100 connections, 1 KB, each reading beside a packet capture of the same run at the client's interface.
# Latencies in us: due, from when a request was due, which is what both tools report first; raw, from when it was sent, which is what the
# capture can see; CPU of the whole process, its start and warm-up included, per request made.
# usage: sudo [WRK2=/path/to/wrk2] bench/load-truth.sh [RUNS]
. "$(dirname -- "$0")/testbed.sh"
need tcpdump
runs=${1:-5}
url=http://$address:8080/1kb

# captured SKIP COMMAND...: runs it into $work/out, and sets $seen to what the capture shows after SKIP seconds.
captured() {
    skip=$1
    shift
    ip netns exec "$client" tcpdump -i wire -s 96 -B 32768 --time-stamp-precision=nano -Z root -w "$work/capture" tcp port 8080 2>"$work/tcpdump" &
    tcpdump_pid=$!
    sleep 1
    rm -f "$work/cost"
    "$@" >"$work/out"
    sleep 1
    kill $tcpdump_pid
    wait $tcpdump_pid || true
    seen=$(python3 "$here/capture.py" "$work/capture" 10.251.77.2 "$skip")
}
wrk2() { in_client python3 "$here/cost.py" "$work/cost" "$WRK2" -t2 -c100 -R3000 -d10s -U --latency "$url"; }
# The generator's readings: a distribution's percentile in us.
reading() { field "$work/out" "operations/all/$1/$2" | awk '{printf "%.1f", $1 / 1000}'; }
# wrk2's, whose first distribution counts from when a request was due, and the second from when it was sent.
wrk2_reading() {
    awk -v which="$1" -v p="$2" '/Latency Distribution/ {seen++} seen == which && $1 == p {
        u = $2 ~ /ms$/ ? 1000 : $2 ~ /us$/ ? 1 : 1000000; printf "%.1f\n", $2 * u; exit}' "$work/out"
}

machine
row() { printf '%-6s %10s %10s %10s %10s %10s %10s %10s %8s\n' "$@"; }
row tool rate due_p50 raw_p50 seen_p50 raw_p99 seen_p99 cpu_us rss_mib
for run in $(seq "$runs"); do
    captured 2 load http -t 2 -c 100 -R 3000 -d 8s --json "$url"
    set -- $seen
    row tare "$(field "$work/out" rate/achieved)" \
        "$(reading latency_ns p50)" "$(reading raw_latency_ns p50)" "$2" \
        "$(reading raw_latency_ns p99)" "$3" \
        "$(awk '{printf "%.1f", $1 / 30000 * 1e6}' "$work/cost")" "$(awk '{print int($2 / 1024)}' "$work/cost")" | tee -a "$work/tare"
    if optional wrk2 WRK2 2>>"$work/left-out"; then
        captured 0 wrk2
        set -- $seen
        row wrk2 "$(awk '/Requests\/sec/ {print $2}' "$work/out")" "$(wrk2_reading 1 50.000%)" "$(wrk2_reading 2 50.000%)" "$2" "$(wrk2_reading 2 99.000%)" "$3" \
            "$(awk '{printf "%.1f", $1 / 30000 * 1e6}' "$work/cost")" "$(awk '{print int($2 / 1024)}' "$work/cost")" | tee -a "$work/wrk2"
    fi
done
sort -u "$work/left-out" 2>/dev/null >&2 || true
for tool in tare wrk2; do
    [ -f "$work/$tool" ] || continue
    medians=
    for column in 2 3 4 5 6 7 8 9; do medians="$medians $(awk -v c=$column '{print $c}' "$work/$tool" | median)"; done
    # shellcheck disable=SC2086
    row "$tool*" $medians
done
echo "* medians of $runs runs"

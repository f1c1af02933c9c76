#!/bin/sh
# How true: 3,000 requests/s over 100 connections, 1 KB, each reading beside a packet capture of the same run at the client's interface.
# Raw latencies, from sending to the last byte, in us; CPU of the whole process, its start and warm-up included, per request made.
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
# The raw distribution of the generator: a percentile in us.
raw() { field "$work/out" "operations/all/raw_latency_ns/$1" | awk '{printf "%.1f", $1 / 1000}'; }
# The raw distribution that wrk2 prints second: a percentile in us.
wrk2_raw() { awk -v p="$1" '/Uncorrected/ {on = 1} on && $1 == p {v = $2; u = v ~ /ms$/ ? 1000 : v ~ /us$/ ? 1 : 1000000; printf "%.1f\n", v * u; exit}' "$work/out"; }

machine
row() { printf '%-6s %10s %10s %10s %10s %10s %10s %8s\n' "$@"; }
row tool rate raw_p50 seen_p50 raw_p99 seen_p99 cpu_us rss_mib
for run in $(seq "$runs"); do
    captured 2 load http -t 2 -c 100 -R 3000 -d 8s --json "$url"
    set -- $seen
    row tare "$(field "$work/out" rate/achieved)" \
        "$(raw p50)" "$2" \
        "$(raw p99)" "$3" \
        "$(awk '{printf "%.1f", $1 / 30000 * 1e6}' "$work/cost")" "$(awk '{print int($2 / 1024)}' "$work/cost")" | tee -a "$work/tare"
    if optional wrk2 WRK2 2>>"$work/left-out"; then
        captured 0 wrk2
        set -- $seen
        row wrk2 "$(awk '/Requests\/sec/ {print $2}' "$work/out")" "$(wrk2_raw 50.000%)" "$2" "$(wrk2_raw 99.000%)" "$3" \
            "$(awk '{printf "%.1f", $1 / 30000 * 1e6}' "$work/cost")" "$(awk '{print int($2 / 1024)}' "$work/cost")" | tee -a "$work/wrk2"
    fi
done
sort -u "$work/left-out" 2>/dev/null >&2 || true
for tool in tare wrk2; do
    [ -f "$work/$tool" ] || continue
    medians=
    for column in 2 3 4 5 6 7 8; do medians="$medians $(awk -v c=$column '{print $c}' "$work/$tool" | median)"; done
    # shellcheck disable=SC2086
    row "$tool*" $medians
done
echo "* medians of $runs runs"

#!/bin/sh
# How fast: a closed loop on memcached over the loopback, 4 threads of 50 connections, SET:GET 1:10; `load memcached` and
# memtier_benchmark in turn, by each protocol.
# usage: sudo [MEMTIER=/path/to/memtier_benchmark] bench/load-memcached.sh [PAIRS]
. "$(dirname -- "$0")/testbed.sh"
pairs=${1:-5}

machine
compare=yes
optional memtier_benchmark MEMTIER || compare=
for protocol in memcache_text memcache_binary memcache_meta; do
    echo "$protocol"
    rm -f "$work/table"
    printf '%-4s %12s %12s %8s\n' pair tare/s memtier/s ratio
    for pair in $(seq "$pairs"); do
        load_beside memcached -s 127.0.0.1 -P $protocol -t 4 -c 50 --test-time 5 --json >"$work/out"
        tare=$(field "$work/out" rate/achieved)
        memtier=nan
        if [ -n "$compare" ] && [ $protocol != memcache_meta ]; then
            memtier=$(in_server "$MEMTIER" -s 127.0.0.1 -p 11211 -P $protocol -t 4 -c 50 --test-time 5 --hide-histogram 2>/dev/null |
                awk '/^Totals/ {print $2}')
        fi
        echo "$tare $memtier" | awk -v p="$pair" '{printf "%-4s %12.0f %12s %8s\n", p, $1, $2, $2 == "nan" ? "nan" : sprintf("%.2f", $1 / $2)}' |
            tee -a "$work/table"
    done
    for column in 2 3 4; do awk -v c=$column '{print $c}' "$work/table" | median; done |
        awk '{m[NR] = $1} END {printf "%-4s %12.0f %12.0f %8.2f\n", "*", m[1], m[2], m[3]}'
done
echo "* medians"

#!/bin/sh
# How long the report of a run of 100,000 samples takes, and what memory: under the options that ./tare runs with. Build first.
# usage: bench/report/time.sh            4 modes x 8 workloads x 3,125 samples
#        bench/report/time.sh N M W      N samples of each cell, M modes, W workloads
set -eu
cd "$(dirname -- "$0")/../.."
java=${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java
run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT
"$java" -cp 'target/tare.jar:target/lib/*' bench/report/ManySamples.java "$run/run" "${1:-3125}" "${2:-4}" "${3:-8}"
for _ in 1 2 3; do
    /usr/bin/env bash -c 'time "$0" "$@" >/dev/null' "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g \
        -XX:SharedArchiveFile=target/tare.jsa -Xshare:auto -Xlog:cds=off -jar target/tare.jar report "$run/run"
done
ls -l "$run/run"

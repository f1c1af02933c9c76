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
    python3 bench/report/measure.py "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g \
        -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$run/tare.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off -Xshare:auto \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar target/tare.jar report "$run/run"
done
ls -l "$run/run"

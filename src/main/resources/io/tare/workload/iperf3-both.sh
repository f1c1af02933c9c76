#!/bin/sh
# iperf3 to the server, then from it. Prints both results as one JSON array.
# arguments: SERVER PORT STREAMS INTERVAL OMIT SECONDS
server=$1 port=$2 streams=$3 interval=$4 omit=$5 seconds=$6
set -- --client "$server" --port "$port" --json --connect-timeout 5000 --parallel "$streams" --interval "$interval" --omit "$omit" --time "$seconds"
echo '['
# what arrived in each interval only the server knows
iperf3 "$@" --get-server-output
echo ','
# a server that has just ended a test resets who comes at once
sleep 0.5
iperf3 "$@" --reverse
echo ']'

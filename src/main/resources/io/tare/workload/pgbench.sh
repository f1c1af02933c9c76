#!/bin/sh
# pgbench with its log of every transaction. Prints the measured window, the log, and pgbench's own summary.
# arguments: SERVER PORT CLIENTS THREADS RATE TRANSACTIONS OMIT SECONDS
# RATE is transactions/s, 0 for as fast as answers come; TRANSACTIONS of each client, 0 to run by time.
# pgbench's time begins before its connections are made. They get one second more, and the window ends with the time.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
window=all
server=$1 port=$2 clients=$3 threads=$4 rate=$5 transactions=$6 omit=$7 seconds=$8
set -- --host="$server" --port="$port" --username=postgres --client="$clients" --jobs="$threads" --no-vacuum --log --log-prefix="$folder/log"
[ "$rate" = 0 ] || set -- "$@" --rate="$rate"
if [ "$transactions" = 0 ]; then
    time=$((omit + 1 + seconds))
    set -- "$@" --time=$time
    window="$(($(date +%s%N) / 1000 + time * 1000000)) $seconds"
else
    set -- "$@" --transactions="$transactions"
fi
pgbench "$@" bench > "$folder/summary"
code=$?
echo "window $window"
cat "$folder"/log.* 2> /dev/null
cat "$folder/summary"
exit $code

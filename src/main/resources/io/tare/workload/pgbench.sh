#!/bin/sh
# pgbench with its log of every transaction. Prints the window that was asked for, the log, and pgbench's own summary.
# arguments: SERVER PORT CLIENTS THREADS RATE TRANSACTIONS OMIT SECONDS
# RATE is transactions/s, 0 for as fast as answers come; TRANSACTIONS of each client, 0 to run by time.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
server=$1 port=$2 clients=$3 threads=$4 rate=$5 transactions=$6 omit=$7 seconds=$8
set -- --host="$server" --port="$port" --username=postgres --client="$clients" --jobs="$threads" --log --log-prefix="$folder/log"
[ "$rate" = 0 ] || set -- "$@" --rate="$rate"
if [ "$transactions" = 0 ]; then
    set -- "$@" --time=$((omit + seconds))
else
    set -- "$@" --transactions="$transactions"
fi
pgbench "$@" bench > "$folder/summary"
code=$?
echo "window $omit $seconds $transactions"
cat "$folder"/log.* 2> /dev/null
cat "$folder/summary"
exit $code

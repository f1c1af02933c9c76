#!/bin/sh
# How large: the resident set of the generators with 1,000 connections, in MiB.
# usage: sudo bench/load-memory.sh
. "$(dirname -- "$0")/testbed.sh"
machine
largest() { tail -1 "$work/cost" | awk -v what="$1" '{printf "%s: %d MiB resident at most\n", what, $2 / 1024}'; }
load http -t 2 -c 1000 -d 5s "http://$address:8080/1kb" >/dev/null
largest "http, closed loop, 2 threads, 1,000 connections"
load memcached -s $address -t 4 -c 250 --test-time 5 --pipeline 4 >/dev/null
largest "memcached, closed loop, 4 threads, 1,000 connections, pipeline of 4"

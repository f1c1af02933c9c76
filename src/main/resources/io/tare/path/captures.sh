# Captures on several devices of a host at once, each in its network namespace, for a minute at most.
#   captures.sh start FOLDER FILTER NAMESPACE DEVICE [NAMESPACE DEVICE ...]   returns when all of them listen, or after 10 s
#   captures.sh stop FOLDER      ends them and prints each: the line "capture N EXIT-WORDS", then its file in base64
# NAMESPACE is a file that nsenter takes. Processes are ended by the ids that 'start' wrote down.
set -u
what=$1 folder=$2
shift 2
listening() { grep -q -e 'listening on' -e 'error' -e "can't" -e 'No such' "$1"; }
case $what in
start)
    filter=$1
    shift
    rm -rf "$folder"
    mkdir -p "$folder"
    number=0
    while [ $# -ge 2 ]; do
        : >"$folder/$number.said" # here, not by the process that is only about to start
        timeout --signal=INT 60 nsenter --net="$1" -- tcpdump -i "$2" -n -U -s 512 -c 5000 --immediate-mode -Z root \
            --time-stamp-precision=nano -w "$folder/$number.pcap" "$filter" </dev/null >/dev/null 2>"$folder/$number.said" &
        echo $! >"$folder/$number.pid"
        number=$((number + 1))
        shift 2
    done
    tries=0
    for said in "$folder"/*.said; do
        until listening "$said"; do
            tries=$((tries + 1))
            [ $tries -gt 200 ] && break 2
            sleep 0.05
        done
    done
    ;;
stop)
    for pid in "$folder"/*.pid; do kill -INT "$(cat "$pid")" 2>/dev/null; done
    number=0
    while [ -e "$folder/$number.pid" ]; do
        tries=0
        while kill -0 "$(cat "$folder/$number.pid")" 2>/dev/null && [ $tries -lt 100 ]; do
            tries=$((tries + 1))
            sleep 0.05
        done
        echo "capture $number $(tail -n 4 "$folder/$number.said" | tr '\n' ';')"
        [ -e "$folder/$number.pcap" ] && base64 -w 0 "$folder/$number.pcap" && echo
        number=$((number + 1))
    done
    rm -rf "$folder"
    ;;
esac
exit 0

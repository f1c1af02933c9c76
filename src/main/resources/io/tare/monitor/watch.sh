# Runs in a host's hand: what the host did from $1 seconds on, for $2 whole seconds. $3 is the host's own control group below /sys/fs/cgroup,
# or empty; $4 the underlay's device; $5 the process, as seen here, of the container that takes part in the trial, or 0.
# Prints one line "cgroup BEFORE AFTER BEGUN" (ns of CPU time, -1 where unknown; BEGUN in ns since 1970), sysstat's JSON in many lines,
# and then from the line "counters" on what the kernel's files in /proc held just before and just after, each look with its time in ns.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sadc=/usr/lib/sysstat/sadc
[ -x $sadc ] || sadc=/usr/libexec/sysstat/sadc
used() {
    if [ -z "$1" ]; then echo -1
    elif [ -r "/sys/fs/cgroup/$1/cpuacct.usage" ]; then cat "/sys/fs/cgroup/$1/cpuacct.usage"
    elif [ -r "/sys/fs/cgroup/$1/cpu.stat" ]; then echo "$(sed -n 's/^usage_usec //p' "/sys/fs/cgroup/$1/cpu.stat")000"
    else echo -1
    fi
}

# The namespaces an Engine keeps its overlays in stand in its mount table, named "1-" and the begin of the network's id.
overlays=
for engine in $(pgrep -x dockerd || true); do
    while read -r _ _ _ _ at _ rest; do
        case "$rest ${at##*/}" in *"nsfs "*" "[0-9]*-*) overlays="$overlays /proc/$engine/root$at" ;; esac
    done < "/proc/$engine/mountinfo"
done
container=
if [ "${5:-0}" != 0 ] && [ -e "/proc/$5/net/dev" ] && ! [ "/proc/$5/ns/net" -ef /proc/self/ns/net ]; then
    container="/proc/$5/net/dev /proc/$5/net/snmp /proc/$5/net/netstat"
fi
look() {
    date +%s%N
    tail -v -n +1 /proc/stat /proc/softirqs /proc/interrupts /proc/net/softnet_stat /proc/net/dev /proc/net/snmp /proc/net/netstat \
        /proc/net/stat/nf_conntrack /proc/sys/net/netfilter/nf_conntrack_count $container 2>/dev/null || true
    for space in $overlays; do
        echo "==> $space <=="
        nsenter "--net=$space" cat /proc/net/dev 2>/dev/null || true
    done
}

sleep "$1"
look > "$folder/before"
before=$(used "$3")
begun=$(date +%s%N)
$sadc -F -S XDISK "$2" 2 "$folder/data"
after=$(used "$3")
look > "$folder/after"
echo "cgroup $before $after $begun"
sadf -j "$folder/data" -- -u ALL -P ALL -n DEV,EDEV,SOFT
echo counters
cat "$folder/before"
echo "==> end <=="
cat "$folder/after"
# What the devices are; the interrupts of the underlay's own.
echo "==> links host <=="
ip -json -details link show
if [ -n "$container" ]; then
    echo "==> links container <=="
    nsenter "--net=/proc/$5/ns/net" ip -json -details link show || true
fi
for space in $overlays; do
    echo "==> links $space <=="
    nsenter "--net=$space" ip -json -details link show || true
done
echo "==> interrupts <=="
for device in "/sys/class/net/$4/device" "/sys/class/net/$4/device/.."; do
    for irq in "$device"/msi_irqs/*; do [ ! -e "$irq" ] || echo "${irq##*/}"; done
done

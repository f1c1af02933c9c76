# Runs in a host's hand: what the host did from $1 seconds on, for $2 whole seconds. $3 is the host's own control group below /sys/fs/cgroup,
# or empty. Prints one line "cgroup BEFORE AFTER BEGUN" (ns of CPU time, -1 where unknown; BEGUN in ns since 1970), then sysstat's JSON.
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
sleep "$1"
before=$(used "$3")
begun=$(date +%s%N)
$sadc -F -S XDISK "$2" 2 "$folder/data"
after=$(used "$3")
echo "cgroup $before $after $begun"
sadf -j "$folder/data" -- -u ALL -P ALL -n DEV,EDEV,SOFT

# Prints what has to be known of a host, one fact a line: its name, a tab, its value. One script, because each command that an Engine
# executes takes a second where the CPU is emulated. What is not there is left out.
# arguments: the underlay's device, then names of sysctls
device=$1
shift
fact() { [ -z "$2" ] || printf '%s\t%s\n' "$1" "$2"; }
offloads() {
    ethtool -k "$device" 2> /dev/null | sed -n "s/^[[:space:]]*\(rx-checksumming\|tx-checksumming\|scatter-gather\|tcp-segmentation-offload\|generic-segmentation-offload\|generic-receive-offload\|tx-udp_tnl-segmentation\|tx-udp_tnl-csum-segmentation\|tx-udp-segmentation\): $1.*/\1/p" |
        paste -s -d, - | sed 's/,/, /g'
}
fact CPU "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
fact MTU "$(cat "/sys/class/net/$device/mtu")"
fact 'NIC driver' "$(ethtool -i "$device" 2> /dev/null | sed -n 's/^driver: //p')"
fact queues "$(ls -d "/sys/class/net/$device"/queues/rx-* | wc -l)"
fact RPS "$(cat "/sys/class/net/$device"/queues/rx-*/rps_cpus | sort -u | head -n 1)"
fact 'offloads on' "$(offloads on)"
fact 'offloads off' "$(offloads off)"
for sysctl in "$@"; do
    fact "$sysctl" "$(cat "/proc/sys/$(echo "$sysctl" | tr . /)" 2> /dev/null | tr '\t' ' ')"
done

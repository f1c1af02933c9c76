#!/bin/bash
# Sets the tuning '@NAME@' of Tare's on this host.
#   set all           everything that is there now, in the network namespaces of containers and of Docker's networks too
#   set device NAME   what concerns one network device of the host; udev calls it for each that appears
#   set follow        everything again whenever a container joins a network, until it is ended
# The value that a setting had before is written down once, for 'remove': of kernel parameters for good, of all else until the next boot.
# shellcheck disable=SC2317 # a tuning calls some of these functions, and some are called by name
set -u

SELF=$(readlink -f "$0")
BEFORE=/var/lib/tare-tuning/@NAME@
UNDERLAY=
NETNS=/run/docker/netns
# shellcheck source=/dev/null
[[ ! -r /etc/default/tare-@NAME@ ]] || . /etc/default/tare-@NAME@
PLACE=${PLACE:--} # the network namespace that this process is in; - for the host's own
ONLY=${ONLY:-}    # the one device that is meant
failed=0

own() { [[ $PLACE == - ]]; }

# record FILE KIND PLACE WHAT NAME OLD NEW
record() {
    local file=$1
    shift
    cut -f 1-4 "$file" 2>/dev/null | grep -Fqx "$(printf '%s\t%s\t%s\t%s' "${@:1:4}")" ||
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>"$file"
}

# change FILE KIND WHAT NAME NOW WANTED COMMAND...
change() {
    local file=$1 kind=$2 what=$3 name=$4 now=$5 wanted=$6
    shift 6
    [[ $now != "$wanted" ]] || return 0
    record "$BEFORE/$file" "$kind" "$PLACE" "$what" "$name" "$now" "$wanted"
    "$@" || { echo "tare-@NAME@: $what $name did not take $wanted" >&2; failed=1; }
}

plain() { tr -s ' \t\n' ' ' <<<"$1" | sed 's/^ //; s/ $//'; }
mask_plain() { tr -d ',\n' <<<"$1" | sed 's/^0*//; s/^$/0/'; }
write() { printf '%s' "$2" >"$1"; }
mask_words() { # 32 CPUs a word
    local mask=$1 text=''
    while ((${#mask} > 8)); do text=,${mask: -8}$text; mask=${mask:0:-8}; done
    printf '%s' "$mask$text"
}
write_mask() { mask_words "$2" >"$1"; }

# file PATH WANTED: one that a kernel may not have
file() {
    local now
    [[ -e $1 ]] && now=$(cat "$1" 2>/dev/null) || return 0
    case $1 in
    *_cpus | */smp_affinity) change before mask "$1" - "$(mask_plain "$now")" "$2" write_mask "$1" "$2" ;;
    *) change before file "$1" - "$(plain "$now")" "$2" write "$1" "$2" ;;
    esac
}

# parameter NAME VALUE: of the host; new containers begin with it where the kernel keeps it for each of them
parameter() {
    local path=/proc/sys/${1//.//}
    own && [[ ! $ONLY && -e $path ]] || return 0
    change before.parameters file "$path" - "$(plain "$(cat "$path")")" "$2" write "$path" "$2"
}

driver() { ethtool -i "$1" 2>/dev/null | sed -n 's/^driver: //p'; }

# devices WORD...: those of this place that are called so
devices() {
    local path name role
    for path in /sys/class/net/*; do
        name=${path##*/}
        [[ ! $ONLY || $ONLY == "$name" ]] || continue
        if own && [[ $name == "$UNDERLAY" ]]; then
            role=underlay
        else
            case $(driver "$name") in
            veth) role=veth ;;
            vxlan | geneve | ipip | gre | tun | wireguard) role=vxlan ;;
            bridge) role=bridge ;;
            *) continue ;;
            esac
        fi
        case " $* " in *" $role "*) echo "$name" ;; esac
    done
}

# queues rx|tx FILE VALUE WORD...
queues() {
    local way=$1 name=$2 value=$3 device path
    shift 3
    for device in $(devices "$@"); do
        for path in /sys/class/net/"$device"/queues/"$way"-*/"$name"; do file "$path" "$value"; done
    done
}

# flows COUNT WORD...: each queue of a device remembers its share, a power of two
flows() {
    local count=$1 device paths share
    shift
    for device in $(devices "$@"); do
        paths=(/sys/class/net/"$device"/queues/rx-*/rps_flow_cnt)
        for ((share = 1; share * ${#paths[@]} < count; share *= 2)); do :; done
        for path in "${paths[@]}"; do file "$path" "$share"; done
    done
}

# of_devices FILE VALUE WORD...
of_devices() {
    local name=$1 value=$2 device
    shift 2
    for device in $(devices "$@"); do file "/sys/class/net/$device/$name" "$value"; done
}

# offload FEATURE on|off WORD...: as 'ethtool -k' names it
offload() {
    local feature=$1 value=$2 device now
    shift 2
    for device in $(devices "$@"); do
        now=$(ethtool -k "$device" 2>/dev/null | sed -n "s/^[[:space:]]*$feature: \([a-z]*\)\( \[fixed\]\)\?.*/\1\2/p")
        case $now in '' | *fixed*) continue ;; esac
        change before offload "$device" "$feature" "$now" "$value" ethtool -K "$device" "$feature" "$value"
    done
}

online() { # the numbers of the CPUs
    local range
    for range in $(tr ',' ' ' </sys/devices/system/cpu/online); do seq "${range%-*}" "${range#*-}"; done
}
mask_of() { # CPU...
    local cpu words=() word text='' top=0
    for cpu in "$@"; do
        words[cpu / 4]=$((${words[cpu / 4]:-0} | 1 << cpu % 4))
        ((cpu / 4 > top)) && top=$((cpu / 4))
    done
    for ((word = top; word >= 0; word--)); do text+=$(printf '%x' "${words[word]:-0}"); done
    mask_plain "$text"
}
interrupts() {
    local path
    for path in /sys/class/net/"$UNDERLAY"/device/msi_irqs/* /sys/class/net/"$UNDERLAY"/device/../msi_irqs/*; do
        [[ ! -e /proc/irq/${path##*/}/smp_affinity ]] || echo "${path##*/}"
    done
}

# cpus all|not-irq|MASK
cpus() {
    case $1 in
    all) mapfile -t of < <(online) ;;
    not-irq)
        local irq busy=' '
        for irq in $(interrupts); do
            for range in $(tr ',' ' ' <"/proc/irq/$irq/smp_affinity_list"); do busy+="$(seq -s ' ' "${range%-*}" "${range#*-}") "; done
        done
        mapfile -t of < <(for cpu in $(online); do [[ $busy == *" $cpu "* ]] || echo "$cpu"; done)
        ;;
    *) mask_plain "$1"; return ;;
    esac
    mask_of "${of[@]}"
}

# Send queues of the underlay and its interrupts, dealt out in turn to the CPUs.
deal_queues() {
    local all=() paths=() path queue cpu own_cpus
    own && [[ $UNDERLAY && (! $ONLY || $ONLY == "$UNDERLAY") ]] || return 0
    mapfile -t all < <(online)
    for path in /sys/class/net/"$UNDERLAY"/queues/tx-*/xps_cpus; do [[ -e $path ]] && paths+=("$path"); done
    ((${#paths[@]} > 1 && ${#all[@]} > 1)) || return 0
    for queue in "${!paths[@]}"; do
        own_cpus=()
        for ((cpu = queue % ${#all[@]}; cpu < ${#all[@]}; cpu += ${#paths[@]})); do own_cpus+=("${all[cpu]}"); done
        file "${paths[queue]}" "$(mask_of "${own_cpus[@]}")"
    done
}
deal_interrupts() { # spread|MASK
    local all=() irq i=0
    own && [[ $UNDERLAY && (! $ONLY || $ONLY == "$UNDERLAY") ]] || return 0
    mapfile -t all < <(online)
    for irq in $(interrupts); do
        if [[ $1 == spread ]]; then
            file "/proc/irq/$irq/smp_affinity" "$(mask_of "${all[i++ % ${#all[@]}]}")"
        else
            file "/proc/irq/$irq/smp_affinity" "$(mask_plain "$1")"
        fi
    done
}

# receive_queues COUNT HASH: of the underlay; 0 is one for each CPU
receive_queues() {
    local count=$1 of now
    own && [[ $UNDERLAY && (! $ONLY || $ONLY == "$UNDERLAY") ]] || return 0
    ((count)) || count=$(online | wc -l)
    for of in Combined RX TX; do
        now=$(ethtool -l "$UNDERLAY" 2>/dev/null | sed -n "/^Current/,\$s/^$of:[[:space:]]*//p")
        case $now in '' | n/a | 0) continue ;; esac
        change before channels "$UNDERLAY" "${of,,}" "$now" "$count" ethtool -L "$UNDERLAY" "${of,,}" "$count"
    done
    [[ $2 != unchanged ]] || return 0
    now=$(ethtool -n "$UNDERLAY" rx-flow-hash udp4 2>/dev/null |
        sed -n 's/^IP SA$/s/p; s/^IP DA$/d/p; s/^L4 bytes 0 & 1.*/f/p; s/^L4 bytes 2 & 3.*/n/p' | tr -d '\n')
    [[ ! $now ]] ||
        change before hash "$UNDERLAY" udp4 "$now" "$2" ethtool -N "$UNDERLAY" rx-flow-hash udp4 "$2"
}

# The tunnels' outer packets, where they leave the host, are not tracked.
no_tracking() {
    local port chain ports
    own && [[ ! $ONLY ]] || return 0
    ports=$(for place in "" $(places); do
        if [[ $place ]]; then nsenter --net="$place" ip -d -o link show type vxlan; else ip -d -o link show type vxlan; fi
    done 2>/dev/null | sed -n 's/.* dstport \([0-9]*\).*/\1/p' | sort -u)
    for port in $ports; do
        for chain in PREROUTING OUTPUT; do
            iptables -w -t raw -C "$chain" -p udp --dport "$port" -j CT --notrack 2>/dev/null ||
                change before rule "$chain" "$port" absent present iptables -w -t raw -I "$chain" -p udp --dport "$port" -j CT --notrack
        done
    done
}

bridged_unfiltered() {
    local name
    [[ ! $ONLY && $(devices bridge) ]] || return 0
    for name in bridge-nf-call-iptables bridge-nf-call-ip6tables; do file "/proc/sys/net/bridge/$name" 0; done
}

clocks() { # GOVERNOR
    local path
    own && [[ ! $ONLY ]] || return 0
    for path in /sys/devices/system/cpu/cpu[0-9]*/cpufreq/scaling_governor; do file "$path" "$1"; done
}

knobs() {
@KNOBS@
}

places() { # the network namespaces that Docker keeps
    local place
    for place in "$NETNS"/*; do [[ ! -e $place || ${place##*/} == default ]] || echo "$place"; done
}

everywhere() {
    local place
    knobs
    for place in $(places); do
        # with a /sys of that namespace
        PLACE=$place nsenter --net="$place" unshare --mount "$SELF" inside || failed=1
    done
}

mkdir -p "$BEFORE"
boot=$(cat /proc/sys/kernel/random/boot_id)
if own && [[ $(cat "$BEFORE/boot" 2>/dev/null) != "$boot" ]]; then
    rm -f "$BEFORE/before"
    echo "$boot" >"$BEFORE/boot"
fi
case ${1:-all} in
all) everywhere ;;
device) ONLY=$2 && knobs ;;
inside) mount -t sysfs none /sys && mount -o remount,rw /sys && knobs ;;
follow)
    docker events --filter type=network --filter event=connect --format '{{.ID}}' | while read -r _; do
        sleep 1 # Docker tells of it before the device is in the container
        while read -r -t 0.1 _; do :; done
        "$SELF" all
    done
    ;;
*) echo "usage: $0 [all | device NAME | follow]" >&2; exit 2 ;;
esac
exit "$failed"

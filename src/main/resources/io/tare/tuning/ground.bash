# Runs by bash in a host's hand: the devices that the packets of one container pass on this host. Changes nothing.
#   ground UNDERLAY PID OWN PEER...
#   ground UNDERLAY -         all devices that stand, whoever made them
# PID is the container's process, OWN an address that may be the container's, and each PEER one that it may speak to. Prints, parted by blanks:
#   cpus LIST                 those online: 0-3
#   irq NUMBER MASK           an interrupt of the underlay device and the CPUs that may serve it
#   firewall PROGRAM          what the Engine's rules are kept with
#   source ADDRESS            the container's address towards the first PEER
#   container NAMESPACE INODE where that is not the host's own
#   device ROLE NAMESPACE INODE NAME DRIVER RX TX PORT
#                             ROLE: underlay, inside (the container's end), outside (its other end), bridge, tunnel
set -f

driver() { ethtool -i "$1" 2>/dev/null | sed -n 's/^driver: //p'; }
count() { set +f; set -- /sys/class/net/"$1"/queues/"$2"-*; set -f; [[ -e $1 ]] && echo $# || echo 0; }
device() { # ROLE NAMESPACE INODE NAME
    local port
    port=$(ip -d -o link show dev "$4" | sed -n 's/.* dstport \([0-9]*\).*/\1/p')
    echo "device $1 $2 $3 $4 $(driver "$4") $(count "$4" rx) $(count "$4" tx) ${port:-0}"
}
towards() { ip -o -4 route get "$1" 2>/dev/null | sed -n "s/.* $2 \([^ ]*\).*/\1/p"; }
tunnels() { case $(driver "$1") in vxlan | geneve | ipip | gre | tun | wireguard) true ;; *) false ;; esac; }

# The container's end: of the device that has its address, or that leads to a peer.
container() { # NAMESPACE INODE OWN PEER...
    local namespace=$1 inode=$2 own=$3 name
    shift 3
    name=$(ip -o -4 address show to "$own" 2>/dev/null | sed -n 's/^[0-9]*: \([^ ]*\).*/\1/p' | head -n 1)
    for peer in "$@"; do [[ $name && $name != lo ]] || name=$(towards "$peer" dev); done
    echo "source $(towards "$1" src)"
    [[ $name && $name != lo ]] || return 0
    device inside "$namespace" "$inode" "$name"
    echo "link $(<"/sys/class/net/$name/ifindex") $(<"/sys/class/net/$name/iflink")"
}

# Its other end, the bridge that has it as a port, and the tunnel behind that.
beyond() { # NAMESPACE INODE NAME PEER...
    local namespace=$1 inode=$2 name=$3 bridge port found=
    shift 3
    device outside "$namespace" "$inode" "$name"
    if [[ -e /sys/class/net/$name/master ]]; then
        bridge=$(basename "$(readlink "/sys/class/net/$name/master")")
        device bridge "$namespace" "$inode" "$bridge"
        for port in $(ls "/sys/class/net/$bridge/brif" 2>/dev/null); do
            if tunnels "$port"; then device tunnel "$namespace" "$inode" "$port"; found=yes; fi
            # the pair by which Weave's router joins its bridge to Open vSwitch
            [[ $port == vethwe-bridge && -e /sys/class/net/vethwe-datapath ]] || continue
            device outside "$namespace" "$inode" "$port"
            device outside "$namespace" "$inode" vethwe-datapath
        done
    fi
    [[ $found ]] && return
    for peer in "$@"; do
        port=$(towards "$peer" dev)
        if [[ $port ]] && tunnels "$port"; then device tunnel "$namespace" "$inode" "$port"; return; fi
    done
    # Open vSwitch sends through devices that get each packet's peer with the packet
    for port in $(ip -d -o link show type vxlan | sed -n 's/^[0-9]*: \([^:@]*\).* external .*/\1/p'); do
        device tunnel "$namespace" "$inode" "$port"
    done
}

# All devices of one place but loopback and the underlay. Where there is a bridge it is a network's, else a container's.
standing() { # NAMESPACE INODE [UNDERLAY]
    local name bridges ends=inside
    bridges=$(ip -o link show type bridge)
    [[ $1 == - || $bridges ]] && ends=outside
    [[ $ends == inside ]] && echo "container $1 $2"
    for name in $(ls /sys/class/net); do
        [[ $name == "${3:-lo}" ]] && continue
        case $(driver "$name") in
        veth) device $ends "$1" "$2" "$name" ;;
        bridge) device bridge "$1" "$2" "$name" ;;
        *) if tunnels "$name"; then device tunnel "$1" "$2" "$name"; fi ;;
        esac
    done
}
hidden() { # the network namespaces that the Engine keeps: of containers, and of networks
    for p in $(pidof dockerd); do sed -n "s|^[^-]* \(/[^ ]*\) .* - nsfs .*|/proc/$p/root\1|p" "/proc/$p/mountinfo"; done
}

enter() { # NAMESPACE FUNCTION ARGUMENT...
    local namespace=$1
    shift
    if [[ $namespace == - ]]; then "$@"
    else nsenter --net="$namespace" unshare --mount bash -c "$BASH_EXECUTION_STRING" ground inside "$@"
    fi
}

if [[ $1 == inside ]]; then
    shift
    mount -t sysfs none /sys # that of this network namespace
    "$@"
    exit
fi

underlay=$1 pid=$2 own=$3
shift 3
echo "cpus $(</sys/devices/system/cpu/online)"
device underlay - 0 "$underlay"
set +f
for folder in /sys/class/net/"$underlay"/device/msi_irqs /sys/class/net/"$underlay"/device/../msi_irqs; do
    for irq in "$folder"/*; do
        irq=${irq##*/}
        [[ -r /proc/irq/$irq/smp_affinity ]] && echo "irq $irq $(<"/proc/irq/$irq/smp_affinity")"
    done
done
set -f
for program in iptables-nft iptables-legacy; do
    if $program --wait --list-rules DOCKER-USER >/dev/null 2>&1; then echo "firewall $program"; break; fi
done
if [[ $pid == - ]]; then
    mine=$(stat -L -c %i /proc/self/ns/net)
    standing - 0 "$underlay"
    for place in $(hidden); do
        at=$(stat -L -c %i "$place" 2>/dev/null)
        [[ ! $at || $at == "$mine" ]] || enter "$place" standing "$place" "$at"
    done
    exit 0
fi
namespace=/proc/$pid/ns/net
inode=$(stat -L -c %i "$namespace") || exit 1
mine=$(stat -L -c %i /proc/self/ns/net)
[[ $inode == "$mine" ]] && exit 0
echo "container $namespace $inode"
said=$(enter "$namespace" container "$namespace" "$inode" "$own" "$@")
grep -v '^link' <<<"$said"
read -r index peer < <(sed -n 's/^link //p' <<<"$said") || exit 0
for place in - $(hidden); do
    if [[ $place == - ]]; then
        at=0 links=$(ip -o link show type veth)
    else
        at=$(stat -L -c %i "$place" 2>/dev/null)
        [[ $at == "$mine" || $at == "$inode" ]] && continue
        links=$(nsenter --net="$place" ip -o link show type veth 2>/dev/null)
    fi
    name=$(sed -n "s/^$peer: \([^@]*\)@if$index: .*/\1/p" <<<"$links")
    if [[ $name ]]; then enter "$place" beyond "$place" "$at" "$name" "$@"; break; fi
done

# Runs an exported tuning on a host that is none: network, mounts, /etc and /var/lib of its own, with a container's namespace as Docker keeps it.
#   unshare --net --mount bash install-and-remove.bash ARTEFACT
set -eu
artefact=$1
mount --make-rprivate /
stuff=$(mktemp -d)
cp -a /etc "$stuff/etc" && mount --bind "$stuff/etc" /etc
mount -t tmpfs none /var/lib && mount -t tmpfs none /usr/local && mount -t tmpfs none /run
mount -t sysfs none /sys
ip link add eth0 type veth peer name veth0
ip link add br0 type bridge
ip link add vxlan0 type vxlan id 1 dstport 4789 dev eth0
mkdir -p /run/docker/netns && touch /run/docker/netns/abc && unshare --net=/run/docker/netns/abc true
ip link add veth1 type veth peer name inner
# a device is moved by the process that lives in the namespace
nsenter --net=/run/docker/netns/abc sleep 60 & waiting=$!
sleep 0.2
ip link set inner netns "$waiting"
kill "$waiting"

inside() { nsenter --net=/run/docker/netns/abc unshare --mount sh -c 'mount -t sysfs none /sys; "$@"' sh "$@"; }
all() {
    for device in eth0 veth0 vxlan0 veth1; do
        # some cannot be read
        grep -Hs . /sys/class/net/$device/queues/*/*_c* /sys/class/net/$device/{napi_defer_hard_irqs,gro_flush_timeout} || true
        ethtool -k $device | grep generic-receive | sed "s/^/$device /"
    done
    inside grep -H . /sys/class/net/inner/queues/rx-0/rps_cpus
    sysctl net.ipv4.tcp_rmem net.ipv4.tcp_congestion_control
    iptables-nft -t raw -S 2>/dev/null || true
}
all >"$stuff/before"
"$artefact/install" eth0
all >"$stuff/set"
echo "== changed"
diff "$stuff/before" "$stuff/set" | sed -n 's/^> //p'
echo "== what checkers say"
# systemd-analyze tells an unknown key and answers 0 all the same
! command -v systemd-analyze >/dev/null || systemd-analyze verify --man=no /etc/systemd/system/tare-*.service 2>&1
shellcheck "$artefact/install" "$artefact/remove" /usr/local/lib/tare-tuning/*/set
# since systemd 254
! udevadm verify --help >/dev/null 2>&1 || udevadm verify --no-summary /etc/udev/rules.d/*-tare-*.rules 2>&1
echo "== applied again"
/usr/local/lib/tare-tuning/*/set all
all | diff "$stuff/set" - && echo nothing
echo "== a device that appears"
ip link add veth2 type veth peer name veth3
/usr/local/lib/tare-tuning/*/set device veth2
grep -H . /sys/class/net/veth[23]/queues/rx-0/rps_cpus
echo "== others change one, another vanishes"
echo 1 >/sys/class/net/veth0/queues/rx-0/rps_cpus
ip link delete veth1
"$artefact/remove"
all >"$stuff/after" 2>/dev/null || true
echo "== different after"
diff <(grep -v -e veth1 -e inner "$stuff/before") <(grep -v -e veth1 -e inner "$stuff/after") || true
echo "== left on the disk"
find /etc /var/lib /usr/local -name '*tare*'
rm -rf "$stuff/etc"

#!/bin/sh
# The first process of a lab's virtual machine. It needs no other services than these: the Engine, a relay to it, and a shell for who comes
# by ssh. What it is told stands on the kernel's command line: tare.name, tare.address on the underlay, tare.control on the control network,
# tare.key (the ssh key that may come in).
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs tmpfs /tmp
mkdir -p /dev/pts /dev/shm /run/lock
mount -t devpts -o gid=5,mode=620,ptmxmode=666 devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t cgroup2 cgroup2 /sys/fs/cgroup

name=host address= control= key=
for word in $(cat /proc/cmdline); do
    case $word in
    tare.name=*) name=${word#*=} ;;
    tare.address=*) address=${word#*=} ;;
    tare.control=*) control=${word#*=} ;;
    tare.key=*) key=${word#*=} ;;
    esac
done
said() { echo "tare: $1 after $(cut -d' ' -f1 /proc/uptime) s"; }

ulimit -n 524288
modprobe -a virtio_net overlay tun
hostname "$name"
printf '127.0.0.1 localhost\n%s %s\n' "${address%/*}" "$name" > /etc/hosts
ip link set lo up
ip address add "$address" dev eth0 && ip link set eth0 up
ip address add "$control" dev eth1 && ip link set eth1 up
said "the network is up"

# containerd by itself: the Engine gives one of its own 15 s, which an emulated CPU on a busy machine may not keep
mkdir -p /run/containerd
printf 'version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n' > /run/containerd/config.toml
containerd --config /run/containerd/config.toml > /var/log/containerd.log 2>&1 &
containers=$!
until [ -S /run/containerd/containerd.sock ]; do
    kill -0 $containers 2> /dev/null || break
    sleep 0.1
done
dockerd --containerd /run/containerd/containerd.sock --host unix:///run/docker.sock --exec-opt native.cgroupdriver=cgroupfs > /var/log/dockerd.log 2>&1 &
engine=$!
echo "ssh-ed25519 $key" > /root/.ssh/authorized_keys
dropbear -s -R -p "${control%/*}:22" 2> /dev/null
until grep -q 'API listen on' /var/log/dockerd.log; do
    kill -0 $engine 2> /dev/null || break
    sleep 0.2
done
if kill -0 $engine 2> /dev/null; then
    # the Engine's own TCP socket would wait some seconds as a warning: this one ends at the control network, which ends inside the lab
    socat "TCP-LISTEN:2375,bind=${control%/*},reuseaddr,fork" UNIX-CONNECT:/run/docker.sock &
    said "the Engine answers"
    wait $engine # reaps what containers leave behind as well
fi
tail -n 6 /var/log/containerd.log /var/log/dockerd.log
said "the Engine has ended"
busybox poweroff -f

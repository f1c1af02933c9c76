# Puts a container image into the Engine's data of a machine's root file system, with that root's own Engine, so that no machine has to load
# it: an emulated CPU takes minutes for that. It runs in namespaces of its own, which take the Engine and all mounts away with them.
# arguments: the root file system, the archive of the image
set -e
root=$1 archive=$2
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
: > "$root/tmp/image.tar"
mount --bind "$archive" "$root/tmp/image.tar"
exec chroot "$root" sh -c '
    export PATH=/usr/sbin:/usr/bin:/sbin:/bin
    dockerd --host unix:///run/docker.sock --storage-driver overlay2 --iptables=false --ip6tables=false --bridge=none \
        --exec-opt native.cgroupdriver=cgroupfs > /run/dockerd.log 2>&1 &
    engine=$!
    until docker version > /dev/null 2>&1; do
        kill -0 $engine 2> /dev/null || { tail -n 12 /run/dockerd.log >&2; exit 1; }
        sleep 0.2
    done
    docker load --quiet --input /tmp/image.tar >&2 || exit 1
    kill $engine
    wait $engine'

# The first process of a lab host. It runs in new mount, network, PID, UTS and IPC namespaces; when it ends, for whatever reason, the
# kernel ends all processes of the host and takes its mounts, devices, addresses and firewall rules with it.
#
# arguments: the host's folder, the lab's runtime folder below /run, the host's name, the cgroup parent of its containers, then the
# cgroup folders that the host's own processes go into
set -e
folder=$1 runtime=$2 name=$3 parent=$4
shift 4
for cgroup in "$@"; do
    echo 0 > "$cgroup/cgroup.procs"
done

# A /run of its own: no socket of the machine's Docker, containerd, firewall or system bus is seen here; only the lab's folder shines
# through. /etc and /opt can be read, and what an Engine writes there (a key, plugin folders) goes with the host.
private=$folder/private
mkdir -p "$private"
mount -t tmpfs -o mode=755 tmpfs "$private"
mkdir -p "$private/run${runtime#/run}" "$private/etc" "$private/opt" "$private/work-etc" "$private/work-opt"
mount --bind "$runtime" "$private/run${runtime#/run}"
mount -t overlay -o "lowerdir=/etc,upperdir=$private/etc,workdir=$private/work-etc" overlay /etc
[ ! -d /opt ] || mount -t overlay -o "lowerdir=/opt,upperdir=$private/opt,workdir=$private/work-opt" overlay /opt
mount --rbind "$private/run" /run

hostname "$name"
ip link set lo up
: > "$folder/ready"
while [ ! -e "$folder/go" ]; do sleep 0.02; done

mkdir -p "$runtime/$name"
dockerd --config-file "$folder/daemon.json" --data-root "$folder/data" --exec-root "$runtime/$name/exec" \
    --pidfile "$runtime/$name/dockerd.pid" --host "unix://$runtime/$name/docker.sock" \
    --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "$parent" > "$folder/dockerd.log" 2>&1 &
# reaps what containers leave behind; ends when the Engine has ended
wait

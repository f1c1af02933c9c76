# Sourced by the scripts beside it. Makes a testbed of two network namespaces joined by a veth pair, with nginx and memcached in one
# and the clients in the other; takes it away at the end. Needs root and Debian's nginx-light, memcached, iproute2 and python3.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
server=tare-bench-s$$
client=tare-bench-c$$
address=10.251.77.1
nginx_pid= memcached_pid=

end() {
    for pid in $nginx_pid $memcached_pid; do kill "$pid" 2>/dev/null || true; done
    ip netns del "$client" 2>/dev/null || true
    ip netns del "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap end EXIT
trap 'exit 1' INT TERM

need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || { echo "$tool is not installed; apt-get install it." >&2; exit 4; }
    done
}

# optional NAME VARIABLE: whether the tool whose path is in the variable is there; says so where it is not.
optional() {
    eval "path=\${$2:-}"
    [ -n "$path" ] && [ -x "$path" ] && return 0
    echo "$1 is left out: set $2 to the path of its binary to compare with it." >&2
    return 1
}

in_client() { ip netns exec "$client" "$@"; }
in_server() { ip netns exec "$server" "$@"; }
java=$("$here/../scripts/jdk")/bin/java
flags=$here/../src/main/resources/io/tare/load/jvm-flags.txt
jar=$here/../target/tare.jar
# load COMMAND: the generator in the client's namespace, or in the server's (to reach it over the loopback).
load() { in_client python3 "$here/cost.py" "$work/cost" "$java" "@$flags" -cp "$jar" io.tare.load.Load "$@"; }
load_beside() { in_server python3 "$here/cost.py" "$work/cost" "$java" "@$flags" -cp "$jar" io.tare.load.Load "$@"; }

# Numbers out of a run: a field of the JSON in a file; the median of numbers on standard input.
field() { python3 -c 'import functools, json, sys; print(functools.reduce(lambda d, k: d[k], sys.argv[2].split("/"), json.load(open(sys.argv[1]))))' "$1" "$2"; }
median() { python3 -c 'import statistics, sys; print("%.6g" % statistics.median(map(float, sys.stdin.read().split())))'; }

[ "$(id -u)" = 0 ] || { echo "Network namespaces need root: sudo $0" >&2; exit 4; }
[ -f "$jar" ] || { echo "Tare is not built: run ./tare --version first." >&2; exit 4; }
need nginx memcached ip python3
ip netns add "$server"
ip netns add "$client"
ip link add wire netns "$server" type veth peer name wire netns "$client"
ip -n "$server" addr add $address/24 dev wire
ip -n "$client" addr add 10.251.77.2/24 dev wire
for namespace in "$server" "$client"; do
    ip -n "$namespace" link set lo up
    ip -n "$namespace" link set wire up
done

mkdir "$work/www"
chmod 755 "$work" "$work/www"
head -c 1024 /dev/zero | tr '\0' a >"$work/www/1kb"
cat >"$work/nginx.conf" <<CONF
daemon off; worker_processes 2; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http {
    access_log off; keepalive_requests 1000000000; sendfile on; tcp_nopush on;
    client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
    server { listen 8080 backlog=2048; root $work/www; }
}
CONF
ip netns exec "$server" nginx -c "$work/nginx.conf" 2>/dev/null &
nginx_pid=$!
ip netns exec "$server" memcached -u nobody -t 4 -m 256 -c 4096 &
memcached_pid=$!
sleep 1

machine() {
    echo "machine: $(nproc) CPUs, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), Linux $(uname -r)"
    echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
}

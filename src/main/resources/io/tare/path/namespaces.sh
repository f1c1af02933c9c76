# Finds every network namespace of a host, and makes each known to this container's ip(8) under its inode's number.
# Prints a line for each way in: INODE PATH WORDS. Namespaces that no process lives in are mounted somewhere: an Engine keeps
# those of its containers and of its overlay networks so.
set -u
mkdir -p /var/run/netns
for old in /var/run/netns/[0-9]*; do [ -h "$old" ] && rm -f "$old"; done
own=$(stat -Lc %i /proc/self/ns/net)
known=' '
told() { # INODE PATH WORDS
    case $known in *" $1 "*) return ;; esac
    known="$known$1 "
    ln -s "$2" "/var/run/netns/$1" && printf '%s %s %s\n' "$1" "$2" "$3"
}
for process in /proc/[0-9]*; do # the first one is the host's init, which outlives this script
    [ "$(stat -Lc %i "$process/ns/net" 2>/dev/null)" = "$own" ] && break
done
told "$own" "$process/ns/net" own
mounts=' '
for process in /proc/[0-9]*; do
    view=$(stat -Lc %i "$process/ns/mnt" 2>/dev/null) || continue
    case $mounts in *" $view "*) continue ;; esac
    mounts="$mounts$view "
    while read -r _ _ _ root point _; do
        case $root in
        net:\[*)
            inode=${root#net:\[}
            [ -e "$process/root$point" ] && told "${inode%\]}" "$process/root$point" "mounted ${point##*/}"
            ;;
        esac
    done <"$process/mountinfo"
done
for process in /proc/[0-9]*; do
    inode=$(stat -Lc %i "$process/ns/net" 2>/dev/null) || continue
    told "$inode" "$process/ns/net" "process $(cat "$process/comm" 2>/dev/null)"
done
exit 0

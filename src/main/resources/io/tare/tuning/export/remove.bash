#!/bin/bash
# Takes the tuning '@NAME@' of Tare's away from this host: its files, and what it set is as before. What others changed meanwhile is told and left.
set -u

root=${DESTDIR:-}
[ -n "$root" ] || [ "$(id -u)" = 0 ] || { echo "This needs root: sudo ./remove" >&2; exit 4; }
before=/var/lib/tare-tuning/@NAME@
left=0

put() { # KIND WHAT NAME VALUE
    case $1 in
    file | mask) printf '%s' "$4" >"$2" ;;
    offload) ethtool -K "$2" "$3" "$4" ;;
    channels) ethtool -L "$2" "$3" "$4" ;;
    hash) ethtool -N "$2" rx-flow-hash "$3" "$4" ;;
    rule) iptables -w -t raw -D "$2" -p udp --dport "$3" -j CT --notrack ;;
    esac
}
now() { # KIND WHAT NAME
    case $1 in
    file) tr -s ' \t\n' ' ' <"$2" | sed 's/ $//' ;;
    mask) tr -d ',\n' <"$2" | sed 's/^0*//; s/^$/0/' ;;
    offload) ethtool -k "$2" | sed -n "s/^[[:space:]]*$3: \([a-z]*\).*/\1/p" ;;
    channels) ethtool -l "$2" | sed -n "/^Current/,\$s/^$3:[[:space:]]*//Ip" ;;
    hash)
        ethtool -n "$2" rx-flow-hash "$3" |
            sed -n 's/^IP SA$/s/p; s/^IP DA$/d/p; s/^L4 bytes 0 & 1.*/f/p; s/^L4 bytes 2 & 3.*/n/p' | tr -d '\n' ;;
    rule) if iptables -w -t raw -C "$2" -p udp --dport "$3" -j CT --notrack 2>/dev/null; then echo present; else echo absent; fi ;;
    esac
}
back() { # KIND WHAT NAME OLD NEW
    local is value=$4
    is=$(now "$1" "$2" "$3" 2>/dev/null)
    if [ -z "$is" ]; then
        return # gone
    elif [ "$is" != "$5" ]; then
        [ "$is" = "$4" ] || echo "left: $2 $3 was changed by others meanwhile: it is $is (set to $5, $4 before)"
    else
        if [ "$1" = mask ]; then # 32 CPUs a word
            value=
            local rest=$4
            while [ ${#rest} -gt 8 ]; do value=,${rest: -8}$value; rest=${rest:0:-8}; done
            value=$rest$value
        fi
        put "$1" "$2" "$3" "$value" || left=1
    fi
}

if [ "${1:-}" = inside ]; then
    mount -t sysfs none /sys && mount -o remount,rw /sys
    shift
    back "$@"
    exit "$left"
fi

[ -n "$root" ] || [ ! -d /run/systemd/system ] || systemctl disable --now @UNITS@
undo() { # FILE
    local kind place what name old new
    while IFS=$'\t' read -r kind place what name old new; do
        if [ "$place" = - ]; then
            back "$kind" "$what" "$name" "$old" "$new"
        elif [ -e "$place" ]; then
            nsenter --net="$place" unshare --mount "$0" inside "$kind" "$what" "$name" "$old" "$new" </dev/null || left=1
        fi
    done < <(tac "$1")
}
if [ -z "$root" ]; then
    [ ! -e "$before/before.parameters" ] || undo "$before/before.parameters"
    # all else is as the kernel makes it after a boot, and that record of before the boot
    if [ "$(cat "$before/boot" 2>/dev/null)" = "$(cat /proc/sys/kernel/random/boot_id)" ] && [ -e "$before/before" ]; then
        undo "$before/before"
    fi
fi
if [ "$left" != 0 ]; then
    echo "Not all could be given back; what was before is in $before, and ./remove can be run again." >&2
    exit 1
fi
here=$(dirname "$(readlink -f "$0")")
(cd "$here/files" && find . -type f) | while read -r file; do rm -f "$root/${file#./}"; done
rm -f "$root/etc/default/tare-@NAME@"
rmdir "$root/usr/local/lib/tare-tuning/@NAME@" "$root/usr/local/lib/tare-tuning" 2>/dev/null
[ -n "$root" ] || { rm -rf "$before"; rmdir /var/lib/tare-tuning 2>/dev/null; }
if [ -z "$root" ] && [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    udevadm control --reload
fi
echo "Tuning '@NAME@' is removed."

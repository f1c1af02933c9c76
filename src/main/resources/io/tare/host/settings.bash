# Runs by bash in a host's hand: reads settings, or changes each that is still as it was found.
#   settings read|change  NAMESPACE INODE COUNT  (KIND PLACE NAME FROM TO) x COUNT  NAMESPACE ...
# NAMESPACE is a file such as /proc/PID/ns/net whose inode must be INODE, or - for the host's own. Prints a line for each setting, in order, of
# three fields parted by tabs: what became of it, the value found before, the value after or the reason.
#   is VALUE          read; or it was as wanted already
#   set OLD NEW       changed, NEW as read back
#   other VALUE       neither as found before nor as wanted: left alone
#   absent, gone      there is no such setting; its namespace has ended
#   refused OLD WHY   the kernel did not take it
set -f
tell() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }

# One spelling of a value: blanks and tabs become one blank; masks lose their commas and leading zeros.
plain() {
    local words
    read -ra words <<<"${1//$'\n'/ }"
    value="${words[*]}"
    case $value in
    '' | *[!0-9a-f,]*) ;;
    *) value=${value//,/}; while [[ $value == 0?* ]]; do value=${value#0}; done ;;
    esac
}

# Sets $value; fails where there is no such setting.
look() {
    local text
    case $1 in
    file) [[ -e $2 ]] && { text=$(<"$2"); } 2>/dev/null ;;
    offload) text=$(ethtool -k "$2" 2>/dev/null | sed -n "s/^[[:space:]]*$3: \([a-z]*\).*/\1/p"); [[ $text ]] ;;
    channels)
        text=$(ethtool -l "$2" 2>/dev/null | sed -n "/^Current/,\$s/^$3:[[:space:]]*//p")
        [[ $text && $text != n/a ]] ;;
    flow-hash)
        text=$(ethtool -n "$2" rx-flow-hash "$3" 2>/dev/null |
            sed -n 's/^IP SA$/s/p; s/^IP DA$/d/p; s/^L4 bytes 0 & 1.*/f/p; s/^L4 bytes 2 & 3.*/n/p' | tr -d '\n')
        [[ $text ]] ;;
    rule) # shellcheck disable=SC2086
        if "$2" --wait --table raw --check $3 2>/dev/null; then text=present; else text=absent; fi
        "$2" --wait --table raw --list-rules PREROUTING >/dev/null 2>&1 ;;
    *) false ;;
    esac || return 1
    plain "$text"
}

# Masks are written as the kernel reads them, 32 CPUs a word.
words() {
    local mask=$1 text=
    while ((${#mask} > 8)); do text=,${mask: -8}$text; mask=${mask:0:-8}; done
    printf '%s' "$mask$text"
}

put() {
    case $1 in
    file)
        case $2 in
        *_cpus | *smp_affinity) words "$4" >"$2" ;;
        *) printf '%s' "$4" >"$2" ;;
        esac ;;
    offload) ethtool -K "$2" "$3" "$4" >/dev/null ;;
    channels) ethtool -L "$2" "$(tr '[:upper:]' '[:lower:]' <<<"$3")" "$4" >/dev/null ;;
    flow-hash) ethtool -N "$2" rx-flow-hash "$3" "$4" >/dev/null ;;
    rule) # shellcheck disable=SC2086
        if [[ $4 == present ]]; then "$2" --wait --table raw --insert $3; else "$2" --wait --table raw --delete $3; fi ;;
    esac
}

one() {
    local before why from to
    look "$1" "$2" "$3" || { tell absent '' ''; return; }
    before=$value
    plain "$4"; from=$value
    plain "$5"; to=$value
    if [[ $op == read || $before == "$to" ]]; then tell is "$before" ''; return; fi
    if [[ $before != "$from" ]]; then tell other "$before" ''; return; fi
    why=$({ put "$1" "$2" "$3" "$to"; } 2>&1) || { plain "${why##*: }"; tell refused "$before" "$value"; return; }
    look "$1" "$2" "$3" || { tell absent "$before" ''; return; }
    tell set "$before" "$value"
}

several() {
    local i count=$1
    shift
    for ((i = 0; i < count; i++)); do one "${@:i * 5 + 1:5}"; done
}

op=$1
shift
if [[ $1 == inside ]]; then
    shift
    # /sys of this network namespace. A container runtime may have mounted it read-only, for all who mount it: only while this works it is not.
    mount -t sysfs none /sys
    closed=$(sed -n 's|^none /sys sysfs ro.*|yes|p' /proc/self/mounts)
    [[ $closed ]] && mount -o remount,rw /sys
    several "$@"
    [[ $closed ]] && mount -o remount,ro /sys
    exit 0
fi
while (($# > 2)); do
    namespace=$1 inode=$2 count=$3
    shift 3
    if [[ $namespace == - ]]; then
        several "$count" "${@:1:count * 5}"
    elif [[ $(stat -L -c %i "$namespace" 2>/dev/null) != "$inode" ]]; then
        for ((i = 0; i < count; i++)); do tell gone '' ''; done
    else
        nsenter --net="$namespace" unshare --mount bash -c "$BASH_EXECUTION_STRING" settings "$op" inside "$count" "${@:1:count * 5}"
    fi
    shift $((count * 5))
done

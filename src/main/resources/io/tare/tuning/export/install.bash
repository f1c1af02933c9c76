#!/bin/bash
# Puts the tuning '@NAME@' of Tare's on this host, for good: the files beside this script, below / (or below $DESTDIR, where nothing is set or started).
#   sudo ./install [DEVICE]    DEVICE is the network card between the hosts; preset: that of the default route
set -eu

here=$(dirname "$(readlink -f "$0")")
root=${DESTDIR:-}
device=${1:-$(ip -o -4 route show default 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)}
[ -n "$device" ] || { echo "There is no default route; name the network card: ./install eth0" >&2; exit 2; }
[ -n "$root" ] || [ "$(id -u)" = 0 ] || { echo "This needs root: sudo ./install" >&2; exit 4; }
[ -n "$root" ] || [ -e "/sys/class/net/$device" ] || { echo "There is no network device '$device'." >&2; exit 2; }
[ -n "$root" ] || command -v ethtool >/dev/null || { echo "This needs ethtool: apt install ethtool" >&2; exit 4; }

(cd "$here/files" && find . -type f) | while read -r file; do
    mode=644
    [ ! -x "$here/files/$file" ] || mode=755
    install -D -m "$mode" "$here/files/$file" "$root/${file#./}"
done
install -d "$root/etc/default"
echo "UNDERLAY=$device" >"$root/etc/default/tare-@NAME@"
[ -z "$root" ] || exit 0

/usr/local/lib/tare-tuning/@NAME@/set all
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    udevadm control --reload
    systemctl enable @UNITS@
    systemctl start --no-block @UNITS@
else
    echo "systemd does not run here: set now, and not at the next boot."
fi
echo "Tuning '@NAME@' is installed; ./remove takes it away."

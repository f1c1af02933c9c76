# Makes a Debian root file system the root of a lab's virtual machines: installs their first process, makes the small initial RAM disk that
# they boot with, and takes out what they do not use.
# arguments: the root file system; beside this script lie vm-init.sh and vm-initrd.sh
set -e
here=$(dirname "$0")
cp "$here/vm-init.sh" "$1/usr/sbin/tare-init"
chmod 755 "$1/usr/sbin/tare-init"

# Modules as they are: an emulated CPU takes long to decompress them at every boot.
version=$(ls "$1/usr/lib/modules")
chroot "$1" find /usr/lib/modules -name '*.ko.xz' -exec busybox unxz '{}' +
chroot "$1" depmod "$version"

# All that the kernel needs for its root is virtio's block device; Debian's own RAM disk probes for much more.
ram=$1/tmp/ram
mkdir -p "$ram/bin" "$ram/dev" "$ram/root"
cp "$1/bin/busybox" "$ram/bin/"
cp "$1/usr/lib/modules/$version/kernel/drivers/block/virtio_blk.ko" "$ram/"
cp "$here/vm-initrd.sh" "$ram/init"
chmod 755 "$ram/init"
chroot "$1" sh -c 'cd /tmp/ram && find . | busybox cpio -o -H newc > /boot/initrd' 2> /dev/null
mv "$1/boot/vmlinuz-$version" "$1/boot/kernel"
rm -rf "$ram" "$1/boot/initrd.img-$version" "$1/boot/System.map-$version"

rm -rf "$1"/usr/share/man "$1"/usr/share/doc "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin
rm -f "$1/etc/resolv.conf" "$1/etc/hostname"
mkdir -p "$1/root/.ssh" "$1/etc/dropbear" "$1/usr/share/tare"
chmod 700 "$1/root/.ssh"
chroot "$1" dpkg-query --show --showformat '${Package} ${Version}\n' > "$1/usr/share/tare/packages"

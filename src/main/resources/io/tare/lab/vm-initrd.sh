#!/bin/busybox sh
# The start of a lab's virtual machine: finds its disk and goes on there.
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox insmod /virtio_blk.ko
while [ ! -b /dev/vda ]; do /bin/busybox usleep 5000; done
/bin/busybox mount -t ext4 -o noatime /dev/vda /root
/bin/busybox mount --move /dev /root/dev
exec /bin/busybox switch_root /root /usr/sbin/tare-init

package io.tare.lab;

import io.tare.host.ExecResult;
import io.tare.host.LocalCommand;
import io.tare.study.GuestSpec;
import io.tare.study.TestbedSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One virtual machine of a lab: a QEMU in the hub's namespaces, and a relay from a socket in the lab's runtime folder to the machine's Engine.
 * Both end with the hub.
 *
 * @param index from 0
 */
record GuestLaunch(LabFolders folders, String host, int index, Inside hub) {
    static final String QEMU = "qemu-system-x86_64";
    /** What the machine's first process says when its Engine can be reached. */
    private static final String READY = "tare: the Engine answers";

    private static final Duration STARTING = Duration.ofSeconds(30);

    /** Starts it; its kernel and system are on their way up then. {@code key} is the public ssh key that may come in. */
    void start(VmImage image, TestbedSpec spec, Accelerator accelerator, String key) {
        Path folder = folders.host(host);
        try {
            Files.createDirectories(folder);
            Files.createDirectories(folders.socket(host).getParent());
        } catch (IOException e) {
            throw new LabException("%s cannot be made in %s: %s".formatted(host, folder, e.getMessage()), e);
        }
        Path disk = folder.resolve("disk.qcow2");
        LocalCommand.run(
                "qemu-img",
                "create",
                "-q",
                "-f",
                "qcow2",
                "-F",
                "raw",
                "-b",
                image.disk().toString(),
                disk.toString());
        List<String> qemu = new ArrayList<>(List.of(QEMU, "-name", host, "-machine", "q35"));
        qemu.addAll(accelerator.options());
        qemu.addAll(machine(image, disk, Objects.requireNonNull(spec.guests(), "guests"), accelerator, key));
        qemu.addAll(underlay(spec, accelerator));
        qemu.addAll(nic("control", VmUnderlay.controlTap(index), "98", ""));
        ExecResult started = LocalCommand.run(STARTING, hub.command(qemu));
        if (started.exitCode() != 0) {
            throw new LabException("The virtual machine %s cannot be started (exit code %d): %s"
                    .formatted(host, started.exitCode(), started.stderr().strip()));
        }
        relay();
    }

    private List<String> machine(VmImage image, Path disk, GuestSpec guests, Accelerator accelerator, String key) {
        String told = " tare.name=%s tare.address=%s/%d tare.control=%s/%d tare.key=%s"
                .formatted(
                        host,
                        Underlay.address(index),
                        Underlay.PREFIX,
                        VmUnderlay.control(index),
                        Underlay.PREFIX,
                        key);
        return List.of(
                "-smp",
                Integer.toString(guests.cpus()),
                "-m",
                guests.memoryBytes() / (1 << 20) + "M",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-no-reboot", // a machine that panics ends
                "-daemonize",
                "-pidfile",
                pidFile().toString(),
                "-serial",
                "file:" + console().file(),
                "-kernel",
                image.kernel().toString(),
                "-initrd",
                image.ramDisk().toString(),
                "-append",
                "console=ttyS0 quiet panic=-1 net.ifnames=0" + accelerator.kernel() + told,
                "-drive",
                "if=none,id=disk,format=qcow2,file=" + disk,
                "-device",
                "virtio-blk-pci,drive=disk",
                "-device",
                "virtio-rng-pci");
    }

    private List<String> underlay(TestbedSpec spec, Accelerator accelerator) {
        int queues = Objects.requireNonNull(spec.guests(), "guests").queues();
        String backend =
                accelerator == Accelerator.KVM && Files.isWritable(Path.of("/dev/vhost-net")) ? ",vhost=on" : "";
        String several = queues > 1 ? ",queues=" + queues : "";
        String vectors = queues > 1 ? ",mq=on,vectors=" + (2 * queues + 2) : "";
        List<String> options =
                new ArrayList<>(nic("underlay", VmUnderlay.tap(index) + several + backend, "99", vectors));
        options.set(options.size() - 1, options.getLast() + ",host_mtu=" + spec.mtu());
        return options;
    }

    /** The machine takes its NICs in the order in which they are given: the underlay is eth0. */
    private List<String> nic(String id, String tap, String network, String more) {
        return List.of(
                "-netdev",
                "tap,id=%s,script=no,downscript=no,ifname=%s".formatted(id, tap),
                "-device",
                "virtio-net-pci,netdev=%s,mac=52:54:00:%s:%02x:%02x,romfile=%s"
                        .formatted(id, network, (index + 1) >> 8, (index + 1) & 0xff, more));
    }

    private void relay() {
        LocalCommand.run(hub.command(List.of(
                        "sh",
                        "-c",
                        "umask 077; exec setsid --fork socat \"UNIX-LISTEN:$1,fork\" \"TCP:$2:2375,connect-timeout=5\" > /dev/null 2>&1",
                        "relay",
                        folders.socket(host).toString(),
                        VmUnderlay.control(index)))
                .toArray(String[]::new));
    }

    /** Waits until its Engine can be reached. {@link LabException} with what its console said last where that does not come. */
    void awaitEngine(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!console().said(READY)) {
            if (!running()) {
                throw new LabException("The virtual machine %s has ended while it booted. The end of its console:%n%s"
                        .formatted(host, console().end()));
            }
            if (System.nanoTime() > end) {
                throw new LabException("The virtual machine %s did not come up within %d s. The end of its console:%n%s"
                        .formatted(host, seconds, console().end()));
            }
            Waiting.pause(250, "waiting for the virtual machine " + host);
        }
    }

    /** The end of its console where it has ended; else empty. */
    String lastWords() {
        return running()
                ? ""
                : "The virtual machine has ended. The end of its console:%n%s"
                        .formatted(console().end());
    }

    /** Whether its QEMU runs; one that has ended, and that nobody has asked about, does not. */
    boolean running() {
        try {
            String status = "/proc/" + Files.readString(pidFile()).strip() + "/status";
            return LocalCommand.run(STARTING, hub.command(List.of("grep", "-qs", "^State:[[:space:]]*[^ZX]", status)))
                            .exitCode()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private Console console() {
        return new Console(folders.host(host).resolve("console.log"));
    }

    private Path pidFile() {
        return folders.host(host).resolve("qemu.pid");
    }
}

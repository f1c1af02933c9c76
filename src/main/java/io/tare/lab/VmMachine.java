package io.tare.lab;

import io.tare.host.LocalCommand;
import io.tare.lab.Machine.Finding;
import io.tare.study.GuestSpec;
import io.tare.study.TestbedSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** This machine as the ground of a lab of virtual machines. */
public final class VmMachine {
    /** What one machine's copy-on-write disk comes to with Tare's image and a database, in bytes. */
    private static final long DISK = 3L << 30;

    private VmMachine() {}

    /** Whether such a lab can be had, and with which accelerator; for {@code tare doctor}. Changes nothing. */
    public static Finding look() {
        List<Finding> lacking = lacking(TestbedSpec.PRESET.hosts(), GuestSpec.PRESET);
        if (!lacking.isEmpty()) {
            return new Finding(
                    "VM lab",
                    "note",
                    "cannot be raised: "
                            + lacking.stream()
                                    .map(f -> f.subject() + ": " + f.found())
                                    .collect(Collectors.joining("; ")),
                    lacking.stream().map(Finding::remedy).distinct().collect(Collectors.joining(" ")));
        }
        Optional<VmImage> image = VmImage.known();
        if (image.isEmpty()) {
            return new Finding(
                    "VM lab",
                    "ok",
                    "can be raised; KVM is tried when its disk has been made, and emulation is there",
                    "");
        }
        Accelerator.Found found = Accelerator.found(image.get().kernel());
        return found.accelerator() == Accelerator.KVM
                ? new Finding("VM lab", "ok", "can be raised, with KVM", "")
                : new Finding(
                        "VM lab",
                        "note",
                        "can be raised, with " + found.words(),
                        "Absolute figures are those of an emulated CPU; a machine with KVM has none of that.");
    }

    /** {@link LabException.Missing} with every remedy where this lab cannot be made here. */
    static void require(TestbedSpec spec, GuestSpec guests) {
        List<Finding> lacking = lacking(spec.hosts(), guests);
        if (!lacking.isEmpty()) {
            throw new LabException.Missing("This machine cannot hold a lab of virtual machines:\n  "
                    + lacking.stream()
                            .map(f -> f.subject() + ": " + f.found() + ". " + f.remedy())
                            .collect(Collectors.joining("\n  ")));
        }
    }

    private static List<Finding> lacking(int hosts, GuestSpec guests) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Machine.root());
        findings.add(architecture());
        findings.add(Machine.program(GuestLaunch.QEMU, "qemu-system-x86"));
        findings.add(Machine.program("qemu-img", "qemu-utils"));
        findings.add(Machine.program("socat", "socat"));
        findings.add(Machine.program("ssh", "openssh-client"));
        findings.add(Machine.program("mke2fs", "e2fsprogs"));
        findings.add(Machine.program("mmdebstrap", "mmdebstrap"));
        findings.add(Machine.program("ip", "iproute2"));
        findings.add(Machine.program("unshare", "util-linux"));
        findings.add(Machine.disk(
                hosts * DISK, "%d virtual machines take %d GiB; make room.".formatted(hosts, (hosts * DISK) >> 30)));
        findings.add(memory(hosts, guests));
        if (Machine.isRoot()) {
            findings.add(Machine.device("bridge", "the underlay", "missing"));
            findings.add(tap());
        }
        return findings.stream().filter(f -> f.state().equals("missing")).toList();
    }

    private static Finding architecture() {
        String has = System.getProperty("os.arch", "");
        return has.equals("amd64")
                ? Machine.ok("CPU", has)
                : Machine.missing("CPU", "it is " + has, "The VM lab is for x86-64; the namespace lab works here.");
    }

    private static Finding memory(int hosts, GuestSpec guests) {
        double free = Machine.freeMemory() / (double) (1 << 30);
        double wanted = (double) hosts * guests.memoryBytes() / (1 << 30);
        String found = "%.1f GiB free".formatted(free);
        return free >= wanted
                ? Machine.ok("memory", found)
                : Machine.missing(
                        "memory",
                        found,
                        "%d virtual machines of %s take %.1f GiB: give them less ('memory: 2G', --memory 2G), or end what is not needed."
                                .formatted(hosts, guests.memory(), wanted));
    }

    private static Finding tap() {
        var tried = LocalCommand.run(
                Duration.ofSeconds(10),
                List.of("unshare", "--net", "ip", "tuntap", "add", "dev", "tare0", "mode", "tap"));
        return tried.exitCode() == 0
                ? Machine.ok("tap", "the kernel makes tap devices")
                : Machine.missing(
                        "tap",
                        "the kernel refused: " + tried.stderr().strip(),
                        "The machines' NICs need it: load the module tun.");
    }
}

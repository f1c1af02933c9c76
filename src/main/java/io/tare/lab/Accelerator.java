package io.tare.lab;

import io.tare.host.HostException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What runs the CPUs of virtual machines. */
public enum Accelerator {
    /** The machine's own CPUs, through the kernel's KVM. */
    KVM("KVM", List.of("-accel", "kvm", "-cpu", "host"), ""),
    /**
     * QEMU's translator: an emulated CPU, many times slower. One thread runs all virtual CPUs of a machine in turn: with a thread for each, a JVM
     * in the machine was seen to crash in code that its compiler had just written. On a busy machine the kernel would find its timer dead or its
     * clock unsteady, when it is only the emulation that waited.
     */
    TCG(
            "an emulated CPU (QEMU's TCG)",
            List.of("-accel", "tcg,thread=single", "-cpu", "max"),
            " no_timer_check tsc=reliable");

    private static final Path DEVICE = Path.of("/dev/kvm");
    /** The longest that a kernel takes to its end of boot with KVM, in s; 1 to 2 is usual. */
    private static final int LONGEST_BOOT = 15;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> options;

    private final String kernel;

    Accelerator(String words, List<String> options, String kernel) {
        this.words = words;
        this.options = options;
        this.kernel = kernel;
    }

    /**
     * What was found by trying.
     *
     * @param why the machines' CPUs are emulated, empty with KVM
     */
    public record Found(Accelerator accelerator, String why) {
        /** For people. */
        public String words() {
            return accelerator.words + (why.isEmpty() ? "" : "; KVM cannot be used here: " + why);
        }
    }

    public String words() {
        return words;
    }

    /** QEMU's options. */
    List<String> options() {
        return options;
    }

    /** What the machines' kernel is told of it, after a blank. */
    String kernel() {
        return kernel;
    }

    /**
     * KVM where a machine really boots with it, else TCG. A device file proves nothing: KVM inside of another hypervisor may fail at the first
     * instruction that has to be emulated. So this kernel is booted without a disk until it finds that it has no root.
     */
    static Found found(Path kernel) {
        if (!Files.isReadable(DEVICE) || !Files.isWritable(DEVICE)) {
            return new Found(TCG, "%s is not there or not for this user".formatted(DEVICE));
        }
        List<String> command = new ArrayList<>(
                List.of("timeout", Integer.toString(LONGEST_BOOT), GuestLaunch.QEMU, "-machine", "q35"));
        command.addAll(KVM.options);
        command.addAll(List.of("-smp", "2", "-m", "512", "-nodefaults", "-display", "none", "-no-reboot"));
        command.addAll(List.of("-serial", "stdio", "-kernel", kernel.toString()));
        command.addAll(List.of("-append", "console=ttyS0 panic=-1"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader output = process.inputReader()) {
                return judged(output);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new HostException("%s cannot be tried: %s".formatted(GuestLaunch.QEMU, e.getMessage()), e);
        }
    }

    private static Found judged(BufferedReader output) throws IOException {
        String last = "it said nothing for %d s".formatted(LONGEST_BOOT);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Kernel panic") && line.contains("root fs")) {
                return new Found(KVM, "");
            }
            if (line.contains("KVM internal error") || line.contains("failed to set MSR")) {
                return new Found(TCG, line.strip());
            }
            if (!line.isBlank()) {
                last = line.strip();
            }
        }
        return new Found(TCG, "a machine did not boot with it (%s)".formatted(last));
    }
}

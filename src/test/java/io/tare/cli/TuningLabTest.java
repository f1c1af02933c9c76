package io.tare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tare.lab.Lab;
import io.tare.lab.MachineState;
import io.tare.result.Manifest;
import io.tare.result.RecordedRun;
import io.tare.result.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Tunings on the real lab: whatever ends a run, every setting of its hosts is as before. */
@Tag("lab")
class TuningLabTest {
    private static final String LAB = "check-tuning";
    private static final String RPS = "eth0 queues/rx-0/rps_cpus:%s";

    /** All that a tuning may touch of one host: kernel parameters, device files, offloads and queues, rules, in every namespace of the host. */
    private static final String SNAPSHOT = """
            all() {
                mount -t sysfs none /sys
                # those of caches and routes change by themselves
                sysctl --all --pattern '^net\\.' 2>/dev/null | grep -v -e fib_multipath -e '\\.entries' -e random_secret -e stable_secret -e nf_conntrack_count
                for device in $(ls /sys/class/net); do
                    { ethtool -k "$device"; ethtool -l "$device"
                      cd /sys/class/net/"$device" && grep -Hrs . queues mtu threaded napi_defer_hard_irqs gro_flush_timeout; } | sed "s/^/$device /"
                done
                iptables-nft -t raw -S; iptables-legacy -t raw -S
            } 2>/dev/null
            export -f all
            echo "== own"; unshare --mount bash -c all
            for place in $(sed -n 's/^[^-]* \\(\\/[^ ]*\\) .* - nsfs .*/\\1/p' /proc/$(pidof dockerd)/mountinfo | sort); do
                case $place in */default) continue ;; esac
                echo "== $(basename "$place")"
                nsenter --net=/proc/$(pidof dockerd)/root"$place" unshare --mount bash -c all
            done
            """;

    @TempDir
    private Path folder;

    private List<String> untouched = List.of();

    @BeforeEach
    void aLabThatStays() throws Exception {
        MachineState.cleared(LAB); // with the settings that a check that was killed had changed in it
        TareProcess up = TareProcess.run("lab", "up", "--lab", LAB);
        assertThat(up.exitCode()).as(up.printed()).isZero();
        untouched = settings();
    }

    @AfterEach
    void down() {
        MachineState.cleared(LAB);
    }

    @Test
    void aTunedStudyLeavesEverySettingAsItWas() throws Exception {
        String tunings = "[none, rps, others: {all-of: [gro, napi-defer, notrack, socket-buffers]}]";
        TareProcess tare = start("whole", "[host, overlay]", tunings);
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        RecordedRun run = RecordedRun.read(folder.resolve("whole"));
        assertThat(run.samples()).extracting(Sample::outcome).containsOnly(Sample.Outcome.VALID);
        assertThat(run.samples())
                .filteredOn(s -> s.cell().tuning().equals("rps"))
                .hasSize(6);
        assertThat(settings()).containsAll(untouched);
    }

    @Test
    void aRunKilledInATunedTrialIsUndoneByTheNextOne() throws Exception {
        start("killed", "[host]", "[rps]").until("1/3").kill();
        assertThat(settings()).contains("h1 own " + RPS.formatted("3"), "h2 own " + RPS.formatted("3"));
        TareProcess next = start("next", "[host]", "[none]");
        assertThat(next.exitCode()).as(next.printed()).isZero();
        assertThat(settings()).containsAll(untouched);
    }

    @Test
    void aSearchKilledInItsMiddleIsUndoneByCleanAndGoneOnWith() throws Exception {
        String search = folder.resolve("search").toString();
        String[] begin = {
            "tune",
            "--mode",
            "host",
            "--workload",
            "iperf3-tcp",
            "--seconds",
            "1",
            "--budget",
            "90s",
            "--lab",
            LAB,
            "--to",
            search
        };
        TareProcess.start(begin).until("pair 5 ").kill();
        TareProcess clean = TareProcess.run("clean", LAB);
        assertThat(clean.exitCode()).as("the lab stays").isEqualTo(ExitCode.DIFFERS);
        assertThat(clean.printed()).contains("undid on lab '" + LAB + "' what a killed Tare had changed");
        assertThat(settings()).containsAll(untouched);
        TareProcess next = TareProcess.run("tune", "--resume", search, "--lab", LAB);
        assertThat(next.exitCode()).as(next.printed()).isZero();
        assertThat(next.printed()).contains("pairs are recorded already").contains("Tunings tried");
        assertThat(settings()).containsAll(untouched);
        assertThat(RecordedRun.read(folder.resolve("search")).complete()).isTrue();
    }

    @Test
    void controlCInTheMiddleOfASearchUndoesAllAndResumeGoesOn() throws Exception {
        Path study = Files.writeString(folder.resolve("cut.yaml"), """
                modes: [host]
                workloads: [iperf3-tcp]
                tunings: [tso: {state: off, as: tso-off}, socket-buffers: {most: 64K, as: small}] # both do harm
                seconds: 1
                warm-up: 0
                seed: 7
                """);
        String search = folder.resolve("cut").toString();
        TareProcess tare = TareProcess.start("tune", study.toString(), "--budget", "60s", "--lab", LAB, "--to", search)
                .until("pair 2 ")
                .interrupt();
        assertThat(tare.exitCode()).as(tare.printed()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(tare.printed()).contains("Tunings tried", "tare tune --resume " + search);
        assertThat(settings()).containsAll(untouched);
        RecordedRun cut = RecordedRun.read(folder.resolve("cut"));
        assertThat(cut.manifest().state()).isEqualTo(Manifest.State.PARTIAL);

        TareProcess next = TareProcess.run("tune", "--resume", search, "--lab", LAB, "--json");
        assertThat(next.exitCode()).as(next.printed()).isZero();
        assertThat(next.printed().lines().map(JsonMapper.shared()::readTree))
                .extracting(line -> line.path("event").asString())
                .contains("replayed", "pair-begun", "pair-ended")
                .endsWith("ended", "reported");
        RecordedRun whole = RecordedRun.read(folder.resolve("cut"));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.samples().subList(0, cut.samples().size())).isEqualTo(cut.samples());
        assertThat(settings()).containsAll(untouched);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsLeftAndTold() throws Exception {
        TareProcess tare = start("disturbed", "[host]", "[rps]").until("1/3");
        in(
                "h1",
                "unshare --mount bash -c 'mount -t sysfs none /sys; echo 1 > /sys/class/net/eth0/queues/rx-0/rps_cpus'");
        assertThat(tare.exitCode()).as(tare.printed()).isZero();
        assertThat(tare.printed()).contains("h1: /sys/class/net/eth0/queues/rx-0/rps_cpus was changed by others");
        assertThat(settings()).contains("h1 own " + RPS.formatted("1")).contains("h2 own " + RPS.formatted("0"));
    }

    @Test
    void aTuningThatIsAppliedStaysOverARunAndIsTakenBack() throws Exception {
        Path file = steered();
        assertThat(tuning("status", file).exitCode()).isEqualTo(3);
        assertThat(tuning("apply", file).exitCode()).isZero();
        TareProcess again = tuning("apply", file);
        assertThat(again.printed()).contains("stands on 2 hosts");
        TareProcess run = start("under", "[host]", "[none]");
        assertThat(run.exitCode()).as(run.printed()).isZero();
        assertThat(RecordedRun.read(folder.resolve("under")).manifest().notes())
                .anyMatch(note -> note.contains("tuning 'steered' stood on the hosts"));
        assertThat(settings()).contains("h1 own " + RPS.formatted("3"), "h2 own " + RPS.formatted("3"));
        assertThat(tuning("status", file).exitCode()).isZero();
        TareProcess undo = tuning("undo", file);
        assertThat(undo.exitCode()).as(undo.printed()).isZero();
        assertThat(settings()).containsAll(untouched);
    }

    /** On a lab host with a container, its scripts write below a root of their own: what they set is real, their files are not the machine's. */
    @Test
    void anExportedTuningIsInstalledAndRemovedAsItWas() throws Exception {
        Path file = steered();
        assertThat(tuning("status", file).exitCode()).isEqualTo(3); // the image is there
        String docker = "docker -H unix:///run/tare/labs/%s/h1/docker.sock ".formatted(LAB);
        in("h1", docker + "run --detach $(" + docker + "images --quiet tare/image | head -n 1) sleep 300");
        List<String> before = settings();
        Path artefact = folder.resolve("artefact");
        TareProcess export = TareProcess.run("tuning", "export", file.toString(), "--to", artefact.toString());
        assertThat(export.exitCode()).as(export.printed()).isZero();

        assertThat(in("h1", apart(artefact.resolve("install") + " eth0"))).contains("'steered' is installed");
        List<String> set = settings();
        assertThat(set).contains("h1 own " + RPS.formatted("3"), "h2 own " + RPS.formatted("0"));
        assertThat(set)
                .filteredOn(line -> line.startsWith("h1 ") && line.contains("queues/rx-0/rps_cpus:3"))
                .as("the card, the bridge's end and the container's")
                .hasSizeGreaterThanOrEqualTo(3);

        assertThat(in("h1", apart(artefact.resolve("remove").toString()))).contains("'steered' is removed");
        assertThat(settings()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(Path.of("/etc/systemd/system/tare-steered.service")).doesNotExist();
    }

    /** A command with an /etc, /usr/local and /var/lib that last from call to call, and are not the machine's; containers' namespaces are where Docker has them on most hosts. */
    private String apart(String command) {
        return """
                cd %s && mkdir -p etc local lib /run/docker/netns && { [ -e etc/passwd ] || cp -a /etc/. etc; }
                unshare --mount --propagation private bash -c '
                    mount --bind etc /etc && mount --bind local /usr/local && mount --bind lib /var/lib && mount -t sysfs none /sys &&
                    mount --rbind /run/tare/labs/%s/h1/exec/netns /run/docker/netns && %s'
                """.formatted(folder, LAB, command);
    }

    /** Whatever moment it is: before, between and after its changes, which last milliseconds of the second or two that the command takes. */
    @Test
    void anApplyThatIsKilledAtAnyMomentIsTakenBack() throws Exception {
        Path file = steered();
        assertThat(tuning("status", file).exitCode()).isEqualTo(3); // the image is there
        for (int after = 700; after <= 2200; after += 250) {
            TareProcess apply = TareProcess.start("tuning", "apply", file.toString(), "--lab", LAB);
            Thread.sleep(after);
            apply.kill();
            tuning("undo", file);
            assertThat(settings()).as("killed after %d ms", after).containsAll(untouched);
        }
    }

    private static TareProcess tuning(String command, Path file) throws Exception {
        return TareProcess.run("tuning", command, file.toString(), "--lab", LAB);
    }

    private Path steered() throws Exception {
        return Files.writeString(folder.resolve("steered.yaml"), "tunings: [rps, gro: {state: off}, napi-defer]\n");
    }

    /** One line a setting, of both hosts and all of their namespaces. */
    private static List<String> settings() throws Exception {
        List<String> all = new ArrayList<>();
        for (String host : List.of("h1", "h2")) {
            String section = "";
            for (String line : in(host, SNAPSHOT).lines().toList()) {
                if (line.startsWith("== ")) {
                    section = line.substring(3);
                } else {
                    all.add("%s %s %s".formatted(host, section, line));
                }
            }
        }
        assertThat(all).as("a snapshot of everything").hasSizeGreaterThan(500);
        return all;
    }

    private static String in(String host, String script) throws Exception {
        try (Lab lab = Lab.find(LAB).orElseThrow()) {
            Process process = lab.enter(host, List.of("bash", "-c", script))
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return printed;
        }
    }

    private TareProcess start(String name, String modes, String tunings) throws Exception {
        Path study = Files.writeString(folder.resolve(name + ".yaml"), """
                modes: %s
                workloads: [iperf3-tcp]
                tunings: %s
                samples: 3
                seconds: 1
                warm-up: 0
                seed: 7
                """.formatted(modes, tunings));
        return TareProcess.start(
                "run",
                study.toString(),
                "--lab",
                LAB,
                "--to",
                folder.resolve(name).toString());
    }
}

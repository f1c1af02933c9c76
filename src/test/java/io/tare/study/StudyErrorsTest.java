package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads who wrote a study that cannot be run: every fault with its place, and the way out. */
class StudyErrorsTest {
    private static final String RIGHT = "modes: [host]\nworkloads: [iperf3-tcp]\n";

    private static String errors(String text) {
        return String.valueOf(catchThrowableOfType(StudyException.class, () -> StudyReaderTest.read(text))
                        .getMessage())
                .replace("studies/mine.yaml", "F");
    }

    @Test
    void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
        assertThat(errors("""
                name: mine
                modes: [host, Overlay, hots]
                workloads:
                  - iperf-tcp
                  - iperf3-udp: {blok: 1K, rate: fast}
                sampels: 6
                seconds: 0.5
                baseline: overlay
                """)).isEqualTo("""
                F:2:15: there is no mode 'Overlay'; did you mean 'overlay'?
                F:2:24: there is no mode 'hots'; did you mean 'host'?
                F:4:5: there is no workload 'iperf-tcp'; did you mean 'iperf3-tcp'?
                F:5:18: workload 'iperf3-udp' has no key 'blok'; did you mean 'block'?
                F:5:34: 'rate' of workload 'iperf3-udp' must be a rate in bit/s, as 500M or 1G, or 0 for no limit; it is 'fast'
                F:6:1: the study has no key 'sampels'; did you mean 'samples'?
                F:7:10: 'seconds' of the study must be a whole number of seconds from 1 to 86400; it is '0.5'""");
    }

    @Test
    void aModeThatThePlacementCannotHaveIsToldWithTheWayOut() {
        String workloads = "\nworkloads: [iperf3-tcp]";
        assertThat(errors("modes: [host, bridge, none]" + workloads))
                .startsWith(
                        "F:1:15: mode 'bridge' cannot be measured here: it connects containers of one host; write 'placement: same-host', or take one of host, nat, overlay")
                .contains(
                        "F:1:23: mode 'none' cannot be measured here: a container with no network but its own loopback");
        assertThat(errors("placement: same-host\nmodes: [host, weave]" + workloads))
                .startsWith(
                        "F:2:15: mode 'weave' cannot be measured here: it connects containers of two hosts; leave out 'placement: same-host', or take one of host,")
                .contains("bridge", "container");
        assertThat(errors("placement: anywhere\nmodes: [host]" + workloads)).contains("it can be two-hosts, same-host");
    }

    @Test
    void whatIsMissingIsToldWithWhatItIsFor() {
        assertThat(errors("name: empty"))
                .isEqualTo(
                        "F:1:1: the study needs 'modes' (the container networks to measure) and 'workloads' (what to measure them with)");
        assertThat(errors("modes: []\nworkloads: [redis]"))
                .isEqualTo("F:1:8: 'modes' is empty; name at least one mode");
    }

    @Test
    void tuningsThatCannotBeAreToldWithTheirPlace() {
        assertThat(errors(RIGHT + """
                tunings:
                  - rsp
                  - rps: {devices: [underlay, vxlans], cpus: many}
                  - rps: {devices: [], as: nowhere}
                  - busy-poll: {us: -1}
                  - twice: {all-of: [rps, rps: {cpus: 1}]}
                  - alone: {all-of: [rps]}
                  - still: {all-of: [none, rps]}
                  - rfs: {all-of: [rps, xps]}
                  - more: {all-of: [rps, xps], cpus: 1}
                """)).isEqualTo("""
                F:4:5: there is no tuning 'rsp'; did you mean 'rps'?
                F:5:20: 'devices' of tuning 'rps' cannot hold 'vxlans'; did you mean 'vxlan'?
                F:5:46: 'cpus' of tuning 'rps' must be the CPUs that packets are given to: all, not-irq (all but those that serve the underlay's interrupts), or a mask in hexadecimal, as all; it is 'many'
                F:6:20: 'devices' of tuning 'rps' names nothing; it can be underlay, vxlan, veth
                F:7:21: 'us' of tuning 'busy-poll' must be a whole number from 0 to 1000000; it is '-1'
                F:8:21: 'twice' holds a tuning twice, and they may contradict each other; keep one
                F:9:21: a combination is of two tunings or more; 'alone' is not
                F:10:21: a combination is of tunings that change something, and not of combinations
                F:11:5: there is a tuning 'rfs' already; give the combination another name
                F:12:32: tuning 'more' has no key 'cpus'; there are all-of, only""");
    }

    @Test
    void theCellsOfATuningAreTheStudysOwn() {
        assertThat(errors(RIGHT + """
                tunings:
                  - none
                  - rps: {only: {modes: [overlya, host], workloads: [iperf-tcp], tunings: [x]}}
                  - rps: {only: {modes: []}, as: nowhere}
                  - rps: {only: {}, as: empty}
                  - rps: {only: overlay, as: word}
                  - rps: {only: {modes: host}, as: one}
                  - both: {all-of: [rps: {only: {modes: [host]}}, xps]}
                """)).isEqualTo("""
                F:5:26: the study has no mode 'overlya'; there is host
                F:5:54: the study has no workload 'iperf-tcp'; did you mean 'iperf3-tcp'?
                F:5:66: 'only' of tuning 'rps' has no key 'tunings'; there are modes, workloads
                F:6:25: 'modes' of 'only' of tuning 'rps' names no mode; leave it out for all
                F:7:17: 'only' of tuning 'rps' names neither modes nor workloads; leave it out for all
                F:8:17: 'only' of tuning 'rps' must be a mapping of keys and values; it is 'overlay'
                F:9:25: 'modes' of 'only' of tuning 'rps' must be a list, as [host]; it is 'host'
                F:10:27: tuning 'rps' has no key 'only'; there are cpus, devices, as""");
        assertThat(errors(RIGHT + "tunings: [rps: {only: {modes: [host]}}, xps]"))
                .isEqualTo(
                        "F:3:10: the tuning 'rps' is the one that others are compared with, and is measured in all cells: take 'only' from it, or add 'none'");
    }

    /** A slip in the modes is one fault, not two. */
    @Test
    void theCellsOfATuningAreNotMissedForAModeThatIsMisspelt() {
        assertThat(errors(
                        "modes: [host, ovrlay]\nworkloads: [redis]\ntunings: [none, rps: {only: {modes: [overlay]}}]"))
                .isEqualTo("F:1:15: there is no mode 'ovrlay'; did you mean 'overlay'?");
    }

    /** Numbers that are none, too small, too large, of another language, or meant otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "samples: 0       | must be a whole number from 1 to 1000000; it is '0'",
                "samples: -6      | it is '-6'",
                "samples: 2.5     | it is '2.5'",
                "samples: 1e99    | it is '1e99'",
                "samples: 99999999999999999999 | it is '99999999999999999999'",
                "samples: .nan    | it is '.nan'",
                "samples: .inf    | it is '.inf'",
                "samples: 0x10    | it is '0x10'",
                "samples: 1_000   | it is '1_000'; write it as 1000",
                "samples: \"30\"  | it is the text '30'; write it without quotes",
                "samples: ten     | it is 'ten'",
                "samples: true    | it is 'true'",
                "samples:         | it is empty",
                "samples: [6]     | it is a list",
                "seconds: {n: 6}  | it is a mapping",
                "seconds: 10s     | it is '10s'; write the number alone, as 10",
                "seconds: 1e9     | must be a whole number of seconds from 1 to 86400",
                "omit: -1         | must be a whole number of seconds from 0 to 3600",
                "warm-up: 0.5     | must be a whole number of trials from 0 to 1000",
                "seed: 1.5        | must be a whole number of 64 bits at most",
                "seed: 18446744073709551616 | must be a whole number of 64 bits at most"
            })
    void numbersAreCheckedWithTheirBounds(String line, String told) {
        assertThat(errors(RIGHT + line)).startsWith("F:3:").contains(told).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "warmup: 2          | F:3:1: the study has no key 'warmup'; did you mean 'warm-up'?",
                "Samples: 6         | F:3:1: the study has no key 'Samples'; did you mean 'samples'?",
                "repetitions: 6     | there are name, description, testbed, placement, modes",
                "order: shuffled    | 'order' of the study cannot be 'shuffled'; it can be random, listed",
                "order: Random      | did you mean 'random'?",
                "baseline: nat      | F:3:11: the baseline 'nat' is not among the modes measured; there is host",
                "name: ../../etc    | 'name' of the study must be letters, digits, blanks, dots and dashes",
                "name: [a]          | 'name' of the study must be a text; it is a list",
                "modes: [nat]       | F:3:1: 'modes' stands twice in the study; remove one",
                "tunings: [rsp]     | there is no tuning 'rsp'; did you mean 'rps'?",
                "tunings: none      | 'tunings' of the study must be a list, as [none]; it is 'none'",
                "testbed: two hosts | testbed must be a mapping of keys and values; it is 'two hosts'",
                "testbed: {hosts: 1, mtu: 100} | 'hosts' of testbed must be a whole number from 2 to 50",
                "testbed: {hosts: 51}     | it is '51'",
                "testbed: {profil: plain} | testbed has no key 'profil'; did you mean 'profile'?",
                "testbed: {profile: fast} | it can be virtio, offload, plain",
                "testbed: {rate: 0}       | 'rate' of testbed must be a rate in bit/s, as 500M or 1G (leave it out for no limit)",
                "<<: {samples: 3}   | the study has no key '<<'"
            })
    void keysAndWordsAreCheckedWithTheNearestRightOne(String line, String told) {
        assertThat(errors(RIGHT + line)).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "iperf3-tcp: {streams: 0}          | must be a whole number from 1 to 128; it is '0'",
                "iperf3-tcp: {block: 2M}           | must be a size from 1 to 1048576 bytes, as 1400, 128K or 1M; it is '2M'",
                "iperf3-udp: {block: 64K}          | must be a size from 16 to 65507 bytes",
                "iperf3-udp: {rate: 500 Mbit/s}    | must be a rate in bit/s, as 500M or 1G",
                "iperf3-udp: {rate: 1000000G}      | it is '1000000G'",
                "memcached-text: {ratio: '1'}     | F:3:29: 'ratio' of workload 'memcached-text' must be SETs to GETs, as 1:10; it is the text '1'",
                "memtier: {ratio: 0:0}             | must be SETs to GETs, as 1:10; it is '0:0'",
                "memtier: {protocol: binary}       | it can be memcache_text, memcache_binary",
                "postgresql-300: {scale: 101}      | must be a whole number from 1 to 100",
                "memcached-text: {keys: 10000001}  | must be a whole number from 1 to 10000000",
                "iperf3-tcp: {as: Big Blocks}      | ; write 'big-blocks'",
                "iperf3-tcp: 4 streams             | workload 'iperf3-tcp' must be a mapping of keys and values; it is '4 streams'",
                "[iperf3-tcp]                      | an entry of workloads is a name, or a name with parameters; this is a list"
            })
    void parametersAreChecked(String entry, String told) {
        assertThat(errors("modes: [host]\nworkloads:\n  - " + entry))
                .startsWith("F:3:")
                .contains(told);
    }

    @Test
    void parametersIndentedTooLittleAreSeen() {
        assertThat(errors("""
                modes:
                  - overlay:
                    encrypted: true
                workloads: [redis]
                """))
                .isEqualTo(
                        "F:2:5: an entry is one mode, as 'name' or 'name: {parameters}'; this has 2 keys (are the parameters indented too little?)");
    }

    @Test
    void aNameStandsOnce() {
        assertThat(errors("modes: [host, host]\nworkloads: [redis]"))
                .isEqualTo("F:1:15: the mode 'host' is named twice; give one another name with 'as:'");
    }

    /** A typing slip in the modes is one fault, not two. */
    @Test
    void aBaselineIsNotMissedForAModeThatIsMisspelt() {
        assertThat(errors("modes: [hots, nat]\nworkloads: [redis]\nbaseline: host"))
                .isEqualTo("F:1:8: there is no mode 'hots'; did you mean 'host'?".replace("1:8", "1:9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "modes: [host               | F:1:13: is not YAML: expected ',' or ']', but got <stream end>",
                "modes: a: b                | F:1:9: is not YAML: mapping values are not allowed here",
                "host                       | F:1:1: the study must be a mapping of keys and values; it is 'host'",
                "- host                     | F:1:1: the study must be a mapping of keys and values; it is a list",
                "# nothing but this         | F: is empty; see docs/study-file.md"
            })
    void whatIsNoStudyAtAllIsTold(String text, String told) {
        assertThat(errors(text)).isEqualTo(told);
    }

    @Test
    void whatOnlyAProgramWouldWriteIsRefused() {
        assertThat(errors("modes: [host]\n---\nmodes: [nat]"))
                .isEqualTo("F:2:1: is not YAML: expected a single document in the stream, but found another document");
        assertThat(errors("modes: [host]\n\tworkloads: [redis]"))
                .startsWith("F:2:1: is not YAML: found character '\\t");
        assertThat(errors("modes: [ho\u0001st]")).contains("has characters that YAML does not allow");
        assertThat(errors("[".repeat(50_000))).isEqualTo("F: is nested too deeply to be a study");
        assertThat(errors("modes: &a [*a]\nworkloads: [redis]")).contains("this is a list");
    }

    @Test
    void anchorsThatMultiplyWithoutEndAreRefused() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            bomb.append("%c: &%c [%s]\n".formatted(c, c, ("*" + (char) (c - 1) + ", ").repeat(9)));
        }
        assertThat(errors(bomb.toString())).contains("Number of aliases");
    }

    @Test
    void whatCannotBeReadAsAFileIsTold(@TempDir Path folder) throws IOException {
        assertThat(fileError(folder)).endsWith("is a folder; name a study file, such as studies/quick.yaml");
        assertThat(fileError(folder.resolve("none.yaml"))).endsWith("none.yaml: does not exist");
        assertThat(fileError(Files.createFile(folder.resolve("empty.yaml"))))
                .endsWith("is empty; see docs/study-file.md");
        assertThat(fileError(Files.write(folder.resolve("binary.yaml"), new byte[] {0x7f, 'E', 'L', 'F', -1, -2})))
                .endsWith("is not UTF-8 text");
        assertThat(fileError(Files.write(folder.resolve("large.yaml"), new byte[1_100_000])))
                .endsWith("is larger than 1 MiB; that is no study");
    }

    private static String fileError(Path file) {
        return String.valueOf(
                catchThrowableOfType(StudyException.class, () -> new StudyReader(AllWords.VOCABULARY).read(file))
                        .getMessage());
    }
}

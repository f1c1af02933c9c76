package io.tare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workload that the study describes whole. */
class WorkloadReaderTest {
    @Test
    void everyKeyIsRead() {
        Study study = StudyReaderTest.read("""
                modes: [host]
                workloads:
                  - memcached:
                      summary: sets and gets
                      image: perf/tools:2
                      server:
                        command: memcached -p {port} -u nobody -o "no_modern,slab_chunk_max=1024"
                        protocols: [tcp, udp]
                        ready: {command: "nc -z 127.0.0.1 {port}", within: 2.5}
                        environment: {LANG: C}
                        files: {/etc/m.conf: "one\\ntwo\\n"}
                      client:
                        command: [memtier, -s, "{server}", -p, "{port}", --test-time, "{seconds}"]
                        gate: memping {server}:{port}
                        gate-expects: "^pong"
                        exit-codes: [0, 3]
                      metrics:
                        rate: {unit: requests/s, better: higher, pointer: /ALL/rate}
                        latency.p99: {unit: ms, better: lower, pattern: 'p99=(?<value>[0-9]+)us', scale: 1e-3, required: false}
                      verdicts:
                        enough: {metric: rate, at-least: 1000, says: too few requests}
                        quick: {metric: latency.p99, at-least: 0, at-most: 50, level: note}
                """);
        assertThat(study.workloads())
                .containsExactly(new Choice(
                        "memcached",
                        "memcached",
                        Map.of(),
                        new WorkloadSpec(
                                "memcached",
                                "sets and gets",
                                "perf/tools:2",
                                new WorkloadSpec.Server(
                                        List.of(
                                                "memcached",
                                                "-p",
                                                "{port}",
                                                "-u",
                                                "nobody",
                                                "-o",
                                                "no_modern,slab_chunk_max=1024"),
                                        List.of("tcp", "udp"),
                                        new WorkloadSpec.Ready(false, List.of("nc", "-z", "127.0.0.1", "{port}"), 2.5),
                                        Map.of("LANG", "C"),
                                        Map.of("/etc/m.conf", "one\ntwo\n")),
                                new WorkloadSpec.Client(
                                        List.of(
                                                "memtier",
                                                "-s",
                                                "{server}",
                                                "-p",
                                                "{port}",
                                                "--test-time",
                                                "{seconds}"),
                                        List.of("memping", "{server}:{port}"),
                                        "^pong",
                                        List.of(0, 3)),
                                List.of(
                                        new WorkloadSpec.Metric(
                                                "rate", "requests/s", Better.HIGHER, "/ALL/rate", null, 1, true),
                                        new WorkloadSpec.Metric(
                                                "latency.p99",
                                                "ms",
                                                Better.LOWER,
                                                null,
                                                "p99=(?<value>[0-9]+)us",
                                                1e-3,
                                                false)),
                                List.of(
                                        new WorkloadSpec.Bound(
                                                "enough", "rate", 1000.0, null, "invalid", "too few requests"),
                                        new WorkloadSpec.Bound("quick", "latency.p99", 0.0, 50.0, "note", "quick")))));
    }

    @Test
    void theLeastThatDescribesOne() {
        WorkloadSpec spec = described("""
                server: {command: "nc -lk {port}"}
                client: {command: "probe {server} {port}"}
                metrics: {latency: {unit: ms, pointer: /ms}}
                """);
        assertThat(spec.server().ready()).isEqualTo(WorkloadSpec.Ready.LISTENS);
        assertThat(spec.server().protocols()).containsExactly("tcp");
        assertThat(spec.client().exitCodes()).containsExactly(0);
        assertThat(spec.client().gate()).isEmpty();
        assertThat(spec.metrics().getFirst().better()).isEqualTo(Better.NEITHER);
        assertThat(spec.metrics().getFirst().required()).isTrue();
        assertThat(spec.bounds()).isEmpty();
    }

    @Test
    void whatIsMissingIsTold() {
        assertThat(errors("client: {command: 'c {server}'}"))
                .isEqualTo(
                        "workload 'own' needs 'server' (what serves) and 'metrics' (the numbers in the client's output, by name)");
        assertThat(errors("server: {}\nclient: {}\nmetrics: {}"))
                .contains("'server' of workload 'own' needs 'command'")
                .contains("'client' of workload 'own' needs 'command'")
                .contains("'metrics' of workload 'own' is empty; name at least one metric");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "command: serve                           | the command must use {port}: Tare chooses it",
                "command: 's {port} \"x'                 | a quote is not closed",
                "command: ['{port}', [a]]                 | must hold texts only; this is a list",
                "command: []                              | must be a command: a text, or a list of arguments; it is a list",
                "command: 's {port}', protocols: [sctp]     | 'protocols' can hold tcp and udp; it holds sctp",
                "command: 's {port}', protocols: tcp        | must be a list, as [tcp]; it is 'tcp'",
                "command: 's {port}', ready: {listens: false} | 'ready' needs either 'listens: true' or a 'command'",
                "command: 's {port}', ready: {listens: true, command: x} | 'ready' needs either",
                "command: 's {port}', ready: {within: 0}    | must be a number of seconds from 0.1 to 3600; it is '0'",
                "command: 's {port}', files: {etc/x: y}     | go by absolute path, as /etc/my.conf; 'etc/x' is none",
                "command: 's {port}', environment: [A=b]    | must be a mapping of keys and values; it is a list",
                "command: 's {port}', comand: x             | has no key 'comand'; did you mean 'command'?"
            })
    void serversAreChecked(String server, String told) {
        assertThat(errors("server: {%s}\nclient: {command: 'c {server}'}\nmetrics: {m: {unit: s, pointer: /m}}"
                        .formatted(server)))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "command: c                              | the command must use {server}: without it nothing crosses the network",
                "command: 'c {server} {prot}'            | '{prot}' is not replaced; there are {server}, {port}, {seconds} and {omit}",
                "command: 'c {server} {duration}'        | '{duration}' is not replaced",
                "command: 'c {server}', gate: 'g {host}' | '{host}' is not replaced",
                "command: 'c {server}', gate-expects: ok | 'gate-expects' needs a 'gate'",
                "command: 'c {server}', gate: g, gate-expects: '(' | '(' is no regular expression: Unclosed group",
                "command: 'c {server}', exit-codes: [0, 256] | must be whole numbers from 0 to 255; '256' is none"
            })
    void clientsAreChecked(String client, String told) {
        assertThat(errors("server: {command: 's {port}'}\nclient: {%s}\nmetrics: {m: {unit: s, pointer: /m}}"
                        .formatted(client)))
                .contains(told);
    }

    /** Braces that mean nothing to Tare belong to the command: awk, JSON, templates. */
    @Test
    void otherBracesAreLeftToTheCommand() {
        assertThat(described("""
                server: {command: ["s", "{port}", "{print}", "{\\"a\\":1}"]}
                client: {command: "c {server} {x}"}
                metrics: {m: {unit: s, pointer: /m}}
                """).server().command()).containsExactly("s", "{port}", "{print}", "{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "m: {pointer: /m}                             | metric 'm' needs 'unit'",
                "m: {unit: s}                                 | metric 'm' needs either 'pointer' or 'pattern'",
                "m: {unit: s, pointer: m}                     | a JSON pointer begins with '/'",
                "m: {unit: s, pattern: '[0-9]+'}              | the pattern needs a group (?<value>...) around the number",
                "m: {unit: s, pattern: '[('}                  | is no regular expression",
                "m: {unit: s, pointer: /m, scale: 0}          | must be a number from 1e-15 to 1e15; it is '0'",
                "m: {unit: s, pointer: /m, better: more}      | cannot be 'more'; it can be higher, lower, neither",
                "m: {unit: s, pointer: /m, required: no}      | cannot be 'no'; it can be true, false",
                "cpu.client: {unit: s, pointer: /m}           | the names cpu.… are those of Tare's own CPU figures",
                "'Mean, ms': {unit: s, pointer: /m}           | the name 'Mean, ms' of a metric must be lower-case letters"
            })
    void metricsAreChecked(String metric, String told) {
        assertThat(errors("server: {command: 's {port}'}\nclient: {command: 'c {server}'}\nmetrics: {%s}"
                        .formatted(metric)))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "v: {at-most: 3}                         | verdict 'v' needs 'metric'",
                "v: {metric: m}                          | verdict 'v' needs 'at-least' or 'at-most'",
                "v: {metric: latncy, at-most: 3}         | is about 'latncy', which is no metric of the workload; there is m",
                "v: {metric: m, at-least: 3, at-most: 1} | 'at-least' is above 'at-most', so that nothing passes",
                "v: {metric: m, at-most: 3, level: fail} | cannot be 'fail'; it can be note, invalid",
                "v: {metric: m, at-most: .nan}           | must be a number from -1e18 to 1e18; it is '.nan'"
            })
    void verdictsAreChecked(String verdict, String told) {
        assertThat(errors(
                        "server: {command: 's {port}'}\nclient: {command: 'c {server}'}\nmetrics: {m: {unit: s, pointer: /m}}\nverdicts: {%s}"
                                .formatted(verdict)))
                .contains(told);
    }

    @Test
    void aNameOfTaresOwnIsTaken() {
        StudyException e = catchThrowableOfType(
                StudyException.class,
                () -> StudyReaderTest.read("modes: [host]\nworkloads: [redis: {server: {command: x}}]"));
        assertThat(e).hasMessageContaining("there is a workload 'redis' already; describe yours under another name");
    }

    private static String study(String workload) {
        return "modes: [host]\nworkloads:\n  - own:\n" + workload.indent(6);
    }

    private static WorkloadSpec described(String workload) {
        WorkloadSpec spec =
                StudyReaderTest.read(study(workload)).workloads().getFirst().described();
        assertThat(spec).isNotNull();
        return java.util.Objects.requireNonNull(spec);
    }

    private static String errors(String workload) {
        return String.join(
                "\n",
                catchThrowableOfType(StudyException.class, () -> StudyReaderTest.read(study(workload)))
                        .problems()
                        .stream()
                        .map(Problem::message)
                        .toList());
    }
}

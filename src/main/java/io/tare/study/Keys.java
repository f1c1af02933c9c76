package io.tare.study;

import io.tare.study.Shape.Choices;
import io.tare.study.Shape.Command;
import io.tare.study.Shape.Decimal;
import io.tare.study.Shape.Flag;
import io.tare.study.Shape.Form;
import io.tare.study.Shape.Group;
import io.tare.study.Shape.Named;
import io.tare.study.Shape.Pairs;
import io.tare.study.Shape.Rate;
import io.tare.study.Shape.Several;
import io.tare.study.Shape.Size;
import io.tare.study.Shape.Text;
import io.tare.study.Shape.Whole;
import io.tare.study.Shape.WholeOr;
import io.tare.study.Shape.Word;
import java.util.List;

/** All keys of the study file, mapping by mapping. */
final class Keys {
    static final Key AS = Key.optional("as", new Text(), "", "another name for it in tables and samples");

    static final List<Key> TESTBED = List.of(
            Key.optional(
                    "lab",
                    new Word(List.of("namespace", "vm")),
                    "namespace",
                    "how the hosts are made: namespaces of this machine, or virtual machines"),
            Key.optional("hosts", new Whole(2, 50, ""), "2", "how many hosts"),
            Key.optional(
                    "profile",
                    new Word(List.of("virtio", "offload", "plain")),
                    "virtio",
                    "the underlay's offloads: as a virtio NIC has them, all on, or all off"),
            Key.optional("mtu", new Whole(576, 65_535, "bytes"), "1500", "MTU of the underlay, in bytes"),
            Key.optional(
                    "rate", new Rate(false), "", "limit of the underlay in bit/s, as 1G; without it there is none"),
            Key.optional("cpus", new Whole(1, 64, ""), "2", "virtual CPUs of each virtual machine"),
            Key.optional(
                    "memory",
                    new Size(1L << 30, 1L << 40),
                    "4G",
                    "memory of each virtual machine, in bytes; K, M and G are powers of 1024"),
            Key.optional(
                    "queues",
                    new Whole(1, 16, ""),
                    "1",
                    "pairs of queues of each virtual machine's NIC on the underlay (virtio multiqueue), at most its CPUs"),
            Key.optional(
                    "userland-proxy",
                    new Flag(),
                    "true",
                    "whether the Engines serve published ports by Docker's proxy too, beside their netfilter rules"));

    static final List<Key> READY = List.of(
            Key.optional("listens", new Flag(), "true", "ready once something listens on the server's port"),
            Key.optional("command", new Command(), "", "ready once this, run in the server container, exits with 0"),
            Key.optional("within", new Decimal(0.1, 3600, "seconds"), "20", "the longest wait, in s"));

    static final List<Key> SERVER = List.of(
            Key.needed("command", new Command(), "what the server container runs; must use {port}"),
            Key.optional(
                    "protocols",
                    new Several(new Word(List.of("tcp", "udp"))),
                    "[tcp]",
                    "what has to be published of its port"),
            Key.optional("ready", new Group(READY), "{listens: true}", "how to know that it serves"),
            Key.optional("environment", new Pairs(), "", "variables of the server container"),
            Key.optional(
                    "files",
                    new Pairs(),
                    "",
                    "text files put into the server container, by absolute path; {port} is replaced in them"),
            Key.optional(
                    "prepare",
                    new Command(),
                    "",
                    "run once before the first server starts, in a container of its own; what it puts into /prepared every server sees there"),
            Key.optional(
                    "reset",
                    new Command(),
                    "",
                    "run in the server container before every trial but its first; brings it back to the state it started in"));

    static final List<Key> CLIENT = List.of(
            Key.needed("command", new Command(), "what is measured, run in the client container; must use {server}"),
            Key.optional(
                    "gate", new Command(), "", "proves before the first trial that the path serves the right thing"),
            Key.optional("gate-expects", new Text(), "", "a regular expression that the gate's output must contain"),
            Key.optional(
                    "exit-codes",
                    new Several(new Whole(0, 255, "")),
                    "[0]",
                    "exit codes that count as an end in order"),
            Key.optional(
                    "omit",
                    new Whole(0, 3_600, "seconds"),
                    "0",
                    "the least time this client runs before the measured seconds, in s; {omit} is this or the study's, whichever is more"),
            Key.optional(
                    "tool",
                    new Text(),
                    "",
                    "a program of this machine that is copied into the client container, into /opt/tare/tools"),
            Key.optional("image", new Text(), "", "the image the client container runs, instead of the workload's"));

    static final List<Key> METRIC = List.of(
            Key.needed("unit", new Text(), "as shown to people: Mbit/s, ms, %"),
            Key.optional("better", new Word(List.of("higher", "lower", "neither")), "neither", "which way is better"),
            Key.optional("pointer", new Text(), "", "where it stands in the client's JSON (a JSON pointer, RFC 6901)"),
            Key.optional(
                    "pattern", new Text(), "", "a regular expression with a group (?<value>...) around the number"),
            Key.optional(
                    "scale",
                    new Decimal(1e-15, 1e15, ""),
                    "1",
                    "the factor that brings what stands there into the unit"),
            Key.optional(
                    "required",
                    new Flag(),
                    "true",
                    "whether a trial without it has failed; false leaves the metric out"));

    static final List<Key> VERDICT = List.of(
            Key.needed("metric", new Text(), "the metric that is checked"),
            Key.optional(
                    "at-least", new Decimal(-1e18, 1e18, ""), "", "the least that is in order, in the metric's unit"),
            Key.optional(
                    "at-most", new Decimal(-1e18, 1e18, ""), "", "the most that is in order, in the metric's unit"),
            Key.optional(
                    "level",
                    new Word(List.of("note", "invalid")),
                    "invalid",
                    "invalid: the sample does not count; note: worth knowing, and it counts"),
            Key.optional("says", new Text(), "", "what it means, for the report; the verdict's name without it"));

    static final List<Key> WORKLOAD = List.of(
            Key.optional("summary", new Text(), "", "one sentence for people"),
            Key.optional("image", new Text(), "", "the image both containers run, instead of Tare's own"),
            Key.needed("server", new Group(SERVER), "what serves"),
            Key.needed("client", new Group(CLIENT), "what is run and measured"),
            Key.needed("metrics", new Named(METRIC), "the numbers in the client's output, by name"),
            Key.optional("verdicts", new Named(VERDICT), "", "checks of every sample, by name"));

    static final List<Key> ONLY_OF = List.of(
            Key.optional("modes", new Several(new Text()), "", "by the names the study gives them; all without it"),
            Key.optional(
                    "workloads", new Several(new Text()), "", "by the names the study gives them; all without it"));

    static final Key ONLY = Key.optional(
            "only", new Group(ONLY_OF), "", "the modes and workloads that the tuning is measured with; all without it");

    static final List<Key> COMBINATION = List.of(
            Key.needed(Choice.ALL_OF, new Choices("tuning"), "the tunings that are applied together, in this order"),
            ONLY);

    static final List<Key> TUNING_FILE = List.of(
            Key.optional(
                    "name", new Text(), "", "what the tuning is called while it stands; the file's own without it"),
            Key.optional("testbed", new Text(), "lab", "the lab whose hosts are tuned, by its name"),
            Key.needed("tunings", new Choices("tuning"), "what is applied, all of it together"));

    static final List<Key> SAMPLES = List.of(
            Key.needed(
                    "until",
                    new Form("[0-9]{1,2}(\\.[0-9]{1,3})?%"),
                    "a cell ends once the 95% interval of its ratio to the baseline reaches no further than this to either side, as 2%"),
            Key.optional("at-least", new Whole(6, 1_000_000, ""), "10", "valid samples of a cell before it can end"),
            Key.optional("at-most", new Whole(6, 1_000_000, ""), "60", "repetitions of a cell that never gets there"));

    static final List<Key> STUDY = List.of(
            Key.optional("name", new Text(), "", "the study's name; the file's own without it"),
            Key.optional("description", new Text(), "", "what it is for, in a sentence or more; stands in the report"),
            Key.optional("testbed", new Group(TESTBED), "", "the hosts it runs on"),
            Key.optional(
                    "placement",
                    new Word(Placement.words()),
                    "two-hosts",
                    "where the containers stand: server and client on two hosts, or both on the first"),
            Key.needed("modes", new Choices("mode"), "the container networks to measure"),
            Key.needed("workloads", new Choices("workload"), "what to measure them with"),
            Key.optional("tunings", new Choices("tuning"), "[none]", "host settings to measure them under"),
            Key.optional(
                    "samples",
                    new WholeOr(new Whole(1, 1_000_000, ""), new Group(SAMPLES)),
                    "30",
                    "repetitions of each cell, or the rule by which they end"),
            Key.optional("seconds", new Whole(1, 86_400, "seconds"), "10", "measured time of one trial, in s"),
            Key.optional(
                    "omit",
                    new Whole(0, 3_600, "seconds"),
                    "0",
                    "time at the start of each trial that is not measured, in s"),
            Key.optional(
                    "warm-up",
                    new Whole(0, 1_000, "trials"),
                    "1",
                    "trials of each cell that are run first and discarded"),
            Key.optional("baseline", new Text(), "host", "the mode that the others are compared with"),
            Key.optional(
                    "seed",
                    new Whole(Long.MIN_VALUE, Long.MAX_VALUE, ""),
                    "",
                    "of the random order and the bootstrap; drawn and recorded without it"),
            Key.optional(
                    "order", new Word(List.of("random", "listed")), "random", "in which order a block walks its cells"),
            Key.optional("image", new Text(), "", "an image of your own to run instead of Tare's"),
            Key.optional(
                    "profile",
                    new Flag(),
                    "false",
                    "whether each cell is run once more after the measured trials, while perf samples what the CPUs do"));

    private Keys() {}

    static List<String> names(List<Key> keys) {
        return keys.stream().map(Key::name).toList();
    }
}

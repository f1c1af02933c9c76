package io.tare.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code load memcached}: SETs and GETs; options as in memtier_benchmark where they mean the same. */
@Command(
        name = "memcached",
        description = "Puts load on a memcached server: SETs and GETs, every answer checked.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MemcachedCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    PaceOptions options = new PaceOptions();

    @Option(
            names = {"-s", "--server", "--host"},
            defaultValue = "localhost",
            paramLabel = "HOST",
            description = "Preset: ${DEFAULT-VALUE}")
    String server = "localhost";

    @Option(
            names = {"-p", "--port"},
            defaultValue = "11211",
            paramLabel = "N",
            description = "Preset: ${DEFAULT-VALUE}")
    int port;

    @Option(
            names = {"-P", "--protocol"},
            defaultValue = "memcache_text",
            paramLabel = "NAME",
            description = "memcache_text, memcache_binary or memcache_meta. Preset: ${DEFAULT-VALUE}")
    String protocol = "memcache_text";

    @Option(
            names = {"-t", "--threads"},
            defaultValue = "4",
            paramLabel = "N",
            description = "Preset: ${DEFAULT-VALUE}")
    int threads;

    @Option(
            names = {"-c", "--clients"},
            defaultValue = "50",
            paramLabel = "N",
            description = "Connections of each thread. Preset: ${DEFAULT-VALUE}")
    int clients;

    @Option(
            names = "--test-time",
            defaultValue = "10s",
            paramLabel = "TIME",
            description = "The measured window; a number alone is of seconds. Preset: ${DEFAULT-VALUE}")
    String testTime = "10s";

    @Option(
            names = "--ratio",
            defaultValue = "1:10",
            paramLabel = "SETS:GETS",
            description = "Preset: ${DEFAULT-VALUE}")
    String ratio = "1:10";

    @Option(
            names = {"-d", "--data-size"},
            defaultValue = "32",
            paramLabel = "BYTES",
            description = "Of a value. Preset: ${DEFAULT-VALUE}")
    int dataSize;

    @Option(
            names = "--key-prefix",
            defaultValue = "memtier-",
            paramLabel = "TEXT",
            description = "Preset: ${DEFAULT-VALUE}")
    String keyPrefix = "memtier-";

    @Option(
            names = "--key-minimum",
            defaultValue = "0",
            paramLabel = "N",
            description = "The least key number. Preset: ${DEFAULT-VALUE}")
    long keyMinimum;

    @Option(
            names = "--key-maximum",
            defaultValue = "10000000",
            paramLabel = "N",
            description = "The greatest key number. Preset: ${DEFAULT-VALUE}")
    long keyMaximum;

    @Option(
            names = "--key-pattern",
            defaultValue = "R:R",
            paramLabel = "SET:GET",
            description = "How keys are drawn: R random, S sequential, G gaussian. Preset: ${DEFAULT-VALUE}")
    String keyPattern = "R:R";

    @Option(
            names = "--pipeline",
            defaultValue = "1",
            paramLabel = "N",
            description = "Requests that a connection has unanswered at most. Preset: ${DEFAULT-VALUE}")
    int pipeline;

    @Option(names = "--pre-fill", description = "Set every key once before the warm-up, so that GETs hit.")
    boolean preFill;

    @Option(names = "--hide-histogram", description = "Leave out the percentiles below the table.")
    boolean hideHistogram;

    @Override
    public Integer call() {
        return new Execution(spec, options, !hideHistogram).run(() -> {
            MemcachedLoad load = load();
            byte[] value = load.value();
            Plan plan = new Plan(
                    threads,
                    threads * clients,
                    pipeline,
                    options.pace(),
                    options.warmUp(),
                    Quantity.duration(testTime),
                    options.budget(),
                    options.timeout(),
                    number -> load.conversation(number, value));
            Target target = Target.resolve(server, port);
            double startUp = ProcessAge.seconds();
            if (preFill) {
                new PreFill(target, load, value, plan).run();
            }
            return new Report("tare load memcached", parameters(), true, startUp, LoadRun.of(target, plan));
        });
    }

    private MemcachedLoad load() {
        String[] parts = ratio.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'%s' is no ratio; write SETS:GETS, as 1:10".formatted(ratio));
        }
        if (!keyPattern.matches(".:.")) {
            throw new IllegalArgumentException(
                    "'%s' is no key pattern; write one letter for SETs and one for GETs, as R:R".formatted(keyPattern));
        }
        return new MemcachedLoad(
                MemcachedProtocol.of(protocol),
                whole(parts[0]),
                whole(parts[1]),
                keyPrefix,
                keyMinimum,
                keyMaximum,
                KeyPattern.of(keyPattern.charAt(0)),
                KeyPattern.of(keyPattern.charAt(2)),
                dataSize);
    }

    private static int whole(String number) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no whole number".formatted(number), e);
        }
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("server", server + ":" + port);
        parameters.put("protocol", protocol);
        parameters.put("threads", threads);
        parameters.put("clients", clients);
        parameters.put("rate", options.rate);
        parameters.put("test_time", testTime);
        parameters.put("warm_up", options.warmUp);
        parameters.put("timeout", options.timeout);
        parameters.put("ratio", ratio);
        parameters.put("data_size", dataSize);
        parameters.put("key_minimum", keyMinimum);
        parameters.put("key_maximum", keyMaximum);
        parameters.put("key_pattern", keyPattern);
        parameters.put("pipeline", pipeline);
        parameters.put("pre_fill", preFill);
        return parameters;
    }
}

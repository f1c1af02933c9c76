package io.tare.explain;

import io.tare.result.CountersLog;
import io.tare.result.HostCounters;
import io.tare.result.Sample;
import io.tare.result.Verdict.Level;
import io.tare.study.Placement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The valid trials whose counters were read beside their measured seconds, so that they tell of something else: a client that took longer to begin than in the
 * trial before, a machine that was busy elsewhere. Clients that say when they began are asked (the verdict {@code sar-window}); of all others the traffic
 * is: less passed the workload's device while the counters were looked at than the client says it carried.
 *
 * @param samples of these trials, by their numbers
 * @param apart trials of a long run, of whose counters not every host's were read
 */
record MissedTrials(Map<Integer, Sample> samples, Set<Integer> apart) {
    private static final String WINDOW = "sar-window";
    /**
     * Share of what the client reports that has to pass meanwhile. Of 2,200 looks at recorded runs without the verdict's note 12 saw less, and none between this and
     * 0.77; nearly all saw 0.9 or more.
     */
    private static final double PASSED = 0.7;

    MissedTrials {
        samples = Map.copyOf(samples);
        apart = Set.copyOf(apart);
    }

    static MissedTrials of(CountersLog log, Placement placement) {
        Map<Integer, Sample> missed = new HashMap<>();
        Map<Integer, Integer> hosts = new HashMap<>();
        for (CountersLog.Trial trial : log.trials()) {
            Sample sample = trial.sample();
            hosts.merge(sample.trial(), 1, Integer::sum);
            if (sawAnotherWindow(sample)
                    || (placement == Placement.TWO_HOSTS // else it may pass no device at all
                            && passed(trial.line().counters()) < PASSED * claimed(sample))) {
                missed.put(sample.trial(), sample);
            }
        }
        return new MissedTrials(missed, log.whole() ? Set.of() : apart(hosts));
    }

    private static Set<Integer> apart(Map<Integer, Integer> hosts) {
        int all = hosts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Set<Integer> apart = new HashSet<>();
        hosts.forEach((trial, of) -> {
            if (of < all) {
                apart.add(trial);
            }
        });
        return apart;
    }

    private static boolean sawAnotherWindow(Sample sample) {
        return sample.verdicts().stream().anyMatch(v -> v.name().equals(WINDOW) && v.level() == Level.NOTE);
    }

    /** Bits that the client reports; NaN where it reports none. */
    private static double claimed(Sample sample) {
        return sample.seconds() * Work.of(List.of(sample)).bits();
    }

    /** Bits that passed the workload's device; NaN where there is none. */
    private static double passed(HostCounters counters) {
        return HostFigures.of(Counted.of(counters), new Work(Double.NaN, Double.NaN, ""))
                .atSockets()
                .map(device -> 8.0 * device.heavier().bytes())
                .orElse(Double.NaN);
    }

    /** Whether a trial is left out, for either reason. */
    boolean has(int trial) {
        return samples.containsKey(trial) || apart.contains(trial);
    }

    /** What a reader has to know; nothing where none was missed. */
    List<String> remarks() {
        if (samples.isEmpty()) {
            return List.of();
        }
        String cells = samples.values().stream()
                .collect(Collectors.groupingBy(s -> s.cell().toString(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(cell -> "%d \u00d7 %s".formatted(cell.getValue(), cell.getKey()))
                .collect(Collectors.joining(", "));
        return List.of(
                "Left out here, since the hosts' counters were not read in the trial's measured seconds: %s. The samples themselves are valid and stand in the tables."
                        .formatted(cells));
    }
}

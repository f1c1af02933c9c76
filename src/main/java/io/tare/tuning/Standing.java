package io.tare.tuning;

import io.tare.host.FileJournal;
import io.tare.host.Host;
import io.tare.host.Setting;
import io.tare.host.SettingChange;
import io.tare.host.SettingFound;
import io.tare.host.Uninterrupted;
import io.tare.study.Choice;
import io.tare.tuning.Held.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A tuning that is put on hosts to stay, on all devices that stand there when it is applied, and taken back by its name. It is written down in journals of its own
 * ({@link Host#lasting}), before each change: what undoes a run or its crash leaves it, and a crash while it is being applied leaves what {@link #undo} takes back.
 *
 * @param name of letters, digits, dots and dashes
 * @param tuning what to set
 * @param hosts two or more; each one's other is the next
 */
public record Standing(String name, Choice tuning, List<Host> hosts) {
    public Standing {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(tuning, "tuning is null");
        hosts = List.copyOf(hosts);
    }

    /**
     * Applies it, and answers what it does without. What holds already stays as it is, so that applying twice does no harm. {@link TuningContradiction} where another one
     * stands against it, or others changed what it had set; {@link TuningUnavailable} where a host cannot have it; nothing is changed then.
     */
    public List<String> apply() {
        List<Ground> grounds = grounds();
        for (HostPlan plan : plans(grounds, false)) {
            String against = Lasted.against(plan);
            if (!against.isEmpty()) {
                throw new TuningContradiction(
                        "%s. Take that one back first with 'tare tuning undo' and its file.".formatted(against));
            }
        }
        for (Held held : status()) {
            if (held.state() == State.CHANGED) {
                throw new TuningContradiction(
                        "%s. It is left to them; 'tare tuning undo' forgets it, and it can be applied anew then."
                                .formatted(held.words()));
            }
        }
        Prepared prepared = Prepared.on(tuning, grounds);
        Map<Host, FileJournal> journals = new LinkedHashMap<>();
        hosts.forEach(host -> journals.put(host, host.lasting().of(name)));
        Uninterrupted.call(() -> prepared.apply(host -> Objects.requireNonNull(journals.get(host))));
        return prepared.without();
    }

    /** How each of its settings stands, host by host. Changes nothing. */
    public List<Held> status() {
        List<Held> all = new ArrayList<>();
        for (HostPlan plan : plans(grounds(), true)) {
            Map<Setting, SettingChange> set = new LinkedHashMap<>(Lasted.of(plan.host(), name));
            for (HostPlan.Step step : plan.steps()) {
                SettingChange made = set.remove(step.change().setting());
                all.add(held(plan.host(), step.change(), made));
            }
            List<SettingChange> more =
                    List.copyOf(set.values()); // of devices that are gone, or of what the file said then
            List<SettingFound> found = plan.settings()
                    .read(more.stream().map(SettingChange::setting).toList());
            for (int i = 0; i < more.size(); i++) {
                SettingChange made = more.get(i);
                all.add(
                        found.get(i).outcome() == SettingFound.Outcome.IS
                                ? held(
                                        plan.host(),
                                        new SettingChange(
                                                made.setting(), found.get(i).before(), made.to()),
                                        made)
                                : new Held(
                                        plan.host().name(),
                                        made.setting().words(),
                                        State.GONE,
                                        "",
                                        made.to(),
                                        made.from()));
            }
        }
        return all;
    }

    /** Gives every setting its old value back, but for those that others changed meanwhile: {@link Host#remarks} names them. False where nothing stood. */
    public boolean undo() {
        return Uninterrupted.call(() -> {
            int undone = 0;
            for (Host host : hosts) {
                undone += host.lasting().of(name).replay();
            }
            return undone > 0;
        });
    }

    private static Held held(Host host, SettingChange now, @Nullable SettingChange made) {
        boolean asWanted = now.from().equals(now.to());
        State state = made == null
                ? asWanted ? State.ALREADY : State.UNAPPLIED
                : now.from().equals(made.to()) ? State.HOLDS : State.CHANGED;
        String wanted = made == null ? now.to() : made.to();
        return new Held(host.name(), now.setting().words(), state, now.from(), wanted, made == null ? "" : made.from());
    }

    /** @param lenient whether a host that cannot have the tuning now is planned nothing for */
    private List<HostPlan> plans(List<Ground> grounds, boolean lenient) {
        List<Part> parts = Part.of(tuning);
        Map<Host, List<Ground>> of = new LinkedHashMap<>();
        grounds.forEach(ground ->
                of.computeIfAbsent(ground.host(), _ -> new ArrayList<>()).add(ground));
        return Together.each(List.copyOf(of.values()), same -> {
            try {
                return HostPlan.of(same, parts);
            } catch (TuningUnavailable e) {
                if (!lenient) {
                    throw e;
                }
                return new HostPlan(same.getFirst().host(), List.of(), List.of(), List.of());
            }
        });
    }

    private List<Ground> grounds() {
        List<Integer> places = IntStream.range(0, hosts.size()).boxed().toList();
        return Together.each(
                        places,
                        i -> GroundReader.ofHost(
                                hosts.get(i), hosts.get((i + 1) % hosts.size()).address()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}

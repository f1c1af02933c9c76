package io.tare.tuning;

import io.tare.host.ExecResult;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Journal;
import io.tare.host.SettingChange;
import io.tare.host.SettingFound;
import io.tare.host.SettingFound.Outcome;
import io.tare.host.Undo;
import io.tare.study.Choice;
import io.tare.tuning.HostPlan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A tuning worked out for the hosts of one cell: which settings, their values now and the wanted ones. It can be applied and taken back any number of times,
 * with one command in each host's hand and one entry in each host's journal a time.
 */
public final class Prepared {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final String name;
    private final List<HostPlan> plans;

    private Prepared(String name, List<HostPlan> plans) {
        this.name = name;
        this.plans = List.copyOf(plans);
    }

    /**
     * Works a study's choice out and tries it: it is applied and taken back once, so that what a kernel refuses is known before anything is measured.
     * {@link TuningUnavailable} where the hosts cannot have it; {@link TuningContradiction}; {@link HostException} where it is not taken as written.
     */
    public static Prepared on(Choice choice, List<Ground> grounds) {
        List<Part> parts = Part.of(choice);
        Map<Host, List<Ground>> hosts = new LinkedHashMap<>();
        grounds.forEach(ground ->
                hosts.computeIfAbsent(ground.host(), _ -> new ArrayList<>()).add(ground));
        List<HostPlan> plans = Together.each(List.copyOf(hosts.values()), same -> HostPlan.of(same, parts));
        return new Prepared(choice.name(), plans).tried();
    }

    /** What it does without, and why: one sentence each, with the hosts that it is said of. */
    public List<String> without() {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        plans.forEach(plan -> plan.without()
                .forEach(why -> hosts.computeIfAbsent(why, _ -> new ArrayList<>())
                        .add(plan.host().name())));
        return hosts.entrySet().stream()
                .map(e -> "%s (%s)".formatted(e.getKey(), String.join(", ", e.getValue())))
                .toList();
    }

    /** How many settings it changes, on all hosts. */
    public int changes() {
        return plans.stream().mapToInt(plan -> plan.changing().size()).sum();
    }

    /**
     * Applies it on all hosts; closing what is answered takes it back. Where one setting is refused, not taken as written, or no more as it was
     * found, all is taken back and {@link HostException} names it.
     */
    public Applied apply() {
        return apply(Host::journal);
    }

    /** As {@link #apply()}, written down in other journals than the hosts' own. */
    Applied apply(Function<Host, Journal> journals) {
        Applied applied = new Applied(name);
        try {
            List<Map<Step, String>> refused = Together.each(plans, plan -> set(plan, applied, journals));
            List<String> reasons = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                String host = plans.get(i).host().name();
                refused.get(i).forEach((step, why) -> reasons.add(step.part().name() + " on " + host + ": " + why));
            }
            if (!reasons.isEmpty()) {
                throw new HostException("Tuning %s was not taken: %s".formatted(name, String.join("; ", reasons)));
            }
            return applied;
        } catch (RuntimeException failed) {
            applied.undo(failed);
            throw failed;
        }
    }

    private Prepared tried() {
        Applied applied = new Applied(name);
        try {
            List<Map<Step, String>> refused = Together.each(plans, plan -> set(plan, applied, Host::journal));
            List<HostPlan> left = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                HostPlan plan = plans.get(i);
                Map<Step, String> missing = refused.get(i);
                List<Step> taken = plan.steps().stream()
                        .filter(step -> !missing.containsKey(step))
                        .toList();
                left.add(new HostPlan(plan.host(), taken, plan.without(), plan.proofs()).lacking(missing));
            }
            plans.forEach(this::prove);
            applied.close();
            return new Prepared(name, left);
        } catch (RuntimeException failed) {
            applied.undo(failed);
            throw failed;
        }
    }

    private void prove(HostPlan plan) {
        for (List<String> proof : plan.proofs()) {
            ExecResult result = plan.host().hand().run(proof, WITHIN);
            if (result.exitCode() != 0) {
                throw new TuningUnavailable("%s on %s does not work there: '%s' said %s"
                        .formatted(
                                name,
                                plan.host().name(),
                                String.join(" ", proof),
                                (result.stderr() + " " + result.stdout())
                                        .strip()
                                        .replaceAll("\\s+", " ")));
            }
        }
    }

    /** Makes a host's changes, journalled first, and answers which the kernel refused, and why. {@link HostException} for any other that did not succeed. */
    private static Map<Step, String> set(HostPlan plan, Applied applied, Function<Host, Journal> journals) {
        List<Step> steps = plan.changing();
        Map<Step, String> refused = new LinkedHashMap<>();
        if (steps.isEmpty()) {
            return refused;
        }
        List<SettingChange> changes = steps.stream().map(Step::change).toList();
        Journal journal = journals.apply(plan.host());
        applied.add(plan.host(), journal.before(new Undo.RestoreSettings(changes)));
        List<SettingFound> found = plan.settings().change(changes);
        for (int i = 0; i < steps.size(); i++) {
            SettingChange change = changes.get(i);
            SettingFound now = found.get(i);
            String where = "%s on %s: %s"
                    .formatted(
                            steps.get(i).part().name(),
                            plan.host().name(),
                            change.setting().words());
            if (now.outcome() == Outcome.REFUSED) {
                refused.put(
                        steps.get(i),
                        "%s: wanted %s, and the kernel refused: %s"
                                .formatted(change.setting().words(), change.to(), now.after()));
            } else if (now.outcome() == Outcome.SET && !now.after().equals(change.to())) {
                SettingChange taken = new SettingChange(change.setting(), change.from(), now.after());
                applied.add(plan.host(), journal.before(new Undo.RestoreSettings(List.of(taken))));
                throw new HostException("%s: wanted %s, and it reads %s after being set; the kernel did not take it."
                        .formatted(where, change.to(), now.after()));
            } else if (now.outcome() == Outcome.OTHER) {
                throw new HostException("%s: it is %s, and was %s before: somebody else changes it at the same time."
                        .formatted(where, now.before(), change.from()));
            } else if (now.outcome() == Outcome.ABSENT || now.outcome() == Outcome.GONE) {
                throw new HostException(
                        "%s: it is not there any more; its device or container has ended.".formatted(where));
            }
        }
        return refused;
    }
}

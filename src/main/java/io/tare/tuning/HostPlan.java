package io.tare.tuning;

import io.tare.host.Host;
import io.tare.host.Setting;
import io.tare.host.SettingChange;
import io.tare.host.SettingFound;
import io.tare.host.SettingFound.Outcome;
import io.tare.host.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a tuning sets on one host, in order, each with the value found there before.
 *
 * @param without what it does without there, and why, one sentence each
 * @param proofs commands of the host's hand that must succeed once all hosts are set
 */
record HostPlan(Host host, List<Step> steps, List<String> without, List<List<String>> proofs) {
    private static final String ELSEWHERE = "; a lab of virtual machines has it";

    HostPlan {
        Objects.requireNonNull(host, "host is null");
        steps = List.copyOf(steps);
        without = List.copyOf(without);
        proofs = List.copyOf(proofs);
    }

    /**
     * One setting of one part of the tuning.
     *
     * @param whole whether its part needs all of its settings
     */
    record Step(Part part, boolean whole, SettingChange change) {}

    /**
     * Asks the parts what they want, and the host what it has of that. Changes nothing.
     *
     * @param grounds of one host: two where both containers stand on it
     */
    static HostPlan of(List<Ground> grounds, List<Part> parts) {
        Host host = grounds.getFirst().host();
        Map<Setting, Step> steps = new LinkedHashMap<>();
        List<String> without = new ArrayList<>();
        List<List<String>> proofs = new ArrayList<>();
        for (Ask ask : grounds.stream()
                .flatMap(ground -> parts.stream().map(part -> new Ask(ground, part)))
                .toList()) {
            Part part = ask.part();
            Wish wish = part.on(ask.ground());
            proofs.addAll(wish.proofs());
            wish.without().forEach(why -> without.add(part.name() + ": " + why));
            if (wish.wanted().isEmpty() && !wish.without().isEmpty()) {
                throw new TuningUnavailable(said(part, host, wish.without().getLast()));
            }
            for (Wish.Wanted wanted : wish.wanted()) {
                Step step = new Step(part, wish.whole(), new SettingChange(wanted.setting(), "", wanted.value()));
                Step other = steps.putIfAbsent(wanted.setting(), step);
                if (other != null && !other.change().to().equals(wanted.value())) {
                    throw new TuningContradiction("%s wants %s for %s on %s, and %s wants %s; leave one of them out."
                            .formatted(
                                    other.part().name(),
                                    other.change().to(),
                                    wanted.setting().words(),
                                    host.name(),
                                    part.name(),
                                    wanted.value()));
                }
            }
        }
        return new HostPlan(host, List.copyOf(steps.values()), without, proofs).found();
    }

    /** A part, to be asked what it wants of a ground. */
    private record Ask(Ground ground, Part part) {}

    private static String said(Part part, Host host, String why) {
        return "%s on %s: %s".formatted(part.name(), host.name(), why);
    }

    /** The same with the values that the host has now, without the settings that it has not. */
    private HostPlan found() {
        List<SettingFound> found =
                settings().read(steps.stream().map(s -> s.change().setting()).toList());
        List<Step> there = new ArrayList<>();
        Map<Step, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Setting setting = step.change().setting();
            if (host.sharesKernel() && setting.ofKernel()) {
                missing.put(step, setting.words() + " is the machine's, not this lab host's" + ELSEWHERE);
            } else if (host.sharesKernel() && setting.hidden() && found.get(i).outcome() == Outcome.ABSENT) {
                missing.put(
                        step, setting.words() + " is one for the whole machine, and not this lab host's" + ELSEWHERE);
            } else if (found.get(i).outcome() != Outcome.IS) {
                missing.put(step, setting.words() + " is not there");
            } else {
                there.add(new Step(
                        step.part(),
                        step.whole(),
                        new SettingChange(
                                setting, found.get(i).before(), step.change().to())));
            }
        }
        return new HostPlan(host, there, without, proofs).lacking(missing);
    }

    /** This plan, whose steps are what is left, with what it lacks told; {@link TuningUnavailable} where a part of the tuning cannot be without. */
    HostPlan lacking(Map<Step, String> missing) {
        List<String> told = new ArrayList<>(without);
        missing.forEach((step, why) -> {
            boolean any = steps.stream().anyMatch(s -> s.part().equals(step.part()));
            if (step.whole() || !any) {
                throw new TuningUnavailable(said(step.part(), host, why));
            }
            told.add(step.part().name() + ": " + why);
        });
        return new HostPlan(host, steps, told, proofs);
    }

    /** The changes that are to be made: not those whose setting is as wanted already. */
    List<Step> changing() {
        return steps.stream()
                .filter(s -> !s.change().from().equals(s.change().to()))
                .toList();
    }

    Settings settings() {
        return new Settings(host.hand(), host.name());
    }
}

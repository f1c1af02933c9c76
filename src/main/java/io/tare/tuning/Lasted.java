package io.tare.tuning;

import io.tare.host.FileJournal;
import io.tare.host.Host;
import io.tare.host.Setting;
import io.tare.host.SettingChange;
import io.tare.host.Undo;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a host's journals of lasting changes say. */
final class Lasted {
    private Lasted() {}

    /** The changes that stand under a name, by their setting; of a setting that was changed twice, from the first value to the last. */
    static Map<Setting, SettingChange> of(Host host, String name) {
        return changes(host.lasting().of(name));
    }

    private static Map<Setting, SettingChange> changes(FileJournal journal) {
        Map<Setting, SettingChange> changes = new LinkedHashMap<>();
        for (Undo undo : journal.standing()) {
            if (undo instanceof Undo.RestoreSettings restore) {
                restore.made()
                        .forEach(change -> changes.merge(
                                change.setting(),
                                change,
                                (first, last) -> new SettingChange(change.setting(), first.from(), last.to())));
            }
        }
        return changes;
    }

    /** A change that stands and sets one of these settings otherwise, in words; empty where there is none. */
    static String against(HostPlan plan) {
        for (String other : plan.host().lasting().names()) {
            Map<Setting, SettingChange> stand = of(plan.host(), other);
            for (HostPlan.Step step : plan.steps()) {
                SettingChange change = stand.get(step.change().setting());
                if (change != null && !change.to().equals(step.change().to())) {
                    return "tuning '%s', applied before, set %s on %s to %s, and %s wants %s"
                            .formatted(
                                    other,
                                    change.setting().words(),
                                    plan.host().name(),
                                    change.to(),
                                    step.part().name(),
                                    step.change().to());
                }
            }
        }
        return "";
    }
}

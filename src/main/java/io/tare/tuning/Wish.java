package io.tare.tuning;

import io.tare.host.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a tuning wants of one host.
 *
 * @param wanted in the order they have to be set
 * @param whole whether all of them are needed; else those that the host has are, of which there must be one
 * @param proofs commands of the host's hand that must succeed once all hosts are set, or the testbed cannot have it
 * @param without what it does without on this host, and why, one sentence each; where nothing is wanted, why it cannot be had
 */
public record Wish(List<Wanted> wanted, boolean whole, List<String> without, List<List<String>> proofs) {
    public Wish {
        wanted = List.copyOf(wanted);
        without = List.copyOf(without);
        proofs = List.copyOf(proofs);
    }

    /** A setting and its value in the kernel's plain spelling: one blank between words, no commas or leading zeros in masks. */
    public record Wanted(Setting setting, String value) {
        public Wanted {
            Objects.requireNonNull(setting, "setting is null");
            Objects.requireNonNull(value, "value is null");
        }
    }

    /** All of these, or nothing. */
    static Wish allOf(List<Wanted> wanted) {
        return new Wish(wanted, true, List.of(), List.of());
    }

    /** Those of these that the host has. */
    static Wish someOf(List<Wanted> wanted) {
        return new Wish(wanted, false, List.of(), List.of());
    }

    /** The same value for several settings. */
    static List<Wanted> each(List<Setting> settings, String value) {
        return settings.stream().map(s -> new Wanted(s, value)).toList();
    }

    /** It cannot be had on this host. */
    static Wish none(String why) {
        return new Wish(List.of(), true, List.of(why), List.of());
    }

    /** The same with a command that proves that it works. */
    Wish proved(List<String> command) {
        List<List<String>> all = new ArrayList<>(proofs);
        all.add(command);
        return new Wish(wanted, whole, without, all);
    }
}

package io.tare.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries undos out on a host.
 *
 * @param hand asked for only where an undo is done on the host itself
 * @param remarks takes a sentence for each thing that was found otherwise than Tare had left it, and was left so
 */
record HostUndo(Engine engine, Supplier<Hand> hand, Consumer<String> remarks) implements Consumer<Undo> {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final String DATAPATH = script("remove-datapath.pl");

    HostUndo(Engine engine, Supplier<Hand> hand) {
        this(engine, hand, _ -> {});
    }

    @Override
    public void accept(Undo undo) {
        switch (undo) {
            case Undo.RemoveContainer(String name) -> engine.remove(name);
            case Undo.StopContainer(String name) -> {
                engine.stop(name);
                engine.remove(name);
            }
            case Undo.RemoveNetwork(String name) -> engine.networkId(name).ifPresent(engine::removeNetwork);
            case Undo.RemoveVolume(String name) -> engine.removeVolume(name);
            case Undo.LeaveSwarm() -> {
                if (!engine.swarmState().equals("inactive")) {
                    engine.leaveSwarm();
                }
            }
            case Undo.RemoveDevice(String name) ->
                whereThere(List.of("ip", "link", "show", "dev", name), List.of("ip", "link", "delete", "dev", name));
            case Undo.RemoveRoute(List<String> route) -> {
                List<String> shown = hand.get()
                        .run(with(List.of("ip", "route", "show"), route), WITHIN)
                        .stdout()
                        .lines()
                        .toList();
                if (!shown.isEmpty()) {
                    done(with(List.of("ip", "route", "delete"), route));
                }
            }
            case Undo.RemoveRoutesInto(String range) -> done(List.of("ip", "-4", "route", "flush", "root", range));
            case Undo.RemoveRule(String program, String table, List<String> rule) ->
                whereThere(
                        with(List.of(program, "--wait", "--table", table, "--check"), rule),
                        with(List.of(program, "--wait", "--table", table, "--delete"), rule));
            case Undo.RemoveChain(String program, String table, String chain) ->
                removeChain(List.of(program, "--wait", "--table", table), chain);
            case Undo.RemoveDatapath(String name) -> done(List.of("perl", "-e", DATAPATH, name));
            case Undo.RestoreSettings(List<SettingChange> made) -> restore(made);
        }
    }

    private void removeChain(List<String> table, String chain) {
        List<String> rules = hand.get()
                .run(with(table, List.of("--list-rules")), WITHIN)
                .stdout()
                .lines()
                .toList();
        boolean there = rules.contains("-N " + chain);
        boolean used = rules.stream().anyMatch(rule -> (rule + " ").contains(" -j " + chain + " "));
        if (there && !used) {
            done(with(table, List.of("--flush", chain)));
            done(with(table, List.of("--delete-chain", chain)));
        }
    }

    private void restore(List<SettingChange> made) {
        List<SettingChange> back =
                made.reversed().stream().map(SettingChange::back).toList();
        List<SettingFound> found = new Settings(hand.get(), "the host").change(back);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < back.size(); i++) {
            SettingChange change = back.get(i);
            SettingFound now = found.get(i);
            switch (now.outcome()) {
                case IS, ABSENT, GONE -> {}
                case OTHER ->
                    remarks.accept(
                            "%s was changed by others while Tare had it: it is %s, and was left so (Tare set %s, found %s before)"
                                    .formatted(change.setting().words(), now.before(), change.from(), change.to()));
                case REFUSED -> refused.add("%s: %s".formatted(change.setting().words(), now.after()));
                case SET -> {
                    if (!now.after().equals(change.to())) {
                        refused.add("%s: written %s, reads %s"
                                .formatted(change.setting().words(), change.to(), now.after()));
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new HostException("Settings did not take their old values back: " + String.join("; ", refused));
        }
    }

    private void whereThere(List<String> question, List<String> removal) {
        if (hand.get().run(question, WITHIN).exitCode() == 0) {
            done(removal);
        }
    }

    private void done(List<String> command) {
        hand.get().run(command, WITHIN).require(command, "the hand");
    }

    private static List<String> with(List<String> command, List<String> more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(more);
        return all;
    }

    private static String script(String name) {
        try (InputStream stream = Objects.requireNonNull(HostUndo.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

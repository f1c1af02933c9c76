package io.tare.host;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An Engine without Docker: containers are entries of a map, commands get the answers that the test has scripted, and everything asked is
 * written down in order. It refuses what an Engine refuses (a name in use, a command in a container that has ended), and it can die.
 * Safe for use by several threads.
 */
public final class FakeEngine extends FakeNetworks {
    private static final ContainerSpec HAND = ContainerSpec.of("hand", "image", List.of("sleep", "infinity"));

    private final String host;
    private final Map<String, Made> containers = new LinkedHashMap<>();
    private final Map<String, String> unstartable = new LinkedHashMap<>();
    private final Answers answers = new Answers();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> missing = new CopyOnWriteArrayList<>();
    private boolean silent;
    private int lastId;

    public FakeEngine(String host) {
        this.host = host;
    }

    /** A container as the Engine keeps it. */
    public record Made(ContainerSpec spec, boolean running, int exitCode, String said) {}

    // What a test scripts.

    /** A command that contains these words gets this answer; what was scripted last counts. */
    public FakeEngine answering(String words, Function<List<String>, ExecResult> answer) {
        return answeringIn(words, (_, command) -> answer.apply(command));
    }

    /** As {@link #answering}, for answers that depend on the container they are given in. */
    public FakeEngine answeringIn(String words, BiFunction<ContainerSpec, List<String>, ExecResult> answer) {
        answers.script(words, answer);
        return this;
    }

    public FakeEngine answering(String words, String stdout) {
        return answering(words, _ -> printed(stdout));
    }

    /** A command that contains these words does not end in time, having printed this. */
    public FakeEngine timingOut(String words, String printed) {
        return answering(words, command -> {
            throw new ExecTimeout(
                    "'%s' on %s did not end in time and was killed.".formatted(String.join(" ", command), host),
                    printed);
        });
    }

    /** Containers whose name contains this cannot be started. */
    public FakeEngine refusingToStart(String name, String reason) {
        unstartable.put(name, reason);
        return this;
    }

    /** It has every image until told otherwise; loading any archive brings the missing ones. */
    public FakeEngine withoutImage(String reference) {
        missing.add(reference);
        return this;
    }

    /** The process of a container ends by itself. */
    public synchronized void end(String name, int exitCode, String lastWords) {
        String id = id(name);
        Made made = containers.get(id);
        if (made == null) {
            throw new IllegalArgumentException("no container " + name);
        }
        containers.put(id, new Made(made.spec(), false, exitCode, lastWords));
    }

    /** From now on nothing is answered, as when its daemon has stopped; {@code false} ends that. */
    public synchronized void silent(boolean now) {
        silent = now;
    }

    public static ExecResult printed(String stdout) {
        return new ExecResult(0, stdout, "", Duration.ofMillis(5));
    }

    public static ExecResult failed(int exitCode, String stderr) {
        return new ExecResult(exitCode, "", stderr, Duration.ofMillis(5));
    }

    // What a test looks at.

    /** What was asked, in order: {@code start NAME}, {@code exec NAME: COMMAND}, {@code remove NAME}, {@code create-network NAME} … */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized Map<String, Made> containersByName() {
        Map<String, Made> byName = new LinkedHashMap<>();
        containers.values().forEach(made -> byName.put(made.spec().name(), made));
        return byName;
    }

    /** Containers, networks and the swarm that are there still: empty once all is undone. */
    public synchronized List<String> left() {
        List<String> left = new ArrayList<>(containersByName().keySet());
        left.addAll(networksLeft());
        return left;
    }

    // The Engine.

    @Override
    public EngineFacts facts() {
        asked("facts");
        return new EngineFacts("28.0", "1.48", "6.12.0", "Debian GNU/Linux 13", "x86_64", "overlay2", "2", 2, 8L << 30);
    }

    @Override
    public Optional<String> imageId(String reference) {
        asked("image " + reference);
        return missing.contains(reference) ? Optional.empty() : Optional.of("sha256:of-" + reference);
    }

    @Override
    public void load(InputStream archive) {
        asked("load");
        missing.clear();
    }

    @Override
    public synchronized Container start(ContainerSpec spec) {
        asked("start " + spec.name());
        unstartable.forEach((name, reason) -> {
            if (spec.name().contains(name)) {
                throw refused("to start container " + spec.name(), reason);
            }
        });
        if (containersByName().containsKey(spec.name())) {
            throw refused("to start container " + spec.name(), "the name is already in use");
        }
        String id = "c" + ++lastId;
        containers.put(id, new Made(spec, true, 0, ""));
        return new Container(this, id, spec.name());
    }

    @Override
    public synchronized List<Container> containers(String label) {
        asked("containers " + label);
        List<Container> found = new ArrayList<>();
        containers.forEach((id, made) -> {
            String value = made.spec().labels().get(label.replaceFirst("=.*", ""));
            if (value != null && (!label.contains("=") || label.endsWith("=" + value))) {
                found.add(new Container(this, id, made.spec().name()));
            }
        });
        return found;
    }

    @Override
    public synchronized void remove(String containerId) {
        Made gone = containers.remove(id(containerId));
        asked("remove " + (gone == null ? containerId : gone.spec().name()));
    }

    @Override
    public synchronized void stop(String containerId) {
        Made ended = containers.get(id(containerId));
        asked("stop " + containerId);
        if (ended != null) {
            end(ended.spec().name(), 143, ended.said());
        }
    }

    @Override
    public void put(String containerId, List<ContainerFile> files) {
        asked("put %s: %s"
                .formatted(
                        there(containerId).spec().name(),
                        files.stream().map(ContainerFile::path).toList()));
    }

    @Override
    public void removeVolume(String name) {
        asked("remove-volume " + name);
    }

    @Override
    public ExecResult exec(String containerId, List<String> command, Duration within) {
        ContainerSpec spec = running(containerId).spec();
        asked("exec %s: %s".formatted(spec.name(), String.join(" ", command)));
        if (Thread.currentThread().isInterrupted()) {
            throw new HostInterrupted("'%s' ran on %s".formatted(String.join(" ", command), host));
        }
        return answers.to(spec, command);
    }

    /** What the host's hand answers to a command. */
    ExecResult inHand(List<String> command) {
        asked("exec hand: " + String.join(" ", command));
        return answers.to(HAND, command);
    }

    @Override
    public synchronized ContainerState state(String containerId) {
        asked("state " + containerId);
        Made made = there(containerId);
        long pid =
                made.running() ? 1000L + containers.keySet().stream().toList().indexOf(id(containerId)) : 0;
        return new ContainerState(
                made.running(), made.exitCode(), pid, Map.of(made.spec().network(), "10.0.1." + (pid % 250 + 2)));
    }

    @Override
    public synchronized String logs(String containerId, int lines) {
        asked("logs " + containerId);
        return there(containerId).said();
    }

    @Override
    synchronized boolean inUse(String network) {
        return containers.values().stream()
                .anyMatch(made -> made.running() && made.spec().network().equals(network));
    }

    @Override
    public void close() {
        calls.add("close");
    }

    @Override
    synchronized void asked(String what) {
        calls.add(what);
        if (silent) {
            throw new HostException("The Engine of %s was asked '%s' and gave no answer.".formatted(host, what));
        }
    }

    private synchronized Made there(String nameOrId) {
        @Nullable Made made = containers.get(id(nameOrId));
        if (made == null) {
            throw refused("about container " + nameOrId, "No such container: " + nameOrId);
        }
        return made;
    }

    private synchronized Made running(String nameOrId) {
        Made made = there(nameOrId);
        if (!made.running()) {
            throw refused(
                    "to execute a command",
                    "container %s is not running".formatted(made.spec().name()));
        }
        return made;
    }

    private synchronized String id(String nameOrId) {
        return containers.entrySet().stream()
                .filter(e -> e.getValue().spec().name().equals(nameOrId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(nameOrId);
    }

    @Override
    HostException refused(String what, String reason) {
        return new HostException("The Engine of %s was asked %s and refused: %s".formatted(host, what, reason));
    }
}

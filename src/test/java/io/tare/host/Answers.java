package io.tare.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** What the commands of a {@link FakeEngine} answer, as a test has scripted it. */
final class Answers {
    private final List<Script> scripts = new CopyOnWriteArrayList<>();

    private record Script(String words, BiFunction<ContainerSpec, List<String>, ExecResult> answer) {}

    /** A command that contains these words gets this answer; what was scripted last counts. */
    void script(String words, BiFunction<ContainerSpec, List<String>, ExecResult> answer) {
        scripts.addFirst(new Script(words, answer));
    }

    /** The scripted answer; without one, as a shell answers to a command it does not know. */
    ExecResult to(ContainerSpec in, List<String> command) {
        String text = String.join(" ", command);
        for (Script script : scripts) {
            if (text.contains(script.words())) {
                return script.answer().apply(in, command);
            }
        }
        return FakeEngine.failed(127, command.getFirst() + ": no answer is scripted for '" + text + "'");
    }
}

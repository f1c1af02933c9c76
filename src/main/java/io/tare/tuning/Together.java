package io.tare.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** One thing done on all hosts at the same time. */
final class Together {
    private Together() {}

    /**
     * The answers, in order, when all have ended; what the first that failed threw, with the others' failures. The first is done by the calling
     * thread, so that an interrupt is seen.
     */
    static <T, R> List<R> each(List<T> things, Function<T, R> what) {
        List<CompletableFuture<R>> others = things.stream()
                .skip(1)
                .map(thing -> CompletableFuture.supplyAsync(
                        () -> what.apply(thing),
                        task -> Thread.ofVirtual().name("tuning").start(task)))
                .toList();
        List<R> answers = new ArrayList<>();
        RuntimeException failure = null;
        try {
            if (!things.isEmpty()) {
                answers.add(what.apply(things.getFirst()));
            }
        } catch (RuntimeException e) {
            failure = e;
        }
        for (CompletableFuture<R> other : others) {
            try {
                answers.add(other.join());
            } catch (CompletionException e) {
                RuntimeException cause = e.getCause() instanceof RuntimeException r ? r : e;
                if (failure == null) {
                    failure = cause;
                } else {
                    failure.addSuppressed(cause);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return answers;
    }
}

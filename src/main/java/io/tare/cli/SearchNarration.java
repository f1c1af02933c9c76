package io.tare.cli;

import io.tare.run.Event;
import io.tare.search.Progress;
import java.util.function.Consumer;

/** Tells people or programs what happens in a search. */
interface SearchNarration extends Consumer<Progress> {
    /** A step of setting up or taking down, or what happens in its trials. */
    void step(Event event);

    /** Says nothing. */
    static SearchNarration silent() {
        return new SearchNarration() {
            @Override
            public void step(Event event) {}

            @Override
            public void accept(Progress progress) {}
        };
    }
}

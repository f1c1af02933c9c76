package io.tare.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the containers of a study stand. */
public enum Placement {
    /** The server on one host, the client on another. */
    TWO_HOSTS,
    /** Both on one host: what a packet crosses between them never leaves it. */
    SAME_HOST;

    /** As the study file writes it: {@code same-host}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words for people. */
    public String meaning() {
        return switch (this) {
            case TWO_HOSTS -> "server and client on two hosts";
            case SAME_HOST -> "server and client on one host";
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Placement::word).toList();
    }

    /** The placement of a word out of {@link #words}. */
    static Placement of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package io.tare.study;

/** One thing that is wrong in a study file. {@code line} and {@code column} count from 1; 0 where the file as a whole is meant. */
public record Problem(int line, int column, String message) {
    String in(String file) {
        return line == 0 ? file + ": " + message : "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}

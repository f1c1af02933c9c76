package io.tare.study;

import org.snakeyaml.engine.v2.nodes.Node;

/** One thing that is wrong in a study file. {@code line} and {@code column} count from 1; 0 where the file as a whole is meant. */
public record Problem(int line, int column, String message) {
    static Problem at(Node node, String message) {
        return node.getStartMark()
                .map(mark -> new Problem(mark.getLine() + 1, mark.getColumn() + 1, message))
                .orElse(new Problem(0, 0, message));
    }

    String in(String file) {
        return line == 0 ? file + ": " + message : "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}

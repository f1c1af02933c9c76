package io.tare.study;

import java.util.List;
import java.util.stream.Collectors;

/** A study that cannot be run as it is written; the message names all that is wrong with it, each with its place. */
public class StudyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public StudyException(String file, List<Problem> problems) {
        super(problems.stream().map(p -> p.in(file)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}

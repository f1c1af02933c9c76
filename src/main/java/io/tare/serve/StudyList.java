package io.tare.serve;

import io.tare.study.Problem;
import io.tare.study.Study;
import io.tare.study.StudyException;
import io.tare.study.StudyReader;
import io.tare.study.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The studies in the folder.
 *
 * @param outline what {@code --dry-run} says of a study, in pairs
 */
record StudyList(NamedFolder studies, Vocabulary vocabulary, Function<Study, Map<String, String>> outline) {
    private static final int MOST_PROBLEMS = 5;

    static boolean isStudy(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    List<Map<String, Object>> tree() {
        return studies.entries().stream().map(this::told).toList();
    }

    /** The study of that file; {@link Refusal} where there is none, or it is wrong. */
    Study read(String file) {
        try {
            return new StudyReader(vocabulary).read(studies.named(file));
        } catch (StudyException e) {
            throw new Refusal(400, String.valueOf(e.getMessage()));
        }
    }

    private static String words(Problem problem) {
        return problem.line() == 0
                ? problem.message()
                : "line %d, column %d: %s".formatted(problem.line(), problem.column(), problem.message());
    }

    private Map<String, Object> told(Path file) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", String.valueOf(file.getFileName()));
        try {
            Study study = new StudyReader(vocabulary).read(file);
            told.put("name", study.name());
            told.put("description", study.description());
            told.put("outline", outline.apply(study));
            told.put("samples", study.samples());
            told.put("seconds", study.seconds());
            told.put("problems", List.of());
        } catch (StudyException e) {
            told.put(
                    "problems",
                    e.problems().stream()
                            .limit(MOST_PROBLEMS)
                            .map(StudyList::words)
                            .toList());
        }
        return told;
    }
}

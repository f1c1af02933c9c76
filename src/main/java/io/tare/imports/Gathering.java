package io.tare.imports;

import io.tare.workload.FoundTrial;
import io.tare.workload.OutputFormat;
import io.tare.workload.WorkloadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of an import into trials, and keeps what is wrong with each. */
final class Gathering {
    /** pgbench's logs of further threads: the first one's name and a number. */
    private static final Pattern PART = Pattern.compile("(?<first>.+)\\.\\d+");

    private static final int SHOWN = 80;

    private final Import asked;
    private final List<Source> sources = new ArrayList<>();
    private final List<ImportedTrial> trials = new ArrayList<>();

    private Gathering(Import asked) {
        this.asked = asked;
    }

    /** All files in the order given, and the trials that could be read of them. */
    record Gathered(List<Source> sources, List<ImportedTrial> trials) {}

    static Gathered of(Import asked) {
        Gathering gathering = new Gathering(asked);
        asked.groups().forEach(gathering::group);
        return new Gathered(gathering.sources, gathering.trials);
    }

    private void group(Import.Group group) {
        Map<Path, List<Source>> together = new LinkedHashMap<>();
        for (Path file : group.files()) {
            Source source = Source.of(SourceText.of(file));
            sources.add(source);
            if (source.usable()) {
                together.computeIfAbsent(first(source, group), _ -> new ArrayList<>())
                        .add(source);
            }
        }
        together.values().forEach(parts -> read(parts, group));
    }

    /** The file that a part of it belongs to, where that is given too; else the file itself. */
    private static Path first(Source source, Import.Group group) {
        Path path = source.text().path();
        Matcher part = PART.matcher(path.toString());
        boolean belongs = source.format().isPresent()
                && source.format().get().inParts()
                && part.matches()
                && group.files().contains(Path.of(part.group("first")));
        return belongs ? Path.of(part.group("first")) : path;
    }

    private void read(List<Source> parts, Import.Group group) {
        OutputFormat format = parts.getFirst().format().orElseThrow();
        StringBuilder text = new StringBuilder();
        for (Source part : parts) {
            broken(part, format);
            text.append(part.text().text()).append('\n');
        }
        try {
            String whole = parts.size() == 1 ? parts.getFirst().text().text() : text.toString();
            for (FoundTrial found : format.read(whole, asked.offered())) {
                trials.add(new ImportedTrial(group, found, parts));
            }
        } catch (WorkloadException e) {
            parts.getFirst().wrong("taken for %s; %s".formatted(format.name(), e.getMessage()));
        } catch (ArithmeticException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            parts.getFirst()
                    .wrong("taken for %s; it has a number that cannot be one (%s)"
                            .formatted(format.name(), e.getMessage()));
        }
    }

    private static void broken(Source part, OutputFormat format) {
        List<Integer> broken = format.brokenLines(part.text().text());
        if (!broken.isEmpty()) {
            int number = broken.getFirst();
            String line =
                    part.text().text().lines().skip(number - 1L).findFirst().orElse("");
            part.wrong("line %d is no whole line of %s: '%s'%s"
                    .formatted(
                            number,
                            format.name(),
                            line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line,
                            broken.size() > 1 ? ", and %d more".formatted(broken.size() - 1) : ""));
        }
    }
}

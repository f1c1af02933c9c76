package io.tare.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published studies that Tare brings with it, and those that a user has as a file. */
public final class PublishedStudies {
    /** By name; each is {@code published/NAME.json} beside this class. */
    public static final List<String> NAMES = List.of("haruna2019");

    private static final long LARGEST = 4L << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PublishedStudies() {}

    /** Reads one by its name or from a file; {@link ReportException} where it is neither, or cannot be used. */
    public static PublishedStudy open(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            try (@Nullable
                    InputStream in = PublishedStudies.class.getResourceAsStream("published/" + nameOrFile + ".json")) {
                if (in == null) {
                    throw new IllegalStateException("no resource for " + nameOrFile);
                }
                return read(in.readAllBytes(), nameOrFile);
            } catch (IOException e) {
                throw new ReportException("%s cannot be read: %s".formatted(nameOrFile, e.getMessage()), e);
            }
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new ReportException(
                    "'%s' is no published study that Tare knows (%s), and no file. docs/published.md says how a file of another study is written."
                            .formatted(nameOrFile, String.join(", ", NAMES)));
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new ReportException("%s is larger than 4 MiB, which no published study is.".formatted(file));
            }
            return read(Files.readAllBytes(file), nameOrFile);
        } catch (IOException e) {
            throw new ReportException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static PublishedStudy read(byte[] json, String name) {
        try {
            int version = JSON.readTree(json).path("version").asInt(0);
            if (version != PublishedStudy.VERSION) {
                throw new ReportException(
                        "%s is not of format version %d: its field \"version\" says %d. docs/published.md describes the format."
                                .formatted(name, PublishedStudy.VERSION, version));
            }
            return checked(JSON.readValue(json, PublishedStudy.class), name);
        } catch (JacksonException e) {
            Throwable cause = e.getCause();
            String what = cause instanceof NullPointerException && cause.getMessage() != null
                    ? cause.getMessage().replace(" is null", " is missing")
                    : e.getOriginalMessage();
            String path = e.getPathReference().isEmpty() ? "" : " at " + place(e);
            throw new ReportException(
                    "%s is no published study%s: %s. docs/published.md describes the format."
                            .formatted(name, path, what),
                    e);
        }
    }

    private static String place(JacksonException e) {
        StringBuilder place = new StringBuilder();
        e.getPath()
                .forEach(step -> place.append(
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : (place.isEmpty() ? "" : ".") + step.getPropertyName()));
        return place.toString();
    }

    private static PublishedStudy checked(PublishedStudy study, String name) {
        Set<String> numbers = new HashSet<>();
        for (PublishedStudy.Table table : study.tables()) {
            if (!numbers.add(table.number())) {
                throw new ReportException(
                        "%s has two tables %s. Give each a number of its own.".formatted(name, table.number()));
            }
            for (PublishedStudy.Row row : table.rows()) {
                if (!(row.mean() > 0) || !(row.stddev() >= 0) || Double.isInfinite(row.mean())) {
                    throw new ReportException(
                            "%s, table %s, %s: mean %s and stddev %s; a mean above 0 and a standard deviation are needed to compare."
                                    .formatted(name, table.number(), row.label(), row.mean(), row.stddev()));
                }
            }
        }
        return study;
    }
}

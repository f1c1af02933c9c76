package io.tare.cli;

import io.tare.study.StudySchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tare schema}: the study file's JSON Schema, for editors. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of the study file, for editors (studies/study.schema.json).",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(StudySchema.of(Words.vocabulary()));
        out.flush();
    }
}

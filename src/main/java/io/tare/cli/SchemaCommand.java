package io.tare.cli;

import picocli.CommandLine.Command;

/** {@code tare schema}: the study file's JSON Schema, for editors. */
@Command(name = "schema", description = "Prints the JSON Schema of the study file.", mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {
    @Override
    public void run() {
        throw new UnsupportedOperationException("comes with the study room");
    }
}

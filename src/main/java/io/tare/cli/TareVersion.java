package io.tare.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version this Tare was built as. */
final class TareVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"tare " + text(), "Java " + Runtime.version()};
    }

    static String text() {
        return Objects.requireNonNullElse(TareVersion.class.getPackage().getImplementationVersion(), "in development");
    }
}

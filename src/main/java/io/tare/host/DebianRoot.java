package io.tare.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A root file system of Debian 13 packages, made by mmdebstrap without an image registry.
 *
 * @param packages their names, separated by white space
 * @param customize a shell script that is given the root's folder when all is installed
 */
public record DebianRoot(String packages, Path customize) {
    /** The release all images are made of. */
    public static final String SUITE = "trixie";

    public DebianRoot {
        Objects.requireNonNull(packages, "packages is null");
        Objects.requireNonNull(customize, "customize is null");
    }

    /**
     * Makes it.
     *
     * @param target a {@code .tar} file, or a folder
     * @param room what it takes, for the message: "2 GiB"
     */
    public void into(Path target, String room) {
        List<String> command = new ArrayList<>(List.of(
                "setsid", // in a session of its own: it ends its whole process group when it fails
                "--wait",
                "mmdebstrap",
                "--quiet",
                "--variant=minbase",
                "--aptopt=APT::Install-Recommends \"false\"",
                "--dpkgopt=path-exclude=/usr/share/doc/*",
                "--dpkgopt=path-exclude=/usr/share/locale/*",
                // some packages put links to their manual pages there and fail without the folder
                "--essential-hook=mkdir -p \"$1/usr/share/man/man1\" \"$1/usr/share/man/man7\" \"$1/usr/share/man/man8\"",
                "--customize-hook=sh '" + customize + "' \"$1\"",
                "--include=" + String.join(",", packages.strip().split("\\s+")),
                SUITE,
                target.toString()));
        command.addAll(mirror());
        ExecResult result = LocalCommand.run(Duration.ofMinutes(15), command);
        if (result.exitCode() != 0) {
            throw new HostException(
                    "mmdebstrap could not make the image (exit code %d). Are the Debian package servers reachable ('apt-get update'), and is there %s of room? Its last words:%n%s"
                            .formatted(result.exitCode(), room, lastLines(result.stderr())));
        }
    }

    /** The package source this machine itself uses, for Debian 13; nothing where it has none: mmdebstrap then takes Debian's own. */
    private static List<String> mirror() {
        ExecResult sources = LocalCommand.run(
                Duration.ofSeconds(20),
                List.of("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)", "Created-By: Packages"));
        if (sources.exitCode() != 0) {
            return List.of();
        }
        return sources.stdout()
                .lines()
                .map(line -> line.split(" "))
                .filter(p -> p.length == 2 && p[0].endsWith("/debian") && !p[1].contains("-"))
                .map(p -> "deb %s %s main".formatted(p[0], SUITE))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}

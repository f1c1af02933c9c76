package io.tare.lab;

import io.tare.host.LocalCommand;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way into a lab's virtual machines by ssh over their control network, with a key made for this lab. Nobody else is on that network, so
 * that who answers needs no proof.
 */
record GuestShell(LabFolders folders) {
    /** Makes the lab's key and answers its public half, without the words around it. */
    String makeKey() {
        LocalCommand.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "tare", "-f", key().toString());
        Path open = folders.data().resolve("key.pub");
        try {
            return Files.readString(open).split(" ")[1];
        } catch (IOException e) {
            throw new LabException("%s cannot be read: %s".formatted(open, e.getMessage()), e);
        }
    }

    /** The command that runs another on the machine with this control address; on a terminal where this process has one. */
    List<String> command(Inside hub, String address, List<String> inner) {
        List<String> all = new ArrayList<>(hub.command(List.of("ssh", "-F", "/dev/null", "-i", key().toString())));
        all.addAll(List.of("-o", "IdentitiesOnly=yes", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes"));
        all.addAll(List.of("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"));
        if (Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
            all.add("-t");
        }
        all.addAll(List.of("root@" + address, "--"));
        all.add(inner.stream().map(GuestShell::quoted).collect(Collectors.joining(" ")));
        return all;
    }

    /** One word as the machine's shell takes it unchanged. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private Path key() {
        return folders.data().resolve("key");
    }
}

package io.tare.network;

import io.tare.host.ContainerFile;
import io.tare.host.ContainerSpec;
import io.tare.host.Host;
import io.tare.host.HostException;
import io.tare.host.Image;
import io.tare.host.UserImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weave Net's router program, {@code weaver}: a file of this machine's, or in an image that the study names. */
sealed interface Weaver {
    /** What to do where there is none. */
    String WAY_OUT =
            "put Weave Net's router 'weaver' (github.com/rajch/weave, 2.9.0) on this machine's PATH, or name an image that holds it ('image: NAME')";

    /** A router's container, to be given a hand's rights by the caller. */
    ContainerSpec container(String name, Host host, List<String> arguments);

    /** The one of the image where the study names one, else the first on the path; empty where neither is there. */
    static Optional<Weaver> find(String image, String path) {
        if (!image.isEmpty()) {
            return Optional.of(new InImage(image));
        }
        return Stream.of(path.split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "weaver"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .<Weaver>map(Program::new)
                .findFirst();
    }

    /** A program of this machine's, run in Tare's own image, which has the libraries and the netfilter programs that it calls. */
    record Program(Path file) implements Weaver {
        private static final String PLACE = "/usr/local/bin/weaver";
        /** Lets it find that netfilter program which the host's Engine uses, then becomes it. */
        private static final String SCRIPT = "ln -sf \"/usr/sbin/$0\" /usr/local/sbin/iptables && exec \"$@\"";

        @Override
        public ContainerSpec container(String name, Host host, List<String> arguments) {
            List<String> command = new ArrayList<>(
                    List.of("sh", "-c", SCRIPT, Firewall.of(host).program(), PLACE));
            command.addAll(arguments);
            try {
                return ContainerSpec.of(name, new Image().reference(), command)
                        .withFiles(List.of(ContainerFile.program(PLACE, Files.readAllBytes(file))));
            } catch (IOException e) {
                throw new HostException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    /** The router of an image, run there. {@code given} is as the study names it. */
    record InImage(String given) implements Weaver {
        @Override
        public ContainerSpec container(String name, Host host, List<String> arguments) {
            List<String> command = new ArrayList<>(List.of("/home/weave/weaver"));
            command.addAll(arguments);
            return ContainerSpec.of(name, new UserImage(given).into(List.of(host)), command);
        }
    }
}

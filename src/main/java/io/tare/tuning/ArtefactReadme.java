package io.tare.tuning;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that goes with an {@link Artefact}: what is installed, and what each line of it does. */
record ArtefactReadme(Artefact artefact) {
    String text() {
        String name = artefact.name();
        return """
                # The tuning `%1$s`

                Made by Tare for hosts of Debian's kind; Tare itself is not needed there, `ethtool` is.

                    sudo ./install [DEVICE]    # DEVICE is the network card between the hosts; preset: that of the default route
                    sudo ./remove              # takes the files away and gives all values back that others have not changed meanwhile

                ## What each line does

                | knob | line | does |
                | --- | --- | --- |
                %2$s

                %3$s## What is installed

                %4$s

                Lines of kernel parameters stand in `sysctl.d`; all others in the script `set`, which notes each old value below `/var/lib/tare-tuning/%1$s`
                before it changes one. It runs at boot (`tare-%1$s.service`), for each network device of the host that appears (udev), and%5$s
                Values of devices and interrupts are the kernel's own again after a boot without it.
                """.formatted(name, lines(), without(), installed(), followed());
    }

    private String lines() {
        return artefact.knobs().entrySet().stream()
                .flatMap(ArtefactReadme::lines)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Map.Entry<String, Export> knob) {
        return Stream.concat(knob.getValue().parameters().stream(), knob.getValue().commands().stream())
                .map(line -> "| `%s` | `%s` | %s |".formatted(knob.getKey(), line.text(), line.meaning()));
    }

    private String without() {
        return artefact.without().isEmpty()
                ? ""
                : artefact.without().stream()
                        .map(why -> "- " + why + ".")
                        .collect(Collectors.joining("\n", "## What is not in it\n\n", "\n\n"));
    }

    private String installed() {
        return artefact.installed().keySet().stream()
                .map(path -> "- `%s`".formatted(path.substring("files".length())))
                .collect(Collectors.joining("\n"));
    }

    private String followed() {
        return artefact.all().containers()
                ? """
                 whenever a container joins a network (`tare-%s-containers.service`,
                which listens to Docker): udev does not see devices in the network namespaces of containers and of Docker's overlay networks.""".formatted(artefact.name())
                : " no more: nothing of it comes and goes with containers.";
    }
}

package io.tare.tuning;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes a tuning permanent on a host of Debian's kind.
 *
 * @param parameters kernel parameters of the host, for sysctl.d
 * @param commands lines of the installed script {@code set}, in the functions that it has
 * @param not what cannot be made permanent by files, one sentence each
 * @param containers whether it concerns devices that come and go with containers
 */
public record Export(List<Line> parameters, List<Line> commands, List<String> not, boolean containers) {
    public Export {
        parameters = List.copyOf(parameters);
        commands = List.copyOf(commands);
        not = List.copyOf(not);
    }

    /**
     * One line of what is installed.
     *
     * @param text as it stands there
     * @param meaning what it does, for people
     */
    public record Line(String text, String meaning) {}

    static Export parameter(String name, String value, String meaning) {
        return new Export(List.of(new Line("%s = %s".formatted(name, value), meaning)), List.of(), List.of(), false);
    }

    static Export command(String command, String meaning) {
        boolean comesAndGoes = command.matches(".*\\b(vxlan|veth)\\b.*");
        return new Export(List.of(), List.of(new Line(command, meaning)), List.of(), comesAndGoes);
    }

    static Export not(String why) {
        return new Export(List.of(), List.of(), List.of(why), false);
    }

    /** The words of the parameter {@code devices}, as the script takes them. */
    static String roles(Given given) {
        return String.join(" ", given.words("devices"));
    }

    /** The same, also where containers' devices come and go. */
    Export everywhere() {
        return new Export(parameters, commands, not, true);
    }

    Export and(Export more) {
        return new Export(
                both(parameters, more.parameters),
                both(commands, more.commands),
                both(not, more.not),
                containers || more.containers);
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}

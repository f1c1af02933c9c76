package io.tare.cli;

import io.tare.path.Device;
import io.tare.path.Layer;
import io.tare.path.Namespace;
import io.tare.path.Offloads;
import io.tare.path.ProvenHop;
import io.tare.path.ProvenPath;
import io.tare.path.Rule;
import io.tare.path.Sight;
import io.tare.path.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A proven path as a ladder, from the client's container down to the wire and up to the server's, in 100 columns. */
final class PathText {
    private static final int WIDTH = 100;

    private final ProvenPath path;
    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder();
    private final List<Rule> rules;

    PathText(ProvenPath path, boolean colour) {
        this.path = path;
        this.ansi = colour ? Ansi.ON : Ansi.OFF;
        this.rules = new ArrayList<>(path.rules());
    }

    String text() {
        line(
                "",
                "%s: %d marked datagrams of %d bytes, %s"
                        .formatted(path.mode(), path.sent(), path.size(), path.asked()));
        line(
                "",
                path.seenAs().isEmpty()
                        ? "the server answered none of them"
                        : "%d answered by the server, which sees %s".formatted(path.answered(), path.seenAs()));
        if (!path.standIn().isEmpty()) {
            line("", "stand-in: " + path.standIn());
        }
        List<ProvenHop> hops = path.hops();
        List<Layer> before = List.of();
        for (int i = 0; i < hops.size(); i++) {
            ProvenHop hop = hops.get(i);
            Namespace at = hop.hop().device().at();
            if (i == 0 || !at.equals(hops.get(i - 1).hop().device().at())) {
                text.append('\n');
                line("", bold("%s, %s".formatted(at.host(), at.words())));
            }
            way(hop);
            device(hop);
            List<Layer> seen = hop.sight().headers();
            if (!seen.isEmpty() && !HeaderText.kind(seen).equals(HeaderText.kind(before))) {
                int added = HeaderText.added(seen);
                line(" |     ", "seen: " + HeaderText.of(seen) + (added == 0 ? "" : ", +%d bytes".formatted(added)));
                before = seen;
            }
            if (i == hops.size() - 1
                    || !at.equals(hops.get(i + 1).hop().device().at())) {
                rules(at);
            }
        }
        text.append('\n');
        conclusion();
        return text.toString();
    }

    private void way(ProvenHop hop) {
        Way way = hop.hop().way();
        if (way instanceof Way.Routed) {
            rules(hop.hop().device().at());
        }
        WayText.of(way).forEach(line -> line(" |   ", line));
    }

    /** The rules met in a namespace, once. */
    private void rules(Namespace at) {
        List<Rule> here = rules.stream().filter(r -> r.at().equals(at)).toList();
        here.forEach(rule -> line(" |   ", "rule: " + words(rule)));
        rules.removeAll(here);
    }

    private void device(ProvenHop hop) {
        Device device = hop.hop().device();
        Sight sight = hop.sight();
        String kind = device.kind().isEmpty() ? hop.driver() : device.kind();
        String port = device.master().isEmpty() ? "" : ", port of " + device.master();
        String seen = "%d/%d seen%s".formatted(sight.seen(), path.sent(), sight.bySize() ? " by size" : "");
        String time =
                Double.isNaN(sight.microseconds()) ? "" : String.format(Locale.ROOT, "%8.1f us", sight.microseconds());
        String what = kind + port;
        text.append(" +-- %s %s MTU %-5d %s%s%n"
                .formatted(
                        bold("%-16s".formatted(device.name())),
                        "%-31s".formatted(what),
                        device.mtu(),
                        sight.seen() == path.sent() ? good("%-12s".formatted(seen)) : bad("%-12s".formatted(seen)),
                        time));
        offloads(hop.offloads());
        if (hop.hop().packs() != null) {
            String df = hop.hop().packs().df();
            line(" |     ", "packs it: " + WayText.words(hop.hop().packs()) + (df.isEmpty() ? "" : ", DF " + df));
        }
        if (sight.seen() < path.sent()) {
            line(
                    " |     ",
                    "not proven here; counters +%d; %s"
                            .formatted(sight.counted(), sight.trouble().strip()));
        }
    }

    private void offloads(Offloads offloads) {
        if (!offloads.on().isEmpty() || !offloads.off().isEmpty()) {
            String off = offloads.off().isEmpty() ? "" : "; off: " + String.join(" ", offloads.off());
            line(" |     ", "offloads on: " + String.join(" ", offloads.on()) + off);
        }
    }

    private void conclusion() {
        if (!path.lost().isEmpty()) {
            line("", bad("The tables lead no further: " + path.lost() + "."));
        }
        List<String> blind = path.hops().stream()
                .filter(h -> h.sight().seen() < path.sent())
                .map(h -> "%s on %s"
                        .formatted(
                                h.hop().device().name(), h.hop().device().at().host()))
                .toList();
        if (!blind.isEmpty()) {
            line("", bad("Not proven at " + String.join(", ", blind) + ": not every marked packet was seen there."));
        }
        if (path.answered() < path.sent()) {
            line("", bad("%d of %d packets were not answered.".formatted(path.sent() - path.answered(), path.sent())));
        }
        if (path.proven()) {
            line("", good("Proven: every device saw all %d, and all were answered.".formatted(path.sent())));
        }
    }

    private static String words(Rule rule) {
        return "%s %s %s (+%d)".formatted(rule.table(), rule.chain(), rule.text(), rule.packets());
    }

    /** One line, or more where it is too long, each with what stands before it. */
    private void line(String before, String line) {
        StringBuilder rest = new StringBuilder(before);
        String indent = before + (before.isEmpty() ? "" : "  ");
        for (String word : line.split(" (?=\\S)")) {
            int used = plain(rest.toString());
            if (used > indent.length() && used + 1 + plain(word) > WIDTH) {
                text.append(rest.toString().stripTrailing()).append('\n');
                rest = new StringBuilder(indent);
            }
            rest.append(rest.length() == before.length() || rest.length() == indent.length() ? "" : " ")
                    .append(word);
        }
        text.append(rest.toString().stripTrailing()).append('\n');
    }

    private static int plain(String words) {
        return words.replaceAll("\u001b\\[[0-9;]*m", "").length();
    }

    private String bold(String words) {
        return styled("bold", words);
    }

    private String good(String words) {
        return styled("green", words);
    }

    private String bad(String words) {
        return styled("red", words);
    }

    private String styled(String style, String words) {
        return ansi.string("@|%s %s|@".formatted(style, words));
    }
}

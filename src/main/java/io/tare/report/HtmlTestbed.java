package io.tare.report;

import io.tare.result.Manifest;
import io.tare.result.Manifest.CellFacts;
import io.tare.result.Manifest.HostFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What it was measured on and with: hosts side by side, the image, the commands as run, the study as given. */
final class HtmlTestbed {
    private HtmlTestbed() {}

    static void write(Manifest manifest, Html out) {
        out.open("section", "id", "testbed").own("\n");
        out.element("h2", "Testbed");
        if (manifest.imported() != null) {
            HtmlImported.write(manifest.imported(), out);
        } else {
            hosts(manifest.hosts(), out);
            image(manifest.image(), out);
        }
        out.close("section");
        if (manifest.imported() == null) {
            commands(manifest.cells(), out);
        }
        out.open("section", "id", "study").own("\n");
        out.element("h2", manifest.imported() == null ? "The study as given" : "The import as given");
        code(manifest.studyFile().stripTrailing(), out);
        out.close("section");
    }

    private static void hosts(List<HostFacts> hosts, Html out) {
        Set<String> facts = new LinkedHashSet<>();
        hosts.forEach(host -> facts.addAll(host.facts().keySet()));
        HtmlTables.open("Hosts", "", out);
        List<String> head = new ArrayList<>(List.of("fact"));
        hosts.forEach(host -> head.add("%s (%s)".formatted(host.host(), host.role())));
        HtmlTables.head(head, out);
        for (String fact : facts) {
            List<String> values = hosts.stream()
                    .map(host -> host.facts().getOrDefault(fact, Numbers.NONE))
                    .toList();
            out.open("tr").element("th", fact, "scope", "row");
            if (values.size() > 1 && Set.copyOf(values).size() == 1) {
                out.element("td", values.getFirst(), "class", "why", "colspan", Integer.toString(values.size()));
            } else {
                values.forEach(value -> out.element("td", value, "class", "why"));
            }
            out.close("tr");
        }
        HtmlTables.close(out);
    }

    private static void image(Manifest.ImageFacts image, Html out) {
        HtmlTables.open("Image", "", out);
        HtmlTables.head(List.of("package", "version"), out);
        row("reference", image.reference(), out);
        row("digest", image.digest(), out);
        image.packages().forEach((name, version) -> row(name, version, out));
        HtmlTables.close(out);
    }

    private static void row(String name, String value, Html out) {
        out.open("tr").element("th", name, "scope", "row");
        out.element("td", value, "class", "why").close("tr");
    }

    private static void commands(List<CellFacts> cells, Html out) {
        out.open("section", "id", "commands").own("\n");
        out.element("h2", "The commands as run");
        out.element(
                "p",
                "Each argument as given to the Engine; none went through a shell. Quotes are for reading.",
                "class",
                "small");
        for (CellFacts known : cells) {
            if (known.client().isEmpty() && known.server().isEmpty()) {
                continue;
            }
            out.element("h3", known.cell().toString());
            out.element("p", "data path: " + known.dataPath(), "class", "small");
            code(
                    "server  %s%nclient  %s"
                            .formatted(CommandLine.of(known.server()), CommandLine.of(known.client()))
                            .replace("\r\n", "\n"),
                    out);
        }
        out.close("section");
    }

    private static void code(String text, Html out) {
        out.open("pre", "tabindex", "0").element("code", text).close("pre");
    }
}

package io.tare.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run for a paper: tables in LaTeX with booktabs, figures as SVG and PDF, and {@code report.tex}, which puts them all into one document.
 * The PDF figures are drawn without a browser; their text is set in Helvetica, which every reader has.
 *
 * @param folder where everything went
 * @param figures how many, each as two files
 */
public record LatexReport(Path folder, int figures) {
    /** Of a figure in pixels: text of 12 px is 8 pt where the figure is as wide as a column of 11 cm. */
    private static final int WIDTH = 560;

    /** Writes into a folder, which is made; files of the same names are replaced. {@link ReportException} where it cannot be written. */
    public static LatexReport write(Analysis analysis, Optional<Against> against, Path folder) {
        try (ChartDrawer drawer = new ChartDrawer()) {
            return new Writer(analysis, against, folder, drawer).write();
        } catch (IOException e) {
            throw new ReportException(
                    "%s cannot be written: %s. Name another folder with --latex.".formatted(folder, e.getMessage()), e);
        }
    }

    private static final class Writer {
        private final Analysis analysis;
        private final Optional<Against> against;
        private final Path folder;
        private final ChartDrawer drawer;
        private final Set<String> names = new HashSet<>();
        private final Latex figures = new Latex();

        private Writer(Analysis analysis, Optional<Against> against, Path folder, ChartDrawer drawer) {
            this.analysis = analysis;
            this.against = against;
            this.folder = folder;
            this.drawer = drawer;
        }

        private LatexReport write() throws IOException {
            Files.createDirectories(folder.resolve("figures"));
            PaperCharts charts = PaperCharts.of(analysis);
            text("tables.tex", LatexTables.run(analysis));
            for (WorkloadResults results : analysis.workloads()) {
                for (Chart chart : charts.all(results)) {
                    figure(
                            "%s-%s".formatted(chart.title(), kind(chart)),
                            "%s.".formatted(chart.title()),
                            List.of(chart));
                }
            }
            text("figures.tex", figures.toString());
            List<String> parts = new ArrayList<>(List.of("tables", "figures"));
            if (against.isPresent()) {
                text("against.tex", LatexTables.against(against.get()));
                text("against-figures.tex", published(charts, against.get()));
                parts.addAll(List.of("against", "against-figures"));
            }
            text("report.tex", document(parts));
            return new LatexReport(folder, names.size());
        }

        private String published(PaperCharts charts, Against all) throws IOException {
            Latex out = new Latex();
            for (AgainstFigure figure : all.figures()) {
                List<Chart> drawn = figure.parts().stream()
                        .filter(p -> p.missing().isEmpty())
                        .flatMap(p -> charts.of(p.part()).stream())
                        .toList();
                if (drawn.isEmpty()) {
                    out.own("% " + Latex.escape(figure.title() + " is " + figure.words("here")));
                } else {
                    include(
                            "figure-" + LatexTables.place(figure.published().number()),
                            "%s: this run's counterpart of figure %s of %s. From the top: %s."
                                    .formatted(
                                            figure.published().title(),
                                            figure.published().number(),
                                            all.study().name(),
                                            figure.parts().stream()
                                                    .filter(p -> p.missing().isEmpty())
                                                    .map(AgainstFigure.Found::words)
                                                    .collect(Collectors.joining("; "))),
                            drawn,
                            out);
                }
            }
            return out.toString();
        }

        private void figure(String name, String caption, List<Chart> charts) throws IOException {
            include(name, caption, charts, figures);
        }

        private void include(String name, String caption, List<Chart> charts, Latex out) throws IOException {
            out.own("\\begin{figure}[htbp]").own("\\centering");
            String first = "";
            for (Chart chart : charts) {
                String file = name(name);
                first = first.isEmpty() ? file : first;
                String svg = drawer.svg(chart, WIDTH);
                text("figures/" + file + ".svg", svg);
                Files.write(folder.resolve("figures/" + file + ".pdf"), SvgToPdf.pdf(svg));
                out.own("\\includegraphics[width=%s\\linewidth]{figures/%s}"
                        .formatted(charts.size() == 1 ? "" : ".8", file));
            }
            out.own("\\caption{%s}".formatted(Latex.escape(caption)));
            out.own("\\label{fig:%s}".formatted(first)).own("\\end{figure}").own("");
        }

        /** A file name of letters, digits and hyphens that no other figure has. */
        private String name(String wanted) {
            String plain = wanted.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            String base = plain.isEmpty() ? "figure" : plain.substring(0, Math.min(60, plain.length()));
            String name = base;
            for (int i = 2; !names.add(name); i++) {
                name = base + "-" + i;
            }
            return name;
        }

        private void text(String file, String content) throws IOException {
            Files.writeString(folder.resolve(file), content, StandardCharsets.UTF_8);
        }

        private String document(List<String> parts) {
            Latex out = new Latex();
            out.own("% pdflatex report; the parts can be put into another document that loads the same packages")
                    .own("\\documentclass{article}");
            out.own("\\usepackage[T1]{fontenc}")
                    .own("\\usepackage[utf8]{inputenc}")
                    .own("\\usepackage{textcomp,array,booktabs,graphicx}");
            out.own("\\usepackage[margin=2cm]{geometry}").own("\\extrafloats{500}\\maxdeadcycles=1000");
            out.own("\\begin{document}")
                    .own("\\section*{%s}"
                            .formatted(Latex.escape(analysis.manifest().study().name())));
            for (String part : parts) {
                out.own("\\input{%s}".formatted(part)).own("\\clearpage");
            }
            return out.own("\\end{document}").toString();
        }

        private static String kind(Chart chart) {
            return chart.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }
}

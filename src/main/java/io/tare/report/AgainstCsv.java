package io.tare.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code against.csv}: one row a published row, with the measured one beside it. */
final class AgainstCsv {
    private static final String HEAD =
            "table,workload,metric,mode,tuning,compared_with,published_unit,published_mean,published_sd,published_ratio,published_low,published_high,"
                    + "n,unit,mean,sd,ratio,low,high,p,reading";

    private AgainstCsv() {}

    static void write(Against against, Appendable out) throws IOException {
        out.append(HEAD).append("\r\n");
        for (AgainstTable table : against.tables()) {
            PublishedStudy.Table published = table.published();
            for (AgainstRow row : table.rows()) {
                out.append(List.of(
                                Csv.text(published.number()),
                                Csv.text(published.workload()),
                                Csv.text(published.metric()),
                                Csv.text(row.published().mode()),
                                Csv.text(row.published().tuning()),
                                Csv.text(row.ratio().map(PublishedRatio::of).orElse("")),
                                Csv.text(published.unit()),
                                number(row.published().mean()),
                                number(row.published().stddev()),
                                number(row.ratio().map(PublishedRatio::ratio)),
                                number(row.ratio()
                                        .flatMap(PublishedRatio::interval)
                                        .map(i -> i.low())),
                                number(row.ratio()
                                        .flatMap(PublishedRatio::interval)
                                        .map(i -> i.high())),
                                row.measured()
                                        .map(m -> Integer.toString(m.points().size()))
                                        .orElse("0"),
                                Csv.text(table.measured().map(MetricTable::unit).orElse("")),
                                number(row.measured().flatMap(CellRow::summary).map(s -> s.mean())),
                                number(row.measured().flatMap(CellRow::summary).map(s -> s.stddev())),
                                number(row.change().map(c -> c.ratio())),
                                number(row.change().flatMap(c -> c.interval()).map(i -> i.low())),
                                number(row.change().flatMap(c -> c.interval()).map(i -> i.high())),
                                number(row.change().map(c -> c.pHolm())),
                                Csv.text(
                                        row.missing().isEmpty()
                                                ? row.agreement().words()
                                                : row.missing()))
                        .stream()
                        .collect(Collectors.joining(",", "", "\r\n")));
            }
        }
    }

    private static String number(Optional<Double> value) {
        return value.map(AgainstCsv::number).orElse("");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}

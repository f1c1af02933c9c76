package io.tare.report;

import java.io.IOException;

/** {@code latency.csv}: the merged distributions, one row a cell, operation and percentile of its curve; values in ms. */
final class LatencyCsv {
    private LatencyCsv() {}

    static void write(Analysis analysis, Appendable out) throws IOException {
        out.append("workload,operation,mode,data_path,tuning,operations,percentile,unit,value\r\n");
        for (WorkloadResults results : analysis.workloads()) {
            for (LatencyTable table : results.latencies()) {
                for (LatencyTable.Row row : table.rows()) {
                    String begin = "%s,%s,%s,%s,%s,%d,"
                            .formatted(
                                    Csv.text(table.workload()),
                                    Csv.text(table.operation()),
                                    Csv.text(row.cell().mode()),
                                    Csv.text(row.dataPath()),
                                    Csv.text(row.cell().tuning()),
                                    row.operations());
                    for (int i = 0; i < row.quoted().size(); i++) {
                        if (Double.isFinite(row.quoted().get(i))) {
                            line(
                                    out,
                                    begin,
                                    LatencyTable.QUOTED.get(i),
                                    row.quoted().get(i));
                        }
                    }
                    line(out, begin, 100, row.max());
                }
            }
        }
    }

    private static void line(Appendable out, String begin, double percentile, double ms) throws IOException {
        out.append(begin)
                .append(Double.toString(percentile))
                .append(",ms,")
                .append(Double.toString(ms))
                .append("\r\n");
    }
}

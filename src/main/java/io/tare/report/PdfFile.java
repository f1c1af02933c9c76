package io.tare.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF of one page (ISO 32000-1): the same content gives the same bytes. */
final class PdfFile {
    private PdfFile() {}

    /**
     * @param content the page's operators
     * @param opacities by the name that the content calls each with
     * @param width in points
     * @param height in points
     */
    static byte[] of(byte[] content, Map<String, Double> opacities, double width, double height) {
        String states = opacities.entrySet().stream()
                .map(e -> "/%s << /ca %s /CA %s >>"
                        .formatted(e.getKey(), SvgPath.number(e.getValue()), SvgPath.number(e.getValue())))
                .collect(Collectors.joining(" "));
        List<byte[]> objects = new ArrayList<>();
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(ascii(("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents 4 0 R"
                        + " /Resources << /Font << /F 5 0 R >> /ExtGState << %s >> >> /Group << /S /Transparency /CS /DeviceRGB >> >>")
                .formatted(SvgPath.number(width), SvgPath.number(height), states)));
        byte[] packed = packed(content);
        objects.add(joined(
                ascii("<< /Length %d /Filter /FlateDecode >>\nstream\n".formatted(packed.length)),
                packed,
                ascii("\nendstream")));
        objects.add(ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        return file(objects);
    }

    private static byte[] file(List<byte[]> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.4\n"));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes(ascii("%d 0 obj\n".formatted(i + 1)));
            out.writeBytes(objects.get(i));
            out.writeBytes(ascii("\nendobj\n"));
        }
        int start = out.size();
        int count = objects.size() + 1;
        out.writeBytes(ascii("xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(count, table, count, start)));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
